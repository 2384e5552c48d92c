package org.tickwright.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FixedPointTest {

    @Property(tries = 5000)
    void productsAreThoseOfExactArithmetic(@ForAll long a, @ForAll long b, @ForAll @IntRange(max = 12) int decimals) {
        assertProduct(a, b, decimals);
        assertProduct(a >> 24, b >> 21, decimals);
        assertProduct(a >> 40, b, decimals);
    }

    private static void assertProduct(long a, long b, int decimals) {
        BigInteger exact = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)), decimals)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigInteger();
        if (exact.bitLength() > 63) {
            assertThrows(ArithmeticException.class, () -> FixedPoint.multiply(a, b, decimals));
        } else if (exact.longValueExact() != Long.MIN_VALUE) {
            assertEquals(exact.longValueExact(), FixedPoint.multiply(a, b, decimals));
        }
    }

    @Test
    void roundsTiesOfProductsToEven() {
        assertEquals(0, FixedPoint.multiply10(1, 5_000_000_000L));
        assertEquals(2, FixedPoint.multiply10(3, 5_000_000_000L));
        assertEquals(-2, FixedPoint.multiply10(-3, 5_000_000_000L));
        assertEquals(1, FixedPoint.multiply10(1, 5_000_000_001L));
    }

    @Property(tries = 5000)
    void readsDoublesAsExactArithmeticDoes(@ForAll long bits, @ForAll @IntRange(max = 12) int scale) {
        assertRead(Double.longBitsToDouble(bits), scale);
        assertRead((bits >> 12) / 1e6, scale);
        assertRead((bits >> 30) + 0.5, 0);
        assertRead((bits >> 30) / 2e8, 8);
    }

    private static void assertRead(double value, int scale) {
        if (!Double.isFinite(value)) {
            assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(value, scale));
            return;
        }
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR}) {
            BigInteger exact = new BigDecimal(value).setScale(scale, mode).unscaledValue();
            if (exact.bitLength() <= 62) {
                assertEquals(
                        exact.longValueExact(),
                        mode == RoundingMode.FLOOR
                                ? FixedPoint.floorFromDouble(value, scale)
                                : FixedPoint.fromDouble(value, scale),
                        () -> value + " at " + scale + " " + mode);
            } else if (exact.bitLength() > 63) {
                assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(value, scale));
            }
        }
    }

    @Property(tries = 5000)
    void givesTheNearestDouble(@ForAll long units, @ForAll @IntRange(max = 12) int scale) {
        assertEquals(BigDecimal.valueOf(units, scale).doubleValue(), FixedPoint.toDouble(units, scale));
        assertEquals(BigDecimal.valueOf(units >> 8, scale).doubleValue(), FixedPoint.toDouble(units >> 8, scale));
    }

    @Test
    void refusesWhatIsNotANumberOrOutOfRange() {
        assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(Double.NaN, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.fromDouble(1e11, 8));
        assertThrows(ArithmeticException.class, () -> FixedPoint.multiply10(Long.MAX_VALUE, 10_000_000_001L));
        assertEquals(92_233_720_368_00000000L, FixedPoint.fromDouble(92_233_720_368.0, 8));
    }

    @Test
    void printsAndParsesPlainDecimals() {
        assertEquals("-0.00000001", FixedPoint.format(-1, 8));
        assertEquals("1200", FixedPoint.format(120_000, 2));
        assertEquals(150, FixedPoint.parse("1.5", 2));
        assertThrows(ArithmeticException.class, () -> FixedPoint.parse("1.005", 2));
    }
}
