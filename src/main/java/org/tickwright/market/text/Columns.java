package org.tickwright.market.text;

import java.util.List;
import java.util.Map;
import org.tickwright.market.Bars;

/// Which column of a file holds what, counted from 0; -1 where there is none.
///
/// `clock` is the time of day where date and time stand in two columns. A file of closes alone has only `close`.
record Columns(int time, int clock, int open, int high, int low, int close, int volume) {

    /// True where only one price is given.
    boolean closeOnly() {
        return open < 0;
    }

    /// The column of a field, or -1.
    int of(Bars.Field field) {
        return switch (field) {
            case OPEN -> open;
            case HIGH -> high;
            case LOW -> low;
            case CLOSE -> close;
            case VOLUME -> volume;
        };
    }

    /// The largest column that a row must reach.
    int last() {
        int last = Math.max(Math.max(time, clock), Math.max(close, volume));
        return Math.max(last, Math.max(open, Math.max(high, low)));
    }

    /// True if a bar's field comes from this column.
    boolean uses(int column) {
        return List.of(time, clock, open, high, low, close, volume).contains(column);
    }

    /// Positions from 1 by the names that import options use.
    Map<String, Integer> positions() {
        Map<String, Integer> positions = new java.util.LinkedHashMap<>();
        positions.put(clock < 0 ? "time" : "date", time + 1);
        positions.put("time", (clock < 0 ? time : clock) + 1);
        positions.put("open", open + 1);
        positions.put("high", high + 1);
        positions.put("low", low + 1);
        positions.put("close", close + 1);
        positions.put("volume", volume + 1);
        positions.values().removeIf(position -> position == 0);
        return positions;
    }
}
