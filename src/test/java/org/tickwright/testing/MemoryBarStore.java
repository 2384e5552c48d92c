package org.tickwright.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;

/// A store that forgets when the process ends. Safe for several threads; passes the contract of [BarStore].
public final class MemoryBarStore implements BarStore {
    private final Map<SeriesKey, Series> series = new HashMap<>();
    private long clock;

    private record Kept(SeriesInfo info, Bars bars, Provenance provenance, long created) {}

    private static final class Series {
        private final List<Kept> versions = new ArrayList<>();
        private int numbers;
        private int used;

        Kept used() {
            return numbered(used).orElseThrow();
        }

        Optional<Kept> numbered(int version) {
            return versions.stream()
                    .filter(kept -> kept.info().version() == version)
                    .findFirst();
        }
    }

    private Optional<Kept> used(SeriesKey key) {
        return Optional.ofNullable(series.get(key)).map(Series::used);
    }

    @Override
    public synchronized List<SeriesInfo> list() {
        List<SeriesInfo> all = new ArrayList<>();
        series.values().forEach(one -> all.add(one.used().info()));
        all.sort(Comparator.comparing((SeriesInfo info) -> info.key().symbol())
                .thenComparing(info -> info.key().timeframe()));
        return all;
    }

    @Override
    public synchronized Optional<SeriesInfo> find(SeriesKey key) {
        return used(key).map(Kept::info);
    }

    @Override
    public synchronized Optional<Bars> load(SeriesKey key) {
        return used(key).map(kept -> kept.bars().slice(0, kept.bars().size()));
    }

    @Override
    public synchronized Optional<Bars> load(SeriesKey key, int version) {
        return Optional.ofNullable(series.get(key))
                .flatMap(one -> one.numbered(version))
                .map(kept -> kept.bars().slice(0, kept.bars().size()));
    }

    @Override
    public SeriesInfo save(SeriesKey key, Bars bars, String source, boolean simulated) {
        return save(key, bars, new Provenance(source, simulated));
    }

    @Override
    public synchronized SeriesInfo save(SeriesKey key, Bars bars, Provenance provenance) {
        if (bars.size() == 0) {
            throw new IllegalArgumentException("A series needs at least one bar");
        }
        if (!bars.timeframe().equals(key.timeframe())) {
            throw new IllegalArgumentException("Bars of " + bars.timeframe() + " do not belong to " + key);
        }
        Series one = series.get(key);
        if (one != null
                && one.used().info().contentHash().equals(bars.contentHash())
                && provenance.sameAs(one.used().provenance())) {
            return one.used().info();
        }
        Series into = series.computeIfAbsent(key, unused -> new Series());
        into.used = ++into.numbers;
        SeriesInfo info = describe(key, into.used, bars, provenance);
        into.versions.add(new Kept(info, bars.slice(0, bars.size()), provenance, ++clock));
        return info;
    }

    @Override
    public synchronized List<SeriesVersion> versions(SeriesKey key) {
        Series one = series.get(key);
        return one == null
                ? List.of()
                : one.versions.stream()
                        .map(kept -> new SeriesVersion(
                                kept.info(), kept.created(), kept.info().version() == one.used, kept.provenance()))
                        .toList();
    }

    @Override
    public synchronized SeriesInfo use(SeriesKey key, int version) {
        Series one = series.get(key);
        if (one == null || one.numbered(version).isEmpty()) {
            throw new IllegalArgumentException("There is no version " + version + " of " + key);
        }
        one.used = version;
        return one.used().info();
    }

    @Override
    public synchronized boolean remove(SeriesKey key, int version) {
        Series one = series.get(key);
        if (one == null) {
            return false;
        }
        if (one.used == version) {
            throw new IllegalArgumentException("Version " + version + " of " + key + " is in use");
        }
        return one.versions.removeIf(kept -> kept.info().version() == version);
    }

    @Override
    public synchronized SeriesInfo append(SeriesKey key, Bars bars) {
        Series one = series.get(key);
        if (one == null) {
            throw new IllegalArgumentException("There is no series " + key + " to append to");
        }
        Kept old = one.used();
        if (!bars.timeframe().equals(key.timeframe())
                || !bars.zone().equals(old.bars().zone())) {
            throw new IllegalArgumentException("The bars' timeframe or zone is not that of " + key);
        }
        Bars all = old.bars().slice(0, old.bars().size());
        for (int i = 0; i < bars.size(); i++) {
            all.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        SeriesInfo info = describe(key, old.info().version(), all, old.provenance());
        one.versions.set(one.versions.indexOf(old), new Kept(info, all, old.provenance(), old.created()));
        return info;
    }

    @Override
    public synchronized boolean delete(SeriesKey key) {
        return series.remove(key) != null;
    }

    private static SeriesInfo describe(SeriesKey key, int version, Bars bars, Provenance provenance) {
        int n = bars.size();
        return new SeriesInfo(
                key,
                version,
                n,
                bars.time(0),
                bars.time(n - 1),
                bars.zone(),
                bars.contentHash(),
                provenance.simulated(),
                provenance.source());
    }
}
