package org.tickwright.strategy;

import java.util.List;

/// Kleene's logic by its definition: 1 is true, 0 is false, NaN is undefined.
final class ThreeValued {
    private ThreeValued() {}

    static double compare(String type, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        return truth(
                switch (type) {
                    case "greater" -> a > b;
                    case "greaterOrEqual" -> a >= b;
                    case "less" -> a < b;
                    case "lessOrEqual" -> a <= b;
                    case "equal" -> a == b;
                    case "notEqual" -> a != b;
                    default -> throw new IllegalArgumentException("The reference does not know the node type " + type);
                });
    }

    static double and(List<Double> values) {
        if (values.contains(0.0)) {
            return 0;
        }
        return values.contains(Double.NaN) ? Double.NaN : 1;
    }

    static double not(double value) {
        return 1 - value;
    }

    static double truth(boolean condition) {
        return condition ? 1 : 0;
    }
}
