package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

class IndicatorPlotsTest {
    private final IndicatorCatalogue catalogue = IndicatorCatalogue.builtIn();
    private final Bars bars = Fixture.daily(200, 5);

    private ActiveIndicator of(String name) {
        return ActiveIndicator.of("a", catalogue.find(name).orElseThrow(), 3);
    }

    private ChartIndicator compute(String name) {
        return IndicatorPlots.compute(of(name), bars, 2);
    }

    @Test
    void anAverageIsALineOverThePricesWithTheirDecimals() {
        ChartIndicator average = IndicatorPlots.compute(of("SMA").with(0, 10), bars, 2);
        assertTrue(average.overlay());
        assertEquals(2, average.decimals());
        double sum = 0;
        for (int i = 91; i <= 100; i++) {
            sum += bars.close(i);
        }
        ChartIndicator.Output line = average.outputs().getFirst();
        assertEquals(sum / 10, line.column().value(100), 1e-9);
        assertTrue(Double.isNaN(line.column().value(8)));
        assertEquals(3, line.slot());
        assertEquals("", line.name());
    }

    @Test
    void whatWouldRepaintIsMarked() {
        assertTrue(compute("ZIGZAG").repaints());
        assertTrue(compute("ZIGZAG").hidden(true).repaints());
        assertFalse(compute("MACD").repaints());
    }

    @Test
    void macdIsTwoLinesAndAHistogramInAPane() {
        ChartIndicator macd = compute("MACD");
        assertFalse(macd.overlay());
        assertEquals(
                List.of(ChartIndicator.Shape.LINE, ChartIndicator.Shape.LINE, ChartIndicator.Shape.HISTOGRAM),
                macd.outputs().stream().map(ChartIndicator.Output::shape).toList());
        assertEquals(
                List.of("MACD", "signal", "histogram"),
                macd.outputs().stream().map(ChartIndicator.Output::name).toList());
    }

    @Test
    void whatIsNoPriceIsNotDrawnOverThePrices() {
        ChartIndicator pattern = compute("DOUBLE_TOP");
        assertTrue(pattern.overlay());
        assertEquals(
                List.of("level"),
                pattern.outputs().stream().map(ChartIndicator.Output::name).toList());
        assertEquals(2, pattern.decimals());
        assertEquals(
                1,
                IndicatorPlots.slots(catalogue.find("SUPERTREND").orElseThrow().spec()));
    }

    @Test
    void bandsAreFilledAndShareAColour() {
        ChartIndicator bands = compute("BBANDS");
        ChartIndicator.Band band = bands.band();
        assertNotNull(band);
        assertEquals(
                bands.outputs().get(band.upper()).slot(),
                bands.outputs().get(band.lower()).slot());
        assertEquals(2, IndicatorPlots.slots(bands(bands)));
    }

    private org.tickwright.spi.IndicatorSpec bands(ChartIndicator indicator) {
        return catalogue.find(indicator.title().split(" ", -1)[0]).orElseThrow().spec();
    }

    @Test
    void anAverageOfVolumeLeavesThePricePane() {
        assertFalse(IndicatorPlots.compute(of("SMA").withInput(0, "volume"), bars, 2)
                .overlay());
    }

    @Test
    void everyCataloguedIndicatorCanBeDrawn() {
        List<IndicatorDefinition> drawable = catalogue.all().stream()
                .filter(definition -> IndicatorPlots.isDrawable(definition.spec()))
                .toList();
        assertEquals(catalogue.all().size() - 1, drawable.size(), "all but MAVP");
        for (IndicatorDefinition definition : drawable) {
            ChartIndicator drawn = IndicatorPlots.compute(ActiveIndicator.of("x", definition, 0), bars, 2);
            long expected = definition.spec().outputs().stream()
                    .filter(output -> !drawn.overlay() || output.unit() == IndicatorSpec.Unit.PRICE)
                    .count();
            assertEquals(expected, drawn.outputs().size(), definition.spec().name());
            assertTrue(expected > 0, definition.spec().name());
            for (ChartIndicator.Output output : drawn.outputs()) {
                assertEquals(bars.size(), output.column().size());
            }
        }
    }

    @Test
    void saysWhichColumnIsMissing() {
        ActiveIndicator missing = of("SMA").withInput(0, "sentiment");
        String message = assertThrows(IllegalArgumentException.class, () -> IndicatorPlots.compute(missing, bars, 2))
                .getMessage();
        assertTrue(message.contains("sentiment"), message);
    }

    @Test
    void findsIndicatorsByNameTitleAndGroup() {
        assertEquals(
                "SMA",
                IndicatorSearch.of(catalogue.all(), "sma").getFirst().spec().name());
        assertEquals(
                "OBV",
                IndicatorSearch.of(catalogue.all(), "on-bal").getFirst().spec().name());
        assertTrue(IndicatorSearch.of(catalogue.all(), "moving average").stream()
                .anyMatch(d -> d.spec().name().equals("EMA")));
        assertEquals(
                catalogue.all().size(), IndicatorSearch.of(catalogue.all(), " ").size());
        assertTrue(IndicatorSearch.of(catalogue.all(), "no such thing").isEmpty());
    }
}
