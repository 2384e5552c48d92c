package org.tickwright.portfolio;

/// The position of a [Ledger] in one instrument as of the close of a bar.
///
/// The loop says which bar and close with [#at]; everything else is read from the books.
public final class Position implements PositionView {
    private final Ledger ledger;
    private final Holding holding;
    private int bar;
    private int entryBar;
    private long close;

    /// The position of these books in their first instrument.
    public Position(Ledger ledger) {
        this(ledger, 0);
    }

    /// The position of these books in one of their instruments.
    public Position(Ledger ledger, int instrument) {
        this.ledger = ledger;
        holding = ledger.holding(instrument);
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
        return holding.scales().quantityOf(holding.quantity());
    }

    @Override
    public double entryPrice() {
        return flat() ? Double.NaN : holding.scales().priceOf(holding.entryPrice());
    }

    @Override
    public double barsSinceEntry() {
        return flat() ? Double.NaN : bar - entryBar;
    }

    @Override
    public double openProfit() {
        return flat() ? Double.NaN : Scales.moneyOf(holding.worthAt(close) - holding.cost());
    }

    @Override
    public double equity() {
        return Scales.moneyOf(ledger.equityAt(holding.index(), close));
    }

    private boolean flat() {
        return holding.quantity() == 0;
    }
}
