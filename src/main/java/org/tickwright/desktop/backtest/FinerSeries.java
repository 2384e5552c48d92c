package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;

/// A series that may tell what happened inside the bars, or none; `key` is what the run's settings name.
record FinerSeries(@Nullable String key, String words) {
    /// No finer series.
    static final FinerSeries NONE = new FinerSeries(null, "None");

    /// None, and every stored series of the same symbol whose bars are shorter, the shortest first.
    static List<FinerSeries> of(SeriesInfo base, List<SeriesInfo> stored) {
        List<FinerSeries> choices = new ArrayList<>(List.of(NONE));
        stored.stream()
                .filter(info -> info.key().symbol().equals(base.key().symbol()))
                .filter(info -> info.key().timeframe().compareTo(base.key().timeframe()) < 0)
                .sorted(java.util.Comparator.comparing(info -> info.key().timeframe()))
                .map(info -> new FinerSeries(info.key().toString(), info.key().toString()))
                .forEach(choices::add);
        return choices;
    }

    /// The choice of a name; one that is not offered any more stays a choice and says so.
    static FinerSeries named(@Nullable String key, List<FinerSeries> offered) {
        return offered.stream()
                .filter(choice -> Objects.equals(choice.key(), key))
                .findFirst()
                .orElseGet(() -> new FinerSeries(key, key + " (not in the store)"));
    }

    @Override
    public String toString() {
        return words;
    }
}
