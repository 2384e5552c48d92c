package org.tickwright.risk;

/// What the fills of a run cost in their prices, and how much was traded; money in units of the account's
/// currency. Commissions and carrying costs stand in the ledger.
///
/// Spread, slippage and impact add up to the last unit to the distance between the prices got and those on
/// the tape.
public final class CostBook {
    private long spread;
    private long slippage;
    private long impact;
    private long turnover;

    void add(long paidSpread, long paidSlippage, long paidImpact, long rawValue) {
        spread = Math.addExact(spread, paidSpread);
        slippage = Math.addExact(slippage, paidSlippage);
        impact = Math.addExact(impact, paidImpact);
        turnover = Math.addExact(turnover, rawValue);
    }

    /// Half spreads paid.
    public long spread() {
        return spread;
    }

    /// Slippage paid that does not depend on the quantity.
    public long slippage() {
        return slippage;
    }

    /// Slippage paid by the share of the volume.
    public long impact() {
        return impact;
    }

    /// The value of all fills at the prices on the tape.
    public long turnover() {
        return turnover;
    }
}
