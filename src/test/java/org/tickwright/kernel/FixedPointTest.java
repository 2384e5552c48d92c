package org.tickwright.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Positive;
import org.junit.jupiter.api.Test;

class FixedPointTest {

    private static long reference(double value, int scale, RoundingMode mode) {
        return new BigDecimal(value).setScale(scale, mode).unscaledValue().longValueExact();
    }

    @Property(tries = 3000)
    void roundsTheExactBinaryValueHalfToEven(
            @ForAll @DoubleRange(min = -9e8, max = 9e8) double value, @ForAll @IntRange(max = 10) int scale) {
        assertEquals(reference(value, scale, RoundingMode.HALF_EVEN), FixedPoint.fromDouble(value, scale));
        assertEquals(reference(value, scale, RoundingMode.FLOOR), FixedPoint.floorFromDouble(value, scale));
    }

    @Property(tries = 3000)
    void roundsTiesAndTheirNeighboursLikeTheReference(
            @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int half, @ForAll @IntRange(max = 8) int scale) {
        double tie = new BigDecimal(BigInteger.valueOf(2L * half + 1), 1)
                .multiply(BigDecimal.valueOf(5))
                .movePointLeft(scale + 1)
                .doubleValue();
        for (double value : new double[] {tie, StrictMath.nextUp(tie), StrictMath.nextDown(tie)}) {
            assertEquals(reference(value, scale, RoundingMode.HALF_EVEN), FixedPoint.fromDouble(value, scale));
        }
    }

    @Property(tries = 3000)
    void multipliesExactlyAndRoundsOnce(@ForAll long a, @ForAll long b, @ForAll @IntRange(max = 18) int decimals) {
        BigInteger product = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        if (product.bitLength() < 64) {
            assertEquals(product.longValueExact(), FixedPoint.multiply(a, b, decimals));
        } else {
            assertThrows(ArithmeticException.class, () -> FixedPoint.multiply(a, b, decimals));
        }
    }

    /// Products of every magnitude, many of them at or beside the middle of two results.
    @Property(tries = 2000)
    void quantityTimesPriceIsRoundedHalfToEven(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long a = random.nextLong() >> random.nextInt(60);
        long b = random.nextLong() >> random.nextInt(60);
        if (random.nextInt(3) == 0) {
            a = 5_000_000_000L * (1 + random.nextInt(1000)) * (random.nextBoolean() ? 1 : -1);
            b = random.nextLong(2_000_000) - 1_000_000 + random.nextInt(2);
        }
        BigInteger product = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), 10)
                .setScale(0, RoundingMode.HALF_EVEN)
                .unscaledValue();
        if (product.bitLength() < 63) {
            assertEquals(product.longValueExact(), FixedPoint.multiply10(a, b), a + " · " + b);
        }
    }

    @Property(tries = 3000)
    void dividesHalfToEven(@ForAll long numerator, @ForAll @Positive long divisor) {
        BigInteger expected = new BigDecimal(numerator)
                .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        assertEquals(expected.longValueExact(), FixedPoint.divideHalfEven(numerator, divisor));
    }

    @Property(tries = 3000)
    void givesTheNearestDouble(@ForAll long units, @ForAll @IntRange(max = 18) int scale) {
        assertEquals(BigDecimal.valueOf(units, scale).doubleValue(), FixedPoint.toDouble(units, scale));
    }

    @Property(tries = 2000)
    void comesBackFromADouble(
            @ForAll @LongRange(min = -4_000_000_000_000_000L, max = 4_000_000_000_000_000L) long units,
            @ForAll @IntRange(max = 10) int scale) {
        Assume.that(Math.abs(units) < 1L << 52);
        assertEquals(units, FixedPoint.fromDouble(FixedPoint.toDouble(units, scale), scale));
    }

    @Property(tries = 1000)
    void readsTheTextItWrites(@ForAll long units, @ForAll @IntRange(max = 18) int scale) {
        assertEquals(units, FixedPoint.parse(FixedPoint.format(units, scale), scale));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(Double.NaN, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(Double.POSITIVE_INFINITY, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(1e11, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.floorFromDouble(-1e11, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.floorFromDouble(Double.NaN, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.parse("0.123", 2));
        assertEquals(9_223_372_036_854_775_807L, FixedPoint.parse("92233720368.54775807", 8));
    }

    @Test
    void writesPlainTextWithoutTrailingZeros() {
        assertEquals("1234.5", FixedPoint.format(123_450, 2));
        assertEquals("100", FixedPoint.format(10_000, 2));
        assertEquals("-0.05", FixedPoint.format(-5, 2));
        assertEquals("0", FixedPoint.format(0, 8));
    }

    @Test
    void wordsAnOverflowAlikeWhetherTheRuntimeDoesOrNot() {
        ArithmeticException worded = assertThrows(ArithmeticException.class, () -> Math.addExact(Long.MAX_VALUE, 1L));
        assertEquals(FixedPoint.words(new ArithmeticException()), FixedPoint.words(worded));
        assertEquals("our own", FixedPoint.words(new ArithmeticException("our own")));
    }
}
