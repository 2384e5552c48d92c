package org.tickwright.indicator;

/// Arithmetic that the indicators of J. Welles Wilder (New Concepts in Technical Trading Systems, 1978)
/// share.
final class Wilder {
    private static final double ZERO = 1e-14;

    private Wilder() {}

    /// The rise in a change of size `|change|`, zero for a fall; exact, and without a branch that guesses
    /// the market.
    static double gain(double change, double size) {
        return (size + change) * 0.5;
    }

    /// The fall in a change of size `|change|`, zero for a rise.
    static double loss(double change, double size) {
        return (size - change) * 0.5;
    }

    /// `part` of `whole` in percent, 0 where the whole is zero as TA-Lib has it.
    static double share(double part, double whole) {
        return isZero(whole) ? 0 : 100 * (part / whole);
    }

    /// `part / whole`, 0 where the whole is zero as TA-Lib has it.
    static double partOf(double part, double whole) {
        return isZero(whole) ? 0 : part / whole;
    }

    /// TA-Lib's test for zero: nearer than 1e-14.
    static boolean isZero(double value) {
        return -ZERO < value && value < ZERO;
    }

    /// The true range of a bar: its range, stretched to the close before it.
    static double trueRange(double high, double low, double previousClose) {
        return Math.max(high - low, Math.max(Math.abs(previousClose - high), Math.abs(previousClose - low)));
    }
}
