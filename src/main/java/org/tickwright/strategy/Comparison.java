package org.tickwright.strategy;

import java.util.List;

/// Row by row comparison of two columns; undefined where a number that it reads is.
final class Comparison extends ConditionColumn {
    private final Operation operation;
    private final NumberColumn left;
    private final NumberColumn right;

    enum Operation {
        GREATER,
        GREATER_OR_EQUAL,
        EQUAL,
        NOT_EQUAL,
        CROSSES_ABOVE
    }

    /// The other comparisons are these with the columns exchanged.
    Comparison(Operation operation, NumberColumn left, NumberColumn right) {
        super(left.stepwise() || right.stepwise());
        this.operation = operation;
        this.left = left;
        this.right = right;
    }

    NumberColumn left() {
        return left;
    }

    NumberColumn right() {
        return right;
    }

    Operation operation() {
        return operation;
    }

    @Override
    List<Column> inputs() {
        return List.of(left, right);
    }

    @Override
    double computed(int row) {
        double a = left.point(row);
        double b = right.point(row);
        return decoded(
                switch (operation) {
                    case GREATER -> above(a, b);
                    case GREATER_OR_EQUAL -> atLeast(a, b);
                    case EQUAL -> equal(a, b);
                    case NOT_EQUAL -> different(a, b);
                    case CROSSES_ABOVE ->
                        crosses(above(a, b), row == 0 ? UNDEFINED : above(left.point(row - 1), right.point(row - 1)));
                });
    }

    @Override
    void fill(int from, int to) {
        double[] a = left.values;
        double[] b = right.values;
        switch (operation) {
            case GREATER -> greater(a, b, values, from, to);
            case GREATER_OR_EQUAL -> greaterOrEqual(a, b, values, from, to);
            case EQUAL -> equal(a, b, values, from, to);
            case NOT_EQUAL -> different(a, b, values, from, to);
            case CROSSES_ABOVE -> crossesAbove(a, b, values, from, to);
        }
    }

    private static void greater(double[] a, double[] b, byte[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = (byte) above(a[row], b[row]);
        }
    }

    private static void greaterOrEqual(double[] a, double[] b, byte[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = (byte) atLeast(a[row], b[row]);
        }
    }

    private static void equal(double[] a, double[] b, byte[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = (byte) equal(a[row], b[row]);
        }
    }

    private static void different(double[] a, double[] b, byte[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = (byte) different(a[row], b[row]);
        }
    }

    private static void crossesAbove(double[] a, double[] b, byte[] out, int from, int to) {
        int before = from == 0 ? UNDEFINED : above(a[from - 1], b[from - 1]);
        for (int row = from; row < to; row++) {
            int now = above(a[row], b[row]);
            out[row] = (byte) crosses(now, before);
            before = now;
        }
    }

    /// Whether it crosses: what is above now was not before; undefined where one of both is.
    static int crosses(int now, int before) {
        int crosses = now & before >> 1 & TRUE;
        int known = (now | now >> 1) & (before | before >> 1) & TRUE;
        return crosses | (known ^ crosses) << 1;
    }

    static int atLeast(double a, double b) {
        return bit(a >= b, TRUE) | bit(a < b, FALSE);
    }

    static int equal(double a, double b) {
        return bit(a == b, TRUE) | bit(a < b || a > b, FALSE);
    }

    static int different(double a, double b) {
        return bit(a < b || a > b, TRUE) | bit(a == b, FALSE);
    }

    static int above(double a, double b) {
        return bit(a > b, TRUE) | bit(a <= b, FALSE);
    }

    private static int bit(boolean condition, byte mask) {
        return condition ? mask : 0;
    }
}
