package org.tickwright.portfolio;

/// What a strategy may know of the position it holds: it comes from the ledger, never from what the
/// strategy believes.
///
/// All values are as of the close of the bar being evaluated.
public interface PositionView {

    /// Units held: positive long, negative short, 0 flat.
    double quantity();

    /// Fill price of the entry; NaN when flat.
    double entryPrice();

    /// Bars since the entry fill, 0 on the entry bar; NaN when flat.
    double barsSinceEntry();

    /// Profit of the open position at the close, in money before exit costs; NaN when flat.
    double openProfit();

    /// Account equity at the close.
    double equity();
}
