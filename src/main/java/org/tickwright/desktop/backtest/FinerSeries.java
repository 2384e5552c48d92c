package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.Timeframe;

/// A series that may tell what happened inside the bars, one for each instrument where several are traded, or none;
/// `key` is what the run's settings name.
record FinerSeries(@Nullable String key, String words) {
    /// No finer series.
    static final FinerSeries NONE = new FinerSeries(null, "None");

    /// None, and the stored series of what is traded whose bars are shorter, by timeframe, the shortest first.
    static List<FinerSeries> of(Set<String> traded, Timeframe timeframe, List<SeriesInfo> stored) {
        SortedMap<Timeframe, SortedSet<String>> finer = new TreeMap<>();
        stored.stream()
                .map(SeriesInfo::key)
                .filter(key -> traded.contains(key.symbol()))
                .filter(key -> key.timeframe().compareTo(timeframe) < 0)
                .forEach(key -> finer.computeIfAbsent(key.timeframe(), ignored -> new TreeSet<>())
                        .add(key.toString()));
        List<FinerSeries> choices = new ArrayList<>(List.of(NONE));
        finer.forEach((length, keys) -> choices.add(new FinerSeries(
                String.join(", ", keys),
                traded.size() == 1
                        ? keys.first()
                        : length + " of " + keys.size() + " of " + traded.size() + " instruments")));
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
