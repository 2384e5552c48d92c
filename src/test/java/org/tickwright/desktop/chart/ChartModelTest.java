package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.chart.plot.Frame;
import org.tickwright.desktop.chart.plot.Pane;
import org.tickwright.desktop.chart.plot.RecordingSurface;
import org.tickwright.desktop.chart.plot.Samples;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;

class ChartModelTest {
    private final Bars bars = Fixture.daily(600, 7);
    private final ChartModel model = new ChartModel();

    @BeforeEach
    void open() {
        model.show(ChartSeries.of(Fixture.DAILY, bars, false));
        Fixture.draw(model);
    }

    static TradeMark trade(int number, Bars bars, int from, int to) {
        double result = (bars.close(to) - bars.close(from)) * 10;
        return new TradeMark(
                number,
                true,
                from,
                bars.close(from),
                to,
                bars.close(to),
                10,
                result,
                1.5,
                Phrase.of("fast above slow"),
                Phrase.of("stop"));
    }

    private ChartIndicator line(String id, boolean overlay) {
        double[] values = new double[bars.size()];
        java.util.Arrays.setAll(values, i -> overlay ? bars.close(i) - 1 : i % 50);
        return ChartIndicator.line(id, id, overlay, values, 0);
    }

    @Test
    void opensAtTheEndOfTheSeries() {
        assertTrue(model.visibleRange().get().to() > 600);
        assertTrue(model.visibleRange().get().from() > 400);
        assertEquals(599, model.readoutBar());
    }

    @Test
    void tellsListenersWhichBarsAreInView() {
        VisibleRange[] seen = new VisibleRange[1];
        model.visibleRange().addListener((o, was, is) -> seen[0] = is);
        model.showRange(new VisibleRange(100, 200));
        assertEquals(100, seen[0].from(), 1e-6);
        assertEquals(200, seen[0].to(), 1e-6);
    }

    @Test
    void everyChangeThatIsSeenAsksForAFrameAndMovingTheCrosshairDoesNot() {
        long before = model.revision().get();
        model.crosshair(500, 100);
        assertEquals(before, model.revision().get());
        assertTrue(model.cursorRevision().get() > 0);
        model.style().set(PriceStyle.LINE);
        assertTrue(model.revision().get() > before);
    }

    @Test
    void appendedBarsAreFollowedAndDrawn() {
        VisibleRange before = model.visibleRange().get();
        for (int i = 0; i < 5; i++) {
            bars.append(Samples.days(606)[600 + i], 80, 81, 79, 80.5, 100);
            model.update(bars, 600 + i);
        }
        Fixture.draw(model);
        assertEquals(before.to() + 5, model.visibleRange().get().to(), 1e-6);
        assertEquals(604, model.readoutBar());
    }

    @Test
    void aPaneKeepsItsHeightWhileParametersChange() {
        model.indicators(List.of(line("rsi", false)));
        Fixture.draw(model);
        Pane pane = model.paneOf(model.indicators().getFirst());
        assertNotNull(pane);
        pane.weight(0.9);
        model.indicators(List.of(line("rsi", false)));
        assertEquals(pane, model.paneOf(model.indicators().getFirst()));
        assertEquals(0.9, pane.weight());
    }

    @Test
    void hiddenIndicatorsTakeNoRoom() {
        model.indicators(
                List.of(line("rsi", false).hidden(true), line("sma", true).hidden(true)));
        RecordingSurface surface = Fixture.draw(model);
        assertEquals(1, model.plot().panes().size());
        assertEquals(0, surface.lines().size());
    }

    @Test
    void volumeCanHaveAPaneOfItsOwn() {
        model.volume().set(VolumePlace.PANE);
        Fixture.draw(model);
        assertEquals(2, model.plot().panes().size());
        model.volume().set(VolumePlace.HIDDEN);
        assertEquals(1, model.plot().panes().size());
    }

    @Test
    void theLineStyleDrawsOneLineInsteadOfCandles() {
        model.style().set(PriceStyle.LINE);
        RecordingSurface surface = Fixture.draw(model);
        assertEquals(1, surface.lines().size());
        assertEquals(Samples.INK.accent(), surface.lines().getFirst().argb());
    }

    @Test
    void theLastPriceStandsOnTheAxisWithItsDecimals() {
        String last = model.plot().numbers().fixed(bars.close(599), 2);
        assertTrue(Fixture.draw(model).texts().stream()
                .anyMatch(words -> words.text().equals(last)));
    }

    @Test
    void aTradeIsFoundUnderItsArrowAndUnderItsLine() {
        TradeMark trade = trade(1, bars, 540, 560);
        model.trades(List.of(trade));
        Fixture.draw(model);
        Frame frame = model.plot().frameOf(model.pricePane());
        assertNotNull(frame);
        double x = frame.time().centre(540);
        double below = Math.max(frame.y(bars.low(540)), frame.y(trade.entryPrice())) + 10;
        assertEquals(trade, model.tradeLayer().at(frame, x, below));
        double middle = frame.time().centre(550);
        double onLine = (frame.y(trade.entryPrice()) + frame.y(trade.exitPrice())) / 2;
        assertEquals(trade, model.tradeLayer().at(frame, middle, onLine));
        assertNull(model.tradeLayer().at(frame, frame.time().centre(500), onLine));
    }

