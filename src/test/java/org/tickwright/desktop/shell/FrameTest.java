package org.tickwright.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.tour.FakePlace;
import org.tickwright.desktop.tour.TourWindow;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// The frame around fake places, driven by the keyboard alone.
class FrameTest {
    @TempDir
    Path home;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private List<FakePlace> places;
    private Workstation frame;

    @BeforeEach
    void open() throws TimeoutException {
        MemoryBarStore store = new MemoryBarStore();
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        Workbench bench = new Workbench(
                home,
                false,
                indicators,
                new SeriesLibrary(store),
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
        Stage stage = FxToolkit.registerPrimaryStage();
        TourWindow.onScreen(() -> {
            frame = new Workstation(bench, new StartOptions(background, () -> 0, () -> 0, StartOptions.Welcome.NEVER));
            places = Arrays.stream(PlaceId.values()).map(FakePlace::new).toList();
            frame.open(places, Routes.NONE);
            frame.show(stage);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupStage(Stage::hide);
        background.shutdownNow();
    }

    private FakePlace place(PlaceId id) {
        return places.get(id.ordinal());
    }

    private boolean overlayOpen() {
        return TourWindow.onScreen(frame::overlayOpen);
    }

    @Test
    void altAndANumberGoToAPlaceAndTellBoth() {
        robot.push(KeyCode.ALT, KeyCode.DIGIT4);
        assertEquals(1, place(PlaceId.DATA).timesShown());
        assertEquals(1, place(PlaceId.CHARTS).timesHidden());
        assertEquals(PlaceId.DATA, frame.current().id());
    }

    @Test
    void runsACommandOfThePlaceByItsKeyAndOnlyOfThatPlace() {
        robot.push(KeyCode.CONTROL, KeyCode.J);
        assertEquals(1, place(PlaceId.CHARTS).timesRun());
        assertEquals(0, place(PlaceId.STUDIO).timesRun());
    }

    @Test
    void findsAPlaceByTypingAndPutsThePaletteAwayWithEscape() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        assertTrue(overlayOpen());
        robot.push(KeyCode.ESCAPE);
        assertFalse(overlayOpen());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("gostu", 0);
        robot.push(KeyCode.ENTER);
        assertFalse(overlayOpen());
        assertEquals(PlaceId.STUDIO, frame.current().id());
    }

    @Test
    void keepsTheKeyboardInsideAnOverlay() {
        TourWindow.onScreen(frame::openKeys);
        for (int i = 0; i < 5; i++) {
            robot.push(KeyCode.TAB);
        }
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(TourWindow.onScreen(() -> {
            javafx.scene.Node owner = frame.scene().getFocusOwner();
            return owner != null
                    && owner.getStyleClass().contains("button")
                    && owner.getParent().getStyleClass().contains("tw-keys");
        }));
    }

    @Test
    void theQuestionMarkShowsTheKeysOfThePlace() throws TimeoutException {
        TourWindow.onScreen(() -> javafx.event.Event.fireEvent(
                frame.scene().getRoot(),
                new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false)));
        assertTrue(overlayOpen());
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> TourWindow.onScreen(() -> labels().contains("Take the first step")));
    }

    private List<String> labels() {
        return frame.scene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void doesNotTakeCharactersAwayFromATextField() throws TimeoutException {
        TourWindow.onScreen(() -> {
            TextField field = new TextField();
            ((javafx.scene.layout.VBox) place(PlaceId.CHARTS).view())
                    .getChildren()
                    .add(field);
            field.setId("note");
            field.requestFocus();
        });
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> TourWindow.onScreen(() -> ((TextField) frame.scene().lookup("#note")).getSkin() != null));
        robot.write("x", 0);
        WaitForAsyncUtils.waitForFxEvents();
        TourWindow.onScreen(() -> javafx.event.Event.fireEvent(
                frame.scene().getFocusOwner(),
                new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false)));
        assertFalse(overlayOpen());
        assertEquals("x?", ((TextField) frame.scene().lookup("#note")).getText());
    }

    @Test
    void escapeLeadsOutOfTheSettingsToWhereOneWas() {
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertNull(TourWindow.onScreen(frame::current));
        robot.push(KeyCode.ESCAPE);
        assertEquals(PlaceId.STUDIO, TourWindow.onScreen(frame::current).id());
    }

    @Test
    void savesTheThemeAtOnceAndTellsThePlaces() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertEquals(Palette.LIGHT, frame.settings().palette().get());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.exists(home.resolve("settings.json")));
        assertEquals(Theme.LIGHT, new SettingsFile(home).load().settings().theme());
    }

    @Test
    void remembersThePlaceForTheNextStart() throws Exception {
        robot.push(KeyCode.ALT, KeyCode.DIGIT3);
        FxToolkit.setupStage(Stage::hide);
        assertEquals(PlaceId.BACKTEST, Workspace.load(home).orElseThrow().place());
    }

    @Test
    void keepsAnErrorUntilItIsDismissedAndSaysTheSameThingOnce() {
        TourWindow.onScreen(() -> {
            frame.notify("The disk is full.", true);
            frame.notify("The disk is full.", true);
        });
        assertEquals(1, frame.scene().getRoot().lookupAll(".tw-toast").size());
        robot.push(KeyCode.ESCAPE);
        assertEquals(0, frame.scene().getRoot().lookupAll(".tw-toast").size());
    }
}
