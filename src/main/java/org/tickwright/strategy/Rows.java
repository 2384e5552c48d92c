package org.tickwright.strategy;

import org.tickwright.portfolio.PositionView;

/// Who makes the rows of a bound program: [InterpretedRows] or [CompiledRows].
interface Rows {
    /// Makes room for `rows` rows at once.
    void reserve(int rows);

    /// Makes what depends on data alone below `to`, and the bits of the actions that do.
    void advance(int to);

    /// Makes what depends on the position at a bar and gives the bits of the actions that do. Bars are given in
    /// order, each once; those between had no position.
    int step(int bar, PositionView position);

    /// Makes what reasons read of the position at a bar, which may have been left out.
    void recall(int bar);

    /// What is thrown where a bar is given again.
    static IllegalStateException decided(int bar) {
        return new IllegalStateException("Bar " + bar + " was decided already; bind the strategy again");
    }
}
