package org.tickwright.strategy;

import java.util.Arrays;
import java.util.List;

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
        return decoded(values[bar]);
    }

    /// A row as 1, 0 or NaN.
    static double decoded(int bits) {
        return switch (bits) {
            case TRUE -> 1;
            case FALSE -> 0;
            default -> Double.NaN;
        };
    }

    /// A row as bits, from 1, 0 or NaN.
    static int encoded(double number) {
        return Double.isNaN(number) ? UNDEFINED : of(number == 1);
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
        double computed(int row) {
            return 1;
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

        ConditionColumn[] conditions() {
            return inputs;
        }

        @Override
        List<Column> inputs() {
            return List.of(inputs);
        }

        @Override
        double computed(int row) {
            int result = encoded(inputs[0].point(row));
            if (operation == Operation.NOT) {
                return decoded(not(result));
            }
            for (int i = 1; i < inputs.length; i++) {
                int next = encoded(inputs[i].point(row));
                result = operation == Operation.AND ? and(result, next) : or(result, next);
            }
            return decoded(result);
        }

        static int and(int a, int b) {
            return (a & b & TRUE) | ((a | b) & FALSE);
        }

        static int or(int a, int b) {
            return ((a | b) & TRUE) | (a & b & FALSE);
        }

        static int not(int a) {
            return (a & TRUE) << 1 | a >> 1;
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
                out[row] = (byte) and(out[row], in[row]);
            }
        }

        private static void or(byte[] in, byte[] out, int from, int to) {
            for (int row = from; row < to; row++) {
                out[row] = (byte) or(out[row], in[row]);
            }
        }

        private static void not(byte[] out, int from, int to) {
            for (int row = from; row < to; row++) {
                out[row] = (byte) not(out[row]);
            }
        }
    }
}
