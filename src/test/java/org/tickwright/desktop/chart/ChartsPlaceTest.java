package org.tickwright.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.chart.plot.Plot;
import org.tickwright.desktop.chart.plot.Samples;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.workbench.Backtests;

/// Drives the place by mouse and keyboard in a small window.
class ChartsPlaceTest {
    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private Fixture fixture;
    private FakeDesk desk;
    private ChartsPlace place;
    private Plot plot;
    private ChartPane pane;

    @BeforeEach
    void open() throws TimeoutException {
        fixture = new Fixture(home);
        desk = new FakeDesk(fixture.workbench);
        Stage stage = FxToolkit.registerPrimaryStage();
        onScreen(() -> {
            place = new ChartsPlace(desk);
            Scene scene = new Scene(place.view(), 960, 640);
            for (String sheet : List.of("tokens-dark", "tickwright", "chart")) {
                scene.getStylesheets()
                        .add(ChartsPlace.class
                                .getResource("/assets/styles/" + sheet + ".css")
                                .toExternalForm());
            }
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            place.shown();
        });
        pane = robot.lookup("#chart").queryAs(ChartPane.class);
        plot = pane.model().plot();
    }

    @AfterEach
    void close() throws TimeoutException {
        onScreen(place::hidden);
        FxToolkit.cleanupStages();
    }

