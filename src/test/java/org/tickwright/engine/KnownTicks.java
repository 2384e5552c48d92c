package org.tickwright.engine;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// A generated market whose every price is known: hourly bars, and one minute bar per step of the price, each
/// from the step before to this one, so that the price is continuous.
record KnownTicks(Bars hours, Bars steps) {
    private static final int STEPS = 60;
    private static final long SECOND = 1_000_000_000L;
    private static final Timeframe HOUR = Timeframe.parse("1h");

    static KnownTicks of(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars hours = new Bars(HOUR, ZoneOffset.UTC, count);
        Bars steps = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, count * STEPS);
        int price = 10_000;
        double drift = 0;
        for (int hour = 0; hour < count; hour++) {
            drift = 0.9 * drift + 0.2 * (random.nextDouble() - 0.5);
            long opening = 1_600_000_000L / 3600 * 3600 + 3600L * hour;
            int open = price;
            int high = price;
            int low = price;
            for (int step = 0; step < STEPS; step++) {
                int before = price;
                price += random.nextDouble() < 0.5 + drift ? 1 + random.nextInt(4) : -1 - random.nextInt(4);
                high = Math.max(high, price);
                low = Math.min(low, price);
                steps.append(
                        (opening + 60L * step) * SECOND,
                        before / 100.0,
                        Math.max(before, price) / 100.0,
                        Math.min(before, price) / 100.0,
                        price / 100.0,
                        1e6);
            }
            hours.append(opening * SECOND, open / 100.0, high / 100.0, low / 100.0, price / 100.0, STEPS * 1e6);
        }
        return new KnownTicks(hours, steps);
    }

    /// The hours alone.
    MarketData blind() {
        return MarketData.of(new MarketSeries(new SeriesKey("TEST", HOUR), true, hours, "h"));
    }

    /// The hours and what happened in them.
    MarketData seeing() {
        return blind().with(new MarketSeries(new SeriesKey("TEST", Timeframe.MINUTE), true, steps, "m"));
    }
}
