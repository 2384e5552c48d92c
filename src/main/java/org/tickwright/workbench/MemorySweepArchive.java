package org.tickwright.workbench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tickwright.study.sweep.SweepArchive;
import org.tickwright.study.sweep.SweepRow;

/// Sweeps that are forgotten when the process ends, for work on a store that is itself in memory or that only another
/// program may write to. Its wall clock is the number of the sweep. Safe for several threads.
final class MemorySweepArchive implements SweepArchive {
    private final List<Kept> sweeps = new ArrayList<>();
    private int begun;

    private record Kept(String id, long created, Head head, TreeMap<Integer, SweepRow> rows) {
        Entry entry() {
            return new Entry(id, created, head, rows.size());
        }
    }

    @Override
    public synchronized Entry open(Head head) {
        for (Kept kept : sweeps) {
            if (kept.head.identity().equals(head.identity())) {
                return kept.entry();
            }
        }
        begun++;
        sweeps.addFirst(new Kept("s" + begun, begun, head, new TreeMap<>()));
        return sweeps.getFirst().entry();
    }

    private Kept kept(String id) {
        return sweeps.stream()
                .filter(kept -> kept.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sweep " + id));
    }

    @Override
    public synchronized BitSet finished(String id) {
        BitSet finished = new BitSet();
        kept(id).rows.keySet().forEach(finished::set);
        return finished;
    }

    @Override
    public synchronized void add(String id, List<SweepRow> rows) {
        rows.forEach(row -> kept(id).rows.putIfAbsent(row.point(), row));
    }

    @Override
    public void rows(String id, Consumer<SweepRow> receiver) {
        List<SweepRow> rows;
        synchronized (this) {
            rows = List.copyOf(kept(id).rows.values());
        }
        rows.forEach(receiver);
    }

    @Override
    public synchronized List<Entry> list() {
        return sweeps.stream().map(Kept::entry).toList();
    }

    @Override
    public synchronized Optional<Entry> find(String id) {
        return sweeps.stream()
                .filter(kept -> kept.id.equals(id))
                .map(Kept::entry)
                .findFirst();
    }

    @Override
    public synchronized boolean delete(String id) {
        return sweeps.removeIf(kept -> kept.id.equals(id));
    }
}
