package org.tickwright.risk;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.Side;
import org.tickwright.portfolio.AmountText;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// The pre-trade gate: every order passes here on its way to a venue, and nothing else can approve one.
///
/// It checks in this order: the session, the position (exits need one, and never more than there is), the
/// size rule (present, and with a stop where it needs one), the cash. An entry that is sized at its fill
/// comes back to [#size] for the second look, when fill price and cash are known. A refusal is a value with
/// its reason in words.
public final class RiskGate {
    /// Parts of the equity of which at least one must change where a weight is kept.
    private static final long SMALLEST_CHANGE = 1_000_000;

    private final Holding holding;
    private final CostModel costs;
    private final BuyingPower power;
    private final boolean wholeUnits;
    private final TradingSession session;

    /// A gate before an account that trades one instrument at plain costs. With `wholeUnits` quantities are
    /// whole; otherwise they have the ledger's decimals.
    public RiskGate(Ledger ledger, Costs costs, boolean wholeUnits, TradingSession session) {
        this(ledger, 0, new ProportionalCosts(costs, ledger.scales()), null, wholeUnits, session);
    }

    /// A gate before one instrument of an account. Without `margin` purchases are paid in full.
    public RiskGate(
            Ledger ledger,
            int instrument,
            CostModel costs,
            @Nullable MarginTerms margin,
            boolean wholeUnits,
            TradingSession session) {
        holding = ledger.holding(instrument);
        this.costs = costs;
        power = new BuyingPower(ledger, holding, costs, margin);
        this.wholeUnits = wholeUnits;
        this.session = session;
    }

    /// Checks an entry that is sized when it fills.
    public Verdict checkEntry(Order order, EntrySize size) {
        String closed = session.closedBecause(order.intent());
        if (!closed.isEmpty()) {
            return refuse(order, closed);
        }
        String refusal = size.refusal();
        if (!refusal.isEmpty()) {
            return refuse(order, refusal);
        }
        if (holding.quantity() == 0 && power.base() <= 0) {
            return refuse(order, "There is no cash left: " + AmountText.money(power.base()) + ".");
        }
        return approve(order, size, false);
    }

    /// Checks an entry of at most so many units that may add to a position of its side; the cash decides at its fill.
    public Verdict checkAddition(Order order, double units) {
        String closed = session.closedBecause(order.intent());
        if (!closed.isEmpty()) {
            return refuse(order, closed);
        }
        return approve(order, EntrySize.atFill(new SizeRule(SizeRule.Kind.UNITS, units), StopDistance.NONE), true);
    }

    /// Checks an order that takes so much off the position, at most all of it.
    public Verdict checkReduction(Order order, long quantity) {
        Verdict verdict = checkExit(order);
        if (verdict instanceof Verdict.Approved) {
            order.resize(Math.min(quantity, order.quantity()));
        }
        return verdict;
    }

    /// How many units a weight of the equity is at a price, rounded towards zero; negative for a short position. What
    /// is held stays where that would change it by less than a millionth of the equity.
    public long target(double weight, long price) {
        long equity = power.base();
        if (price <= 0 || equity <= 0) {
            return 0;
        }
        double units = weight * Scales.moneyOf(equity) / power.valueOfUnit(price);
        long rounded = floored(Math.abs(units));
        long target = units < 0 ? -rounded : rounded;
        long change = Math.abs(holding.value(Math.subtractExact(target, holding.quantity()), price));
        return target != 0 && change < equity / SMALLEST_CHANGE ? holding.quantity() : target;
    }

    /// Checks an order that takes the whole position off: an exit or a protective order. It is sized at once.
    public Verdict checkExit(Order order) {
        String closed = session.closedBecause(order.intent());
        if (!closed.isEmpty()) {
            return refuse(order, closed);
        }
        long held = holding.quantity();
        if (held == 0 || (held > 0) != order.action().ofLong()) {
            return refuse(order, "There is no " + (order.action().ofLong() ? "long" : "short") + " position to leave.");
        }
        order.size(Math.abs(held));
        return approve(order, null, false);
    }

