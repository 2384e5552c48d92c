package org.tickwright.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AmountTextTest {

    @Test
    void showsNoMoreThanPricesOfThatSizeCarry() {
        assertEquals("9.00", AmountText.price(9));
        assertEquals("95.50", AmountText.price(95.5));
        assertEquals("104.9371", AmountText.price(104.93712345));
        assertEquals("1.084376", AmountText.price(1.08437562));
        assertEquals("64218.38", AmountText.price(64218.37651234));
        assertEquals("12345678.90", AmountText.price(12345678.9));
        assertEquals("0.0000123", AmountText.price(0.0000123));
        assertEquals("0.00001234568", AmountText.price(0.0000123456789));
        assertEquals("0.00", AmountText.price(0));
    }

    @Test
    void moneyHasTwoDecimals() {
        assertEquals("1234.57", AmountText.money(123_456_789_012L));
        assertEquals("-0.01", AmountText.money(-1_000_000L));
        assertEquals("0.00", AmountText.money(1));
    }

    @Property(tries = 500)
    void isTheNearestOfItsDecimals(@ForAll @DoubleRange(min = 0.01, max = 1e7) double price) {
        String text = AmountText.price(price);
        BigDecimal shown = new BigDecimal(text);
        assertTrue(shown.scale() >= 2 && shown.scale() <= 9, text);
        double unit = StrictMath.pow(10, -Math.max(2, 6 - (int) Math.floor(StrictMath.log10(price))));
        assertEquals(price, shown.doubleValue(), unit / 2 + 1e-9 * price);
    }
}
