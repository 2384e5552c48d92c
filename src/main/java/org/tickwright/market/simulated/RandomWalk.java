package org.tickwright.market.simulated;

import java.time.ZoneId;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

/// Any number of bars of a plain random walk on cents, for benchmarks and tests of size.
public final class RandomWalk {
    private static final long FIRST = 1_420_070_400_000_000_000L;

    private RandomWalk() {}

    /// Bars without gaps from 2015-01-01T00:00Z on; the same seed gives the same bits.
    public static Bars bars(Timeframe timeframe, int count, long seed) {
        Randomness random = new Randomness(seed);
        Bars bars = new Bars(timeframe, ZoneId.of("UTC"), count);
        double price = 100;
        for (int i = 0; i < count; i++) {
            double open = price;
            double high = open;
            double low = open;
            for (int tick = 0; tick < 3; tick++) {
                price *= 1 + 0.0005 * random.normal();
                price = Math.clamp(StrictMath.rint(price * 100) / 100, 5, 20_000);
                high = Math.max(high, price);
                low = Math.min(low, price);
            }
            double volume = 100 + (random.bits() >>> 54);
            bars.append(FIRST + i * timeframe.nanos(), open, high, low, price, volume);
        }
        return bars;
    }

    /// Minute bars.
    public static Bars minutes(int count, long seed) {
        return bars(Timeframe.MINUTE, count, seed);
    }
}