    @Test
    void revealingATradeBringsAllOfItIntoView() {
        model.trades(List.of(trade(1, bars, 10, 30), trade(2, bars, 40, 500)));
        model.revealTrade(1);
        VisibleRange range = model.visibleRange().get();
        assertTrue(range.from() <= 10 && range.to() >= 30, range.toString());
        model.revealTrade(2);
        range = model.visibleRange().get();
        assertTrue(range.from() <= 40 && range.to() >= 500, range.toString());
        assertEquals(2, model.selectedTrade().get());
    }

    @Test
    void tenThousandTradesInViewAreThinnedOut() {
        Bars many = Fixture.walk(Samples.minutes(40_000), Fixture.SIMULATED.timeframe(), Samples.NEW_YORK, 1, 100);
        model.show(ChartSeries.of(Fixture.SIMULATED, many, true));
        model.trades(java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(i -> trade(i + 1, many, i * 4, i * 4 + 3))
                .toList());
        new ChartActions(model).fit();
        Fixture.draw(model);
        new ChartActions(model).fit();
        assertTrue(Fixture.draw(model).dashes() < 200);
    }

    @Test
    void actionsMoveZoomAndScaleTheView() {
        ChartActions actions = new ChartActions(model);
        VisibleRange start = model.visibleRange().get();
        actions.pan(-1);
        assertTrue(model.visibleRange().get().from() < start.from());
        actions.end();
        assertEquals(start.to(), model.visibleRange().get().to(), 1e-6);
        actions.zoom(1);
        assertTrue(model.visibleRange().get().bars() < start.bars());
        actions.fit();
        assertTrue(model.visibleRange().get().bars() > 600);
        actions.reset();
        actions.home();
        assertTrue(model.visibleRange().get().from() <= 0);
        actions.stretch(1);
        assertTrue(model.pricePane().scale().held());
        actions.reset();
        assertFalse(model.pricePane().scale().held());
    }

    @Test
    void theCrosshairWalksFromBarToBarAndKeepsInView() {
        ChartActions actions = new ChartActions(model);
        actions.moveCrosshair(-1);
        int first = model.crosshairBar().get();
        assertEquals(599, first);
        for (int i = 0; i < 300; i++) {
            actions.moveCrosshair(-1);
        }
        assertEquals(299, model.crosshairBar().get());
        assertTrue(model.visibleRange().get().from() <= 299);
        assertTrue(actions.clearCrosshair());
        assertFalse(actions.clearCrosshair());
        assertEquals(-1, model.crosshairBar().get());
    }

    @Test
    void crosshairsOfTwoChartsCanBeLinked() {
        ChartModel other = new ChartModel();
        other.show(ChartSeries.of(Fixture.DAILY, bars, false));
        other.crosshairBar().bindBidirectional(model.crosshairBar());
        model.crosshair(321, 50);
        assertEquals(321, other.crosshairBar().get());
        assertTrue(other.crosshairShown());
    }

    @Test
    void theReadoutHasEveryValueWithItsOwnPrecision() {
        model.indicators(List.of(line("SMA 9", true)));
        model.trades(List.of(trade(4, bars, 100, 110)));
        Readout readout = Readout.of(model, 105);
        assertEquals(3, readout.sections().size());
        assertEquals("Open", readout.sections().get(0).rows().getFirst().name());
        assertEquals(
                String.format(java.util.Locale.US, "%.2f", bars.open(105)),
                readout.sections().get(0).rows().getFirst().text());
        assertEquals("SMA 9", readout.sections().get(1).title());
        assertEquals("Trade 4 · long", readout.sections().get(2).title());
        assertEquals(0, Readout.of(model, -1).sections().size());
        assertEquals("–", Readout.change(model, 0));
    }

    @Test
    void aChartInWordsNamesTheSeriesAndItsValues() {
        String words = ChartWords.of(model);
        assertTrue(words.startsWith("Chart of ACME 1d"), words);
        assertTrue(words.contains("Close "), words);
        model.show(null);
        assertEquals("Chart without a series", ChartWords.of(model));
    }

    @Test
    void aSeriesWithoutBarsOrWithOneIsShownWithoutAFault() {
        for (int n : new int[] {0, 1}) {
            model.show(ChartSeries.of(Fixture.DAILY, Fixture.daily(n, 1), false));
            Fixture.draw(model);
            ChartActions actions = new ChartActions(model);
            actions.zoom(1);
            actions.pan(1);
            actions.moveCrosshair(1);
            actions.fit();
            boolean explained = Fixture.draw(model).texts().stream()
                    .anyMatch(words -> words.text().equals("This series has no bars yet"));
            assertEquals(n == 0, explained);
            assertEquals(n - 1, model.readoutBar());
        }
    }
}
