package org.tickwright.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.ContentHash;

/// The series that a run reads: the base series, whose closes are the moments of decision, and others by symbol and
/// timeframe, in that order. The universe are the symbols among which a strategy ranks and selects, sorted; it may be
/// empty. `ticks` are trades that tell what happened inside bars, by symbol; no strategy reads them.
public record MarketData(MarketSeries base, List<MarketSeries> others, List<String> universe, List<TickSeries> ticks) {
    /// Sorts the others, the universe and the ticks. The same series twice is an [IllegalArgumentException].
    public MarketData {
        universe = universe.stream().sorted().distinct().toList();
        others = others.stream()
                .sorted(Comparator.comparing(
                                (MarketSeries series) -> series.key().symbol())
                        .thenComparing(series -> series.key().timeframe()))
                .toList();
        ticks = ticks.stream()
                .sorted(Comparator.comparing(series -> series.key().symbol()))
                .toList();
        Set<SeriesKey> seen = new HashSet<>(Set.of(base.key()));
        others.forEach(series -> once(seen, series.key()));
        ticks.forEach(series -> once(seen, series.key()));
    }

    private static void once(Set<SeriesKey> seen, SeriesKey key) {
        if (!seen.add(key)) {
            throw new IllegalArgumentException("The run has the series " + key + " twice");
        }
    }

    /// Series without ticks.
    public MarketData(MarketSeries base, List<MarketSeries> others, List<String> universe) {
        this(base, others, universe, List.of());
    }

    /// Series without a universe.
    public MarketData(MarketSeries base, List<MarketSeries> others) {
        this(base, others, List.of());
    }

    /// One series alone.
    public static MarketData of(MarketSeries base) {
        return new MarketData(base, List.of());
    }

    /// Bars alone, for whoever asks for no other series by name.
    public static MarketData of(Bars bars) {
        return of(new MarketSeries(new SeriesKey("base", bars.timeframe()), false, bars, ""));
    }

    /// These series and one more.
    public MarketData with(MarketSeries series) {
        List<MarketSeries> more = new ArrayList<>(others);
        more.add(series);
        return new MarketData(base, more, universe, ticks);
    }

    /// These series and trades that tell what happened inside bars.
    public MarketData telling(TickSeries trades) {
        List<TickSeries> more = new ArrayList<>(ticks);
        more.add(trades);
        return new MarketData(base, others, universe, more);
    }

    /// These series with a universe.
    public MarketData among(List<String> symbols) {
        return new MarketData(base, others, symbols, ticks);
    }

    /// The base series first, then the others.
    public List<MarketSeries> all() {
        List<MarketSeries> all = new ArrayList<>(List.of(base));
        all.addAll(others);
        return List.copyOf(all);
    }

    /// The hash of all data: the base's own where it is alone and its days close at midnight.
    public String hash() {
        if (plain()) {
            return base.hash();
        }
        ContentHash hash = new ContentHash();
        for (MarketSeries series : all()) {
            hash.add(series.key().toString()).add(series.hash());
            hash.add(series.close() == null ? "" : String.valueOf(series.close()));
        }
        universe.forEach(hash::add);
        ticks.forEach(series -> hash.add(series.key().toString()).add(series.hash()));
        return hash.hex();
    }

    /// True for a base series alone, whose days close at midnight.
    public boolean plain() {
        return others.isEmpty() && universe.isEmpty() && ticks.isEmpty() && base.close() == null;
    }

    /// Which series an instrument and a timeframe mean; null is the base's own.
    public SeriesKey key(@Nullable String instrument, @Nullable Timeframe timeframe) {
        return new SeriesKey(
                instrument == null ? base.key().symbol() : instrument,
                timeframe == null ? base.key().timeframe() : timeframe);
    }

    /// The series of that key, else the one with the longest bars of which those of the key can be made; empty if
    /// there is none.
    public Optional<MarketSeries> source(SeriesKey key) {
        List<MarketSeries> all = all();
        Optional<MarketSeries> exact =
                all.stream().filter(series -> series.key().equals(key)).findFirst();
        return exact.isPresent()
                ? exact
                : all.stream()
                        .filter(series -> series.key().symbol().equals(key.symbol()))
                        .filter(series -> key.timeframe().madeOf(series.key().timeframe()))
                        .max(Comparator.comparing(series -> series.key().timeframe()));
    }
}
