package org.tickwright.workbench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.SeriesNeed;

/// Finds the series that a strategy reads beside its base series: those that were given, else those of the store.
///
/// Longer bars of an instrument are made of the shorter ones that are there; those of another instrument may be stored
/// as they are. Series of the store are kept until they change, so that a live preview does not load them again.
final class MarketLoader {
    private final BarStore store;
    private final Map<SeriesKey, MarketSeries> kept = new HashMap<>();

    MarketLoader(BarStore store) {
        this.store = store;
    }

    /// The given series and what else the strategy reads. A series that is nowhere is an
    /// [IllegalArgumentException] that names the node. A strategy that reads the base series alone gets that alone.
    MarketData complete(Program program, MarketData given, SessionClose.Given closes) throws StoreException {
        List<SeriesNeed> needs = program.needs(given.universe());
        if (needs.isEmpty()) {
            return given;
        }
        MarketData data = new MarketData(
                closing(given.base(), closes),
                given.others().stream().map(series -> closing(series, closes)).toList(),
                given.universe(),
                given.ticks());
        for (String symbol : program.traded(data)) {
            SeriesKey key = data.key(symbol, null);
            if (data.all().stream().noneMatch(series -> series.key().equals(key))) {
                data = data.with(closing(load(traded(key)), closes));
            }
        }
        for (SeriesNeed need : needs) {
            SeriesKey key = data.key(need.instrument(), need.timeframe());
            if (data.source(key).isEmpty()
                    && key.timeframe().compareTo(data.base().key().timeframe()) >= 0) {
                data = data.with(closing(stored(need, key), closes));
            }
        }
        return data;
    }

    /// What is traded is filled on bars of its own of the base timeframe.
    private SeriesInfo traded(SeriesKey key) throws StoreException {
        return store.find(key)
                .orElseThrow(() -> new IllegalArgumentException("The strategy trades " + key.symbol() + ", and " + key
                        + " is neither in the store nor given to the run. Import it, or name a file for it."));
    }

    private static MarketSeries closing(MarketSeries series, SessionClose.Given closes) {
        SessionClose close = closes.of(series.key().symbol(), series.bars().zone());
        return close == null
                ? series
                : new MarketSeries(series.key(), series.simulated(), series.bars(), series.hash(), close);
    }

    private MarketSeries stored(SeriesNeed need, SeriesKey key) throws StoreException {
        List<SeriesInfo> same = store.list().stream()
                .filter(info -> info.key().symbol().equals(key.symbol()))
                .toList();
        Optional<SeriesInfo> found =
                same.stream().filter(info -> info.key().equals(key)).findFirst();
        if (found.isEmpty()) {
            found = same.stream()
                    .filter(info -> key.timeframe().madeOf(info.key().timeframe()))
                    .max(Comparator.comparing(info -> info.key().timeframe()));
        }
        return load(found.orElseThrow(() -> missing(need, key, same)));
    }

    private static IllegalArgumentException missing(SeriesNeed need, SeriesKey key, List<SeriesInfo> same) {
        List<Timeframe> there =
                same.stream().map(info -> info.key().timeframe()).toList();
        String mend = there.isEmpty()
                ? "Import it, or name a file for it."
                : "The store has " + key.symbol() + " of "
                        + String.join(
                                ", ", there.stream().map(Timeframe::toString).toList())
                        + ", of which " + key.timeframe()
                        + " bars cannot be made; set the node's timeframe to one of them,"
                        + " or import " + key + ".";
        return new IllegalArgumentException("Node " + need.node() + " reads " + key
                + ", which is neither in the store nor given to the run. " + mend);
    }

    /// The series of the store with that symbol and timeframe, written like `AAPL 1m`.
    MarketSeries named(String key) throws StoreException {
        Optional<SeriesInfo> found = store.list().stream()
                .filter(info -> info.key().toString().equals(key))
                .findFirst();
        return load(found.orElseThrow(() -> new StoreException(
                "There is no series " + key + " in the store to tell what happened inside the bars. "
                        + (key.endsWith(" " + Timeframe.TRADE)
                                ? "Trades are read from files alone: name the file on the command line (--ticks)."
                                : "Import it first, or choose another intrabar series, or none."),
                false)));
    }

    private MarketSeries load(SeriesInfo info) throws StoreException {
        synchronized (kept) {
            MarketSeries known = kept.get(info.key());
            if (known != null && known.hash().equals(info.contentHash())) {
                return known;
            }
        }
        Bars bars = store.load(info.key())
                .orElseThrow(() -> new StoreException("The series " + info.key() + " has gone from the store.", true));
        MarketSeries series = new MarketSeries(info.key(), info.simulated(), bars, hash(info, bars));
        synchronized (kept) {
            kept.put(info.key(), series);
        }
        return series;
    }

    private static String hash(SeriesInfo info, Bars bars) {
        return info.contentHash().isEmpty() ? bars.contentHash() : info.contentHash();
    }
}
