package org.tickwright.market;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Bars of a timeframe that grow trade by trade, the last one as far as it has come.
///
/// They are bit for bit what [TickBars] makes of the same trades at once: the same spans, sums in the order of the
/// trades. Safe for any number of threads: one adds trades, others copy what has changed.
public final class LiveBars {
    private final Timeframe timeframe;
    private final ZoneId zone;
    private final @Nullable BarSpan span;
    private final Bars bars;
    private long trades;

    /// No bars yet; `timeframe` ends by the clock.
    public LiveBars(Timeframe timeframe, ZoneId zone) {
        if (!timeframe.timed()) {
            throw new IllegalArgumentException("Bars of " + timeframe + " are made of trades, by TickBars");
        }
        this(timeframe, zone, new BarSpan(timeframe, zone, null));
    }

    private LiveBars(Timeframe timeframe, ZoneId zone, @Nullable BarSpan span) {
        this.timeframe = timeframe;
        this.zone = zone;
        this.span = span;
        bars = new Bars(timeframe, zone, 1024);
    }

    /// No bars yet, of any timeframe: they come complete, by [#done].
    public static LiveBars told(Timeframe timeframe, ZoneId zone) {
        return new LiveBars(timeframe, zone, null);
    }

    /// The length of a bar.
    public Timeframe timeframe() {
        return timeframe;
    }

    /// Adds a trade; true where it begins a bar. One that lies before the last bar is an [IllegalArgumentException].
    public synchronized boolean trade(long time, double price, double size) {
        return bar(time, price, price, price, price, size);
    }

    /// Adds a shorter bar that opened at `time`; true where it begins a bar.
    public synchronized boolean bar(long time, double open, double high, double low, double close, double volume) {
        BarSpan spans = span;
        if (spans == null) {
            throw new IllegalStateException("Bars of " + timeframe + " come complete here, by done");
        }
        trades++;
        int last = bars.size() - 1;
        if (last >= 0 && time < spans.end()) {
            if (time < spans.start()) {
                throw new IllegalArgumentException("Trades must rise in time: " + time + " before " + spans.start());
            }
            bars.replaceLast(
                    high > bars.high(last) ? high : bars.high(last),
                    low < bars.low(last) ? low : bars.low(last),
                    close,
                    bars.volume(last) + volume);
            return false;
        }
        spans.around(time);
        bars.append(spans.start(), open, high, low, close, volume);
        return true;
    }

    /// Adds a bar of this timeframe as it is.
    public synchronized void done(long time, double open, double high, double low, double close, double volume) {
        trades++;
        bars.append(time, open, high, low, close, volume);
    }

    /// How many trades, or bars that were told, there were.
    public synchronized long trades() {
        return trades;
    }

    /// How many bars there are.
    public synchronized int size() {
        return bars.size();
    }

    /// A copy of all bars, the last one as far as it has come.
    public synchronized Bars copy() {
        return bars.slice(0, bars.size());
    }

    /// No bars, to be brought up to date by [#update(Bars)].
    public Bars empty() {
        return new Bars(timeframe, zone, 1024);
    }

    /// Brings a copy up to date; returns the first row that is new or may have changed. The copy was made by [#empty()]
    /// or [#copy()] and belongs to the caller.
    public synchronized int update(Bars copy) {
        int from = Math.max(0, copy.size() - 1);
        for (int i = from; i < bars.size(); i++) {
            if (i < copy.size()) {
                copy.replaceLast(bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            } else {
                copy.append(bars.time(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            }
        }
        return from;
    }
}
