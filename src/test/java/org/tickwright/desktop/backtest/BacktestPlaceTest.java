package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.engine.Trade;

@ExtendWith(ApplicationExtension.class)
class BacktestPlaceTest {
    @TempDir
    static Path home;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FakeWork work = new FakeWork();
    private FakeDesk desk;
    private BacktestPlace place;
    private Scene scene;

    @Start
    void start(Stage stage) {
        desk = new FakeDesk(home, false, background, Platform::runLater);
        place = new BacktestPlace(desk, work, suggested -> Optional.of(home.resolve("exports")));
        scene = new Scene(place.view(), 960, 640);
        scene.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        for (String sheet : new String[] {"tokens-dark", "tickwright", "backtest"}) {
            String path = "/assets/styles/" + sheet + ".css";
            scene.getStylesheets()
                    .add(Objects.requireNonNull(getClass().getResource(path), path)
                            .toExternalForm());
        }
        stage.setScene(scene);
        stage.show();
        place.shown();
    }

    @AfterEach
    void stop() {
        background.shutdownNow();
    }

    @Test
    void runsFromTheFirstPageAndShowsTheResult(FxRobot robot) throws Exception {
        robot.clickOn("#new-backtest");
        waitFor(() -> !button("#run-backtest").isDisabled()
                && text(".tw-wizard-foot .label").startsWith("Ready"));
        robot.clickOn("#run-backtest");
        waitFor(() -> shows("#result-tabs"));
        assertEquals("+123.07%", figure("#figure-totalReturn"));
        assertEquals(1, work.ran().size());
        waitFor(() -> list().getItems().size() == 1);
    }

    @Test
    void marksTheChosenStrategyAndSeriesAlsoAfterReadingAnew(FxRobot robot) throws Exception {
        robot.interact(() -> place.openWizard(FakeWork.template().withName("Mine"), null));
        waitFor(() -> scene.lookup("#series") instanceof TableView<?> table
                && table.getSelectionModel().getSelectedIndex() == 0);
        robot.interact(place::shown);
        robot.clickOn("#step-strategy");
        waitFor(() -> scene.lookup("#strategies") instanceof ListView<?> strategies
                && strategies.getSelectionModel().getSelectedIndex() == 0);
    }

    @Test
    void tellsFormulaUnitAndSampleOfAFigure(FxRobot robot) throws Exception {
        openRun();
        FigureTile tile = (FigureTile) scene.lookup("#figure-winRate");
        assertTrue(tile.isFocusTraversable(), "the keyboard reaches it");
        assertEquals("Win rate = trades with net P&L above 0 / trades\nUnit: %\nSample: 45 trades", tile.explanation());
    }

    @Test
    void aClickOnATradeOpensItOnTheChart(FxRobot robot) throws Exception {
        openRun();
        showTrades();
        TableView<Trade> table = trades();
        assertEquals(45, table.getItems().size());
        robot.clickOn(robot.lookup("#trades .table-row-cell").nth(2).<Node>query());
        waitFor(() -> desk.calls().contains("run r1 trade 3"));
    }

