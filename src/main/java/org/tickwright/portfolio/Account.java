package org.tickwright.portfolio;

/// The accounts of a ledger, all in the account's currency. Assets on one side, what they are financed by on
/// the other; a cost on that other side is a negative balance, since it lowers the equity.
public enum Account {
    /// Money.
    CASH(0, true),
    /// What the open positions cost; what short sales brought in, as a negative amount.
    POSITION(1, true),
    /// What the open positions are worth above their cost.
    REVALUATION(2, true),
    /// What was paid in at the start.
    CAPITAL(3, false),
    /// Profit of closed positions before commissions and carrying costs; a split's cash in lieu is such a
    /// sale.
    REALISED(4, false),
    /// Profit of the open positions.
    UNREALISED(5, false),
    /// Commissions paid; lowers the equity.
    COMMISSION(6, false),
    /// Fees for borrowing what was sold short.
    BORROW(7, false),
    /// Funding of positions without an end (perpetual contracts); paid or received.
    FUNDING(8, false),
    /// Dividends received on long positions, paid on short ones.
    DIVIDENDS(9, false),
    /// Interest on the cash: paid where it is negative, received where a broker pays it.
    INTEREST(10, false),
    /// Fees for changing one currency into another.
    CONVERSION(11, false);

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

    /// True for what time and events take from the cash or bring to it, besides trading.
    public boolean carry() {
        return slot >= BORROW.slot;
    }

    /// Where a ledger keeps its balance.
    int slot() {
        return slot;
    }
}
