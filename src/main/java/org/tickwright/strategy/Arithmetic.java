package org.tickwright.strategy;

import java.util.List;

/// Row by row arithmetic on one or two columns. A loop of its own per operation, so that each is compiled by
/// itself.
final class Arithmetic extends NumberColumn {
    private final Operation operation;
    private final NumberColumn left;
    private final NumberColumn right;

    enum Operation {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        MINIMUM,
        MAXIMUM,
        NEGATE,
        ABS
    }

    /// Operations on one column are given it twice.
    Arithmetic(Operation operation, NumberColumn left, NumberColumn right) {
        super(left.stepwise() || right.stepwise());
        this.operation = operation;
        this.left = left;
        this.right = right;
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
        return switch (operation) {
            case ADD -> defined(a + b);
            case SUBTRACT -> defined(a - b);
            case MULTIPLY -> defined(a * b);
            case DIVIDE -> defined(a / b);
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            case NEGATE -> -a;
            case ABS -> Math.abs(a);
        };
    }

    @Override
    void fill(int from, int to) {
        double[] a = left.values;
        double[] b = right.values;
        double[] out = values;
        switch (operation) {
            case ADD -> add(a, b, out, from, to);
            case SUBTRACT -> subtract(a, b, out, from, to);
            case MULTIPLY -> multiply(a, b, out, from, to);
            case DIVIDE -> divide(a, b, out, from, to);
            case MINIMUM -> minimum(a, b, out, from, to);
            case MAXIMUM -> maximum(a, b, out, from, to);
            case NEGATE -> negate(a, out, from, to);
            case ABS -> abs(a, out, from, to);
        }
    }

    private static void add(double[] a, double[] b, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = defined(a[row] + b[row]);
        }
    }

    private static void subtract(double[] a, double[] b, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = defined(a[row] - b[row]);
        }
    }

    private static void multiply(double[] a, double[] b, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = defined(a[row] * b[row]);
        }
    }

    private static void divide(double[] a, double[] b, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = defined(a[row] / b[row]);
        }
    }

    private static void minimum(double[] a, double[] b, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = Math.min(a[row], b[row]);
        }
    }

    private static void maximum(double[] a, double[] b, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = Math.max(a[row], b[row]);
        }
    }

    private static void negate(double[] a, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = -a[row];
        }
    }

    private static void abs(double[] a, double[] out, int from, int to) {
        for (int row = from; row < to; row++) {
            out[row] = Math.abs(a[row]);
        }
    }
}
