package org.tickwright.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderState;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

class RiskGateTest {
    private static final Scales SCALES = Scales.DEFAULT;

    @Test
    void sizesByEachRule() {
        assertEquals(7, sized("units:7", 0, true, 100, 1000, StopDistance.NONE));
        assertEquals(0.3, sized("units:0.3", 0, false, 100, 1000, StopDistance.NONE));
        assertEquals(5, sized("cash:500", 0, true, 100, 1000, StopDistance.NONE));
        assertEquals(4, sized("cash:500", 10, true, 100, 1000, StopDistance.NONE));
        assertEquals(9.5, sized("fraction:0.95", 0, false, 100, 1000, StopDistance.NONE));
        assertEquals(2, sized("risk:0.02", 0, true, 100, 1000, new StopDistance(10, Double.NaN)));
        assertEquals(4, sized("risk:0.02", 0, true, 100, 1000, new StopDistance(Double.NaN, 0.05)));
        assertEquals(4, sized("risk:0.02", 0, true, 100, 1000, new StopDistance(10, 0.05)));
    }

    @Test
    void capsEveryRuleByWhatTheCashPays() {
        assertEquals(10, sized("units:50", 0, true, 100, 1000, StopDistance.NONE));
        assertEquals(9, sized("units:50", 10, true, 100, 1000, StopDistance.NONE));
        assertEquals(10, sized("cash:5000", 0, true, 100, 1000, StopDistance.NONE));
        assertEquals(10, sized("risk:0.5", 0, true, 100, 1000, new StopDistance(1, Double.NaN)));
    }

    @Test
    void buysTheWholeNumberThatDivisionMissesByRounding() {
        assertEquals(3, sized("fraction:1", 0, true, 0.1, 0.3, StopDistance.NONE));
    }

    @Test
    void saysWhyThereIsNoTrade() {
        assertRefusedAtFill("fraction:1", 2000, 1000, StopDistance.NONE, "is less than one unit");
        assertRefusedAtFill("fraction:1", -5, 1000, StopDistance.NONE, "not positive");
        assertRefusedAtFill("risk:0.01", 10, 1000, new StopDistance(0, Double.NaN), "distance to the stop");
    }

    @Test
    void refusesRiskWithoutAStopBeforeAnythingIsSent() {
        Order order = entry();
        Verdict verdict = gate(ledger(1000), 0, true)
                .checkEntry(order, EntrySize.atFill(SizeRule.parse("risk:0.02"), StopDistance.NONE));
        assertTrue(assertInstanceOf(Verdict.Refused.class, verdict).reason().contains("there is no stop"));
        assertEquals(OrderState.REJECTED, order.state());
    }

    @Test
    void refusesAnExitWithoutAPositionAndSizesOneThatHasIt() {
        Ledger ledger = ledger(1000);
        RiskGate gate = gate(ledger, 0, true);
        assertInstanceOf(Verdict.Refused.class, gate.checkExit(exit()));
        ledger.book(new Fill(
                1,
                Action.ENTER_LONG,
                Fill.Trigger.OPEN,
                0,
                0,
                SCALES.priceUnits(10),
                SCALES.priceUnits(10),
                3 * SCALES.wholeUnit(),
                0));
        Order order = exit();
        assertInstanceOf(Verdict.Approved.class, gate.checkExit(order));
        assertEquals(3 * SCALES.wholeUnit(), order.quantity());
        assertEquals(OrderState.APPROVED, order.state());
    }

    @Test
    void refusesWhatTheSessionDoesNotAllow() {
        RiskGate gate = new RiskGate(ledger(1000), new Costs(0, 0), true, intent -> "Closed for lunch.");
        Verdict verdict = gate.checkEntry(entry(), EntrySize.atFill(SizeRule.ALL, StopDistance.NONE));
        assertEquals(
                "Closed for lunch.",
                assertInstanceOf(Verdict.Refused.class, verdict).reason());
    }

    @Test
    void refusesAnEntryWithoutCash() {
        Verdict verdict =
                gate(ledger(0.0), 0, true).checkEntry(entry(), EntrySize.atFill(SizeRule.ALL, StopDistance.NONE));
        assertTrue(assertInstanceOf(Verdict.Refused.class, verdict).reason().startsWith("There is no cash left"));
    }

    @Property(tries = 2000)
    void spendsAllItCanAndNeverMore(
            @ForAll @DoubleRange(min = 0.01, max = 1e7) double cash,
            @ForAll @DoubleRange(min = 0.01, max = 100_000) double price,
            @ForAll @DoubleRange(min = 0, max = 500) double commissionBps,
            @ForAll boolean whole) {
        Ledger ledger = ledger(cash);
        Costs costs = new Costs(commissionBps, 0);
        RiskGate gate = new RiskGate(ledger, costs, whole, TradingSession.ALWAYS);
        Order order = entry();
        Verdict.Approved approved = assertInstanceOf(
                Verdict.Approved.class, gate.checkEntry(order, EntrySize.atFill(SizeRule.ALL, StopDistance.NONE)));
        long fill = SCALES.priceUnits(price);
        String refusal = gate.size(approved.order(), fill);
        long lot = whole ? SCALES.wholeUnit() : 1;
        long paid = refusal.isEmpty() ? cost(order.quantity(), fill, costs) : 0;
        assertTrue(paid <= ledger.cash(), "never more than the cash");
        // Two lots more never fit, but for the last units of money in roundings.
        long sized = refusal.isEmpty() ? order.quantity() : 0;
        assertTrue(cost(sized + 2 * lot, fill, costs) + 2 > ledger.cash(), "nearly all of the cash");
        assertEquals(0, sized % lot);
    }

    private static long cost(long quantity, long price, Costs costs) {
        long value = SCALES.value(quantity, price);
        return value + costs.commission(value);
    }

    private static double sized(
            String rule, double commissionBps, boolean whole, double price, double cash, StopDistance stop) {
        RiskGate gate = gate(ledger(cash), commissionBps, whole);
        Order order = entry();
        Verdict.Approved approved = assertInstanceOf(
                Verdict.Approved.class, gate.checkEntry(order, EntrySize.atFill(SizeRule.parse(rule), stop)));
        assertEquals("", gate.size(approved.order(), SCALES.priceUnits(price)));
        return SCALES.quantityOf(order.quantity());
    }

    private static void assertRefusedAtFill(String rule, double price, double cash, StopDistance stop, String because) {
        RiskGate gate = gate(ledger(cash), 0, true);
        Order order = entry();
        Verdict.Approved approved = assertInstanceOf(
                Verdict.Approved.class, gate.checkEntry(order, EntrySize.atFill(SizeRule.parse(rule), stop)));
        String reason = gate.size(approved.order(), SCALES.priceUnits(price));
        assertTrue(reason.contains(because), reason);
        assertEquals(Order.UNSIZED, order.quantity());
    }

    private static RiskGate gate(Ledger ledger, double commissionBps, boolean whole) {
        return new RiskGate(ledger, new Costs(commissionBps, 0), whole, TradingSession.ALWAYS);
    }

    private static Ledger ledger(double cash) {
        return new Ledger(SCALES, Scales.moneyUnits(cash), Ledger.EntryLog.NONE);
    }

    private static Order entry() {
        return new Order(1, OrderIntent.atNextOpen(0, Action.ENTER_LONG, 0, 0));
    }

    private static Order exit() {
        return new Order(2, OrderIntent.atNextOpen(0, Action.EXIT_LONG, 0, 0));
    }
}
