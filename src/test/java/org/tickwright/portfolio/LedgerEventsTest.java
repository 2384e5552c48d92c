package org.tickwright.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;

/// Several instruments in one account, and what happens to it besides trading.
class LedgerEventsTest {
    private static final List<Scales> THREE = List.of(Scales.DEFAULT, Scales.FINE_QUANTITIES, Scales.TINY_PRICES);

    @Test
    void instrumentsShareOneCash() {
        Ledger ledger = ledger(List.of(Scales.DEFAULT, Scales.FINE_QUANTITIES), "1000");
        ledger.book(0, fill(Scales.DEFAULT, Action.ENTER_LONG, "10", "20", "1"));
        ledger.book(1, fill(Scales.FINE_QUANTITIES, Action.ENTER_SHORT, "2", "100", "1"));
        assertMoney("998", ledger.cash());
        ledger.mark(0, price(Scales.DEFAULT, "25"));
        ledger.mark(1, price(Scales.FINE_QUANTITIES, "90"));
        assertMoney("1068", ledger.equity());
        assertMoney("430", ledger.exposure());
        assertMoney("1058", ledger.equityAt(price(Scales.DEFAULT, "24")));
        assertMoney("1070", ledger.equityAt(1, price(Scales.FINE_QUANTITIES, "89")));
        assertFalse(ledger.flat());
        ledger.book(1, fill(Scales.FINE_QUANTITIES, Action.EXIT_SHORT, "2", "90", "0"));
        assertMoney("20", ledger.holding(1).realisedSinceFlat());
        assertMoney("0", ledger.holding(0).realisedSinceFlat());
        assertEquals(0, ledger.imbalance());
    }

    /// 100 units at 10 of a currency worth 1.20, sold at 11 when it is worth 1.10: paid 1,200, received 1,210.
    @Test
    void settlesAnotherCurrencyAtTheRateOfTheFill() {
        Ledger ledger = ledger(List.of(Scales.DEFAULT), "5000");
        ledger.convert(0, rate("1.2"));
        ledger.book(fill(Scales.DEFAULT, Action.ENTER_LONG, "100", "10", "0"));
        assertMoney("3800", ledger.cash());
        assertEquals(price(Scales.DEFAULT, "10"), ledger.entryPrice());
        ledger.convert(0, rate("1.1"));
        assertMoney("4900", ledger.equity());
        assertMoney("-100", ledger.balance(Account.UNREALISED));
        ledger.book(fill(Scales.DEFAULT, Action.EXIT_LONG, "100", "11", "0"));
        assertMoney("5010", ledger.cash());
        assertMoney("10", ledger.realisedSinceFlat());
        assertThrows(IllegalArgumentException.class, () -> ledger.convert(0, 0));
    }

    /// The average price is in the instrument's own currency, whatever the rates were.
    @Test
    void averagesEntriesInTheInstrumentsCurrency() {
        Ledger ledger = ledger(List.of(Scales.DEFAULT), "5000");
        ledger.convert(0, rate("2"));
        ledger.book(fill(Scales.DEFAULT, Action.ENTER_LONG, "10", "10", "0"));
        ledger.convert(0, rate("3"));
        ledger.book(fill(Scales.DEFAULT, Action.ENTER_LONG, "30", "20", "0"));
        assertEquals(price(Scales.DEFAULT, "17.5"), ledger.entryPrice());
        assertMoney("2000", ledger.cost());
    }

    @Test
    void paysDividendsToLongsAndTakesThemFromShorts() {
        Ledger ledger = ledger(THREE, "1000");
        ledger.book(0, fill(Scales.DEFAULT, Action.ENTER_LONG, "10", "20", "0"));
        ledger.book(1, fill(Scales.FINE_QUANTITIES, Action.ENTER_SHORT, "4", "100", "0"));
        assertMoney("5", ledger.dividend(0, price(Scales.DEFAULT, "0.5")));
        assertMoney("-1", ledger.dividend(1, price(Scales.FINE_QUANTITIES, "0.25")));
        assertMoney("0", ledger.dividend(2, price(Scales.TINY_PRICES, "0.25")));
        assertMoney("4", ledger.balance(Account.DIVIDENDS));
        assertMoney("1204", ledger.cash());
    }

