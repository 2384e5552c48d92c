package org.tickwright.desktop.chart.plot;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;

/// Bars for tests, the same every time.
public final class Samples {
    /// Nanoseconds of a day.
    public static final long DAY = 86_400_000_000_000L;
    /// Nanoseconds of a minute.
    public static final long MINUTE = 60_000_000_000L;
    /// An exchange that changes its clocks.
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /// Colours that can be told apart.
    public static final Ink INK = new Ink(
            0xFF000001,
            0xFF000002,
            0xFF000003,
            0xFF000004,
            0xFF000005,
            0xFF000006,
            0xFF000007,
            0xFF000008,
            0xFF000009,
            0xFF00000A,
            new int[] {0xFF00000B, 0xFF00000C, 0xFF00000D});

    private Samples() {}

    /// Trading days from 2 January 2013.
    public static long[] days(int n) {
        long[] time = new long[n];
        ZonedDateTime at = ZonedDateTime.of(2013, 1, 2, 0, 0, 0, 0, NEW_YORK);
        for (int i = 0; i < n; i++) {
            time[i] = at.toEpochSecond() * 1_000_000_000L;
            at = at.plusDays(at.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return time;
    }

    /// Minutes of sessions from 9:30 to 16:00 from 2 January 2013.
    public static long[] minutes(int n) {
        long[] time = new long[n];
        ZonedDateTime at = ZonedDateTime.of(2013, 1, 2, 9, 30, 0, 0, NEW_YORK);
        for (int i = 0; i < n; i++) {
            time[i] = at.toEpochSecond() * 1_000_000_000L;
            at = at.plusMinutes(1);
            if (at.toLocalTime().equals(LocalTime.of(16, 0))) {
                int days = at.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1;
                at = at.toLocalDate().plusDays(days).atTime(9, 30).atZone(NEW_YORK);
            }
        }
        return time;
    }

    /// A random walk over those times.
    public static Candles walk(long[] time, double start, double step, long seed) {
        int n = time.length;
        Random random = new Random(seed);
        double[][] columns = new double[5][n];
        double price = start;
        for (int i = 0; i < n; i++) {
            double close = price + step * random.nextGaussian();
            columns[0][i] = price;
            columns[1][i] = Math.max(price, close) + step * random.nextDouble();
            columns[2][i] = Math.min(price, close) - step * random.nextDouble();
            columns[3][i] = close;
            columns[4][i] = 1000 * random.nextDouble();
            price = close;
        }
        return new Candles(time, columns[0], columns[1], columns[2], columns[3], columns[4], n);
    }

    /// Bars that all have the same prices.
    public static Candles flat(int n, double price) {
        double[] prices = new double[n];
        java.util.Arrays.fill(prices, price);
        return new Candles(days(n), prices, prices, prices, prices, new double[n], n);
    }

    /// A chart of candles with volume at the foot.
    public static Plot plot(Candles bars, long barNanos, int decimals) {
        Plot plot = new Plot();
        Pane pane = new Pane(1);
        pane.decimals(decimals);
        pane.layers().add(new VolumeLayer(bars, 0.15));
        pane.layers().add(new CandleLayer(bars));
        plot.panes().add(pane);
        plot.bars(bars, barNanos, NEW_YORK, java.util.Locale.US);
        return plot;
    }
}
