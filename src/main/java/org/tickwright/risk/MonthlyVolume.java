package org.tickwright.risk;

/// What an account traded in the current calendar month (UTC), for commissions in tiers.
public final class MonthlyVolume {
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private long month = Long.MIN_VALUE;
    private double units;
    private double value;

    /// Units traded in the month of `time`, nanoseconds UTC, before now.
    double units(long time) {
        return month == monthOf(time) ? units : 0;
    }

    /// Value traded in the month of `time` before now.
    double value(long time) {
        return month == monthOf(time) ? value : 0;
    }

    void add(long time, double tradedUnits, double tradedValue) {
        long now = monthOf(time);
        if (now != month) {
            month = now;
            units = 0;
            value = 0;
        }
        units += tradedUnits;
        value += tradedValue;
    }

    private static long monthOf(long time) {
        return java.time.LocalDate.ofEpochDay(Math.floorDiv(time, NANOS_PER_DAY))
                .getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH);
    }
}
