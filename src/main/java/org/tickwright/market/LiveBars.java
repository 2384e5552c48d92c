package org.tickwright.market;

import java.time.ZoneId;

/// Bars of a timeframe that grow trade by trade, the last one as far as it has come.
///
/// They are bit for bit what [TickBars] makes of the same trades at once: the same spans, sums in the order of the
/// trades. Safe for any number of threads: one adds trades, others copy what has changed.
public final class LiveBars {
    private final Timeframe timeframe;
    private final ZoneId zone;
    private final BarSpan span;
    private final Bars bars;
    private long trades;

    /// No bars yet; `timeframe` ends by the clock.
    public LiveBars(Timeframe timeframe, ZoneId zone) {
        if (!timeframe.timed()) {
            throw new IllegalArgumentException("Bars of " + timeframe + " are made of trades, by TickBars");
        }
        this.timeframe = timeframe;
        this.zone = zone;
        span = new BarSpan(timeframe, zone, null);
        bars = new Bars(timeframe, zone, 1024);
    }

    /// The length of a bar.
    public Timeframe timeframe() {
        return timeframe;
    }

    /// Adds a trade; true where it begins a bar. One that lies before the last bar is an [IllegalArgumentException].
    public synchronized boolean trade(long time, double price, double size) {
        trades++;
        int last = bars.size() - 1;
        if (last >= 0 && time < span.end()) {
            if (time < span.start()) {
                throw new IllegalArgumentException("Trades must rise in time: " + time + " before " + span.start());
            }
            bars.replaceLast(
                    price > bars.high(last) ? price : bars.high(last),
                    price < bars.low(last) ? price : bars.low(last),
                    price,
                    bars.volume(last) + size);
            return false;
        }
        span.around(time);
        bars.append(span.start(), price, price, price, price, size);
        return true;
    }

    /// How many trades there were.
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
