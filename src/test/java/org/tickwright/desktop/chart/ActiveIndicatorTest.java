package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.spi.IndicatorSpec;

class ActiveIndicatorTest {
    private final IndicatorCatalogue catalogue = IndicatorCatalogue.builtIn();

    private ActiveIndicator of(String name) {
        return ActiveIndicator.of("a", catalogue.find(name).orElseThrow(), 0);
    }

    @Test
    void isCalledByItsNameAndParameters() {
        assertEquals("SMA 30", of("SMA").title());
        assertEquals("SMA 55", of("SMA").with(0, 55).title());
        assertEquals("MACD 12 26 9", of("MACD").title());
        assertEquals("MAX 30 high", of("MAX").withInput(0, "high").title());
    }

    @Test
    void isReadBackFromItsText() {
        for (String name : List.of("SMA", "MACD", "BBANDS", "OBV", "STOCH")) {
            ActiveIndicator indicator = of(name).hidden(true);
            assertEquals(Optional.of(indicator), ActiveIndicator.parse("a", indicator.text(), catalogue));
        }
    }

    @Test
    void whatNoLongerFitsIsLeftOut() {
        for (String text : List.of(
                "",
                "SMA",
                "NONE;1.0;close;0;shown",
                "SMA;x;close;0;shown",
                "SMA;1.0;close;0;shown",
                "SMA;30.0,2.0;close;0;shown",
                "SMA;30.0;;0;shown")) {
            assertEquals(Optional.empty(), ActiveIndicator.parse("a", text, catalogue), text);
        }
    }

    @Test
    void refusesValuesOutOfRangeWithTheRange() {
        IndicatorSpec.Parameter period = of("SMA").spec().parameters().getFirst();
        assertEquals(Optional.of("From 2 to 100000."), ActiveIndicator.trouble(period, 1));
        assertTrue(ActiveIndicator.trouble(period, 2.5).isPresent());
        assertTrue(ActiveIndicator.trouble(period, Double.NaN).isPresent());
        assertEquals(Optional.empty(), ActiveIndicator.trouble(period, 2));
    }
}
