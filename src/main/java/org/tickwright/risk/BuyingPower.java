package org.tickwright.risk;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.Side;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;

/// How much more an account can take on in one instrument, and how much an amount of money buys.
///
/// Without margin a purchase takes its value and costs from the cash, and so does a short sale by the value
/// that it must be able to buy back; what is short already, of whatever instrument, holds back twice its value, the
/// proceeds and as much again, so that all positions together are never opened beyond the equity. With margin an entry
/// takes the initial requirement and its costs from the
/// equity that no position needs yet.
final class BuyingPower {
    private final Ledger ledger;
    private final Holding holding;
    private final CostModel costs;
    private final @Nullable MarginTerms margin;

    BuyingPower(Ledger ledger, Holding holding, CostModel costs, @Nullable MarginTerms margin) {
        this.ledger = ledger;
        this.holding = holding;
        this.costs = costs;
        this.margin = margin;
    }

    /// An entry where the tape says `raw` on a bar.
    record Deal(Order order, long raw, Liquidity liquidity, int bar) {}

    /// True where cash is all there is to it: no margin, one currency.
    boolean plain() {
        return margin == null && holding.rate() == Holding.PARITY;
    }

    /// What fractions are of: the equity, which is the cash while nothing is held.
    long base() {
        return ledger.equity();
    }

    /// What an entry may take.
    long available() {
        long taken = 0;
        for (int i = 0; i < ledger.instruments(); i++) {
            taken = Math.addExact(taken, held(ledger.holding(i).worth()));
        }
        return Math.subtractExact(margin == null ? ledger.cash() : ledger.equity(), taken);
    }

    /// What a position of that worth keeps from taken.
    private long held(long worth) {
        return margin == null ? Math.multiplyExact(2, Math.max(0, -worth)) : required(Math.abs(worth), margin);
    }

    private static long required(long value, MarginTerms margin) {
        return margin.initial() == 1
                ? value
                : FixedPoint.multiply10(value, FixedPoint.fromDouble(margin.initial(), 10));
    }

    /// What one unit is worth at a price, in the account's currency.
    double valueOfUnit(long price) {
        return holding.scales().priceOf(price) * FixedPoint.toDouble(holding.rate(), 10);
    }

    /// The distance to the stop per unit in the account's currency.
    double distance(StopDistance stop, long price) {
        return stop.at(holding.scales().priceOf(price)) * FixedPoint.toDouble(holding.rate(), 10);
    }

    /// The largest multiple of `lot` that takes no more than `budget`: of the account where `onMargin` is
    /// true, else in full value and costs. 0 if none does.
    long largest(Deal deal, long budget, long lot, boolean onMargin) {
        long least = 0;
        long most = Math.addExact(limit(deal, budget, onMargin) / lot, 1);
        while (least < most) {
            long middle = least + (most - least + 1) / 2;
            if (fits(deal, Math.multiplyExact(middle, lot), budget, onMargin)) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least * lot;
    }

    /// A quantity that is surely too much, within the range of quantities.
    private long limit(Deal deal, long budget, boolean onMargin) {
        double value = holding.scales().priceOf(deal.raw) * FixedPoint.toDouble(holding.rate(), 10);
        double share = onMargin && margin != null ? margin.initial() : 1;
        // Half of the value is more than any rebate or rounding can give back.
        double units = 2 * Math.max(0, Scales.moneyOf(budget)) / (value * share);
        double range = Long.MAX_VALUE / 4.0 / FixedPoint.pow10(holding.scales().quantity());
        return FixedPoint.floorFromDouble(
                Math.min(units, range), holding.scales().quantity());
    }

    /// Whether the account, or a budget of full value and costs, allows a quantity.
    boolean fits(Deal deal, long quantity, long budget, boolean onMargin) {
        try {
            return needed(deal, quantity, onMargin) <= budget;
        } catch (ArithmeticException e) {
            // More than the ledger can hold is more than the account can pay.
            return false;
        }
    }

    /// What the entry takes. A short sale is counted at the price before impact, so that more of it never
    /// counts less.
    private long needed(Deal deal, long quantity, boolean onMargin) {
        Side side = deal.order.action().side();
        long counted = side == Side.BUY ? quantity : 0;
        long price = costs.price(side, deal.liquidity, deal.raw, counted, deal.bar);
        long value = holding.value(quantity, price);
        long need = onMargin && margin != null ? required(value, margin) : value;
        long fees = Math.addExact(
                costs.commission(deal.order, deal.liquidity, quantity, price, deal.bar),
                costs.conversion(quantity, price));
        return Math.addExact(need, fees);
    }
}
