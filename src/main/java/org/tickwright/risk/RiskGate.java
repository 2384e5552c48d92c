package org.tickwright.risk;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// The pre-trade gate: every order passes here on its way to a venue, and nothing else can approve one.
///
/// It checks in this order: the session, the position (exits need one, and never more than there is), the
/// size rule (present, and with a stop where it needs one), the cash. An entry that is sized at its fill
/// comes back to [#size] for the second look, when fill price and cash are known. A refusal is a value with
/// its reason in words.
public final class RiskGate {
    private final Ledger ledger;
    private final Costs costs;
    private final boolean wholeUnits;
    private final TradingSession session;

    /// A gate before an account. With `wholeUnits` quantities are whole; otherwise they have the ledger's
    /// decimals.
    public RiskGate(Ledger ledger, Costs costs, boolean wholeUnits, TradingSession session) {
        this.ledger = ledger;
        this.costs = costs;
        this.wholeUnits = wholeUnits;
        this.session = session;
    }

    /// Checks an entry that is sized when it fills.
    public Verdict checkEntry(Order order, SizeRule size, StopDistance stop) {
        String closed = session.closedBecause(order.intent());
        if (!closed.isEmpty()) {
            return refuse(order, closed);
        }
        if (size.kind() == SizeRule.Kind.RISK && Double.isNaN(stop.price()) && Double.isNaN(stop.fraction())) {
            return refuse(
                    order,
                    "Size " + size
                            + " risks a fraction of the cash over the distance to the stop, and there is no stop."
                            + " Add a stop to the strategy or choose another size.");
        }
        if (ledger.quantity() == 0 && ledger.cash() <= 0) {
            return refuse(order, "There is no cash left: " + money(ledger.cash()) + ".");
        }
        return approve(order, size, stop);
    }

    /// Checks an order that takes the whole position off: an exit or a protective order. It is sized at once.
    public Verdict checkExit(Order order) {
        String closed = session.closedBecause(order.intent());
        if (!closed.isEmpty()) {
            return refuse(order, closed);
        }
        long held = ledger.quantity();
        if (held == 0 || (held > 0) != order.action().ofLong()) {
            return refuse(order, "There is no " + (order.action().ofLong() ? "long" : "short") + " position to leave.");
        }
        order.size(Math.abs(held));
        return approve(order, null, StopDistance.NONE);
    }

    private static Verdict approve(Order order, @Nullable SizeRule size, StopDistance stop) {
        order.become(OrderState.APPROVED);
        return new Verdict.Approved(new ApprovedOrder(order, size, stop));
    }

    private static Verdict refuse(Order order, String reason) {
        order.become(OrderState.REJECTED);
        return new Verdict.Refused(reason);
    }

    /// Sizes an approved order at its fill price, costs included, never more than the cash can pay. Returns
    /// why there is no trade in words, or an empty text when the order now has its quantity. Orders that
    /// have one keep it.
    public String size(ApprovedOrder approved, long fillPrice) {
        SizeRule rule = approved.size();
        if (rule == null) {
            return "";
        }
        if (fillPrice <= 0) {
            return "The price is not positive: " + price(fillPrice) + ".";
        }
        if (ledger.quantity() != 0) {
            return "A position is still open.";
        }
        long cash = ledger.cash();
        if (cash <= 0) {
            return "There is no cash left: " + money(cash) + ".";
        }
        double fill = ledger.scales().priceOf(fillPrice);
        double distance = approved.stopDistance().at(fill);
        if (rule.kind() == SizeRule.Kind.RISK && !(distance > 0)) {
            return "The distance to the stop is not positive: " + distance + ".";
        }
        double unitCost = fill * (1 + costs.commissionRate());
        double asked = asked(rule, Scales.moneyOf(cash), unitCost, distance);
        double most = Scales.moneyOf(cash) / unitCost;
        long quantity = payable(Math.min(asked, most), fillPrice, cash);
        if (quantity <= 0) {
            return "Size " + rule + " of cash " + money(cash) + " at " + price(fillPrice) + " is less than "
                    + (wholeUnits ? "one unit" : "the smallest quantity") + ".";
        }
        approved.sized(quantity, asked > most);
        return "";
    }

    /// What the rule asks for, as a real number of units, whether it can be paid or not.
    private static double asked(SizeRule rule, double cash, double unitCost, double distance) {
        return switch (rule.kind()) {
            case UNITS -> rule.value();
            case CASH -> rule.value() / unitCost;
            case FRACTION -> rule.value() * cash / unitCost;
            case RISK -> rule.value() * cash / distance;
        };
    }

    /// Rounded down to the lot, then lowered until cost and commission, as the ledger will book them, fit
    /// the cash.
    ///
    /// A billionth of a unit, or a thousandth of the last decimal, is forgiven: so much is lost in the
    /// division above.
    private long payable(double wanted, long fillPrice, long cash) {
        Scales scales = ledger.scales();
        long lot = wholeUnits ? scales.wholeUnit() : 1;
        long quantity = wholeUnits
                ? Math.multiplyExact((long) Math.floor(wanted + 1e-9), lot)
                : FixedPoint.floorFromDouble(wanted + 1e-3 / FixedPoint.pow10(scales.quantity()), scales.quantity());
        while (quantity > 0 && cost(quantity, fillPrice) > cash) {
            quantity -= lot;
        }
        return quantity;
    }

    private long cost(long quantity, long fillPrice) {
        long value = ledger.scales().value(quantity, fillPrice);
        return Math.addExact(value, costs.commission(value));
    }

    private String price(long units) {
        return FixedPoint.format(units, ledger.scales().price());
    }

    private static String money(long units) {
        return FixedPoint.format(units, FixedPoint.MONEY_SCALE);
    }
}
