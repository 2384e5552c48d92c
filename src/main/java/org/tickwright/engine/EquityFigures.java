package org.tickwright.engine;

import org.tickwright.kernel.Drawdown;
import org.tickwright.kernel.ReturnSums;

/// What a summary needs of the equity and of what is held at each close, added up block by block while the
/// rows are near. The cuts between blocks change nothing.
final class EquityFigures {
    private final double capital;
    private final double[] equity;
    private final double[] held;
    private final ReturnSums returns = new ReturnSums();
    private final Drawdown drawdown;
    private int rows;
    private int exposed;

    /// Over columns that are filled from the front; the capital is the value before the first row.
    EquityFigures(double capital, double[] equity, double[] held) {
        this.capital = capital;
        this.equity = equity;
        this.held = held;
        drawdown = new Drawdown(capital);
    }

    /// Adds the rows below `to` that were not added before.
    EquityFigures add(int to) {
        if (to > rows) {
            returns.add(rows == 0 ? capital : equity[rows - 1], equity, rows, to, rows);
            drawdown.add(equity, rows, to);
            for (int row = rows; row < to; row++) {
                exposed += held[row] != 0 ? 1 : 0;
            }
            rows = to;
        }
        return this;
    }

    /// Adds the rows below `to` that were not added before: nothing is held and the equity stays as it is
    /// from the first of them on.
    void rest(int to) {
        int held = exposed;
        add(rows + 1);
        exposed = held;
        rows = to;
    }

    /// The figures of all rows added.
    EquityBlocks.Figures figures() {
        double mean = returns.mean(rows);
        double deviation = returns.deviation(rows);
        return new EquityBlocks.Figures(
                rows,
                equity[rows - 1],
                mean,
                Double.isNaN(deviation) ? ReturnSums.deviation(capital, equity, mean) : deviation,
                drawdown.deepest(),
                (double) exposed / rows);
    }
}