    private static void onScreen(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(BooleanSupplier holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
            boolean[] now = new boolean[1];
            WaitForAsyncUtils.waitForAsyncFx(5_000, () -> now[0] = holds.getAsBoolean());
            return now[0];
        });
    }

    private void openDaily() throws TimeoutException {
        onScreen(() -> place.openChart(Fixture.DAILY));
        until(() -> plot.plotWidth() > 300 && pane.canvas().frames() > 0);
    }

    private Point2D at(double x, double y) {
        Point2D[] point = new Point2D[1];
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> point[0] = pane.localToScreen(x, y));
        return point[0];
    }

    private VisibleRange range() {
        return pane.model().visibleRange().get();
    }

    private String texts(String selector) {
        return robot.lookup(selector).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining(" "));
    }

    @Test
    void anEmptyPlaceSaysWhatItIsForAndOpensASymbolByKeyboard() throws Exception {
        Node empty = robot.lookup("#chart-empty").query();
        assertTrue(empty.isVisible());
        robot.clickOn("#chart-choose");
        until(() -> !robot.lookup("#chart-symbol-list").queryAll().isEmpty());
        robot.write("sim");
        until(() -> robot.lookup("#chart-symbol-list")
                        .queryAs(ListView.class)
                        .getItems()
                        .size()
                == 1);
        robot.type(KeyCode.ENTER);
        until(() -> plot.bars().size() == 4000);
        assertFalse(empty.isVisible());
        assertTrue(robot.lookup("#chart-sim").query().isVisible());
        assertEquals("1m", robot.lookup("#chart-timeframe").queryAs(Label.class).getText());
        assertEquals(
                "SIM-A", robot.lookup("#chart-symbol").queryAs(TextField.class).getText());
    }

    @Test
    void aDragPansAndTheWheelZoomsAtTheCursor() throws Exception {
        openDaily();
        VisibleRange start = range();
        robot.moveTo(at(200, 200));
        robot.drag(MouseButton.PRIMARY).dropTo(at(360, 200));
        until(() -> range().from() < start.from() - 10);
        assertEquals(start.bars(), range().bars(), 1e-6);
        robot.moveTo(at(300, 200));
        VisibleRange before = range();
        double under = plot.time().from() + 300 / plot.time().barWidth();
        robot.scroll(3, javafx.geometry.VerticalDirection.UP);
        until(() -> range().bars() != before.bars());
        assertEquals(under, plot.time().from() + 300 / plot.time().barWidth(), 0.2);
    }

    @Test
    void draggingAnAxisScalesItAndADoubleClickResetsIt() throws Exception {
        openDaily();
        double high = pane.model().pricePane().scale().high();
        Point2D axis = at(plot.plotWidth() + 20, 120);
        robot.moveTo(axis);
        robot.drag(MouseButton.PRIMARY).dropTo(axis.add(0, 80));
        until(() -> pane.model().pricePane().scale().held());
        assertNotEquals(high, pane.model().pricePane().scale().high());
        robot.moveTo(axis);
        robot.doubleClickOn(MouseButton.PRIMARY);
        until(() -> !pane.model().pricePane().scale().held());
        VisibleRange before = range();
        Point2D days = at(300, plot.plotHeight() + 14);
        robot.moveTo(days);
        robot.drag(MouseButton.PRIMARY).dropTo(days.add(-100, 0));
        until(() -> range().bars() > before.bars() * 1.2);
        robot.doubleClickOn(MouseButton.PRIMARY);
        until(() -> Math.abs(range().bars() - before.bars()) < 1e-6);
    }

    @Test
    void theCrosshairShowsTheValuesUnderIt() throws Exception {
        openDaily();
        robot.moveTo(at(250, 150));
        until(() -> pane.model().crosshairBar().get() >= 0);
        int bar = pane.model().crosshairBar().get();
        assertEquals(plot.time().barAt(250), bar);
        String close = plot.numbers().fixed(plot.bars().close(bar), 2);
        assertTrue(texts("#chart-data-window .label").contains(close));
        assertTrue(texts(".chart-legend .label").contains("C " + close));
        robot.moveTo(at(250, -20));
        until(() -> pane.model().crosshairBar().get() < 0);
    }

    @Test
    void everythingIsReachableByKeyboard() throws Exception {
        openDaily();
        onScreen(pane::requestFocus);
        VisibleRange start = range();
        robot.type(KeyCode.LEFT);
        until(() -> range().from() < start.from());
        robot.type(KeyCode.ADD);
        until(() -> range().bars() < start.bars());
        robot.type(KeyCode.HOME);
        until(() -> range().from() <= 1);
        robot.type(KeyCode.END);
        until(() -> range().to() >= 600);
        robot.type(KeyCode.L);
        until(() -> pane.model().pricePane().scale().log());
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        until(() -> pane.model().crosshairBar().get() >= 0);
    }

    @Test
    void anIndicatorIsAddedChangedHiddenAndRemoved() throws Exception {
        openDaily();
        robot.clickOn("#chart-add-indicator");
        robot.write("simple mov");
        robot.type(KeyCode.ENTER);
        until(() -> texts(".chart-legend-title").contains("SMA 30"));
        Button edit = legendButton("Change");
        onScreen(edit::fire);
        TextField period = robot.lookup("#chart-parameter-optInTimePeriod").queryAs(TextField.class);
        assertTrue(period.isFocused());
        onScreen(() -> period.setText("1"));
        assertTrue(
                robot.lookup("#chart-parameter-error-optInTimePeriod").query().isVisible());
        assertEquals("SMA 30", pane.model().indicators().getFirst().title());
        onScreen(() -> period.setText("55"));
        until(() -> texts(".chart-legend-title").contains("SMA 55"));
        assertFalse(
                robot.lookup("#chart-parameter-error-optInTimePeriod").query().isVisible());
        robot.type(KeyCode.UP);
        until(() -> texts(".chart-legend-title").contains("SMA 56"));
        onScreen(place::back);
        onScreen(legendButton("Hide")::fire);
        until(() -> pane.model().indicators().getFirst().hidden());
        onScreen(legendButton("Show")::fire);
        until(() -> !pane.model().indicators().getFirst().hidden());
        onScreen(legendButton("Remove")::fire);
        until(() -> pane.model().indicators().isEmpty());
        assertEquals("", texts(".chart-legend-title"));
    }

    private Button legendButton(String verb) throws TimeoutException {
        until(() -> robot.lookup(".chart-legend-tools .button").queryAllAs(Button.class).stream()
                .anyMatch(b -> b.getAccessibleText().startsWith(verb)));
        return robot.lookup(".chart-legend-tools .button").queryAllAs(Button.class).stream()
                .filter(b -> b.getAccessibleText().startsWith(verb))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void escClosesTheMenuFirst() throws Exception {
        openDaily();
        robot.clickOn("#chart-add-indicator");
        assertFalse(robot.lookup("#chart-indicator-menu").queryAll().isEmpty());
        boolean[] stepped = new boolean[1];
        onScreen(() -> stepped[0] = place.back());
        assertTrue(stepped[0]);
        assertTrue(robot.lookup("#chart-indicator-menu").queryAll().isEmpty());
    }

    @Test
    void hoveringATradeTellsItsReasonSizeAndResult() throws Exception {
        Backtests.Archived run = fixture.workbench
                .backtests()
                .run(
                        fixture.workbench.strategies().templates().getFirst(),
                        Fixture.DAILY,
                        RunSettings.DEFAULTS,
                        Progress.NONE);
        onScreen(() -> place.openRunOnChart(run.id(), 1));
        until(() -> plot.plotWidth() > 300 && pane.model().selectedTrade().get() == 1);
        until(() -> robot.lookup("#chart-trades").query().isVisible());
        TradeMark trade = pane.model().trades().getFirst();
        until(() -> plot.time().from() < trade.entryBar() && plot.time().to() > trade.exitBar());
        WaitForAsyncUtils.waitForFxEvents();
        double[] spot = new double[2];
        onScreen(() -> {
            spot[0] = plot.time().centre(trade.entryBar());
            double low = pane.model().pricePane().scale().y(plot.bars().low(trade.entryBar()));
            spot[1] = Math.max(low, pane.model().pricePane().scale().y(trade.entryPrice())) + 11;
        });
        robot.moveTo(at(spot[0], spot[1]));
        until(() -> pane.tip().isVisible());
        String told = texts("#chart-trade-tip .label");
        assertTrue(told.contains("Trade 1"), told);
        assertTrue(told.contains(trade.entryReason()), told);
        assertTrue(told.contains(plot.numbers().signed(trade.result(), 2)), told);
        robot.clickOn("#chart-trade-next");
        until(() -> pane.model().selectedTrade().get() == 2);
        assertTrue(texts("#chart-trades .chart-trade-card .label").contains("Trade 2"));
    }

    @Test
    void nothingIsDrawnWhileNothingChangesAndOnceForManyChanges() throws Exception {
        openDaily();
        long before = pane.canvas().frames();
        robot.moveTo(at(300, 200));
        robot.moveTo(at(320, 220));
        until(() -> pane.model().crosshairBar().get() >= 0);
        assertEquals(before, pane.canvas().frames());
        long[] times = Samples.days(700);
        ChartSeries series = pane.model().series().get();
        assertNotNull(series);
        Bars bars = series.bars();
        onScreen(() -> {
            for (int i = 600; i < 650; i++) {
                bars.append(times[i], 80, 82, 79, 81, 10);
                pane.model().update(bars, i);
            }
        });
        until(() -> pane.canvas().frames() > before);
        assertTrue(
                pane.canvas().frames() <= before + 2, "frames " + (pane.canvas().frames() - before));
    }

    @Test
    void theThemeChangesTheColoursOfTheCanvas() throws Exception {
        openDaily();
        long before = pane.canvas().frames();
        onScreen(() -> desk.settings().palette().set(Palette.LIGHT));
        until(() -> pane.canvas().frames() > before);
    }

    @Test
    void theBorderBetweenPanesIsDragged() throws Exception {
        openDaily();
        onScreen(() ->
                place.model().add(fixture.workbench.indicators().find("RSI").orElseThrow()));
        until(() -> plot.panes().size() == 2 && plot.panes().get(1).top() > 100);
        double before = plot.panes().get(1).height();
        Point2D border = at(300, plot.panes().get(1).top());
        robot.moveTo(border);
        robot.drag(MouseButton.PRIMARY).dropTo(border.add(0, -60));
        until(() -> plot.panes().get(1).height() > before + 40);
    }

    @Test
    void sideAndVolumeAndStyleAreSwitched() throws Exception {
        openDaily();
        double narrow = plot.plotWidth();
        robot.clickOn("#chart-side-toggle");
        until(() -> plot.plotWidth() > narrow + 200);
        robot.clickOn("#chart-volume");
        until(() ->
                pane.model().volume().get() == VolumePlace.PANE && plot.panes().size() == 2);
        robot.clickOn("#chart-style-line");
        until(() -> pane.model().style().get() == PriceStyle.LINE);
        robot.clickOn("#chart-log");
        until(() -> pane.model().log().get());
    }
}
