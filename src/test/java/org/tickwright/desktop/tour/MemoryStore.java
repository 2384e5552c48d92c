package org.tickwright.desktop.tour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tickwright.engine.RunArchive;
import org.tickwright.engine.RunResult;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;

/// Series and runs in memory, so that the screens are tested without a database.
public final class MemoryStore implements BarStore {
    private final Map<SeriesKey, SeriesInfo> infos = new ConcurrentHashMap<>();
    private final Map<SeriesKey, Bars> bars = new ConcurrentHashMap<>();
    private final List<RunArchive.Entry> entries = new ArrayList<>();
    private final Map<String, RunResult> runs = new ConcurrentHashMap<>();
    private final Map<String, String> strategies = new ConcurrentHashMap<>();

    private final RunArchive archive = new RunArchive() {
        @Override
        public synchronized String save(RunResult result, String strategyJson) {
            String id = "r" + (entries.size() + 1);
            entries.addFirst(new RunArchive.Entry(
                    id, 0, result.strategyName(), result.series().toString(), result.summary()));
            runs.put(id, result);
            strategies.put(id, strategyJson);
            return id;
        }

        @Override
        public synchronized List<RunArchive.Entry> list() {
            return List.copyOf(entries);
        }

        @Override
        public Optional<RunResult> load(String id) {
            return Optional.ofNullable(runs.get(id));
        }

        @Override
        public Optional<String> strategyJson(String id) {
            return Optional.ofNullable(strategies.get(id));
        }

        @Override
        public synchronized boolean delete(String id) {
            return entries.removeIf(entry -> entry.id().equals(id)) | runs.remove(id) != null;
        }
    };

    /// The archive half.
    public RunArchive archive() {
        return archive;
    }

    @Override
    public List<SeriesInfo> list() {
        return infos.values().stream()
                .sorted(Comparator.comparing((SeriesInfo info) -> info.key().symbol())
                        .thenComparing(info -> info.key().timeframe()))
                .toList();
    }

    @Override
    public Optional<SeriesInfo> find(SeriesKey key) {
        return Optional.ofNullable(infos.get(key));
    }

    @Override
    public Optional<Bars> load(SeriesKey key) {
        return Optional.ofNullable(bars.get(key));
    }

    @Override
    public SeriesInfo save(SeriesKey key, Bars saved, String source, boolean simulated) {
        int version = find(key).map(SeriesInfo::version).orElse(0) + 1;
        int last = saved.size() - 1;
        SeriesInfo info = new SeriesInfo(
                key,
                version,
                saved.size(),
                saved.time(0),
                saved.time(last),
                saved.zone(),
                saved.contentHash(),
                simulated,
                source);
        bars.put(key, saved);
        infos.put(key, info);
        return info;
    }

    @Override
    public SeriesInfo append(SeriesKey key, Bars more) {
        throw new UnsupportedOperationException("The screens of this test append nothing");
    }

    @Override
    public boolean delete(SeriesKey key) {
        bars.remove(key);
        return infos.remove(key) != null;
    }
}
