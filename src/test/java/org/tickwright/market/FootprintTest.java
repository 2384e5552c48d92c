package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Footprint.Imbalance;
import org.tickwright.market.TradeTicks.Aggressor;

class FootprintTest {
    private static final long[] STARTS = {0, 10, 20};
    private static final long[] ENDS = {10, 20, 30};

    /// Three bars of ten: the first with both sides in two rows, the second empty, the third with a single
    /// trade.
    private static TradeTicks worked() {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        builder.append(0, 100.00, 4, Aggressor.SELLER);
        builder.append(3, 100.50, 9, Aggressor.BUYER);
        builder.append(3, 100.25, 1, Aggressor.SELLER);
        builder.append(9, 100.00, 2, Aggressor.BUYER);
        builder.append(20, 101.00, 5, Aggressor.SELLER);
        return builder.build();
    }

    @Test
    void everyTradeCountsInItsBarItsRowAndOnItsSide() {
        Footprint footprint = Footprint.of(worked(), STARTS, ENDS, 0.5);
        assertEquals(3, footprint.size());
        VolumeProfile first = footprint.bar(0);
        assertEquals(2, first.rows());
        assertEquals(100.0, first.price(0));
        assertEquals(5, first.sold(0));
        assertEquals(2, first.bought(0));
        assertEquals(0, first.sold(1));
        assertEquals(9, first.bought(1));
        assertEquals(6, footprint.delta(0));
        assertEquals(1, first.pointOfControl());
        assertEquals(0, footprint.bar(1).rows());
        assertEquals(0, footprint.delta(1));
        assertEquals(-1, footprint.bar(1).pointOfControl());
    }

    @Test
    void aTradeAtTheEndOfABarBelongsToTheNextOne() {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        builder.append(10, 50, 3, Aggressor.BUYER);
        Footprint footprint = Footprint.of(builder.build(), STARTS, ENDS, 1);
        assertEquals(0, footprint.bar(0).rows());
        assertEquals(3, footprint.bar(1).bought(0));
    }

    @Test
    void tradesBetweenBarsCountNowhere() {
        TradeTicks ticks = worked();
        Footprint footprint = Footprint.of(ticks, new long[] {1, 25}, new long[] {9, 30}, 0.5);
        assertEquals(10, footprint.bar(0).total());
        assertEquals(0, footprint.bar(1).total());
    }

    @Test
    void withoutAggressorsThereIsVolumeButNoDelta() {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        builder.append(20, 101, 5);
        Footprint footprint = Footprint.of(builder.build(), STARTS, ENDS, 0.5);
        assertEquals(5, footprint.bar(2).total());
        assertEquals(0, footprint.delta(2));
        assertFalse(footprint.sided());
        assertTrue(Footprint.of(worked(), STARTS, ENDS, 0.5).sided());
    }

    @Test
    void whereBothSidesPressNobodyDoes() {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        builder.append(0, 10, 2, Aggressor.SELLER);
        builder.append(1, 10, 1, Aggressor.BUYER);
        builder.append(2, 11, 6, Aggressor.BUYER);
        builder.append(3, 11, 12, Aggressor.SELLER);
        builder.append(4, 12, 4, Aggressor.BUYER);
        Footprint footprint = Footprint.of(builder.build(), STARTS, ENDS, 1);
        assertEquals(Imbalance.NONE, footprint.imbalance(0, 0, 3));
        // Row 11: buyers 6 against sellers 2 below, sellers 12 against buyers 4 above: neither presses.
        assertEquals(Imbalance.NONE, footprint.imbalance(0, 1, 3));
        assertEquals(Imbalance.NONE, footprint.imbalance(0, 2, 3));
    }

    @Test
    void oneSidePressesWhereTheOtherDoesNot() {
        TradeTicks.Builder builder = new TradeTicks.Builder(8);
        builder.append(0, 10, 9, Aggressor.SELLER);
        builder.append(1, 11, 3, Aggressor.BUYER);
        builder.append(2, 11, 1, Aggressor.SELLER);
        builder.append(3, 12, 4, Aggressor.BUYER);
        Footprint footprint = Footprint.of(builder.build(), STARTS, ENDS, 1);
        assertEquals(Imbalance.SELLERS, footprint.imbalance(0, 0, 3));
        assertEquals(Imbalance.NONE, footprint.imbalance(0, 1, 3));
        assertEquals(Imbalance.BUYERS, footprint.imbalance(0, 2, 3));
        assertEquals(Imbalance.NONE, footprint.imbalance(0, 2, 5));
    }

    @Test
    void barsThatOverlapAreRefused() {
        TradeTicks ticks = worked();
        assertThrows(
                IllegalArgumentException.class, () -> Footprint.of(ticks, new long[] {0, 5}, new long[] {10, 15}, 1));
        assertThrows(IllegalArgumentException.class, () -> Footprint.of(ticks, STARTS, new long[] {10}, 1));
    }

    /// Against a table filled trade by trade, with prices and sizes that are exact in binary.
    @Property(tries = 100)
    void agreesWithATableFilledTradeByTrade(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TradeTicks.Builder builder = new TradeTicks.Builder(64);
        Map<Long, double[]> table = new TreeMap<>();
        long time = 0;
        int price = 4000;
        for (int i = 0; i < 300; i++) {
            time += random.nextInt(4);
            price += random.nextInt(7) - 3;
            double size = random.nextInt(50) / 4.0;
            Aggressor side = random.nextBoolean() ? Aggressor.BUYER : Aggressor.SELLER;
            builder.append(time, price / 8.0, size, side);
            double[] cell = table.computeIfAbsent(time / 50 * 100_000 + price / 4, key -> new double[3]);
            cell[side.ordinal()] += size;
        }
        int bars = (int) (time / 50) + 1;
        long[] starts = new long[bars];
        long[] ends = new long[bars];
        for (int i = 0; i < bars; i++) {
            starts[i] = 50L * i;
            ends[i] = starts[i] + 50;
        }
        Footprint footprint = Footprint.of(builder.build(), starts, ends, 0.5);
        double seen = 0;
        for (int bar = 0; bar < bars; bar++) {
            double delta = 0;
            VolumeProfile rows = footprint.bar(bar);
            for (int row = 0; row < rows.rows(); row++) {
                double[] cell = table.getOrDefault(bar * 100_000L + Math.round(rows.price(row) * 2), new double[3]);
                assertEquals(cell[Aggressor.BUYER.ordinal()], rows.bought(row));
                assertEquals(cell[Aggressor.SELLER.ordinal()], rows.sold(row));
                assertEquals(cell[0] + cell[1] + cell[2], rows.volume(row));
                delta += rows.bought(row) - rows.sold(row);
                seen += rows.volume(row);
            }
            assertEquals(delta, footprint.delta(bar));
        }
        double all = table.values().stream()
                .mapToDouble(cell -> cell[0] + cell[1] + cell[2])
                .sum();
        assertEquals(all, seen);
    }
}
