package org.tickwright.strategy;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// Bars for tests: given closes, or a seeded random walk on a grid of ticks, where ties are frequent.
final class Markets {
    private static final long HOUR = 3_600_000_000_000L;

    private Markets() {}

    /// Bars that open at the last close and reach 1 beyond both.
    static Bars closes(double... closes) {
        Bars bars = new Bars(Timeframe.parse("1h"), ZoneOffset.UTC, closes.length);
        double open = closes.length == 0 ? 0 : closes[0];
        for (double close : closes) {
            append(bars, open, Math.max(open, close) + 1, Math.min(open, close) - 1, close, 100);
            open = close;
        }
        return bars;
    }

    /// A random walk.
    static Bars random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = new Bars(Timeframe.parse("1h"), ZoneOffset.UTC, count);
        double price = 100;
        for (int i = 0; i < count; i++) {
            double open = price + random.nextInt(-1, 2) * 0.25;
            double close = Math.max(1, open + random.nextInt(-6, 7) * 0.25);
            double high = Math.max(open, close) + random.nextInt(0, 4) * 0.25;
            double low = Math.min(open, close) - random.nextInt(0, 4) * 0.25;
            append(bars, open, high, low, close, random.nextInt(0, 5) * 50);
            price = close;
        }
        return bars;
    }

    /// A series with two others: SPARSE, of the same timeframe with holes, and SLOW, of four hours.
    static MarketData around(long seed, Bars base) {
        return data(base, sparse(seed, base.size()), slow(seed, base.size()));
    }

    static MarketData data(Bars base, Bars sparse, Bars slow) {
        return MarketData.of(series("BASE", base))
                .with(series("SPARSE", sparse))
                .with(series("SLOW", slow));
    }

    private static MarketSeries series(String symbol, Bars bars) {
        return new MarketSeries(new SeriesKey(symbol, bars.timeframe()), true, bars, "");
    }

    static Bars sparse(long seed, int hours) {
        SplittableRandom random = new SplittableRandom(seed ^ 17);
        Bars all = random(seed + 1, hours);
        Bars bars = new Bars(all.timeframe(), all.zone(), hours);
        for (int i = 0; i < hours; i++) {
            if (random.nextInt(3) > 0) {
                bars.append(all.time(i), all.open(i), all.high(i), all.low(i), all.close(i), all.volume(i));
            }
        }
        return bars;
    }

    static Bars slow(long seed, int hours) {
        Bars all = random(seed + 2, hours / 4);
        Bars bars = new Bars(Timeframe.parse("4h"), all.zone(), hours);
        for (int i = 0; i < all.size(); i++) {
            bars.append(4 * all.time(i), all.open(i), all.high(i), all.low(i), all.close(i), all.volume(i));
        }
        return bars;
    }

    static void append(Bars bars, double open, double high, double low, double close, double volume) {
        bars.append(bars.size() * HOUR, open, high, low, close, volume);
    }
}
