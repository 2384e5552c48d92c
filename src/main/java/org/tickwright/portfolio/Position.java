package org.tickwright.portfolio;

/// The position of a [Ledger] as of the close of a bar.
///
/// The loop says which bar and close with [#at]; everything else is read from the books.
public final class Position implements PositionView {
    private final Ledger ledger;
    private int bar;
    private int entryBar;
    private long close;

    /// The position of these books.
    public Position(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Says at which bar the position was opened.
    public void openedAt(int openingBar) {
        entryBar = openingBar;
    }

    /// Looks at the position from the close of a bar; `closePrice` in fixed point.
    public void at(int lookingBar, long closePrice) {
        bar = lookingBar;
        close = closePrice;
    }

    @Override
    public double quantity() {
        return ledger.scales().quantityOf(ledger.quantity());
    }

    @Override
    public double entryPrice() {
        return flat() ? Double.NaN : ledger.scales().priceOf(ledger.entryPrice());
    }

    @Override
    public double barsSinceEntry() {
        return flat() ? Double.NaN : bar - entryBar;
    }

    @Override
    public double openProfit() {
        return flat() ? Double.NaN : Scales.moneyOf(ledger.equityAt(close) - ledger.cash() - ledger.cost());
    }

    @Override
    public double equity() {
        return Scales.moneyOf(ledger.equityAt(close));
    }

    private boolean flat() {
        return ledger.quantity() == 0;
    }
}
