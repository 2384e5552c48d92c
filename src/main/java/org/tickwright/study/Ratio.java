package org.tickwright.study;

/// Division whose result is undefined, never infinite, where the divisor is zero.
final class Ratio {
    private Ratio() {}

    static double of(double dividend, double divisor) {
        return divisor == 0 ? Double.NaN : dividend / divisor;
    }
}
