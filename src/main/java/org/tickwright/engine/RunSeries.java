package org.tickwright.engine;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;

/// A series that a run read: which it is, whether a generator made it, the hash of its bars, and the close of its
/// sessions (`16:00@America/New_York`), null where its days were known at the next midnight.
public record RunSeries(
        SeriesKey key,
        boolean simulated,
        String hash,
        @Nullable String sessionClose) {

    /// What a run read, the base series first; empty where it read the base series alone and as it is.
    static List<RunSeries> of(MarketData data) {
        if (data.plain()) {
            return List.of();
        }
        Stream<RunSeries> ticks = data.ticks().stream()
                .map(series -> new RunSeries(series.key(), series.simulated(), series.hash(), null));
        return Stream.concat(data.all().stream().map(RunSeries::of), ticks).toList();
    }

    private static RunSeries of(MarketSeries series) {
        SessionClose close = series.close();
        return new RunSeries(
                series.key(), series.simulated(), series.hash(), close == null ? null : String.valueOf(close));
    }

    /// In words: `SPY 1d (16:00@America/New_York)`.
    public String inWords() {
        return key + (simulated ? " (SIMULATED)" : "") + (sessionClose == null ? "" : ", closes " + sessionClose);
    }
}
