package org.tickwright.workbench;

import org.tickwright.market.SeriesKey;

/// A series that a strategy reads or trades beside its base series: `source` is the series of the store that it is made
/// of, which is `series` itself where it is stored as it is.
public record SeriesReading(SeriesKey series, SeriesKey source, boolean simulated) {
    /// Where it comes from, for people.
    public String inWords() {
        String from = series.equals(source) ? "As stored." : "Made of " + source + ".";
        return simulated ? from + " Simulated market: these prices never traded." : from;
    }
}
