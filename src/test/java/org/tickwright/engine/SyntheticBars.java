package org.tickwright.engine;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

/// Generated bars for tests and benchmarks: a random walk with gaps and a range around each step, the same
/// for the same seed.
public final class SyntheticBars {
    private static final long DAY = 86_400_000_000_000L;
    private static final long MINUTE = 60_000_000_000L;

    private SyntheticBars() {}

    /// Daily bars from 2000 on.
    public static Bars daily(long seed, int count) {
        return walk(seed, count, Timeframe.DAY, DAY, 10_957 * DAY, 0.02);
    }

    /// Minute bars around the clock from 2020 on.
    public static Bars minutes(long seed, int count) {
        return walk(seed, count, Timeframe.MINUTE, MINUTE, 18_262 * DAY, 0.002);
    }

    private static Bars walk(long seed, int count, Timeframe timeframe, long step, long start, double width) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = new Bars(timeframe, ZoneOffset.UTC, count);
        double price = 100;
        for (int i = 0; i < count; i++) {
            double gap = random.nextInt(30) == 0 ? 3 : 0.25;
            double open = price * (1 + gap * width * (random.nextDouble() - 0.5));
            // Drawn back towards 100, so that a million steps neither vanish nor explode.
            double close = open * (1 + width * (random.nextDouble() - 0.5)) * StrictMath.pow(100 / open, 1e-4);
            double high = Math.max(open, close) * (1 + width * random.nextDouble() / 3);
            double low = Math.min(open, close) * (1 - width * random.nextDouble() / 3);
            bars.append(start + i * step, open, high, low, close, 1000 + random.nextInt(9000));
            price = close;
        }
        return bars;
    }
}
