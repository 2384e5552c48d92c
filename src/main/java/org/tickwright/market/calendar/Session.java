package org.tickwright.market.calendar;

import java.time.LocalDate;
import org.tickwright.market.Timeframe;

/// The hours of one trading day.
///
/// @param day the trading day in the exchange's zone
/// @param open when trading begins, nanoseconds UTC; the evening before where the exchange trades overnight
/// @param close when it ends, nanoseconds UTC
/// @param unusual why the hours are not the ordinary ones, empty where they are
public record Session(LocalDate day, long open, long close, String unusual) {
    /// Checks that it opens before it closes.
    public Session {
        if (open >= close) {
            throw new IllegalArgumentException("A session opens before it closes, was " + open + " to " + close);
        }
    }

    /// Whether an instant lies in it; its close does not.
    public boolean contains(long nanos) {
        return open <= nanos && nanos < close;
    }

    /// How many bars of an intraday timeframe it fills, the last of them maybe in part.
    public int bars(Timeframe timeframe) {
        if (!timeframe.intraday()) {
            throw new IllegalArgumentException("A session has no bars of " + timeframe + "; it is one day");
        }
        return Math.toIntExact(bars(timeframe.nanos()));
    }

    /// How many bars of that many nanoseconds it fills, the last of them maybe in part.
    public long bars(long nanos) {
        return Math.ceilDiv(close - open, nanos);
    }
}
