package org.tickwright.engine;

import org.tickwright.kernel.FixedPoint;
import org.tickwright.portfolio.Holding;
import org.tickwright.portfolio.Ledger;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.Costs;
import org.tickwright.risk.SizeRule;
import org.tickwright.risk.StopDistance;

/// How much of an instrument is bought or sold in an account that holds several.
///
/// Fractions and risks are of the account's equity. What may be spent is the cash less twice what short positions are
/// worth, once for what their sale brought and once to cover them, so that all positions together are never opened
/// beyond the equity. With one instrument and no position both are the cash.
final class AccountSizing {
    private static final long SMALLEST_CHANGE = 1_000_000;

    private final Ledger ledger;
    private final Costs costs;
    private final boolean wholeUnits;

    AccountSizing(Ledger ledger, Costs costs, boolean wholeUnits) {
        this.ledger = ledger;
        this.costs = costs;
        this.wholeUnits = wholeUnits;
    }

    /// A quantity, and whether it is less than what was asked for since the cash does not pay that.
    record Sized(long quantity, boolean cut) {}

    /// The units that a rule buys at a fill price, costs included.
    Sized entry(Holding holding, SizeRule rule, StopDistance stop, long fillPrice) {
        double fill = holding.scales().priceOf(fillPrice);
        double equity = Scales.moneyOf(ledger.equity());
        double unitCost = fill * (1 + costs.commissionRate());
        double distance = stop.at(fill);
        double asked = switch (rule.kind()) {
            case UNITS -> rule.value();
            case CASH -> rule.value() / unitCost;
            case FRACTION -> rule.value() * equity / unitCost;
            case RISK -> distance > 0 ? rule.value() * equity / distance : 0;
        };
        return payable(holding, asked, fillPrice);
    }

    /// The units of a weight of the equity at a price, rounded towards zero; negative for a short position. What is
    /// held stays where that would change it by less than a millionth of the equity.
    long target(Holding holding, double weight, long price) {
        Scales scales = holding.scales();
        long equity = ledger.equity();
        double units = weight * Scales.moneyOf(equity) / scales.priceOf(price);
        long rounded = price <= 0 || equity <= 0 ? 0 : floor(scales, Math.abs(units));
        long target = units < 0 ? -rounded : rounded;
        long change = Math.abs(scales.value(Math.subtractExact(target, holding.quantity()), price));
        return target != 0 && change < equity / SMALLEST_CHANGE ? holding.quantity() : target;
    }

    /// As many of these units as can be paid.
    Sized payable(Holding holding, double asked, long fillPrice) {
        Scales scales = holding.scales();
        long cash = available();
        double unitCost = scales.priceOf(fillPrice) * (1 + costs.commissionRate());
        double most = Math.max(0, Scales.moneyOf(cash) / unitCost);
        long quantity = floor(scales, Math.min(asked, most));
        long lot = wholeUnits ? scales.wholeUnit() : 1;
        while (quantity > 0 && cost(scales, quantity, fillPrice) > cash) {
            quantity -= lot;
        }
        return new Sized(quantity, asked > most);
    }

    /// What may be spent.
    long available() {
        long available = ledger.cash();
        for (int i = 0; i < ledger.instruments(); i++) {
            long worth = ledger.holding(i).worth();
            available = worth < 0 ? Math.addExact(available, Math.multiplyExact(2, worth)) : available;
        }
        return available;
    }

    /// Rounded down to the lot, forgiving what a division loses.
    private long floor(Scales scales, double units) {
        return wholeUnits
                ? Math.multiplyExact((long) Math.floor(units + 1e-9), scales.wholeUnit())
                : FixedPoint.floorFromDouble(units + 1e-3 / FixedPoint.pow10(scales.quantity()), scales.quantity());
    }

    private long cost(Scales scales, long quantity, long fillPrice) {
        long value = scales.value(quantity, fillPrice);
        return Math.addExact(value, costs.commission(value));
    }
}
