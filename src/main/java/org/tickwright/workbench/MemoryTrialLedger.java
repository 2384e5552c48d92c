package org.tickwright.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickwright.study.Trial;
import org.tickwright.study.TrialLedger;

/// A ledger that forgets when the process ends, for work on a store that is itself in memory. Its wall clock is the
/// number of the row. Safe for several threads.
final class MemoryTrialLedger implements TrialLedger {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public synchronized Seal record(List<Trial> trials) {
        Seal last = entries.isEmpty() ? BEGINNING : entries.getLast().seal();
        for (Trial trial : trials) {
            long recorded = last.number() + 1;
            last = last.next(recorded, trial);
            entries.add(new Entry(recorded, trial, last));
        }
        return last;
    }

    @Override
    public synchronized List<Entry> of(List<String> lineages) {
        return entries.stream()
                .filter(entry -> lineages.contains(entry.trial().lineage().id()))
                .toList();
    }

    @Override
    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized Optional<Seal> seal(long number) {
        return number < 1 || number > entries.size()
                ? Optional.empty()
                : Optional.of(entries.get((int) number - 1).seal());
    }
}