    @Test
    void paysCarryingCostsAndReceivesWhatIsNegative() {
        Ledger ledger = ledger(THREE, "1000");
        ledger.pay(Account.BORROW, FixedPoint.parse("3", 8));
        ledger.pay(Account.FUNDING, FixedPoint.parse("-1.5", 8));
        assertMoney("998.5", ledger.equity());
        assertMoney("-3", ledger.balance(Account.BORROW));
        assertMoney("1.5", ledger.balance(Account.FUNDING));
        assertThrows(IllegalArgumentException.class, () -> ledger.pay(Account.CAPITAL, 1));
    }

    /// 15 units at 30, three for two: 22 whole units at 20, half a unit paid out at the new price of 21.
    @Test
    void splitsKeepTheCostAndPayTheFractionOut() {
        Ledger ledger = ledger(List.of(Scales.DEFAULT), "1000");
        ledger.book(fill(Scales.DEFAULT, Action.ENTER_LONG, "15", "30", "0"));
        long fraction = ledger.split(0, 3, 2, Scales.DEFAULT.wholeUnit(), price(Scales.DEFAULT, "21"));
        assertEquals(Scales.DEFAULT.wholeUnit() / 2, fraction);
        assertEquals(22 * Scales.DEFAULT.wholeUnit(), ledger.quantity());
        assertEquals(price(Scales.DEFAULT, "20"), ledger.entryPrice());
        assertMoney("560.5", ledger.cash());
        assertMoney("440", ledger.cost());
        assertMoney("0.5", ledger.realisedSinceFlat());
        assertMoney("1022.5", ledger.equity());
        assertEquals(0, ledger.imbalance());
    }

    @Test
    void reverseSplitsOfShortsBuyTheFractionBack() {
        Ledger ledger = ledger(List.of(Scales.DEFAULT), "1000");
        ledger.book(fill(Scales.DEFAULT, Action.ENTER_SHORT, "25", "2", "0"));
        ledger.split(0, 1, 10, Scales.DEFAULT.wholeUnit(), price(Scales.DEFAULT, "20"));
        assertEquals(-2 * Scales.DEFAULT.wholeUnit(), ledger.quantity());
        assertMoney("1040", ledger.cash());
        assertMoney("1000", ledger.equity());
    }

    @Test
    void aSplitClosesNoPosition() {
        Ledger ledger = ledger(List.of(Scales.DEFAULT), "1000");
        ledger.book(fill(Scales.DEFAULT, Action.ENTER_LONG, "5", "2", "0"));
        assertEquals(0, ledger.split(0, 1, 10, Scales.DEFAULT.wholeUnit(), price(Scales.DEFAULT, "20")));
        assertEquals(Scales.DEFAULT.wholeUnit() / 2, ledger.quantity());
        assertMoney("1000", ledger.equity());
    }