    /// Checks an order whose quantity is known: it waits at a venue, and what position and cash allow is
    /// asked again at its fill.
    public Verdict checkSized(Order order, long quantity) {
        String closed = session.closedBecause(order.intent());
        if (!closed.isEmpty()) {
            return refuse(order, closed);
        }
        if (quantity <= 0) {
            return refuse(order, "The quantity is not positive: " + quantity + ".");
        }
        order.size(quantity);
        return approve(order, null, false);
    }

    private static Verdict approve(Order order, @Nullable EntrySize size, boolean adds) {
        order.become(OrderState.APPROVED);
        return new Verdict.Approved(new ApprovedOrder(order, size, adds));
    }

    private static Verdict refuse(Order order, String reason) {
        order.become(OrderState.REJECTED);
        return new Verdict.Refused(reason);
    }

    /// Sizes an approved order at its fill price, which is the same for any quantity, commission included.
    /// See [#size(ApprovedOrder, long, Liquidity, int)].
    public String size(ApprovedOrder approved, long fillPrice) {
        String refusal = unfit(approved, fillPrice);
        return refusal.isEmpty() ? proportional(approved, fillPrice, costs.proportionalRate()) : answer(refusal);
    }

    /// Sizes an approved order where the tape says `raw` on a bar, costs included, never more than the cash or
    /// the margin can pay. Returns why there is no trade in words, or an empty text when the order now has its
    /// quantity. Orders that have one keep it.
    public String size(ApprovedOrder approved, long raw, Liquidity liquidity, int bar) {
        Side side = approved.order().action().side();
        long price = costs.price(side, liquidity, raw, 0, bar);
        double rate = costs.proportionalRate();
        String refusal = unfit(approved, price);
        if (!refusal.isEmpty()) {
            return answer(refusal);
        }
        return power.plain() && !Double.isNaN(rate)
                ? proportional(approved, price, rate)
                : searched(approved, new BuyingPower.Deal(approved.order(), raw, liquidity, bar), price);
    }

    /// The most of a quantity of an order that the cash or the margin can pay where the tape says `raw` on a
    /// bar, costs included; whole units where only these are traded.
    public long payable(Order order, long quantity, long raw, Liquidity liquidity, int bar) {
        BuyingPower.Deal deal = new BuyingPower.Deal(order, raw, liquidity, bar);
        long available = power.available();
        if (power.fits(deal, quantity, available, true)) {
            return quantity;
        }
        return Math.min(quantity, power.largest(deal, available, lot(), true));
    }

    private long lot() {
        return wholeUnits ? holding.scales().wholeUnit() : 1;
    }

    /// Stands for an order that has its quantity already.
    private static final String SIZED = "sized";

    private static String answer(String refusal) {
        return refusal.equals(SIZED) ? "" : refusal;
    }

    private String unfit(ApprovedOrder approved, long price) {
        EntrySize size = approved.size();
        if (size == null) {
            return SIZED;
        }
        if (price <= 0) {
            return "The price is not positive: " + price(price) + ".";
        }
        if (holding.quantity() != 0 && !approved.adds()) {
            return "A position is still open.";
        }
        if (power.available() <= 0) {
            return "There is no cash left: " + AmountText.money(power.available()) + ".";
        }
        if (size.rule().kind() != SizeRule.Kind.RISK) {
            return "";
        }
        double distance = approved.stopDistance().at(holding.scales().priceOf(price));
        return distance > 0 ? "" : "The distance to the stop is not positive: " + distance + ".";
    }

