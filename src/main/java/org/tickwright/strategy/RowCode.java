package org.tickwright.strategy;

import org.tickwright.portfolio.PositionView;

/// What the code that is made of a [CodePlan] can do. An instance belongs to one binding.
abstract class RowCode {
    /// Where firings of regions that depend on data alone set their bits.
    byte[] actions = {};

    /// The same code for another binding.
    abstract RowCode fresh();

    /// Takes the arrays of the columns, by slot, again: after any of them may have grown.
    abstract void attach(Column[] columns);

    /// Takes the values that the structure leaves open: by slot, then the multiples.
    abstract void set(double[] settings);

    /// Passes over rows in the order of their numbers, each once. A stepwise region sees `now` at the last of them and
    /// an account without a position at those before, and returns the bits of the last row; others return 0.
    abstract int run(int region, int from, int to, PositionView now);
}