    @Property(tries = 500)
    void balancesAfterEveryEventOfAnyKind(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] balances = new long[Account.values().length];
        Ledger ledger = new Ledger(THREE, Scales.moneyUnits(1e6), (debit, credit, amount) -> {
            assertTrue(amount > 0, "an entry moves something");
            balances[debit.slot()] += amount;
            balances[credit.slot()] -= amount;
        });
        BigDecimal cash = new BigDecimal("1000000.00000000");
        double[] prices = {20, 300, 0.5};
        for (int event = 0; event < 120; event++) {
            int instrument = random.nextInt(3);
            prices[instrument] *= 0.9 + 0.2 * random.nextDouble();
            cash = cash.add(happen(ledger, instrument, prices, random));
            assertEquals(0, ledger.imbalance());
            assertEquals(cash.unscaledValue().longValueExact(), ledger.cash(), "cash by the model");
            long cost = 0;
            long above = 0;
            for (int i = 0; i < ledger.instruments(); i++) {
                cost += ledger.holding(i).cost();
                above += ledger.holding(i).revaluation();
            }
            assertEquals(cost, ledger.balance(Account.POSITION), "the holdings are the position");
            assertEquals(above, ledger.balance(Account.REVALUATION));
            assertEquals(ledger.equityAt(ledger.holding(0).markPrice()), ledger.equity());
            assertEquals(ledger.equityAt(2, ledger.holding(2).markPrice()), ledger.equity());
        }
        for (Account account : Account.values()) {
            assertEquals(
                    account.asset() ? balances[account.slot()] : -balances[account.slot()], ledger.balance(account));
        }
    }

    /// Lets something happen; returns what it must have done to the cash.
    private static BigDecimal happen(Ledger ledger, int instrument, double[] prices, SplittableRandom random) {
        Holding holding = ledger.holding(instrument);
        Scales scales = holding.scales();
        long price = scales.priceUnits(prices[instrument]);
        switch (random.nextInt(8)) {
            case 0 -> {
                ledger.mark(instrument, price);
                return BigDecimal.ZERO;
            }
            case 1 -> {
                ledger.convert(instrument, FixedPoint.fromDouble(0.5 + random.nextDouble(), 10));
                return BigDecimal.ZERO;
            }
            case 2 -> {
                long perUnit = scales.priceUnits(0.01 * prices[instrument] * random.nextDouble());
                ledger.dividend(instrument, perUnit);
                return value(holding, holding.quantity(), perUnit);
            }
            case 3 -> {
                long amount = random.nextLong(-100_000_000_000L, 100_000_000_000L);
                ledger.pay(random.nextBoolean() ? Account.BORROW : Account.INTEREST, amount);
                return BigDecimal.valueOf(-amount, 8);
            }
            case 4 -> {
                if (holding.quantity() == 0) {
                    return BigDecimal.ZERO;
                }
                long up = 1 + random.nextInt(4);
                long down = 1 + random.nextInt(4);
                prices[instrument] *= (double) down / up;
                long after = scales.priceUnits(prices[instrument]);
                long paidOut = ledger.split(instrument, up, down, scales.wholeUnit(), after);
                assertTrue(
                        Math.abs(holding.quantity()) < scales.wholeUnit()
                                || holding.quantity() % scales.wholeUnit() == 0,
                        "whole units, or less than one");
                return value(holding, paidOut, after);
            }
            default -> {
                boolean buy = random.nextBoolean();
                long held = holding.quantity();
                boolean closing = held != 0 && (held > 0) != buy;
                long quantity = 1 + random.nextLong(20 * scales.wholeUnit());
                long filled = closing ? Math.min(quantity, Math.abs(held)) : quantity;
                long commission = random.nextLong(100_000_000L);
                Action action = closing ? Action.exit(!buy) : Action.enter(buy);
                ledger.book(instrument, new Fill(1, action, Fill.Trigger.OPEN, 0, 0, price, price, filled, commission));
                assertEquals(held + (buy ? filled : -filled), holding.quantity());
                return value(holding, buy ? -filled : filled, price).subtract(BigDecimal.valueOf(commission, 8));
            }
        }
    }

    private static BigDecimal value(Holding holding, long quantity, long price) {
        BigDecimal own = BigDecimal.valueOf(quantity, holding.scales().quantity())
                .multiply(BigDecimal.valueOf(price, holding.scales().price()))
                .setScale(8, RoundingMode.HALF_EVEN);
        return own.multiply(BigDecimal.valueOf(holding.rate(), 10)).setScale(8, RoundingMode.HALF_EVEN);
    }

    private static Ledger ledger(List<Scales> instruments, String capital) {
        return new Ledger(instruments, FixedPoint.parse(capital, 8), Ledger.EntryLog.NONE);
    }

    private static Fill fill(Scales scales, Action action, String quantity, String price, String commission) {
        return new Fill(
                1,
                action,
                Fill.Trigger.OPEN,
                0,
                0,
                price(scales, price),
                price(scales, price),
                FixedPoint.parse(quantity, scales.quantity()),
                FixedPoint.parse(commission, 8));
    }

    private static long price(Scales scales, String text) {
        return FixedPoint.parse(text, scales.price());
    }

    private static long rate(String text) {
        return FixedPoint.parse(text, 10);
    }

    private static void assertMoney(String expected, long units) {
        assertEquals(FixedPoint.parse(expected, 8), units);
    }
}
