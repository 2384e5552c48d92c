package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.tour.TourWindow;
import org.tickwright.market.SeriesInfo;

/// From the first launch to the first result.
class FirstResultJourneyTest extends WindowJourney {
    @Override
    StartOptions.Welcome welcome() {
        return StartOptions.Welcome.FIRST_TIME;
    }

    @Test
    void oneKeyLeadsFromTheFirstLaunchToABacktest() throws Exception {
        person.untilShown(".tw-welcome");
        person.robot().push(KeyCode.ENTER);
        person.until(
                "an archived run", () -> !window.workbench().backtests().list().isEmpty());
        person.untilShown("#result-tabs");
        assertEquals(1, window.workbench().backtests().list().size());
        window.settle();
        assertTrue(Files.exists(home.resolve("workspaces").resolve("default.json")), "remembered at once");

        person.robot().push(KeyCode.ALT, KeyCode.DIGIT1);
        person.untilAt(PlaceId.CHARTS);
        SeriesInfo chart =
                TourWindow.onScreen(() -> window.charts().model().info().get());
        assertEquals("AAPL 1d", chart.key().toString());

        person.robot().push(KeyCode.ALT, KeyCode.DIGIT2);
        person.untilAt(PlaceId.STUDIO);
        person.until(
                "the strategy in Studio",
                () -> person.words("#studio-strategy-name").contains("sma-cross"));
    }

    @Test
    void whoBringsTheirOwnDataIsAskedForFilesAtOnce() throws Exception {
        person.untilShown(".tw-welcome");
        person.robot().push(KeyCode.TAB);
        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.DATA);
        person.untilShown(".tw-file-bar .text-field");
    }

    @Test
    void theCardDoesNotComeBackOnceTheWorkspaceIsThere() throws Exception {
        person.untilShown(".tw-welcome");
        person.robot().push(KeyCode.ESCAPE);
        person.until("the card to go", () -> !person.shown(".tw-welcome"));
        window.close();
        window = new TourWindow(home, StartOptions.Welcome.FIRST_TIME);
        window.settle();
        assertFalse(new Journey(window).shown(".tw-welcome"));
        assertTrue(home.resolve("workspaces").resolve("default.json").toFile().exists());
    }
}
