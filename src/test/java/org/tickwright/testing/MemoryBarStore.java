package org.tickwright.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;

/// A store that forgets when the process ends. Safe for several threads; passes the contract of [BarStore].
public final class MemoryBarStore implements BarStore {
    private final Map<SeriesKey, Kept> series = new HashMap<>();

    private record Kept(SeriesInfo info, Bars bars) {}

    @Override
    public synchronized List<SeriesInfo> list() {
        List<SeriesInfo> all = new ArrayList<>();
        series.values().forEach(kept -> all.add(kept.info()));
        all.sort(Comparator.comparing((SeriesInfo info) -> info.key().symbol())
                .thenComparing(info -> info.key().timeframe()));
        return all;
    }

    @Override
    public synchronized Optional<SeriesInfo> find(SeriesKey key) {
        return Optional.ofNullable(series.get(key)).map(Kept::info);
    }

    @Override
    public synchronized Optional<Bars> load(SeriesKey key) {
        return Optional.ofNullable(series.get(key))
                .map(kept -> kept.bars().slice(0, kept.bars().size()));
    }

    @Override
    public synchronized SeriesInfo save(SeriesKey key, Bars bars, String source, boolean simulated) {
        if (bars.size() == 0) {
            throw new IllegalArgumentException("A series needs at least one bar");
        }
        if (!bars.timeframe().equals(key.timeframe())) {
            throw new IllegalArgumentException("Bars of " + bars.timeframe() + " do not belong to " + key);
        }
        Kept old = series.get(key);
        int version = old == null ? 1 : old.info().version() + 1;
        SeriesInfo info = describe(key, version, bars, source, simulated);
        if (old != null
                && old.info().contentHash().equals(info.contentHash())
                && old.info().source().equals(source)
                && old.info().simulated() == simulated) {
            return old.info();
        }
        series.put(key, new Kept(info, bars.slice(0, bars.size())));
        return info;
    }

    @Override
    public synchronized SeriesInfo append(SeriesKey key, Bars bars) {
        Kept old = series.get(key);
        if (old == null) {
            throw new IllegalArgumentException("There is no series " + key + " to append to");
        }
        if (!bars.timeframe().equals(key.timeframe())
                || !bars.zone().equals(old.bars().zone())) {
            throw new IllegalArgumentException("The bars' timeframe or zone is not that of " + key);
        }
        Bars all = old.bars().slice(0, old.bars().size());
        for (int i = 0; i < bars.size(); i++) {
            all.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        SeriesInfo info = describe(
                key, old.info().version(), all, old.info().source(), old.info().simulated());
        series.put(key, new Kept(info, all));
        return info;
    }

    @Override
    public synchronized boolean delete(SeriesKey key) {
        return series.remove(key) != null;
    }

    private static SeriesInfo describe(SeriesKey key, int version, Bars bars, String source, boolean simulated) {
        int n = bars.size();
        return new SeriesInfo(
                key, version, n, bars.time(0), bars.time(n - 1), bars.zone(), bars.contentHash(), simulated, source);
    }
}
