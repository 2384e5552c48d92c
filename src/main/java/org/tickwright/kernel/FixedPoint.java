package org.tickwright.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Exact decimal arithmetic on `long`: a value is a whole number of units of `10^-scale`.
///
/// Used for the order path, cash and lots. Default scales: price 10, quantity 8, money 8 decimals, so a
/// price or a sum of money reaches ±922,337,203 and ±92,233,720,368 and a quantity ±92,233,720,368. Leaving the range
/// is an
/// [ArithmeticException], never a wrap. Rounding is half-even and happens only in this class.
public final class FixedPoint {
    /// Decimals of a price.
    public static final int PRICE_SCALE = 10;
    /// Decimals of a quantity.
    public static final int QUANTITY_SCALE = 8;
    /// Decimals of an amount of money.
    public static final int MONEY_SCALE = 8;

    private static final long[] POWERS = new long[19];

    static {
        long power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private FixedPoint() {}

    /// `10^exponent` for 0 to 18.
    public static long pow10(int exponent) {
        return POWERS[exponent];
    }

    /// The units nearest to `value` at `scale`, ties to even on the exact binary value.
    ///
    /// Throws [ArithmeticException] when `value` is not finite or out of range.
    public static long fromDouble(double value, int scale) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("A fixed-point number must be finite, was " + value);
        }
        double scaled = value * POWERS[scale];
        if (Math.abs(scaled) < 0x1p51) {
            // Below 2^51 the product is off by less than 1/4 unit; only near-ties need the exact way.
            double rounded = StrictMath.rint(scaled);
            if (Math.abs(Math.abs(scaled - rounded) - 0.5) > 0.25) {
                return (long) rounded;
            }
        }
        return new BigDecimal(value)
                .setScale(scale, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /// Like [#fromDouble] but towards negative infinity: what is left can always be paid.
    public static long floorFromDouble(double value, int scale) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("A fixed-point number must be finite, was " + value);
        }
        return new BigDecimal(value)
                .setScale(scale, RoundingMode.FLOOR)
                .unscaledValue()
                .longValueExact();
    }

    /// The double nearest to `units · 10^-scale`.
    public static double toDouble(long units, int scale) {
        if (Math.abs(units) < (1L << 53)) {
            return units / (double) POWERS[scale];
        }
        return BigDecimal.valueOf(units, scale).doubleValue();
    }

    /// `a · b / 10^decimals`, computed in 128 bits and rounded half to even.
    public static long multiply(long a, long b, int decimals) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == (low >> 63)) {
            return divideHalfEven(low, POWERS[decimals]);
        }
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /// `numerator / divisor` rounded half to even; `divisor` is positive.
    public static long divideHalfEven(long numerator, long divisor) {
        long quotient = numerator / divisor;
        long remainder = numerator % divisor;
        long twice = Math.abs(remainder);
        long rest = divisor - twice;
        if (twice > rest || (twice == rest && (quotient & 1) != 0)) {
            quotient += numerator < 0 ? -1 : 1;
        }
        return quotient;
    }

    /// Parses plain decimal text to units at `scale`; more decimals than that are an [ArithmeticException].
    public static long parse(String text, int scale) {
        return new BigDecimal(text)
                .setScale(scale, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    /// The exact decimal text of the units, without trailing zeros.
    public static String format(long units, int scale) {
        BigDecimal value = BigDecimal.valueOf(units, scale).stripTrailingZeros();
        return (value.scale() < 0 ? value.setScale(0) : value).toPlainString();
    }
}
