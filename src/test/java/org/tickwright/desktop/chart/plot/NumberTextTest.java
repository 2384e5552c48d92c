package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberTextTest {
    private final NumberText numbers = new NumberText(Locale.US);

    @Test
    void writesTheDecimalsItIsGiven() {
        assertEquals("84.20", numbers.fixed(84.2, 2));
        assertEquals("45,123.5", numbers.fixed(45123.5, 1));
        assertEquals("0.00000001", numbers.fixed(1e-8, 8));
        assertEquals("−3.25", numbers.fixed(-3.25, 2));
        assertEquals("–", numbers.fixed(Double.NaN, 2));
    }

    @Test
    void zeroHasNoSign() {
        assertEquals("0.00", numbers.fixed(-0.001, 2));
        assertEquals("0.00", numbers.signed(0.001, 2));
        assertEquals("+0.01", numbers.signed(0.01, 2));
        assertEquals("−0.01", numbers.signed(-0.01, 2));
    }

    @Test
    void shortensLargeNumbers() {
        assertEquals("950", numbers.brief(950));
        assertEquals("1.00K", numbers.brief(999.6));
        assertEquals("12.4K", numbers.brief(12_400));
        assertEquals("3.05M", numbers.brief(3_050_000));
        assertEquals("−212M", numbers.brief(-212_000_000));
    }

    @Test
    void speaksTheLanguageOfNumbers() {
        assertEquals("45.123,50", new NumberText(Locale.GERMANY).fixed(45123.5, 2));
    }

    @Test
    void knowsHowManyDecimalsAStepNeeds() {
        assertEquals(0, NumberText.decimalsOfStep(5));
        assertEquals(2, NumberText.decimalsOfStep(0.05));
        assertEquals(2, NumberText.decimalsOfStep(0.01));
        assertEquals(8, NumberText.decimalsOfStep(2e-8));
    }
}
