package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 700;

    private static RecordingSurface draw(Plot plot, double pixel) {
        RecordingSurface surface = new RecordingSurface(pixel);
        plot.draw(surface, Samples.INK, WIDTH, HEIGHT);
        return surface;
    }

    private static void assertNoTextTouchesAnother(RecordingSurface surface) {
        List<RecordingSurface.Words> seen = new ArrayList<>();
        for (RecordingSurface.Words words : surface.texts()) {
            RecordingSurface.Box a = words.box();
            assertTrue(a.x() >= 0 && a.x() + a.width() <= WIDTH, "cut off: " + words);
            assertTrue(a.y() >= 0 && a.y() + a.height() <= HEIGHT, "cut off: " + words);
            for (RecordingSurface.Words other : seen) {
                RecordingSurface.Box b = other.box();
                boolean apart = a.x() + a.width() <= b.x()
                        || b.x() + b.width() <= a.x()
                        || a.y() + a.height() <= b.y()
                        || b.y() + b.height() <= a.y();
                assertTrue(apart, words.text() + " touches " + other.text());
            }
            seen.add(words);
        }
    }

    private static boolean whole(double value, double pixel) {
        return Math.abs(value / pixel - Math.rint(value / pixel)) < 1e-6;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.8, 2 / 3.0})
    void everyHairlineAndCandleLiesOnDevicePixels(double pixel) {
        Plot plot = Samples.plot(Samples.walk(Samples.days(900), 80, 1, 7), Samples.DAY, 2);
        plot.time().zoom(333, 1.37);
        RecordingSurface surface = draw(plot, pixel);
        plot.time().pan(13.77);
        surface = draw(plot, pixel);
        int checked = 0;
        for (RecordingSurface.Box box : surface.rects()) {
            int rgb = box.argb();
            if (rgb == Samples.INK.up() || rgb == Samples.INK.down() || rgb == Samples.INK.grid()) {
                assertTrue(whole(box.x(), pixel) && whole(box.y(), pixel), "between pixels: " + box);
                boolean tag = box.height() == 20;
                assertTrue(tag || (whole(box.width(), pixel) || box.width() > 800), "between pixels: " + box);
                checked++;
            }
        }
        assertTrue(checked > 100);
        assertNoTextTouchesAnother(surface);
    }

    @Test
    void aMillionBarsInViewCostAsManyCommandsAsAThousand() {
        Plot thousand = Samples.plot(Samples.walk(Samples.minutes(1_000), 80, 0.1, 7), Samples.MINUTE, 2);
        thousand.time().resize(1100, 1);
        thousand.time().fit();
        Candles bars = Samples.walk(Samples.minutes(1_000_000), 80, 0.01, 7);
        Plot million = Samples.plot(bars, Samples.MINUTE, 2);
        Column line = Column.closes(bars);
        million.panes().getFirst().layers().add(new LineLayer(line, 0, 1.5));
        million.time().resize(1100, 1);
        million.time().fit();
        int few = draw(thousand, 1).commands();
        RecordingSurface surface = draw(million, 1);
        assertTrue(million.time().barWidth() < 0.002);
        assertTrue(surface.commands() < few + 2 * WIDTH, surface.commands() + " against " + few);
        assertNoTextTouchesAnother(surface);
    }

    @Test
    void theExtremesOfAPixelColumnAreTheExtremesOfItsBars() {
        Candles bars = Samples.walk(Samples.minutes(200_000), 100, 0.02, 3);
        Plot plot = Samples.plot(bars, Samples.MINUTE, 2);
        plot.time().resize(1100, 1);
        plot.time().fit();
        RecordingSurface surface = draw(plot, 1);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars.size(); i++) {
            highest = Math.max(highest, bars.high(i));
        }
        double top = surface.rects().stream()
                .filter(box -> box.width() == 1 && box.height() > 1 && box.height() < 400)
                .filter(box -> box.argb() == Samples.INK.up() || box.argb() == Samples.INK.down())
                .mapToDouble(RecordingSurface.Box::y)
                .min()
                .orElseThrow();
        assertEquals(plot.panes().getFirst().scale().y(highest), top, 0.51);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 0.0001, 1, 84.2, 45_123, 1e8, -37.63, 0})
    void pricesOfAnySizeAreDrawnWithLabelsThatDiffer(double price) {
        int decimals = price != 0 && Math.abs(price) < 1e-4 ? 10 : 4;
        double step = Math.max(Math.abs(price) * 0.01, Math.pow(10, -decimals));
        Plot plot = Samples.plot(Samples.walk(Samples.days(300), price, step, 5), Samples.DAY, decimals);
        RecordingSurface surface = draw(plot, 1);
        assertNoTextTouchesAnother(surface);
        List<String> values = surface.texts().stream()
                .filter(words -> words.box().x() > plot.plotWidth())
                .map(RecordingSurface.Words::text)
                .toList();
        assertTrue(values.size() >= 4, values.toString());
        assertEquals(values.stream().distinct().count(), values.size(), values.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void hardlyAnyBarsAreDrawnWithoutAFault(int bars) {
        Plot plot = Samples.plot(Samples.flat(bars, 12.5), Samples.DAY, 2);
        plot.panes().getFirst().scale().log(true);
        RecordingSurface surface = draw(plot, 1);
        long candles = surface.rects(Samples.INK.up()).size();
        assertEquals(bars > 0, candles > 0);
        assertNoTextTouchesAnother(surface);
        plot.drawCrosshair(surface, Samples.INK, 0, 100);
        plot.drawCrosshair(surface, Samples.INK, -40, 100);
        plot.at(-5, -5);
        plot.at(WIDTH + 5, HEIGHT + 5);
    }

    @Test
    void undefinedValuesAreGapsInALine() {
        Candles bars = Samples.walk(Samples.days(60), 80, 1, 7);
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            values[i] = i < 10 || i == 30 ? Double.NaN : bars.close(i);
        }
        Plot plot = Samples.plot(bars, Samples.DAY, 2);
        plot.panes().getFirst().layers().add(new LineLayer(new Column(values, 60), 0, 1.5));
        List<RecordingSurface.Stroke> lines = draw(plot, 1).lines();
        assertEquals(2, lines.size());
        assertEquals(20, lines.get(0).x().length);
        assertEquals(29, lines.get(1).x().length);
    }

    @Test
    void narrowPanesAndWindowsAreDrawnWithoutAFault() {
        Plot plot = Samples.plot(Samples.walk(Samples.days(60), 80, 1, 7), Samples.DAY, 2);
        for (int i = 0; i < 6; i++) {
            Pane pane = new Pane(0.3);
            pane.layers().add(new HistogramLayer(Column.closes(plot.bars())));
            plot.panes().add(pane);
        }
        for (double[] size : new double[][] {{1, 1}, {40, 20}, {160, 96}, {300, 2000}, {5000, 30}}) {
            RecordingSurface surface = new RecordingSurface(1);
            plot.draw(surface, Samples.INK, size[0], size[1]);
            for (RecordingSurface.Box box : surface.rects()) {
                assertTrue(Double.isFinite(box.x() + box.y() + box.width() + box.height()), box.toString());
            }
        }
    }

    @Test
    void draggingABorderTakesFromOneNeighbourWhatTheOtherGets() {
        Plot plot = Samples.plot(Samples.walk(Samples.days(60), 80, 1, 7), Samples.DAY, 2);
        Pane sub = new Pane(0.3);
        sub.layers().add(new LineLayer(Column.closes(plot.bars()), 0, 1.5));
        plot.panes().add(sub);
        draw(plot, 1);
        double before = sub.height();
        Spot border = plot.at(300, sub.top());
        assertEquals(Spot.Part.DIVIDER, border.part());
        plot.dragDivider(border.pane(), -50);
        draw(plot, 1);
        assertEquals(before + 50, sub.height(), 2);
        plot.dragDivider(0, 10_000);
        draw(plot, 1);
        assertTrue(sub.height() >= 40, "height " + sub.height());
    }

    @Test
    void knowsWhatLiesUnderAPoint() {
        Plot plot = Samples.plot(Samples.walk(Samples.days(600), 80, 1, 7), Samples.DAY, 2);
        draw(plot, 1);
        assertEquals(Spot.Part.VALUE_AXIS, plot.at(WIDTH - 10, 100).part());
        assertEquals(Spot.Part.TIME_AXIS, plot.at(300, HEIGHT - 5).part());
        assertEquals(Spot.Part.CORNER, plot.at(WIDTH - 5, HEIGHT - 5).part());
        Spot spot = plot.at(plot.time().centre(590), 200);
        assertEquals(590, spot.bar());
        assertEquals(200, plot.panes().getFirst().scale().y(spot.value()), 1e-6);
    }

    @Test
    void labelsOfTagsWinOverLabelsOfTheAxis() {
        Plot plot = Samples.plot(Samples.walk(Samples.days(300), 80, 1, 7), Samples.DAY, 2);
        double last = plot.bars().close(299);
        Pane pane = plot.panes().getFirst();
        pane.tags().add(new Tag(last, Ink.UP, true));
        pane.tags().add(new Tag(last + 0.01, 0, false));
        RecordingSurface surface = draw(plot, 1);
        assertNoTextTouchesAnother(surface);
        String tag = plot.numbers().fixed(last, 2);
        assertTrue(surface.texts().stream().anyMatch(words -> words.text().equals(tag)));
    }
}
