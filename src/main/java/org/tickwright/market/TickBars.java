package org.tickwright.market;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.tickwright.kernel.LongColumn;

/// Makes bars of trades in one pass: of a length in time, or of so many trades, units or so much money.
///
/// A bar takes in trades whole, and only what was done before its end; volumes are summed in the order of the trades.
/// Bars of time have the [spans][BarSpan] that longer bars made of shorter ones have; a span without trades has no bar,
/// and the last one is as long as the trades reach. Any other bar is known with the trade that fills it, and one that
/// the trades do not fill is left out. Nothing is allocated for a trade.
public final class TickBars {
    private final TradeTicks ticks;
    private final double[] prices;
    private final double[] sizes;
    private final Bars bars;
    private final LongColumn ends = new LongColumn(16);
    private long last = Long.MIN_VALUE;

    private TickBars(TradeTicks ticks, Timeframe timeframe, ZoneId zone) {
        this.ticks = ticks;
        prices = ticks.prices();
        sizes = ticks.sizes();
        bars = new Bars(timeframe, zone, 1024);
    }

    /// The bars of a timeframe; days are those of the zone.
    public static Bars of(TradeTicks ticks, Timeframe timeframe, ZoneId zone) {
        TickBars made = new TickBars(ticks, timeframe, zone);
        if (timeframe.timed()) {
            made.times(new BarSpan(timeframe, zone, null));
        } else {
            made.fill(timeframe);
        }
        return made.bars;
    }

    private void fill(Timeframe timeframe) {
        int count = timeframe.count();
        switch (timeframe.unit()) {
            case TRADE -> trades(count);
            case VOLUME -> volumes(count);
            default -> notionals(count);
        }
    }

    /// Behind which trade each bar of what was traded ends.
    public static int[] ends(TradeTicks ticks, Timeframe timeframe) {
        if (timeframe.timed()) {
            throw new IllegalArgumentException("Bars of " + timeframe + " end by the clock, not with a trade");
        }
        TickBars made = new TickBars(ticks, timeframe, ZoneOffset.UTC);
        made.fill(timeframe);
        return Arrays.stream(made.ends.toArray()).mapToInt(Math::toIntExact).toArray();
    }

    private void times(BarSpan span) {
        int n = ticks.size();
        for (int from = 0; from < n; ) {
            span.around(ticks.time(from));
            int to = ticks.indexAtOrAfter(from + 1, span.end());
            bar(span.start(), from, to);
            from = to;
        }
    }

    private void trades(int count) {
        for (int from = 0; ticks.size() - from >= count; from += count) {
            filled(from, from + count);
        }
    }

    private void volumes(double wanted) {
        int from = 0;
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += Math.abs(sizes[i]);
            if (sum >= wanted) {
                filled(from, i + 1);
                from = i + 1;
                sum = 0;
            }
        }
    }

    private void notionals(double wanted) {
        int from = 0;
        double sum = 0;
        for (int i = 0; i < sizes.length; i++) {
            sum += Math.abs(sizes[i]) * prices[i];
            if (sum >= wanted) {
                filled(from, i + 1);
                from = i + 1;
                sum = 0;
            }
        }
    }

    /// A bar of what was traded. Where its first trade has the time of the bar before, it opens a nanosecond later:
    /// no two bars open at once.
    private void filled(int from, int to) {
        long start = bars.size() == 0 ? ticks.time(from) : Math.max(ticks.time(from), last + 1);
        bar(start, from, to);
        bars.knownFrom(Math.max(start, ticks.time(to - 1)));
        ends.append(to);
        last = start;
    }

    private void bar(long start, int from, int to) {
        double high = prices[from];
        double low = high;
        double volume = Math.abs(sizes[from]);
        for (int i = from + 1; i < to; i++) {
            double price = prices[i];
            high = price > high ? price : high;
            low = price < low ? price : low;
            volume += Math.abs(sizes[i]);
        }
        bars.append(start, prices[from], high, low, prices[to - 1], volume);
    }
}
