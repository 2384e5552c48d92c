package org.tickwright.portfolio;

/// The accounts of a ledger. Assets on one side, what they are financed by on the other.
public enum Account {
    /// Money.
    CASH(0, true),
    /// What the open position cost; what a short sale brought in, as a negative amount.
    POSITION(1, true),
    /// What the open position is worth above its cost.
    REVALUATION(2, true),
    /// What was paid in at the start.
    CAPITAL(3, false),
    /// Profit of closed positions before commissions.
    REALISED(4, false),
    /// Profit of the open position.
    UNREALISED(5, false),
    /// Commissions paid; lowers the equity.
    COMMISSION(6, false);

    private final int slot;
    private final boolean asset;

    Account(int slot, boolean asset) {
        this.slot = slot;
        this.asset = asset;
    }

    /// True for what is owned, false for what it is financed by.
    public boolean asset() {
        return asset;
    }

    /// Where a ledger keeps its balance.
    int slot() {
        return slot;
    }
}
