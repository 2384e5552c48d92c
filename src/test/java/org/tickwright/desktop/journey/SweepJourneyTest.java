package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.StrategyDocument;

/// Parameters are searched from the wizard's last page, the plateau is read, its run is opened: by keyboard alone.
class SweepJourneyTest extends SampledJourney {
    @Test
    void thePlateauOfASearchIsFoundAndItsRunOpened() throws Exception {
        StrategyDocument template = template("sma-cross");
        onScreen(() -> window.workstation().openWizard(template, new SeriesKey("SIM-ALPHA", Timeframe.DAY)));
        person.untilShown("#profile-realistic");
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        person.untilShown("#start-search");
        type("#range-fast-from", "5");
        type("#range-fast-to", "20");
        type("#range-slow-from", "30");
        type("#range-slow-to", "60");
        assertEquals("16 runs: 4 of fast × 4 of slow", person.words("#sweep-count"));
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.untilShown("#heat-map");
        person.until(
                "the verdict on the best", () -> !person.words("#sweep-luck").isEmpty());
        assertTrue(person.words("#sweep-luck").contains("16 times"), person.words("#sweep-luck"));
        assertTrue(person.words("#sweep-plateau").contains("neighbours"), person.words("#sweep-plateau"));
        assertEquals(
                16,
                onScreen(() ->
                        ((TableView<?>) lookup("#combinations")).getItems().size()));

        onScreen(() -> lookup("#heat-map").requestFocus());
        person.robot().push(KeyCode.HOME);
        person.robot().push(KeyCode.ENTER);
        person.untilShown("#result-tabs");
        Map<String, Double> ran = window.workbench()
                .backtests()
                .tearSheet("r1")
                .orElseThrow()
                .run()
                .settings()
                .parameters();
        String plateau = "fast " + Math.round(ran.get("fast")) + ", slow " + Math.round(ran.get("slow"));
        person.until(
                "a run and a search in the list",
                () -> ((ListView<?>) lookup("#runs")).getItems().size() == 2);

        person.robot().push(KeyCode.CONTROL, KeyCode.L);
        person.robot().push(KeyCode.DOWN);
        person.robot().push(KeyCode.UP);
        onScreen(() -> select("s1"));
        person.robot().push(KeyCode.ENTER);
        person.untilShown("#heat-map");
        assertTrue(person.words("#sweep-plateau").contains(plateau), person.words("#sweep-plateau"));
        person.robot().push(KeyCode.F1);
        person.untilShown("#help-page");
    }

    private void select(String id) {
        ListView<?> list = (ListView<?>) lookup("#runs");
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).toString().contains("id=" + id + ",")) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private void type(String field, String text) {
        onScreen(() -> ((TextInputControl) lookup(field)).setText(text));
    }

    private Node lookup(String selector) {
        return window.workstation().scene().lookup(selector);
    }
}