    @Test
    void enterOpensTheMarkedTradeAndColumnsSort(FxRobot robot) throws Exception {
        openRun();
        showTrades();
        TableView<Trade> table = trades();
        robot.interact(() -> {
            table.getSortOrder().add(table.getColumns().get(7));
            table.sort();
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        Trade worst = table.getItems().getFirst();
        assertTrue(table.getItems().stream().allMatch(t -> t.netPnl() >= worst.netPnl()), "sorted by net P&L");
        robot.push(KeyCode.ENTER);
        waitFor(() -> desk.calls().contains("run r1 trade " + worst.trade()));
    }

    @Test
    void exportsThePdfAndSaysWhereItLies(FxRobot robot) throws Exception {
        openRun();
        robot.interact(() -> {
            MenuButton export = (MenuButton) scene.lookup("#export");
            export.getItems().get(1).fire();
        });
        waitFor(() -> shows("#exported"));
        Path file = home.resolve("exports").resolve("r1-sma-cross-SIM-A-1d.pdf");
        assertTrue(Files.size(file) > 10_000);
        assertTrue(((Label) scene.lookup("#exported .label")).getText().startsWith("Written to " + file.getParent()));
    }

    @Test
    void crosshairTellsTheValuesByKeyboard(FxRobot robot) throws Exception {
        openRun();
        EquityView equity = (EquityView) scene.lookup(".tw-equity");
        robot.interact(equity::requestFocus);
        robot.push(KeyCode.END);
        waitFor(() -> equity.bar() == 2519);
        robot.push(KeyCode.LEFT);
        waitFor(() -> equity.bar() == 2518);
        assertTrue(equity.getAccessibleText().contains("Drawdown"), equity.getAccessibleText());
    }

    @Test
    void marksAMistakeAtItsField(FxRobot robot) throws Exception {
        robot.clickOn("#new-backtest");
        waitFor(() -> text(".tw-wizard-foot .label").startsWith("Ready"));
        robot.clickOn("#step-costs");
        waitFor(() -> shows("#preset-crypto"));
        robot.clickOn("#preset-crypto");
        TextInputControl commission = field("Commission");
        assertEquals("10", commission.getText());
        robot.interact(() -> commission.setText("lots"));
        waitFor(() -> scene.lookup(".tw-field-error") instanceof Label label
                && label.getText().equals("Not a number; write it like 1,234.5"));
        assertTrue(commission.getStyleClass().contains("tw-invalid"));
        robot.clickOn("#step-strategy");
        robot.clickOn("#run-backtest");
        waitFor(() -> shows("#preset-crypto"));
        assertEquals(0, work.ran().size());
        waitFor(() -> scene.getFocusOwner() == commission);
    }

    @Test
    void cancelsARunningBacktest(FxRobot robot) throws Exception {
        robot.clickOn("#new-backtest");
        waitFor(() -> text(".tw-wizard-foot .label").startsWith("Ready"));
        work.stayBusy();
        robot.clickOn("#run-backtest");
        waitFor(() -> shows("#cancel-run"));
        robot.clickOn("#cancel-run");
        waitFor(() -> !shows("#cancel-run"));
        assertEquals(0, work.ran().size());
        assertFalse(button("#run-backtest").isDisabled());
    }

    @Test
    void deletesARunOnlyAfterAsking(FxRobot robot) throws Exception {
        openRun();
        robot.clickOn(robot.lookup("#runs .list-cell").nth(0).<Node>query());
        robot.push(KeyCode.DELETE);
        waitFor(() -> shows("#delete-run"));
        robot.interact(() -> assertTrue(place.back(), "Esc takes the question back"));
        assertFalse(shows("#delete-run"));
        assertEquals(1, list().getItems().size());
        robot.push(KeyCode.DELETE);
        waitFor(() -> shows("#delete-run"));
        robot.clickOn("#delete-run");
        waitFor(() -> list().getItems().isEmpty() && !shows("#result-tabs"));
    }

    @Test
    void stepsBackPageByPageAndThenToTheResult(FxRobot robot) throws Exception {
        openRun();
        robot.clickOn("#new-backtest");
        waitFor(() -> text(".tw-wizard-foot .label").startsWith("Ready"));
        robot.clickOn("#step-data");
        robot.interact(() -> assertTrue(place.back()));
        assertTrue(shows("#strategies"));
        robot.interact(() -> assertTrue(place.back()));
        assertTrue(shows("#result-tabs"));
        robot.interact(() -> assertFalse(place.back()));
    }

    @Test
    void showsTheNewestRunWhenThePlaceIsOpened(FxRobot robot) throws Exception {
        work.archive(10, 30);
        work.archive(20, 50);
        robot.interact(place::shown);
        waitFor(() -> shows("#result-tabs"));
        assertEquals("r2", place.state().get("run"));
    }

    private void openRun() throws Exception {
        String id = work.archive(10, 30);
        Platform.runLater(() -> {
            place.openRun(id);
            place.shown();
        });
        waitFor(() -> shows("#result-tabs") && list().getItems().size() == 1);
        assertNotNull(scene.lookup("#figure-totalReturn"));
    }

    private void showTrades() throws Exception {
        Platform.runLater(() ->
                ((TabPane) scene.lookup("#result-tabs")).getSelectionModel().select(2));
        waitFor(() -> shows("#trades .table-row-cell"));
    }

    @SuppressWarnings("unchecked")
    private TableView<Trade> trades() {
        return (TableView<Trade>) scene.lookup("#trades");
    }

    private ListView<?> list() {
        return (ListView<?>) scene.lookup("#runs");
    }

    private ButtonBase button(String id) {
        return (ButtonBase) scene.lookup(id);
    }

    private String text(String selector) {
        return scene.lookup(selector) instanceof Label label ? label.getText() : "";
    }

    private String figure(String id) {
        return ((Label) scene.lookup(id).lookup(".tw-figure-value")).getText();
    }

    private TextInputControl field(String accessibleText) {
        return scene.getRoot().lookupAll(".text-field").stream()
                .filter(node -> accessibleText.equals(node.getAccessibleText()))
                .map(TextInputControl.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private boolean shows(String selector) {
        Node node = scene.lookup(selector);
        boolean visible = node != null;
        for (Node each = node; each != null; each = each.getParent()) {
            visible &= each.isVisible();
        }
        return visible;
    }

    private static void waitFor(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
