package org.tickwright.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;

class ChartGeometryTest {
    private static final Figures FIGURES = new Figures(Locale.US);

    @Property(tries = 200)
    void reductionKeepsEveryExtremeOfEveryColumn(@ForAll @IntRange(min = 1, max = 20_000) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(n).toArray();
        int columns = 100;
        Reduction reduced = Reduction.of(values, columns);
        assertTrue(reduced.index().length <= 4 * columns + 4);
        assertEquals(max(values), max(reduced.value()));
        assertEquals(-max(negative(values)), -max(negative(reduced.value())));
        assertEquals(0, reduced.index()[0]);
        assertEquals(n - 1, reduced.index()[reduced.index().length - 1]);
        for (int k = 1; k < reduced.index().length; k++) {
            assertTrue(reduced.index()[k] > reduced.index()[k - 1], "points rise");
        }
    }

    @Property(tries = 300)
    void linearScaleMapsItsEndsAndKeepsTicksApart(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double span) {
        Scale scale = Scale.exact(low, low + span, 300, 0, 30);
        assertEquals(300, scale.at(low), 1e-6);
        List<Double> ticks = scale.ticks();
        for (int i = 1; i < ticks.size(); i++) {
            assertTrue(scale.at(ticks.get(i - 1)) - scale.at(ticks.get(i)) >= 29.9);
        }
    }

    @Test
    void logarithmicScaleHasTicksAtRoundNumbers() {
        Scale scale = Scale.logarithmic(1_000, 100_000, 300, 0, 30);
        assertTrue(scale.ticks().containsAll(List.of(1_000.0, 10_000.0, 100_000.0)));
    }

    @Test
    void axisOfOneBarOrNoneHasNoTicks() {
        assertTrue(TimeTicks.of(new long[0], java.time.ZoneOffset.UTC, 10).isEmpty());
        assertTrue(TimeTicks.of(new long[] {5}, java.time.ZoneOffset.UTC, 10).isEmpty());
    }

    @Test
    void yearsAreLabelledAtTheirFirstBar() {
        RunCurves curves = curves(SampleSheets.daily(780));
        List<TimeTicks.Tick> ticks = TimeTicks.of(curves.time(), curves.zone(), 4);
        assertEquals(
                List.of("2011", "2012"),
                ticks.stream().map(TimeTicks.Tick::label).toList());
        assertEquals(
                "2011-01-03", curves.timeText(curves.time()[ticks.getFirst().index()]));
    }

    @Test
    void monthsMultiplyToTheYear() {
        CalendarReturns returns = CalendarReturns.of(curves(SampleSheets.daily(780)));
        for (CalendarReturns.Year year : returns.years()) {
            double product = 1;
            for (double month : year.months()) {
                product *= Double.isNaN(month) ? 1 : 1 + month;
            }
            assertEquals(year.total(), product - 1, 1e-12);
        }
    }

    @Test
    void drawdownCountsTheCapitalAsFirstPeak() {
        TearSheet sheet = SampleSheets.typical();
        RunCurves curves = RunCurves.of(sheet.run(), sheet.bars());
        assertEquals(
                sheet.run().summary().maxDrawdown(),
                Arrays.stream(curves.drawdown()).min().orElseThrow(),
                1e-15);
    }

    @Test
    void benchmarkIsLeftOutWhenTheBarsAreNotThoseOfTheRun() {
        TearSheet sheet = SampleSheets.typical();
        Bars changed = SampleSheets.daily(2521).slice(1, 2521);
        assertNull(RunCurves.of(sheet.run(), changed).benchmark());
        assertNull(RunCurves.of(sheet.run(), SampleSheets.daily(0)).benchmark());
    }

    @Test
    void hoverFindsTheBarThatWasDrawnThere() {
        TearSheet sheet = SampleSheets.typical();
        EquityChart chart = EquityChart.of(RunCurves.of(sheet.run(), sheet.bars()), 900, 400, FIGURES);
        for (int bar : new int[] {0, 1, 1234, 2519}) {
            assertEquals(bar, chart.barAt(chart.x(bar)));
        }
        assertEquals(0, chart.barAt(-50));
        assertEquals(2519, chart.barAt(5_000));
    }

    @Test
    void everyMarkLiesInsideItsDrawing() {
        TearSheet sheet = SampleSheets.typical();
        RunCurves curves = RunCurves.of(sheet.run(), sheet.bars());
        assertInside(EquityChart.of(curves, 640, 300, FIGURES).drawing());
        assertInside(MonthlyHeatMap.of(CalendarReturns.of(curves), 640, 40, FIGURES));
        assertInside(TradeHistogram.of(sheet.run().trades(), 640, 200, FIGURES));
    }

    @Test
    void figuresAreGroupedAndNeverUndefined() {
        assertEquals("1,234,567.89", FIGURES.money(1_234_567.891));
        assertEquals("−5.25%", FIGURES.percent(-0.0525, true));
        assertEquals("+5.25%", FIGURES.percent(0.0525, true));
        assertEquals("0.00%", FIGURES.percent(-1e-9, true));
        assertEquals("–", FIGURES.ratio(Double.POSITIVE_INFINITY));
        assertEquals("–", FIGURES.percent(Double.NaN, false));
        assertEquals("–", FIGURES.money(null));
        assertEquals("0.00000001", FIGURES.quantity(1e-8));
        assertEquals("1.234.567,89", new Figures(Locale.GERMANY).money(1_234_567.891));
    }

    @Test
    void fontUnpacksToTrueType() {
        byte[] font = Typeface.REGULAR.trueType();
        assertArrayEquals(new byte[] {0, 1, 0, 0}, Arrays.copyOf(font, 4));
        assertFalse(font.length < 100_000);
    }

    private static void assertInside(Drawing drawing) {
        for (Mark mark : drawing.marks()) {
            switch (mark) {
                case Mark.Label label -> {
                    double width = Drawing.textWidth(label.text(), label.size());
                    double left = switch (label.anchor()) {
                        case START -> label.x();
                        case MIDDLE -> label.x() - width / 2;
                        case END -> label.x() - width;
                    };
                    assertTrue(left >= -6 && left + width <= drawing.width() + 6, label.toString());
                }
                case Mark.Box box ->
                    assertTrue(box.x() >= 0 && box.x() + box.width() <= drawing.width() + 0.01, box.toString());
                default -> {}
            }
        }
    }

    private static RunCurves curves(Bars bars) {
        TearSheet sheet = SampleSheets.crossing(bars, 10, 30, "x");
        return RunCurves.of(sheet.run(), bars);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }
}
