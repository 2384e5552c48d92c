package org.tickwright.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/// Makes bars of a timeframe from trades, or from shorter bars, that come in order of time.
///
/// A bar opens at the start of its span: spans within a day count from local midnight, weeks from Monday, months from
/// the first. Spans without trades have no bar. Volumes are summed in the order in which they come. Not safe for
/// several threads.
public final class BarBuilder {
    private final Timeframe timeframe;
    private final Bars bars;
    private final ZoneWindow window;
    private boolean open;
    private long start;
    private long end = Long.MIN_VALUE;
    private double first;
    private double high;
    private double low;
    private double last;
    private double volume;

    /// An empty builder.
    public BarBuilder(Timeframe timeframe, ZoneId zone) {
        if (!timeframe.timed()) {
            throw new IllegalArgumentException("Bars of " + timeframe + " are made of trades, by TickBars");
        }
        this.timeframe = timeframe;
        bars = new Bars(timeframe, zone, 1024);
        window = new ZoneWindow(zone);
    }

    /// Adds a trade.
    public void trade(long time, double price, double size) {
        bar(time, price, price, price, price, size);
    }

    /// Adds a shorter bar that opened at `time`.
    public void bar(long time, double o, double h, double l, double c, double v) {
        if (open && time < end) {
            if (time < start) {
                throw new IllegalArgumentException("Trades must rise in time: " + time + " before " + start);
            }
            high = Math.max(high, h);
            low = Math.min(low, l);
            last = c;
            volume += v;
            return;
        }
        close();
        long day = window.localDay(time);
        start = timeframe.intraday() ? spanStart(time, day) : window.startOfDay(periodStart(day));
        end = timeframe.intraday() ? start + timeframe.nanos() : timeframe.knownAt(start, bars.zone());
        open = true;
        first = o;
        high = h;
        low = l;
        last = c;
        volume = v;
    }

    /// All bars, the last one as far as it has come. The builder is to be dropped afterwards.
    public Bars finish() {
        close();
        return bars;
    }

    private void close() {
        if (open) {
            bars.append(start, first, high, low, last, volume);
            open = false;
        }
    }

    private long spanStart(long time, long day) {
        long midnight = window.startOfDay(day);
        return midnight + Math.floorDiv(time - midnight, timeframe.nanos()) * timeframe.nanos();
    }

    private long periodStart(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (timeframe.unit()) {
            case WEEK -> date.with(DayOfWeek.MONDAY).toEpochDay();
            case MONTH -> date.withDayOfMonth(1).toEpochDay();
            default -> day;
        };
    }
}