    /// One price for any quantity, commission by value, all from the cash: the quantity by division.
    private String proportional(ApprovedOrder approved, long fillPrice, double rate) {
        long cash = power.available();
        double fill = holding.scales().priceOf(fillPrice);
        double unitCost = fill * (1 + rate);
        double asked = asked(approved, Scales.moneyOf(power.base()), fill, unitCost);
        double most = Scales.moneyOf(cash) / unitCost;
        long quantity = payable(approved.order(), Math.min(asked, most), fillPrice, cash);
        return sized(approved, quantity, asked > most, fillPrice);
    }

    private String sized(ApprovedOrder approved, long quantity, boolean cut, long price) {
        if (quantity <= 0) {
            return "Size " + size(approved).rule() + " of cash " + AmountText.money(power.available()) + " at "
                    + price(price) + " is less than " + (wholeUnits ? "one unit" : "the smallest quantity") + ".";
        }
        approved.sized(quantity, cut);
        return "";
    }

    private static EntrySize size(ApprovedOrder approved) {
        return java.util.Objects.requireNonNull(approved.size());
    }

    /// Any costs: the largest quantity that the rule and the account allow, found by bisection, since what a
    /// quantity takes from the account never falls with it.
    private String searched(ApprovedOrder approved, BuyingPower.Deal deal, long price) {
        EntrySize size = size(approved);
        SizeRule rule = size.rule();
        double base = Scales.moneyOf(power.base());
        long lot = lot();
        long asked = switch (rule.kind()) {
            case UNITS -> floored(rule.value());
            case CASH -> power.largest(deal, Scales.moneyUnits(rule.value()), lot, false);
            case FRACTION -> power.largest(deal, Scales.moneyUnits(rule.value() * base), lot, false);
            case RISK -> floored(rule.value() * base / power.distance(approved.stopDistance(), price));
            case VOLATILITY -> floored(size.share() * base / power.valueOfUnit(price));
            case KELLY -> power.largest(deal, Scales.moneyUnits(size.share() * base), lot, false);
        };
        long most = power.largest(deal, power.available(), lot, true);
        return sized(approved, Math.min(asked, most), asked > most, price);
    }

    /// A real number of units rounded down to the lot; a billionth of a unit, or a thousandth of the last
    /// decimal, is forgiven: so much is lost in a division.
    private long floored(double wanted) {
        Scales scales = holding.scales();
        // More than the ledger can hold is more than the account can pay.
        double units = Math.min(wanted, Long.MAX_VALUE / 4.0 / FixedPoint.pow10(scales.quantity()));
        return wholeUnits
                ? Math.multiplyExact((long) Math.floor(units + 1e-9), scales.wholeUnit())
                : FixedPoint.floorFromDouble(units + 1e-3 / FixedPoint.pow10(scales.quantity()), scales.quantity());
    }

    /// What the rule asks for, as a real number of units, whether it can be paid or not.
    private static double asked(ApprovedOrder approved, double equity, double fill, double unitCost) {
        EntrySize size = size(approved);
        SizeRule rule = size.rule();
        return switch (rule.kind()) {
            case UNITS -> rule.value();
            case CASH -> rule.value() / unitCost;
            case FRACTION -> rule.value() * equity / unitCost;
            case RISK -> rule.value() * equity / approved.stopDistance().at(fill);
            case VOLATILITY, KELLY -> size.units(equity, fill, unitCost);
        };
    }

    /// Rounded down to the lot, then lowered until cost and commission, as the ledger will book them, fit
    /// the cash.
    private long payable(Order order, double wanted, long fillPrice, long cash) {
        long lot = lot();
        long quantity = floored(wanted);
        while (quantity > 0 && cost(order, quantity, fillPrice) > cash) {
            quantity -= lot;
        }
        return quantity;
    }

    private long cost(Order order, long quantity, long fillPrice) {
        return Math.addExact(
                holding.scales().value(quantity, fillPrice),
                costs.commission(order, Liquidity.TAKER, quantity, fillPrice, 0));
    }

    private String price(long units) {
        return AmountText.price(holding.scales().priceOf(units));
    }
}
