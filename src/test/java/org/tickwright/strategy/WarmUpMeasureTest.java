package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.MarketData;

class WarmUpMeasureTest {
    private static final IndicatorCatalogue INDICATORS = IndicatorCatalogue.builtIn();

    private static StrategyWarmUp measure(int bars, String type, double period) {
        StrategyDocument document = StrategyDocument.empty("warm-up")
                .withGraph(
                        List.of(
                                Node.of("mine", type, period == 0 ? Map.of() : Map.of("optInTimePeriod", period)),
                                Node.of("price", "price", Map.of("field", type.endsWith("OBV") ? "volume" : "close")),
                                Node.of("above", "greater", Map.of()),
                                Node.of("enter", "enterLong", Map.of())),
                        List.of(
                                Wire.of("price.value", "above.a"),
                                Wire.of("mine.value", "above.b"),
                                Wire.of("above.value", "enter.when")));
        Program program = Program.of(document, INDICATORS);
        return WarmUpMeasure.of(program, MarketData.of(Markets.random(5, bars)), Map.of());
    }

    @Test
    void aSimpleAverageIsStableAsSoonAsItIsDefined() {
        StrategyWarmUp warmUp = measure(600, "indicator.SMA", 20);
        assertEquals(19, warmUp.definedFrom());
        assertEquals(19, warmUp.stableFrom());
    }

    @Test
    void aRecursiveAverageForgetsItsStartLater() {
        StrategyWarmUp warmUp = measure(2000, "indicator.EMA", 20);
        assertEquals(19, warmUp.definedFrom());
        Integer stable = warmUp.stableFrom();
        assertNotNull(stable);
        // (19/21)^k times a start that is off by some percent falls below 1e-6 after about a hundred bars.
        assertTrue(stable > 60 && stable < 200, () -> "stable from " + stable);
        assertTrue(warmUp.note().contains("from bar " + stable + " on"), warmUp.note());
    }

    @Test
    void whatIsNeverDefinedNeverCounts() {
        StrategyWarmUp warmUp = measure(100, "indicator.SMA", 500);
        assertEquals(100, warmUp.definedFrom());
        assertNull(warmUp.stableFrom());
    }

    @Test
    void tooFewBarsSayNothing() {
        StrategyWarmUp warmUp = measure(4, "indicator.SMA", 2);
        assertNull(warmUp.stableFrom());
        assertEquals("So few bars do not tell from where the result counts.", warmUp.note());
    }
}
