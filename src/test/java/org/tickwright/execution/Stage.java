package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderTerms;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.ApprovedOrder;
import org.tickwright.risk.CostContext;
import org.tickwright.risk.CostModel;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.Costs;
import org.tickwright.risk.MonthlyVolume;
import org.tickwright.risk.RiskGate;
import org.tickwright.risk.TradingSession;
import org.tickwright.risk.Verdict;

/// A realistic venue with an account before it, and all that was reported as lines of text.
///
/// A line of a fill is `order: quantity @ price trigger side`, one of an end `order: STATE`.
final class Stage implements VenueListener {
    static final long DAY = 86_400_000_000_000L;

    final Bars bars;
    final Ledger ledger;
    final List<String> reports = new ArrayList<>();
    final List<String> reasons = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    private final Set<Long> ended = new HashSet<>();
    private final Scales scales;
    private RealisticVenue venue;
    private RiskGate gate;
    private CostModel costs;
    private boolean whole = true;
    private double participation = 0.1;
    private IntrabarPolicy policy = IntrabarPolicy.PESSIMISTIC;
    private FinerPrices finer;
    private int next;

    private Stage(Bars bars, double cash) {
        this.bars = bars;
        scales = Scales.forFirstPrice(bars.close(0));
        ledger = new Ledger(scales, Scales.moneyUnits(cash), Ledger.EntryLog.NONE);
        price(0, 0);
    }

    /// Daily bars of open, high, low, close, volume; the account has a million.
    static Stage of(double[]... rows) {
        return new Stage(bars(Timeframe.DAY, ZoneOffset.UTC, 0, rows), 1_000_000);
    }

    static Stage with(Bars bars) {
        return new Stage(bars, 1_000_000);
    }

    static Bars bars(Timeframe timeframe, ZoneId zone, long start, double[]... rows) {
        Bars bars = new Bars(timeframe, zone, rows.length);
        long step = timeframe.equals(Timeframe.DAY) ? DAY : timeframe.nanos();
        for (int i = 0; i < rows.length; i++) {
            bars.append(start + i * step, rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4]);
        }
        return bars;
    }

    static double[] bar(double open, double high, double low, double close, double volume) {
        return new double[] {open, high, low, close, volume};
    }

    static double[] bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 10_000);
    }

    private void price(double commissionBps, double slippageBps) {
        costs = CostModel.of(
                new Costs(commissionBps, slippageBps),
                CostTerms.NONE,
                new CostContext(bars, ledger.holding(0), new MonthlyVolume()));
    }

    Stage slipping(double bps) {
        price(0, bps);
        return this;
    }

    Stage costing(double commissionBps, double slippageBps) {
        price(commissionBps, slippageBps);
        return this;
    }

    Stage participating(double fraction) {
        participation = fraction;
        return this;
    }

    Stage fractional() {
        whole = false;
        return this;
    }

    Stage resolving(IntrabarPolicy how) {
        policy = how;
        return this;
    }

    Stage telling(Bars inside) {
        finer = new FinerPrices.OfBars(inside);
        return this;
    }

    Stage telling(TradeTicks trades) {
        finer = new FinerPrices.OfTrades(trades);
        return this;
    }

    RealisticVenue venue() {
        if (venue == null) {
            gate = new RiskGate(ledger, 0, costs, null, whole, TradingSession.ALWAYS);
            long lot = whole ? scales.wholeUnit() : 1;
            FillRules rules = new FillRules(participation, lot, policy, finer);
            venue = new RealisticVenue(bars, rules, costs, new Client(gate, ledger.holding(0), this));
        }
        return venue;
    }

    /// Sends an order; exits only reduce.
    Order send(Action action, OrderType type, TimeInForce time, double level, double quantity, OrderTerms terms) {
        long price = type.hasLevel() ? units(level) : OrderIntent.NO_LEVEL;
        Order order = new Order(orders.size() + 1, new OrderIntent(0, action, type, time, price, 0, 0, terms));
        orders.add(order);
        venue();
        ApprovedOrder approved = ((Verdict.Approved) gate.checkSized(order, quantity(quantity))).order();
        venue.submit(approved);
        return order;
    }

    Order buy(OrderType type, TimeInForce time, double level, double quantity) {
        return send(Action.ENTER_LONG, type, time, level, quantity, OrderTerms.NONE);
    }

    Order sell(OrderType type, TimeInForce time, double level, double quantity) {
        return send(Action.EXIT_LONG, type, time, level, quantity, OrderTerms.NONE);
    }

    /// Holds a long position that no bar has to do with.
    Stage holding(double quantity) {
        ledger.book(
                new Fill(0, Action.ENTER_LONG, Fill.Trigger.OPEN, 0, 0, units(100), units(100), quantity(quantity), 0));
        return this;
    }

    /// Plays the next bars.
    Stage play(int count) {
        for (int i = 0; i < count; i++) {
            venue().open(next);
            venue().range(next);
            venue().close(next);
            next++;
        }
        return this;
    }

    long units(double price) {
        return scales.priceUnits(price);
    }

    long quantity(double quantity) {
        return Math.round(quantity * scales.wholeUnit());
    }

    double held() {
        return scales.quantityOf(ledger.quantity());
    }

    /// Checks all that was reported so far.
    void expect(String... lines) {
        assertEquals(List.of(lines), reports);
    }

    @Override
    public void filled(ApprovedOrder order, Fill fill) {
        assertFalse(ended.contains(fill.orderId()), "what has ended never fills");
        ledger.book(fill);
        fills.add(fill);
        reports.add(String.format(
                Locale.ROOT,
                "%d: %s @ %s %s %s",
                fill.orderId(),
                text(scales.quantityOf(fill.quantity())),
                text(scales.priceOf(fill.price())),
                fill.trigger(),
                fill.liquidity()));
        assertEquals(0, ledger.imbalance());
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public void cancelled(Order order, String reason) {
        assertTrue(ended.add(order.id()), "an order ends once");
        reports.add(order.id() + ": " + order.state());
        reasons.add(reason);
    }

    @Override
    public void rejected(Order order, String reason) {
        assertTrue(ended.add(order.id()), "an order ends once");
        reports.add(order.id() + ": " + order.state());
        reasons.add(reason);
    }
}
