package org.tickwright.indicator;

import java.util.List;

/// TA-Lib's kinds of moving average, in the order of its `MAType`.
final class MovingAverages {
    /// Their names; the index is the value of the parameter.
    static final List<String> KINDS = List.of("SMA", "EMA", "WMA", "DEMA", "TEMA", "TRIMA", "KAMA", "MAMA", "T3");

    private MovingAverages() {}

    /// An average of that kind; over one row it is the row itself, whatever the kind.
    static RowTransform of(int kind, int period) {
        if (period == 1) {
            return new Unchanged();
        }
        return switch (KINDS.get(kind)) {
            case "SMA" -> new SimpleAverage(period);
            case "EMA" -> new ExponentialAverage(period);
            case "WMA" -> new WeightedAverage(period);
            case "DEMA" -> new ExponentialChain(period, 2, -1);
            case "TEMA" -> new ExponentialChain(period, 3, -3, 1);
            case "TRIMA" -> new TriangularAverage(period);
            case "KAMA" -> new AdaptiveAverage(period);
            case "MAMA" -> new MesaAverage(0.5, 0.05);
            case "T3" -> tillson(period, 0.7);
            default -> throw new IllegalArgumentException("No kind of moving average: " + kind);
        };
    }

    /// Tillson's T3: six exponential averages in a row, weighted by the volume factor.
    static RowTransform tillson(int period, double factor) {
        double square = factor * factor;
        double cube = square * factor;
        return new ExponentialChain(
                period,
                0,
                0,
                1 + 3 * factor + cube + 3 * square,
                -6 * square - 3 * (factor + cube),
                3 * (square + cube),
                -cube);
    }

    /// Rows as they are.
    private static final class Unchanged extends RowTransform {
        @Override
        int lookback() {
            return 0;
        }

        @Override
        void apply(double[] in, int inFrom, double[] out, int outFrom, int count) {
            System.arraycopy(in, inFrom, out, outFrom, count);
        }
    }
}
