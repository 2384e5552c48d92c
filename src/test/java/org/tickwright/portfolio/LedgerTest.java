package org.tickwright.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;

class LedgerTest {
    private static final Scales SCALES = Scales.DEFAULT;

    @Test
    void booksALongRoundTripWithItsCommissions() {
        Ledger ledger = ledger("1000");
        ledger.book(fill(Action.ENTER_LONG, "10", "50", "0.5"));
        assertMoney("499.5", ledger.cash());
        assertMoney("500", ledger.cost());
        assertMoney("999.5", ledger.equity());

        ledger.mark(price("55"));
        assertMoney("1049.5", ledger.equity());
        assertMoney("50", ledger.balance(Account.UNREALISED));

        ledger.book(fill(Action.EXIT_LONG, "10", "54", "0.54"));
        assertMoney("1038.96", ledger.cash());
        assertMoney("1038.96", ledger.equity());
        assertMoney("40", ledger.realisedSinceFlat());
        assertMoney("0", ledger.balance(Account.UNREALISED));
        assertMoney("-1.04", ledger.balance(Account.COMMISSION));
        assertEquals(0, ledger.imbalance());
    }

    @Test
    void booksAShortRoundTrip() {
        Ledger ledger = ledger("1000");
        ledger.book(fill(Action.ENTER_SHORT, "10", "50", "0"));
        assertMoney("1500", ledger.cash());
        assertMoney("-500", ledger.cost());
        ledger.mark(price("60"));
        assertMoney("900", ledger.equity());
        ledger.book(fill(Action.EXIT_SHORT, "10", "45", "0"));
        assertMoney("1050", ledger.cash());
        assertMoney("50", ledger.realisedSinceFlat());
        assertEquals(0, ledger.quantity());
    }

    @Test
    void releasesCostInProportionWhenAPartIsClosed() {
        Ledger ledger = ledger("1000");
        ledger.book(fill(Action.ENTER_LONG, "3", "10", "0"));
        ledger.book(fill(Action.ENTER_LONG, "3", "20", "0"));
        assertEquals(price("15"), ledger.entryPrice());
        ledger.book(fill(Action.EXIT_LONG, "2", "30", "0"));
        assertMoney("30", ledger.realisedSinceFlat());
        assertMoney("60", ledger.cost());
        ledger.book(fill(Action.EXIT_LONG, "4", "30", "0"));
        assertMoney("90", ledger.realisedSinceFlat());
        assertMoney("0", ledger.cost());
    }

    @Test
    void refusesAFillThatTurnsThePosition() {
        Ledger ledger = ledger("1000");
        ledger.book(fill(Action.ENTER_LONG, "1", "10", "0"));
        assertThrows(IllegalArgumentException.class, () -> ledger.book(fill(Action.EXIT_LONG, "2", "10", "0")));
        assertEquals(0, ledger.imbalance());
        assertEquals(quantity("1"), ledger.quantity());
    }

    @Test
    void overflowIsAnErrorNotAWrap() {
        Ledger ledger = ledger("1000");
        assertThrows(
                ArithmeticException.class, () -> ledger.book(fill(Action.ENTER_LONG, "90000000000", "900000000", "0")));
    }

    @Test
    void choosesDecimalsByTheFirstPriceAlone() {
        assertEquals(Scales.FINE_QUANTITIES, Scales.forFirstPrice(60_000));
        assertEquals(Scales.DEFAULT, Scales.forFirstPrice(1.1));
        assertEquals(Scales.TINY_PRICES, Scales.forFirstPrice(1e-8));
        assertEquals(Scales.DEFAULT, Scales.forFirstPrice(0));
        assertThrows(IllegalArgumentException.class, () -> new Scales(10, 10));
    }

    @Property(tries = 300)
    void balancesToTheLastUnitAfterEveryEvent(
            @ForAll @Size(max = 40) List<@LongRange(min = -300_000_000L, max = 300_000_000L) Long> quantities,
            @ForAll @LongRange(min = 1, max = 100_000_000_000_000L) long firstPrice,
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long commission) {
        List<long[]> entries = new ArrayList<>();
        Ledger ledger = new Ledger(SCALES, Scales.moneyUnits(1e6), (debit, credit, amount) -> {
            assertTrue(amount > 0, "an entry moves something");
            entries.add(new long[] {debit.slot(), credit.slot(), amount});
        });
        BigDecimal cash = new BigDecimal("1000000.00000000");
        long position = 0;
        long price = firstPrice;
        for (long wanted : quantities) {
            price = Math.max(1, price + wanted * 1000 % 700_000_000L);
            ledger.mark(price);
            long quantity = Math.abs(wanted);
            boolean buy = wanted > 0;
            if (quantity == 0) {
                continue;
            }
            boolean closing = position != 0 && (position > 0) != buy;
            if (closing) {
                quantity = Math.min(quantity, Math.abs(position));
            }
            ledger.book(new Fill(1, action(buy, closing), Fill.Trigger.OPEN, 0, 0, price, price, quantity, commission));
            position += buy ? quantity : -quantity;
            cash = cash.subtract(value(buy ? quantity : -quantity, price)).subtract(BigDecimal.valueOf(commission, 8));

            assertEquals(0, ledger.imbalance());
            assertEquals(position, ledger.quantity());
            assertEquals(cash.unscaledValue().longValueExact(), ledger.cash());
            assertEquals(ledger.equityAt(price), ledger.equity());
        }
        long[] balances = new long[Account.values().length];
        for (long[] entry : entries) {
            balances[(int) entry[0]] += entry[2];
            balances[(int) entry[1]] -= entry[2];
        }
        for (Account account : Account.values()) {
            long debits = balances[account.slot()];
            assertEquals(account.asset() ? debits : -debits, ledger.balance(account), account.name());
        }
    }

    private static Action action(boolean buy, boolean closing) {
        return closing ? Action.exit(!buy) : Action.enter(buy);
    }

    private static BigDecimal value(long quantity, long price) {
        return BigDecimal.valueOf(quantity, 8)
                .multiply(BigDecimal.valueOf(price, 10))
                .setScale(8, RoundingMode.HALF_EVEN);
    }

    private static Ledger ledger(String capital) {
        return new Ledger(SCALES, FixedPoint.parse(capital, 8), Ledger.EntryLog.NONE);
    }

    private static Fill fill(Action action, String quantity, String price, String commission) {
        return new Fill(
                1,
                action,
                Fill.Trigger.OPEN,
                0,
                0,
                price(price),
                price(price),
                quantity(quantity),
                FixedPoint.parse(commission, 8));
    }

    private static long price(String text) {
        return FixedPoint.parse(text, 10);
    }

    private static long quantity(String text) {
        return FixedPoint.parse(text, 8);
    }

    private static void assertMoney(String expected, long actual) {
        assertEquals(expected, FixedPoint.format(actual, 8));
    }
}
