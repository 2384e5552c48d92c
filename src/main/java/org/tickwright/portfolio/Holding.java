package org.tickwright.portfolio;

import org.tickwright.kernel.FixedPoint;

/// What an account holds of one instrument, as its [Ledger] keeps it.
///
/// Cost, revaluation and profit are in the account's currency; prices are in the instrument's. The rate
/// between the two is the one last given to [Ledger#convert]; what was settled keeps the rate at which it
/// was. Changed by the ledger alone.
public final class Holding {
    /// A conversion rate of one: instrument and account have the same currency.
    public static final long PARITY = FixedPoint.pow10(10);

    private final int index;
    private final Scales scales;

    long quantity;
    long cost;
    long revaluation;
    /// The cost in the instrument's own currency, for the average entry price.
    long ownCost;
    long entryPrice;
    long realised;
    long carried;
    /// The most that was in the position at once, and the commissions, since it was last flat; 0 once the round trip
    /// was counted.
    long used;
    long commission;
    long markPrice;
    long rate = PARITY;

    Holding(int index, Scales scales) {
        this.index = index;
        this.scales = scales;
    }

    /// Its place in the ledger, from 0.
    public int index() {
        return index;
    }

    /// The decimals of its prices and quantities.
    public Scales scales() {
        return scales;
    }

    /// Units of quantity: positive long, negative short.
    public long quantity() {
        return quantity;
    }

    /// What the open position cost, in units of money; negative for a short one.
    public long cost() {
        return cost;
    }

    /// What it is worth above its cost, as last marked.
    public long revaluation() {
        return revaluation;
    }

    /// Price of the entry, averaged over its fills; 0 while flat and never held.
    public long entryPrice() {
        return entryPrice;
    }

    /// Profit, before commissions and carrying costs, of what was closed since the position was last flat.
    public long realisedSinceFlat() {
        return realised;
    }

    /// What dividends and carrying costs of this instrument brought since the position was last flat, in units
    /// of money; negative where they took.
    public long carriedSinceFlat() {
        return carried;
    }

    /// The price of the last mark, 0 before the first.
    public long markPrice() {
        return markPrice;
    }

    /// Units of the account's currency for one of the instrument's, ten decimals.
    public long rate() {
        return rate;
    }

    /// What it is worth as last marked, in units of money; negative for a short position.
    public long worth() {
        return Math.addExact(cost, revaluation);
    }

    /// What it is worth at a price, at the rate of now.
    public long worthAt(long price) {
        return quantity == 0 ? 0 : value(quantity, price);
    }

    /// What a quantity is worth at a price, in the account's currency at the rate of now, half-even.
    public long value(long quantityUnits, long price) {
        return converted(scales.value(quantityUnits, price));
    }

    /// An amount of the instrument's currency in the account's, at the rate of now, half-even.
    public long converted(long amount) {
        return rate == PARITY ? amount : FixedPoint.multiply10(amount, rate);
    }
}
