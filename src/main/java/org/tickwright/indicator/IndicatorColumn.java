package org.tickwright.indicator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;

/// The output columns of one indicator over growing input columns.
///
/// The indicator starts at the first row at which every input is defined, that is, finite. A row with an
/// undefined input further on is undefined in every output and ends the run: the indicator starts afresh
/// after it, with its whole lookback, since nobody may say what a recursion would have seen there.
/// Appending rows and calling [#advance(double\[\]\[\], int)] again gives the same bits as one call over
/// everything.
public final class IndicatorColumn {
    private static final int GROUP = 64;

    private final IndicatorDefinition definition;
    private final IndicatorArguments arguments;
    private final int inputCount;
    private final double[][] outputs;
    private @Nullable IndicatorKernel kernel;
    private int size;

    /// Columns without rows.
    public IndicatorColumn(IndicatorDefinition definition, IndicatorArguments arguments) {
        this.definition = definition;
        this.arguments = arguments;
        inputCount = definition.spec().inputs().size();
        outputs = new double[definition.spec().outputs().size()][0];
    }

    /// The outputs of an indicator over the first `rows` rows of its inputs: one array of that length per
    /// output.
    public static double[][] compute(
            IndicatorDefinition definition, IndicatorArguments arguments, double[][] inputs, int rows) {
        IndicatorColumn column = new IndicatorColumn(definition, arguments);
        column.reserve(rows);
        column.advance(inputs, rows);
        return column.outputs;
    }

    /// Computes what is missing up to `rows` rows. The inputs are in the order of the specification and
    /// hold at least `rows` rows; those seen before have not changed. Does nothing if there are that many
    /// rows already.
    public void advance(double[][] inputs, int rows) {
        if (inputs.length != inputCount) {
            throw new IllegalArgumentException(
                    definition.spec().name() + " needs " + inputCount + " inputs, was " + inputs.length);
        }
        if (rows <= size) {
            return;
        }
        grow(rows);
        int row = size;
        while (row < rows) {
            int end = definedUntil(inputs, row, rows);
            if (end > row) {
                run(inputs, row, end);
                row = end;
            } else {
                kernel = null;
                for (double[] output : outputs) {
                    output[row] = Double.NaN;
                }
                row++;
            }
        }
        size = rows;
    }

    /// The number of rows computed.
    public int size() {
        return size;
    }

    /// The values of an output; only the first [#size()] count. Replaced when the column grows.
    public double[] output(int index) {
        return outputs[index];
    }

    /// The indicator.
    public IndicatorDefinition definition() {
        return definition;
    }

    /// Its parameters.
    public IndicatorArguments arguments() {
        return arguments;
    }

    /// Makes room for `rows` rows at once.
    public void reserve(int rows) {
        for (int i = 0; i < outputs.length; i++) {
            if (outputs[i].length < rows) {
                outputs[i] = Arrays.copyOf(outputs[i], rows);
            }
        }
    }

    private void run(double[][] inputs, int from, int to) {
        IndicatorKernel running = kernel;
        if (running == null) {
            running = definition.kernel(arguments, from);
            kernel = running;
        }
        running.advance(inputs, from, to, outputs);
    }

    private void grow(int rows) {
        if (outputs.length > 0 && outputs[0].length < rows) {
            reserve(Math.max(rows, outputs[0].length + (outputs[0].length >> 1) + 16));
        }
    }

    /// The first row from `from` on at which an input is undefined; `rows` if there is none.
    private static int definedUntil(double[][] inputs, int from, int rows) {
        int end = rows;
        for (double[] input : inputs) {
            int row = from;
            while (row + GROUP <= end && allFinite(input, row)) {
                row += GROUP;
            }
            while (row < end && Math.abs(input[row]) <= Double.MAX_VALUE) {
                row++;
            }
            end = row;
        }
        return end;
    }

    /// A number less itself is 0, unless it is not finite; then the sum is not 0 either.
    @SuppressWarnings("IdentityBinaryExpression")
    private static boolean allFinite(double[] input, int from) {
        double a = 0;
        double b = 0;
        for (int row = from; row < from + GROUP; row += 4) {
            a += (input[row] - input[row]) + (input[row + 1] - input[row + 1]);
            b += (input[row + 2] - input[row + 2]) + (input[row + 3] - input[row + 3]);
        }
        return a + b == 0;
    }
}
