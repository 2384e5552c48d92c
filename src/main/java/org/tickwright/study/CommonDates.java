package org.tickwright.study;

import java.time.ZoneId;
import java.util.Arrays;
import org.tickwright.kernel.CalendarDays;

/// Joins two series of prices on the dates they share.
final class CommonDates {
    private CommonDates() {}

    /// Prices at times whose dates are those of a zone.
    record Dated(long[] time, double[] prices, ZoneId zone) {
        long[] days() {
            return CalendarDays.of(time, time.length, zone);
        }
    }

    static Metrics.Pair of(Dated one, Dated other) {
        long[] days = one.days();
        long[] otherDays = other.days();
        boolean daily = rising(days) && rising(otherDays);
        long[] key = daily ? days : one.time();
        long[] otherKey = daily ? otherDays : other.time();
        int most = Math.min(key.length, otherKey.length);
        long[] commonDays = new long[most];
        double[] first = new double[most];
        double[] second = new double[most];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < key.length && j < otherKey.length) {
            if (key[i] == otherKey[j]) {
                commonDays[count] = days[i];
                first[count] = one.prices()[i++];
                second[count++] = other.prices()[j++];
            } else if (key[i] < otherKey[j]) {
                i++;
            } else {
                j++;
            }
        }
        return new Metrics.Pair(
                ReturnSeries.of(Arrays.copyOf(commonDays, count), Arrays.copyOf(first, count)),
                ReturnSeries.of(Arrays.copyOf(commonDays, count), Arrays.copyOf(second, count)));
    }

    private static boolean rising(long[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] <= values[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
