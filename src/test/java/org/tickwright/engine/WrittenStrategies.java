package org.tickwright.engine;

import org.tickwright.market.Bars;

/// The strategies of the reference backtests, written out from their definitions: a second opinion on the
/// templates.
public final class WrittenStrategies {
    private WrittenStrategies() {}

    /// Fast average over slow average: enters long and leaves short when it crosses above, mirrored below.
    public static ColumnStrategy smaCross(Bars bars, int fast, int slow) {
        return crossing(difference(average(bars, fast), average(bars, slow)));
    }

    /// Histogram of the MACD over zero.
    public static ColumnStrategy macd(Bars bars, int fast, int slow, int signal) {
        double[] close = closes(bars);
        // TA-Lib starts the fast average where the slow one starts, so that both see the same first bars.
        double[] line = difference(exponential(close, fast, slow - fast), exponential(close, slow, 0));
        return crossing(difference(line, exponential(line, signal, slow - 1)));
    }

    /// Levels of Wilder's RSI, not crossings.
    public static ColumnStrategy rsi(Bars bars, int period, double[] levels) {
        double[] rsi = strength(bars, period);
        boolean[][] enter = new boolean[2][rsi.length];
        boolean[][] exit = new boolean[2][rsi.length];
        for (int i = 0; i < rsi.length; i++) {
            enter[0][i] = rsi[i] < levels[0];
            exit[0][i] = rsi[i] > levels[1];
            enter[1][i] = rsi[i] > levels[2];
            exit[1][i] = rsi[i] < levels[3];
        }
        return new ColumnStrategy(enter, exit);
    }

    /// Breakout of the channel of `entry` bars with a trailing stop of `multiple` average true ranges.
    public static ColumnStrategy donchian(Bars bars, int entry, int exitBars, int atr, double multiple) {
        int n = bars.size();
        boolean[][] enter = new boolean[2][n];
        boolean[][] exit = new boolean[2][n];
        double[][] trail = new double[2][n];
        double[] range = trueRange(bars, atr);
        for (int i = 0; i < n; i++) {
            enter[0][i] = bars.close(i) > highest(bars, i - entry, i);
            exit[0][i] = bars.close(i) < lowest(bars, i - exitBars, i);
            enter[1][i] = bars.close(i) < lowest(bars, i - entry, i);
            exit[1][i] = bars.close(i) > highest(bars, i - exitBars, i);
            boolean ready = !Double.isNaN(range[i]);
            enter[0][i] &= ready;
            enter[1][i] &= ready;
            trail[0][i] = multiple * range[i];
            trail[1][i] = multiple * range[i];
        }
        return new ColumnStrategy(enter, exit).trailing(trail);
    }

    private static double highest(Bars bars, int from, int to) {
        double highest = from < 0 ? Double.NaN : bars.high(from);
        for (int i = Math.max(from, 0); i < to; i++) {
            highest = Math.max(highest, bars.high(i));
        }
        return highest;
    }

    private static double lowest(Bars bars, int from, int to) {
        double lowest = from < 0 ? Double.NaN : bars.low(from);
        for (int i = Math.max(from, 0); i < to; i++) {
            lowest = Math.min(lowest, bars.low(i));
        }
        return lowest;
    }

    private static ColumnStrategy crossing(double[] difference) {
        boolean[] up = new boolean[difference.length];
        boolean[] down = new boolean[difference.length];
        for (int i = 1; i < difference.length; i++) {
            up[i] = difference[i] > 0 && difference[i - 1] <= 0;
            down[i] = difference[i] < 0 && difference[i - 1] >= 0;
        }
        return new ColumnStrategy(new boolean[][] {up, down}, new boolean[][] {down, up});
    }

    static double[] closes(Bars bars) {
        double[] close = new double[bars.size()];
        for (int i = 0; i < close.length; i++) {
            close[i] = bars.close(i);
        }
        return close;
    }

    private static double[] difference(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }

    static double[] average(Bars bars, int period) {
        double[] average = new double[bars.size()];
        for (int i = 0; i < average.length; i++) {
            double sum = 0;
            for (int k = 0; k < period && i >= period - 1; k++) {
                sum += bars.close(i - k);
            }
            average[i] = i < period - 1 ? Double.NaN : sum / period;
        }
        return average;
    }

    /// Seeded with the plain average of the first `period` defined values from `from` on.
    private static double[] exponential(double[] values, int period, int from) {
        double[] average = new double[values.length];
        java.util.Arrays.fill(average, Double.NaN);
        double sum = 0;
        for (int i = from; i < from + period && i < values.length; i++) {
            sum += values[i];
        }
        int seed = from + period - 1;
        if (seed < values.length) {
            average[seed] = sum / period;
        }
        for (int i = seed + 1; i < values.length; i++) {
            average[i] = average[i - 1] + 2.0 / (period + 1) * (values[i] - average[i - 1]);
        }
        return average;
    }

    private static double[] strength(Bars bars, int period) {
        double[] rsi = new double[bars.size()];
        java.util.Arrays.fill(rsi, Double.NaN);
        double gain = 0;
        double loss = 0;
        for (int i = 1; i < rsi.length; i++) {
            double change = bars.close(i) - bars.close(i - 1);
            double up = Math.max(change, 0);
            double down = Math.max(-change, 0);
            if (i <= period) {
                gain += up / period;
                loss += down / period;
            } else {
                gain = (gain * (period - 1) + up) / period;
                loss = (loss * (period - 1) + down) / period;
            }
            if (i >= period) {
                rsi[i] = 100 * gain / (gain + loss);
            }
        }
        return rsi;
    }

    private static double[] trueRange(Bars bars, int period) {
        double[] range = new double[bars.size()];
        java.util.Arrays.fill(range, Double.NaN);
        double average = 0;
        for (int i = 1; i < range.length; i++) {
            double before = bars.close(i - 1);
            double wide = Math.max(bars.high(i), before) - Math.min(bars.low(i), before);
            average = i <= period ? average + wide / period : (average * (period - 1) + wide) / period;
            range[i] = i < period ? Double.NaN : average;
        }
        return range;
    }
}
