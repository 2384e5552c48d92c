package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.VolumeProfile.ValueArea;

class VolumeProfileTest {
    private static TradeTicks ticks(double... pricesAndSizes) {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        for (int i = 0; i < pricesAndSizes.length; i += 2) {
            builder.append(i, pricesAndSizes[i], pricesAndSizes[i + 1]);
        }
        return builder.build();
    }

    private static VolumeProfile profile(double... volumes) {
        double[] pairs = new double[2 * volumes.length];
        for (int i = 0; i < volumes.length; i++) {
            pairs[2 * i] = 10 + i;
            pairs[2 * i + 1] = volumes[i];
        }
        TradeTicks ticks = ticks(pairs);
        return VolumeProfile.of(ticks, 0, ticks.size(), 1);
    }

    @Test
    void everyTradeCountsInItsRowAndOnItsSide() {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        builder.append(1, 10.00, 5, Aggressor.BUYER);
        builder.append(2, 10.25, 3, Aggressor.SELLER);
        builder.append(3, 10.30, 2, Aggressor.SELLER);
        builder.append(4, 10.75, 7, Aggressor.BUYER);
        VolumeProfile profile = VolumeProfile.of(builder.build(), 0, 4, 0.25);
        assertEquals(4, profile.rows());
        assertEquals(10.25, profile.price(1));
        assertEquals(5, profile.volume(0));
        assertEquals(5, profile.volume(1));
        assertEquals(0, profile.volume(2));
        assertEquals(7, profile.bought(3));
        assertEquals(5, profile.sold(1));
        assertEquals(0, profile.sold(3));
        assertEquals(17, profile.total());
        assertTrue(profile.exact());
        assertEquals(2, VolumeProfile.of(builder.build(), 1, 3, 0.25).volume(0) - 3);
    }

    @Test
    void aPriceOnAnEdgeBelongsToTheUpperRowWhateverItsBits() {
        VolumeProfile profile = profileOf(0.1, 0.1, 0.2, 0.3, 0.7, 1.1);
        for (double price : new double[] {0.1, 0.2, 0.3, 0.7, 1.1}) {
            int row = (int) Math.round(price * 10) - 1;
            assertEquals(1, profile.volume(row), "at " + price);
            assertEquals(price, profile.price(row), 1e-12);
        }
    }

    private static VolumeProfile profileOf(double height, double... prices) {
        double[] pairs = new double[2 * prices.length];
        for (int i = 0; i < prices.length; i++) {
            pairs[2 * i] = prices[i];
            pairs[2 * i + 1] = 1;
        }
        return VolumeProfile.of(ticks(pairs), 0, prices.length, height);
    }

    /// Worked by hand: 40, then 15 + 10 above against 20 + 5 below, a tie, up: 65; then 30 above against 25 below: 95
    /// of
    /// 120, enough for 0.7.
    @Test
    void theValueAreaGrowsByPairsFromThePointOfControl() {
        VolumeProfile profile = profile(5, 20, 40, 15, 10, 30);
        assertEquals(2, profile.pointOfControl());
        assertEquals(new ValueArea(2, 5), profile.valueArea(0.7));
        assertEquals(new ValueArea(2, 4), profile.valueArea(0.5));
        assertEquals(new ValueArea(2, 2), profile.valueArea(0.3));
        assertEquals(new ValueArea(0, 5), profile.valueArea(1));
        assertEquals(new ValueArea(-1, -1), VolumeProfile.of(ticks(), 0, 0, 1).valueArea(0.7));
        assertEquals(-1, VolumeProfile.of(ticks(), 0, 0, 1).pointOfControl());
        assertEquals(1, profile(3, 7, 2, 7).pointOfControl());
        assertThrows(IllegalArgumentException.class, () -> profile.valueArea(0));
        assertThrows(IllegalArgumentException.class, () -> profile.valueArea(1.1));
    }

    @Test
    void theVolumeOfABarIsSpreadOverItsRange() {
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, 2);
        bars.append(0, 10, 12, 9.5, 11, 100);
        bars.append(60_000_000_000L, 11, 11.5, 11.5, 11.5, 30);
        VolumeProfile profile = VolumeProfile.of(bars, 0, 2, 1);
        assertEquals(4, profile.rows());
        assertEquals(20, profile.volume(0), 1e-9);
        assertEquals(40, profile.volume(1), 1e-9);
        assertEquals(40 + 30, profile.volume(2), 1e-9);
        assertEquals(0, profile.volume(3), 1e-9);
        assertFalse(profile.exact());
    }

    @Test
    void rowsThatAreNoPictureAreRefused() {
        TradeTicks far = ticks(1, 1, 100_000, 1);
        String message = assertThrows(IllegalArgumentException.class, () -> VolumeProfile.of(far, 0, 2, 1))
                .getMessage();
        assertTrue(message.contains("100000 rows") && message.contains("10000 at most"), message);
        assertThrows(IllegalArgumentException.class, () -> VolumeProfile.of(far, 0, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> VolumeProfile.of(far, 0, 2, Double.NaN));
    }

    /// Beside a map of whole ticks, and nothing is lost or made.
    @Property(tries = 100)
    void isWhatAMapOfPricesWouldBe(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TradeTicks.Builder builder = new TradeTicks.Builder(300);
        TreeMap<Long, Double> map = new TreeMap<>();
        int rowTicks = 1 + random.nextInt(20);
        for (int i = 0; i < 300; i++) {
            long price = 5_000 + random.nextInt(200);
            double size = 1 + random.nextInt(50);
            builder.append(i, price / 100.0, size);
            map.merge(Math.floorDiv(price, (long) rowTicks), size, Double::sum);
        }
        VolumeProfile profile = VolumeProfile.of(builder.build(), 0, 300, rowTicks / 100.0);
        assertEquals(map.lastKey() - map.firstKey() + 1, profile.rows());
        for (int row = 0; row < profile.rows(); row++) {
            assertEquals(map.getOrDefault(map.firstKey() + row, 0.0), profile.volume(row));
        }
        ValueArea area = profile.valueArea(0.7);
        double inside = 0;
        for (int row = area.low(); row <= area.high(); row++) {
            inside += profile.volume(row);
        }
        assertTrue(inside >= 0.7 * profile.total() * (1 - 1e-9));
        assertTrue(area.low() <= profile.pointOfControl() && profile.pointOfControl() <= area.high());
    }
}
