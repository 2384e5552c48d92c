package org.tickwright.study;

import java.time.ZoneId;
import java.util.Arrays;
import org.tickwright.kernel.CalendarDays;

/// Two series of prices on the dates they share: dates first, returns afterwards.
///
/// Where each series has one value a day they are joined by date, otherwise by the exact time.
record CommonDates(ReturnSeries first, ReturnSeries second) {

    static CommonDates of(long[] time, double[] prices, long[] otherTime, double[] otherPrices, ZoneId zone) {
        long[] days = CalendarDays.of(time, time.length, zone);
        long[] otherDays = CalendarDays.of(otherTime, otherTime.length, zone);
        boolean daily = rising(days) && rising(otherDays);
        long[] key = daily ? days : time;
        long[] otherKey = daily ? otherDays : otherTime;
        int most = Math.min(key.length, otherKey.length);
        long[] commonDays = new long[most];
        double[] first = new double[most];
        double[] second = new double[most];
        int count = 0;
        for (int i = 0, j = 0; i < key.length && j < otherKey.length; ) {
            if (key[i] < otherKey[j]) {
                i++;
            } else if (key[i] > otherKey[j]) {
                j++;
            } else {
                commonDays[count] = days[i];
                first[count] = prices[i++];
                second[count++] = otherPrices[j++];
            }
        }
        return new CommonDates(
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
