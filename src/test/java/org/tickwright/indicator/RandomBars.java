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
}
