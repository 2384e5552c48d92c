package org.tickwright.risk;

import org.tickwright.kernel.FixedPoint;
import org.tickwright.portfolio.AmountText;
import org.tickwright.portfolio.Ledger;

/// Asks at closes whether an account can still carry its positions, all of them together, and counts how often it
/// could not.
public final class MarginWatch {
    private static final int RATE_SCALE = 10;

    private final MarginTerms margin;
    private final Ledger ledger;
    private int calls;

    /// A watch over the account of these books.
    public MarginWatch(MarginTerms margin, Ledger ledger) {
        this.margin = margin;
        this.ledger = ledger;
    }

    /// Why the positions must be closed, in words, as last marked; empty if they need not be.
    public String call() {
        long exposure = ledger.exposure();
        long required = FixedPoint.multiply10(exposure, FixedPoint.fromDouble(margin.maintenance(), RATE_SCALE));
        if (exposure == 0 || ledger.equity() >= required) {
            return "";
        }
        calls++;
        return "Margin call: the equity of " + AmountText.money(ledger.equity())
                + " is below the maintenance requirement of " + AmountText.money(required) + ".";
    }

    /// How often [#call] had a reason.
    public int calls() {
        return calls;
    }
}
