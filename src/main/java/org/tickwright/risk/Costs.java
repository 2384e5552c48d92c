package org.tickwright.risk;

import org.tickwright.kernel.FixedPoint;

/// What trading costs: a commission on the value of each fill, and slippage on the price of what takes
/// liquidity. Both in basis points.
public record Costs(double commissionBps, double slippageBps) {
    private static final int RATE_SCALE = 10;

    /// Checks ranges.
    public Costs {
        if (!(commissionBps >= 0 && commissionBps < 10_000) || !(slippageBps >= 0 && slippageBps < 10_000)) {
            throw new IllegalArgumentException(
                    "Costs must be 0 to below 10,000 bps, were " + commissionBps + " and " + slippageBps);
        }
    }

    /// The commission as a fraction of the value.
    public double commissionRate() {
        return commissionBps / 10_000;
    }

    /// The commission on a fill, both in units of money.
    public long commission(long value) {
        return commissionBps == 0
                ? 0
                : FixedPoint.multiply10(value, FixedPoint.fromDouble(commissionRate(), RATE_SCALE));
    }

    /// The slippage as a fraction of the price.
    public double slippageRate() {
        return slippageBps / 10_000;
    }
}
