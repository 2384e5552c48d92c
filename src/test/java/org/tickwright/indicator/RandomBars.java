package org.tickwright.indicator;

import java.util.SplittableRandom;

/// Columns of a random walk; `onTicks` rounds prices to cents as an exchange would.
record RandomBars(double[] open, double[] high, double[] low, double[] close, double[] volume) {

    static RandomBars of(long seed, int rows, boolean onTicks) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomBars bars = new RandomBars(
                new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        double price = 20 + 200 * random.nextDouble();
        for (int i = 0; i < rows; i++) {
            double open = tick(price, onTicks);
            price *= StrictMath.exp(0.02 * (random.nextDouble() + random.nextDouble() - 1));
            double close = tick(price, onTicks);
            bars.open[i] = open;
            bars.close[i] = close;
            bars.high[i] = tick(Math.max(open, close) * (1 + 0.01 * random.nextDouble()), onTicks);
            bars.low[i] = tick(Math.min(open, close) * (1 - 0.01 * random.nextDouble()), onTicks);
            bars.high[i] = Math.max(bars.high[i], Math.max(open, close));
            bars.low[i] = Math.min(bars.low[i], Math.min(open, close));
            bars.volume[i] = random.nextInt(10) == 0 ? 0 : random.nextInt(1_000_000);
        }
        return bars;
    }

    /// Bars in eighths with many gaps, short and missing bodies and shadows, so that patterns occur. Sums of
    /// eighths are exact in any order.
    static RandomBars candles(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomBars bars = new RandomBars(
                new double[rows], new double[rows], new double[rows], new double[rows], new double[rows]);
        double price = 100;
        for (int i = 0; i < rows; i++) {
            int way = random.nextInt(8) == 0 ? 1 : random.nextBoolean() ? 1 : -1;
            double open = price + (random.nextInt(3) == 0 ? eighths(random, 24) - eighths(random, 24) : 0);
            double close = open + way * (random.nextInt(4) == 0 ? eighths(random, 3) : eighths(random, 24));
            bars.open[i] = open;
            bars.close[i] = close;
            bars.high[i] = Math.max(open, close) + (random.nextBoolean() ? 0 : eighths(random, 16));
            bars.low[i] = Math.min(open, close) - (random.nextBoolean() ? 0 : eighths(random, 16));
            bars.volume[i] = random.nextInt(1000);
            price = Math.clamp(close, 60, 140);
        }
        return bars;
    }

    private static double eighths(SplittableRandom random, int below) {
        return random.nextInt(below) / 8.0;
    }

    private static double tick(double price, boolean onTicks) {
        return onTicks ? Math.round(price * 100) / 100.0 : price;
    }

    int rows() {
        return close.length;
    }

    double[] column(String name) {
        return switch (name) {
            case "open" -> open;
            case "high" -> high;
            case "low" -> low;
            case "close" -> close;
            case "volume" -> volume;
            case "session" -> sessions();
            case "periods" -> periods();
            case "ret1" -> returns();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private double[] sessions() {
        double[] sessions = new double[rows()];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = i / 7;
        }
        return sessions;
    }

    /// Periods of 0 to 34 bars, whole and broken.
    private double[] periods() {
        double[] periods = new double[rows()];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = (7 * i + 3) % 35 + i % 2 * 0.5;
        }
        return periods;
    }

    private double[] returns() {
        double[] returns = new double[rows()];
        for (int i = 1; i < returns.length; i++) {
            returns[i] = close[i] / close[i - 1] - 1;
        }
        return returns;
    }
}
