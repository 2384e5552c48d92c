package org.tickwright.indicator;

import java.util.OptionalInt;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// How many rows after its start an indicator no longer shows where it started.
///
/// Measured, not derived: the indicator is computed over all rows and again from later starts; `rows` is the
/// smallest number of rows after a start from which on every output agrees with the whole computation to the
/// end, within [#TOLERANCE] of the larger size, the worst of all starts. Empty where even the last row
/// disagrees: the indicator keeps its start for good, as a sum from the first bar does, or the bars are too
/// few. Before that row a value says as much about the beginning of the file as about the market.
///
/// `lookback` is the number of leading rows that are undefined, `compared` how many rows the shortest
/// comparison had.
public record WarmUp(OptionalInt rows, int lookback, int compared) {
    /// The relative difference that counts as agreement.
    public static final double TOLERANCE = 1e-6;

    private static final int STARTS = 4;

    /// Measures over the first `rows` rows of the inputs, in the order of the specification, with starts spread
    /// over the first half.
    public static WarmUp measure(
            IndicatorDefinition definition, IndicatorArguments arguments, double[][] inputs, int rows) {
        double[][] whole = IndicatorColumn.compute(definition, arguments, inputs, rows);
        int worst = 0;
        boolean settles = rows > 1;
        int start = 0;
        for (int i = 1; i <= STARTS && settles; i++) {
            start = Math.max(i, rows / 2 * i / STARTS);
            int settled = start < rows ? settled(whole, late(definition, arguments, inputs, start, rows), start) : -1;
            settles = settled >= 0;
            worst = Math.max(worst, settled);
        }
        return new WarmUp(
                settles ? OptionalInt.of(worst) : OptionalInt.empty(),
                definition.lookback(arguments),
                Math.max(0, rows - start));
    }

    /// True if `row`, counted from the start, no longer depends on it.
    public boolean isSettledAt(int row) {
        return rows.isPresent() && row >= rows.getAsInt();
    }

    private static double[][] late(
            IndicatorDefinition definition, IndicatorArguments arguments, double[][] inputs, int start, int rows) {
        double[][] cut = new double[inputs.length][rows - start];
        for (int i = 0; i < inputs.length; i++) {
            System.arraycopy(inputs[i], start, cut[i], 0, rows - start);
        }
        return IndicatorColumn.compute(definition, arguments, cut, rows - start);
    }

    /// The first row after the start from which on all agree, -1 if the last does not.
    private static int settled(double[][] whole, double[][] late, int start) {
        int settled = 0;
        for (int output = 0; output < whole.length; output++) {
            int rows = late[output].length;
            int row = rows;
            while (row > 0 && agree(whole[output][start + row - 1], late[output][row - 1])) {
                row--;
            }
            if (row == rows) {
                return -1;
            }
            settled = Math.max(settled, row);
        }
        return settled;
    }

    private static boolean agree(double one, double other) {
        if (Double.isNaN(one) || Double.isNaN(other)) {
            return Double.isNaN(one) && Double.isNaN(other);
        }
        return one == other || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }
}
