package org.tickwright.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.DerivedBars;
import org.tickwright.market.LongerBars;
import org.tickwright.market.Provenance;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SeriesVersion;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickStore;

/// A store that also has the series that can be made of those it keeps: who asks for `AAPL 5m` where there are minutes
/// or
/// trades of AAPL gets them, made of the longest bars that fill them evenly, else of the trades, and kept until what
/// they
/// were made of changes. What is stored comes before what can be made; lists show what is stored alone.
public final class DerivingBarStore implements BarStore {
    private final BarStore stored;
    private final TickStore ticks;
    private final DerivedBars cache;
    private final Map<SeriesKey, Made> known = new ConcurrentHashMap<>();

    /// Over a store, the trades beside it, and where to keep what was made.
    public DerivingBarStore(BarStore stored, TickStore ticks, DerivedBars cache) {
        this.stored = stored;
        this.ticks = ticks;
        this.cache = cache;
    }

    /// What was found of a series that was made: the hash of its source, and its description.
    private record Made(String source, SeriesInfo info) {}

    /// What a series can be made of: bars, or else trades.
    private record Source(
            @Nullable SeriesInfo bars, @Nullable TickInfo trades) {
        String hash() {
            return bars != null ? bars.contentHash() : trades != null ? trades.contentHash() : "";
        }

        String words() {
            return bars != null
                    ? "made of " + bars.key() + " version " + bars.version()
                    : trades != null ? "made of " + trades.key() + " version " + trades.version() : "";
        }
    }

    private Optional<Source> source(SeriesKey key) throws StoreException {
        Optional<SeriesInfo> shorter = stored.list().stream()
                .filter(info -> info.key().symbol().equals(key.symbol()))
                .filter(info -> key.timeframe().madeOf(info.key().timeframe()))
                .max(Comparator.comparing(info -> info.key().timeframe()));
        if (shorter.isPresent()) {
            SeriesInfo info = shorter.get();
            return stored.find(info.key()).map(found -> new Source(found, null));
        }
        return ticks.find(TickKey.trades(key.symbol())).map(info -> new Source(null, info));
    }

    private Bars make(Source source, SeriesKey key) throws StoreException {
        Optional<Bars> kept = cache.find(source.hash(), key.timeframe());
        if (kept.isPresent()) {
            return kept.get();
        }
        Bars made = made(source, key);
        cache.keep(source.hash(), key.symbol(), made);
        return made;
    }

    private Bars made(Source source, SeriesKey key) throws StoreException {
        SeriesInfo bars = source.bars();
        TickInfo trades = source.trades();
        if (bars != null) {
            Bars shorter = stored.load(bars.key())
                    .orElseThrow(() -> new StoreException("The series " + bars.key() + " has gone.", true));
            return LongerBars.of(shorter, key.timeframe());
        }
        if (trades == null) {
            throw new IllegalStateException("A source is bars or trades");
        }
        return LongerBars.of(ticks, trades, key.timeframe());
    }

    @Override
    public List<SeriesInfo> list() throws StoreException {
        return stored.list();
    }

    @Override
    public Optional<SeriesInfo> find(SeriesKey key) throws StoreException {
        Optional<SeriesInfo> there = stored.find(key);
        if (there.isPresent()) {
            return there;
        }
        Optional<Source> source = source(key);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Made made = known.get(key);
        if (made != null && made.source().equals(source.get().hash())) {
            return Optional.of(made.info());
        }
        Bars bars = make(source.get(), key);
        return bars.size() == 0 ? Optional.empty() : Optional.of(describe(key, source.get(), bars));
    }

    private SeriesInfo describe(SeriesKey key, Source source, Bars bars) {
        SeriesInfo of = source.bars();
        TickInfo trades = source.trades();
        TickOrigin origin = trades == null ? null : trades.origin();
        SeriesInfo info = new SeriesInfo(
                key,
                of != null ? of.version() : trades != null ? trades.version() : 0,
                bars.size(),
                bars.time(0),
                bars.time(bars.size() - 1),
                bars.zone(),
                bars.contentHash(),
                of != null ? of.simulated() : origin != null && origin.simulated(),
                source.words());
        known.put(key, new Made(source.hash(), info));
        return info;
    }

    @Override
    public Optional<Bars> load(SeriesKey key) throws StoreException {
        Optional<Bars> there = stored.load(key);
        if (there.isPresent()) {
            return there;
        }
        Optional<Source> source = source(key);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Bars bars = make(source.get(), key);
        return bars.size() == 0 ? Optional.empty() : Optional.of(bars);
    }

    @Override
    public Optional<Bars> load(SeriesKey key, long from, long to) throws StoreException {
        Optional<Bars> there = stored.load(key, from, to);
        return there.isPresent() ? there : BarStore.super.load(key, from, to);
    }

    @Override
    public SeriesInfo save(SeriesKey key, Bars bars, String source, boolean simulated) throws StoreException {
        return stored.save(key, bars, source, simulated);
    }

    @Override
    public SeriesInfo save(SeriesKey key, Bars bars, Provenance provenance) throws StoreException {
        return stored.save(key, bars, provenance);
    }

    @Override
    public List<SeriesVersion> versions(SeriesKey key) throws StoreException {
        return stored.versions(key);
    }

    @Override
    public Optional<Bars> load(SeriesKey key, int version) throws StoreException {
        return stored.load(key, version);
    }

    @Override
    public SeriesInfo use(SeriesKey key, int version) throws StoreException {
        return stored.use(key, version);
    }

    @Override
    public boolean remove(SeriesKey key, int version) throws StoreException {
        return stored.remove(key, version);
    }

    @Override
    public SeriesInfo append(SeriesKey key, Bars bars) throws StoreException {
        return stored.append(key, bars);
    }

    @Override
    public boolean delete(SeriesKey key) throws StoreException {
        return stored.delete(key);
    }
}
