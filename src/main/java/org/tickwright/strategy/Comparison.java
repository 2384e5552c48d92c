package org.tickwright.strategy;

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

    @Override
    void fill(int from, int to) {
        double[] a = left.values;
        double[] b = right.values;
        switch (operation) {
            case GREATER -> greater(a, b, values, from, to);
            case GREATER_OR_EQUAL -> greaterOrEqual(a, b, values, from, to);
            case EQUAL -> equal(a, b, values, from, to, TRUE, FALSE);
            case NOT_EQUAL -> equal(a, b, values, from, to, FALSE, TRUE);
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
            out[row] = (byte) (bit(a[row] >= b[row], TRUE) | bit(a[row] < b[row], FALSE));
        }
    }

    private static void equal(double[] a, double[] b, byte[] out, int from, int to, byte same, byte different) {
        for (int row = from; row < to; row++) {
            boolean ordered = a[row] < b[row] || a[row] > b[row];
            out[row] = a[row] == b[row] ? same : ordered ? different : UNDEFINED;
        }
    }

    private static void crossesAbove(double[] a, double[] b, byte[] out, int from, int to) {
        int before = from == 0 ? UNDEFINED : above(a[from - 1], b[from - 1]);
        for (int row = from; row < to; row++) {
            int now = above(a[row], b[row]);
            int crosses = now & before >> 1 & TRUE;
            int known = (now | now >> 1) & (before | before >> 1) & TRUE;
            out[row] = (byte) (crosses | (known ^ crosses) << 1);
            before = now;
        }
    }

    private static int above(double a, double b) {
        return bit(a > b, TRUE) | bit(a <= b, FALSE);
    }

    private static int bit(boolean condition, byte mask) {
        return condition ? mask : 0;
    }
}
