package org.tickwright.portfolio;

/// The accounts of a ledger. Assets on one side, what they are financed by on the other.
public enum Account {
    /// Money.
    CASH(true),
    /// What the open position cost; what a short sale brought in, as a negative amount.
    POSITION(true),
    /// What the open position is worth above its cost.
    REVALUATION(true),
    /// What was paid in at the start.
    CAPITAL(false),
    /// Profit of closed positions before commissions.
    REALISED(false),
    /// Profit of the open position.
    UNREALISED(false),
    /// Commissions paid; lowers the equity.
    COMMISSION(false);

    private final boolean asset;

    Account(boolean asset) {
        this.asset = asset;
    }

    /// True for what is owned, false for what it is financed by.
    public boolean asset() {
        return asset;
    }
}
