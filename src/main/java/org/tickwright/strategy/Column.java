package org.tickwright.strategy;

import java.util.List;

/// The values of one output port, bar by bar, filled from the front.
///
/// Row `i` depends on rows up to `i` of its inputs and on nothing else, and how the rows are cut into calls
/// of [#advance(int)] does not change a bit. Inputs must have been advanced at least as far. One thread.
abstract sealed class Column permits NumberColumn, ConditionColumn {
    private final boolean stepwise;
    private int filled;
    private int pointRow = -1;
    private double pointValue;

    /// `stepwise` columns depend on the position and are filled one decided bar at a time.
    Column(boolean stepwise) {
        this.stepwise = stepwise;
    }

    final boolean stepwise() {
        return stepwise;
    }

    /// How many rows are there.
    final int filled() {
        return filled;
    }

    /// Makes rows below `to`.
    final void advance(int to) {
        if (to > filled) {
            ensure(to);
            fill(filled, to);
            filled = to;
        }
    }

    /// Says that somebody else made the rows below `to`.
    final void filledTo(int to) {
        filled = Math.max(filled, to);
    }

    /// The value at a row that need not be filled; conditions are 1, 0 or NaN. Not for what depends on the position.
    final double point(int row) {
        if (row < filled) {
            return at(row);
        }
        if (row != pointRow) {
            pointValue = computed(row);
            pointRow = row;
        }
        return pointValue;
    }

    /// Works out a row from the [#point] of its inputs.
    double computed(int row) {
        throw new IllegalStateException("Row " + row + " was not made yet; there are " + filled);
    }

    /// The columns of the same series whose rows this one reads, besides those that it advances itself.
    List<Column> inputs() {
        return List.of();
    }

    /// Makes room for `rows` rows at once, so that growing does not copy.
    abstract void reserve(int rows);

    /// Makes sure that there is room for `rows` rows, and more than that where it has to grow.
    abstract void ensure(int rows);

    /// Computes rows `from` to `to`.
    abstract void fill(int from, int to);

    /// The value at a bar; conditions are 1, 0 or NaN.
    abstract double at(int bar);

    /// The first defined row below [#filled()], which is returned if there is none.
    final int firstDefined() {
        int row = 0;
        while (row < filled && Double.isNaN(at(row))) {
            row++;
        }
        return row;
    }

    static int roomFor(int rows, int room) {
        return Math.max(rows, room + (room >> 1) + 16);
    }
}
