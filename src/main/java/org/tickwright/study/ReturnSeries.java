package org.tickwright.study;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.CalendarDays;

/// Wealth over time and the simple returns between its values.
///
/// Wealth has one value more than there are returns: `returns[t-1] = wealth[t] / wealth[t-1] - 1`. Days
/// are counted from 1970-01-01 in the zone of the series; [#UNKNOWN_DAY] stands first where only returns
/// are known and nobody said when the first period began.
public final class ReturnSeries {
    /// A day nobody told.
    public static final long UNKNOWN_DAY = Long.MIN_VALUE;

    private final long[] days;
    private final double[] wealth;
    private final double[] returns;

    private ReturnSeries(long[] days, double[] wealth, double[] returns) {
        this.days = days;
        this.wealth = wealth;
        this.returns = returns;
    }

    /// A series of prices or of equity; `time` in nanoseconds UTC, rising.
    public static ReturnSeries ofPrices(long[] time, double[] prices, ZoneId zone) {
        requireSameLength(time.length, prices.length);
        return of(CalendarDays.of(time, time.length, zone), prices.clone());
    }

    /// The equity of an account at the close of each bar. The first return is the one against the initial
    /// capital.
    public static ReturnSeries ofEquity(long[] time, double[] equity, double initialCapital, ZoneId zone) {
        requireSameLength(time.length, equity.length);
        long[] barDays = CalendarDays.of(time, time.length, zone);
        long[] days = new long[time.length + 1];
        double[] wealth = new double[time.length + 1];
        days[0] = time.length == 0 ? UNKNOWN_DAY : barDays[0];
        wealth[0] = initialCapital;
        System.arraycopy(barDays, 0, days, 1, time.length);
        System.arraycopy(equity, 0, wealth, 1, time.length);
        return of(days, wealth);
    }

    /// A series of simple returns; `time` is the end of each period. `begin` is the start of the first
    /// period in nanoseconds UTC, or null if it is not known: then figures that need it stay undefined.
    public static ReturnSeries ofReturns(long[] time, double[] returns, @Nullable Long begin, ZoneId zone) {
        requireSameLength(time.length, returns.length);
        long[] days = new long[time.length + 1];
        double[] wealth = new double[time.length + 1];
        CalendarDays calendar = new CalendarDays(zone);
        days[0] = begin == null ? UNKNOWN_DAY : calendar.dayOf(begin);
        wealth[0] = 1;
        for (int i = 0; i < returns.length; i++) {
            days[i + 1] = calendar.dayOf(time[i]);
            wealth[i + 1] = wealth[i] * (1 + returns[i]);
        }
        return new ReturnSeries(days, wealth, returns.clone());
    }

    /// A series of wealth on days already counted; keeps the arrays.
    static ReturnSeries of(long[] days, double[] wealth) {
        double[] returns = new double[Math.max(0, wealth.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = wealth[i + 1] / wealth[i] - 1;
        }
        return new ReturnSeries(days, wealth, returns);
    }

    /// The number of returns.
    public int size() {
        return returns.length;
    }

    /// The return of period `i`, which ends at `day(i + 1)`.
    public double returnAt(int i) {
        return returns[i];
    }

    /// The wealth at point `i`, 0 to [#size()].
    public double wealth(int i) {
        return wealth[i];
    }

    /// The day of point `i` since 1970-01-01, or [#UNKNOWN_DAY].
    public long day(int i) {
        return days[i];
    }

    /// The date of point `i`, or null where it is not known.
    public @Nullable LocalDate date(int i) {
        return i < 0 || i >= days.length || days[i] == UNKNOWN_DAY ? null : LocalDate.ofEpochDay(days[i]);
    }

    /// The returns less a rate per period.
    double[] excess(double rate) {
        return Arrays.stream(returns).map(value -> value - rate).toArray();
    }

    /// All returns; not to be written to.
    double[] returns() {
        return returns;
    }

    private static void requireSameLength(int times, int values) {
        if (times != values) {
            throw new IllegalArgumentException("As many values as times needed, were " + values + " and " + times);
        }
    }
}
