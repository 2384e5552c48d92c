package org.tickwright.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;

/// An archive that forgets when the process ends. Its wall clock is a count, so lists have a fixed order.
public final class MemoryRunArchive implements RunArchive {
    private final Map<Long, Kept> runs = new TreeMap<>(Comparator.reverseOrder());
    private long last;

    private record Kept(RunResult result, String strategyJson, Map<String, String> annexes) {}

    @Override
    public synchronized String save(RunResult result, String strategyJson, Map<String, String> annexes) {
        last++;
        runs.put(last, new Kept(result, strategyJson, Map.copyOf(annexes)));
        return "r" + last;
    }

    @Override
    public synchronized List<Entry> list() {
        List<Entry> entries = new ArrayList<>();
        runs.forEach((number, kept) -> entries.add(new Entry(
                "r" + number,
                number * 1_000_000_000L,
                kept.result().strategyName(),
                kept.result().series().toString(),
                kept.result().settings().fills(),
                kept.result().summary())));
        return entries;
    }

    @Override
    public synchronized Optional<RunResult> load(String id) {
        return find(id).map(Kept::result);
    }

    @Override
    public synchronized Optional<String> strategyJson(String id) {
        return find(id).map(Kept::strategyJson);
    }

    @Override
    public synchronized Optional<String> annex(String id, String name) {
        return find(id).flatMap(kept -> Optional.ofNullable(kept.annexes().get(name)));
    }

    @Override
    public synchronized boolean delete(String id) {
        return find(id).isPresent() && runs.remove(Long.parseLong(id.substring(1))) != null;
    }

    private Optional<Kept> find(String id) {
        return id.matches("r[1-9][0-9]{0,17}")
                ? Optional.ofNullable(runs.get(Long.parseLong(id.substring(1))))
                : Optional.empty();
    }
}
