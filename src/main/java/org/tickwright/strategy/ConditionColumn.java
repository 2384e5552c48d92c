package org.tickwright.strategy;

import java.util.Arrays;

/// A condition at each bar: true, false or undefined.
///
/// One bit says that it is true, another that it is false, and none that it is undefined, so that Kleene's
/// and, or, not are a few operations on bits.
abstract non-sealed class ConditionColumn extends Column {
    static final byte UNDEFINED = 0;
    static final byte TRUE = 1;
    static final byte FALSE = 2;

    /// The rows; only the filled ones count. Replaced when the column grows.
    byte[] values = {};

    ConditionColumn(boolean stepwise) {
        super(stepwise);
    }

    @Override
    final void reserve(int rows) {
        if (rows > values.length) {
            values = Arrays.copyOf(values, rows);
        }
    }

    @Override
    final void ensure(int rows) {
        if (rows > values.length) {
            reserve(roomFor(rows, values.length));
        }
    }

    @Override
    final double at(int bar) {
        return switch (values[bar]) {
            case TRUE -> 1;
            case FALSE -> 0;
            default -> Double.NaN;
        };
    }

    final boolean isTrue(int bar) {
        return values[bar] == TRUE;
    }

    static byte of(boolean condition) {
        return condition ? TRUE : FALSE;
    }

    /// True at every bar.
    static final class Always extends ConditionColumn {
        Always() {
            super(false);
        }

        @Override
        void fill(int from, int to) {
            Arrays.fill(values, from, to, TRUE);
        }
    }

    /// Kleene's and, or, not over any number of conditions.
    static final class Logic extends ConditionColumn {
        private final Operation operation;
        private final ConditionColumn[] inputs;

        enum Operation {
            AND,
            OR,
            NOT
        }

        Logic(Operation operation, ConditionColumn... inputs) {
            super(Arrays.stream(inputs).anyMatch(Column::stepwise));
            this.operation = operation;
            this.inputs = inputs;
        }

        Operation operation() {
            return operation;
        }

        ConditionColumn[] inputs() {
            return inputs;
        }

        @Override
        void fill(int from, int to) {
            System.arraycopy(inputs[0].values, from, values, from, to - from);
            if (operation == Operation.NOT) {
                not(values, from, to);
            }
            for (int i = 1; i < inputs.length; i++) {
                if (operation == Operation.AND) {
                    and(inputs[i].values, values, from, to);
                } else {
                    or(inputs[i].values, values, from, to);
                }
            }
        }

        private static void and(byte[] in, byte[] out, int from, int to) {
            for (int row = from; row < to; row++) {
                out[row] = (byte) ((out[row] & in[row] & TRUE) | ((out[row] | in[row]) & FALSE));
            }
        }

        private static void or(byte[] in, byte[] out, int from, int to) {
            for (int row = from; row < to; row++) {
                out[row] = (byte) (((out[row] | in[row]) & TRUE) | (out[row] & in[row] & FALSE));
            }
        }

        private static void not(byte[] out, int from, int to) {
            for (int row = from; row < to; row++) {
                out[row] = (byte) ((out[row] & TRUE) << 1 | out[row] >> 1);
            }
        }
    }
}
