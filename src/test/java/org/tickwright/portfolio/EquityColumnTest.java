package org.tickwright.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;

/// The column of equity beside the ledger asked row by row.
class EquityColumnTest {
    private static final List<Scales> SCALES = List.of(Scales.DEFAULT, Scales.FINE_QUANTITIES, Scales.TINY_PRICES);

    /// Prices of an instrument of these scales: on ticks, between them, halfway between two units, and now and then
    /// as large as they may be.
    private static double[] prices(SplittableRandom random, Scales scales, int rows) {
        double usual = scales == Scales.TINY_PRICES ? 1e-4 : scales == Scales.DEFAULT ? 5 : 300;
        double[] prices = new double[rows];
        for (int i = 0; i < rows; i++) {
            double price = usual * (0.5 + random.nextDouble());
            prices[i] = switch (random.nextInt(40)) {
                case 0 ->
                    (Math.rint(price * FixedPoint.pow10(scales.price())) + 0.5) / FixedPoint.pow10(scales.price());
                case 1 -> price * 1e3;
                case 2 -> 0;
                case 3 -> price * 1e-6;
                default -> random.nextBoolean() ? Math.rint(price * 100) / 100 : price;
            };
        }
        return prices;
    }

    private static long quantity(SplittableRandom random, Scales scales) {
        long whole = FixedPoint.pow10(scales.quantity());
        return switch (random.nextInt(5)) {
            case 0 -> 1 + random.nextLong(999);
            case 1 -> 1 + random.nextLong(50 * whole);
            case 2 -> 1 + random.nextLong(whole);
            default -> (1 + random.nextLong(5000)) * whole;
        };
    }

    private static void trade(SplittableRandom random, Ledger ledger, long price) {
        long held = ledger.quantity();
        long quantity = held == 0 ? quantity(random, ledger.scales()) : Math.abs(held);
        Action action = held == 0 ? Action.enter(random.nextBoolean()) : Action.exit(held > 0);
        ledger.book(new Fill(1, action, Fill.Trigger.OPEN, 0, 0, price, price, quantity, random.nextLong(1000)));
    }

    @Property(tries = 1000)
    void givesTheBitsThatTheLedgerGivesRowByRow(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scales scales = SCALES.get(random.nextInt(3));
        int rows = 1 + random.nextInt(1500);
        int first = random.nextInt(3);
        double[] prices = prices(random, scales, first + rows);
        long capital = random.nextInt(10) == 0 ? 1L << 58 : Scales.moneyUnits(100_000 + random.nextDouble());
        Ledger ledger = new Ledger(scales, capital, Ledger.EntryLog.NONE);
        double[] equity = new double[rows];
        double[] held = new double[rows];
        EquityColumn column = new EquityColumn(ledger, prices, first, equity, held);
        double[] expected = new double[rows];
        double[] units = new double[rows];
        int row = 0;
        while (row < rows) {
            int end = Math.min(rows, row + 1 + random.nextInt(random.nextBoolean() ? 20 : 900));
            for (int i = row; i < end; i++) {
                expected[i] = Scales.moneyOf(ledger.equityAt(scales.priceUnits(prices[first + i])));
                units[i] = scales.quantityOf(ledger.quantity());
            }
            column.note();
            assertFalse(column.changed());
            boolean holds = ledger.quantity() != 0;
            if (random.nextBoolean()) {
                trade(random, ledger, scales.priceUnits(prices[first + end - 1] + 1e-9));
                assertTrue(column.changed());
            }
            assertEquals(holds, column.mark(row, end));
            trade(random, ledger, scales.priceUnits(prices[first + end - 1] + 1e-9));
            if (random.nextInt(30) == 0) {
                ledger.convert(0, random.nextBoolean() ? Holding.PARITY : 11_000_000_000L);
            }
            row = end;
        }
        for (int i = 0; i < rows; i++) {
            assertEquals(Double.doubleToRawLongBits(expected[i]), Double.doubleToRawLongBits(equity[i]), "row " + i);
        }
        assertTrue(Arrays.equals(units, held));
    }

    @Test
    void anAccountWithoutAPositionAsksForNoPrice() {
        double[] prices = {100, 1e12, Double.NaN};
        Ledger ledger = new Ledger(Scales.FINE_QUANTITIES, Scales.moneyUnits(1000), Ledger.EntryLog.NONE);
        double[] equity = new double[3];
        EquityColumn column = new EquityColumn(ledger, prices, 0, equity, new double[3]);
        assertFalse(column.mark(0, 3));
        assertTrue(Arrays.equals(new double[] {1000, 1000, 1000}, equity));
        long price = Scales.FINE_QUANTITIES.priceUnits(100);
        long one = FixedPoint.pow10(10);
        ledger.book(new Fill(1, Action.ENTER_LONG, Fill.Trigger.OPEN, 0, 0, price, price, one, 0));
        column.note();
        assertThrows(ArithmeticException.class, () -> column.mark(0, 3));
        assertEquals(1, column.exactRow(), "where the number left its range");
        assertThrows(ArithmeticException.class, () -> column.mark(2, 3));
    }
}
