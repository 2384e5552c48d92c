package org.tickwright.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Exact decimal arithmetic on `long`: a value is a whole number of units of `10^-scale`.
///
/// Used for the order path, cash and lots. Default scales: price 10, quantity 8, money 8 decimals, so a
/// price or a sum of money reaches ±922,337,203 and ±92,233,720,368 and a quantity ±92,233,720,368. Leaving
/// the range is an [ArithmeticException], never a wrap. Rounding is half-even and happens only in this
/// class.
public final class FixedPoint {
    /// Decimals of a price.
    public static final int PRICE_SCALE = 10;
    /// Decimals of a quantity.
    public static final int QUANTITY_SCALE = 8;
    /// Decimals of an amount of money.
    public static final int MONEY_SCALE = 8;

    private static final long FIVE_TO_10 = 9_765_625L;
    private static final long HALF_OF_10 = 5_000_000_000L;
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
        double scaled = value * POWERS[scale];
        if (Math.abs(scaled) < 0x1p51) {
            // The product is off by at most scaled · 2^-53; only near-ties need the exact way.
            double rounded = Math.rint(scaled);
            if (0.5 - Math.abs(scaled - rounded) > Math.abs(scaled) * 0x1p-52) {
                return (long) rounded;
            }
        }
        return exactly(value, scale, RoundingMode.HALF_EVEN);
    }

    /// Like [#fromDouble] but towards negative infinity: what is left can always be paid.
    public static long floorFromDouble(double value, int scale) {
        double scaled = value * POWERS[scale];
        if (Math.abs(scaled) < 0x1p51) {
            double floor = Math.floor(scaled);
            double above = scaled - floor;
            double error = Math.abs(scaled) * 0x1p-52;
            if (above > error && 1 - above > error) {
                return (long) floor;
            }
        }
        return exactly(value, scale, RoundingMode.FLOOR);
    }

    private static long exactly(double value, int scale, RoundingMode mode) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("A fixed-point number must be finite, was " + value);
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        int right = 1075 - exponent;
        if (exponent != 0 && right >= 1 && right <= 63) {
            long mantissa = (bits & ((1L << 52) - 1)) | (1L << 52);
            long high = Math.multiplyHigh(mantissa, POWERS[scale]);
            long low = mantissa * POWERS[scale];
            if ((high >>> (right - 1)) == 0) {
                long magnitude = (high << (64 - right)) | (low >>> right);
                long rest = low << (64 - right);
                boolean up = mode == RoundingMode.FLOOR
                        ? value < 0 && rest != 0
                        : rest < 0 && (rest != Long.MIN_VALUE || (magnitude & 1) != 0);
                long rounded = Math.addExact(magnitude, up ? 1 : 0);
                return value < 0 ? -rounded : rounded;
            }
        }
        return new BigDecimal(value).setScale(scale, mode).unscaledValue().longValueExact();
    }

    /// The double nearest to `units · 10^-scale`.
    public static double toDouble(long units, int scale) {
        long magnitude = Math.abs(units);
        if (magnitude < (1L << 53)) {
            return units / (double) POWERS[scale];
        }
        if (scale > 8 || magnitude < 0) {
            return BigDecimal.valueOf(units, scale).doubleValue();
        }
        // Sixty bits of the quotient and one that says whether more follow: the conversion rounds once.
        long divisor = POWERS[scale];
        long whole = magnitude / divisor;
        int shift = Math.max(0, Long.numberOfLeadingZeros(whole) - 2);
        long rest = (magnitude % divisor) << shift;
        long quotient = (whole << shift) + rest / divisor;
        double nearest = (quotient | (rest % divisor == 0 ? 0 : 1)) * Double.longBitsToDouble((1023L - shift) << 52);
        return units < 0 ? -nearest : nearest;
    }

    /// `a · b / 10^decimals`, computed in 128 bits and rounded half to even.
    public static long multiply(long a, long b, int decimals) {
        if (decimals == 10) {
            return multiply10(a, b);
        }
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if (high == (low >> 63)) {
            return divideHalfEven(low, POWERS[decimals]);
        }
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /// `a · b / 10^10` in 128 bits, half to even: a quantity times a price, or money times a rate, at the
    /// default scales. Allocates nothing.
    ///
    /// The product in doubles tells a quotient below 2^50 but for one or two; by how much it is off stands in the
    /// lower 64 bits of the exact product. Larger ones take the long way.
    public static long multiply10(long a, long b) {
        double about = (double) a * (double) b * 1e-10;
        if (!(Math.abs(about) < 0x1p50)) {
            return multiplyWide(a, b);
        }
        long quotient = (long) about;
        long rest = a * b - quotient * (2 * HALF_OF_10);
        while (rest > HALF_OF_10 || (rest == HALF_OF_10 && (quotient & 1) != 0)) {
            rest -= 2 * HALF_OF_10;
            quotient++;
        }
        while (rest < -HALF_OF_10 || (rest == -HALF_OF_10 && (quotient & 1) != 0)) {
            rest += 2 * HALF_OF_10;
            quotient--;
        }
        return quotient;
    }

    /// The divisor is split into `2^10 · 5^10`, so that two divisions by a constant that fits 24 bits
    /// suffice.
    private static long multiplyWide(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        boolean negative = high < 0;
        if (negative) {
            low = -low;
            high = low == 0 ? -high : ~high;
        }
        if (high >>> 33 != 0) {
            throw new ArithmeticException("A product leaves the range of a fixed-point number");
        }
        long shiftedHigh = high >>> 10;
        long shiftedLow = (low >>> 10) | (high << 54);
        long top = (shiftedHigh << 25) | (shiftedLow >>> 39);
        long rest = (top % FIVE_TO_10 << 39) | (shiftedLow & ((1L << 39) - 1));
        long upper = top / FIVE_TO_10;
        if (upper >>> 24 != 0) {
            throw new ArithmeticException("A product leaves the range of a fixed-point number");
        }
        long quotient = (upper << 39) + rest / FIVE_TO_10;
        long remainder = (rest % FIVE_TO_10 << 10) | (low & 1023);
        if (remainder > HALF_OF_10 || (remainder == HALF_OF_10 && (quotient & 1) != 0)) {
            quotient = Math.addExact(quotient, 1);
        }
        return negative ? -quotient : quotient;
    }

    /// `a · b / divisor` with the whole product, rounded half to even.
    public static long multiplyDivide(long a, long b, long divisor) {
        return new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
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

    /// What was beyond the range, in words that are the same each time. The runtime words an overflow itself, and once
    /// the method that overflowed has been compiled it no longer words it at all.
    public static String words(ArithmeticException beyond) {
        String message = beyond.getMessage();
        return message == null || message.endsWith(" overflow") ? "a number left the range of the ledger" : message;
    }
}
