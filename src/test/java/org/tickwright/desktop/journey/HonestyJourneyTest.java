package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.engine.RunResult;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.StrategyDocument;

/// Realistic fills and own costs are chosen, the run says what could not be known, and a page explains it.
class HonestyJourneyTest extends SampledJourney {
    @Test
    void aRunSaysWhatItCouldNotKnowAndAPageExplainsIt() throws Exception {
        StrategyDocument template = template("sma-cross");
        onScreen(() -> window.workstation().openWizard(template, new SeriesKey("SIM-ALPHA", Timeframe.DAY)));
        person.untilShown("#profile-realistic");
        fire("#profile-plain");
        fire("#profile-realistic");
        fire("#fold-prices");
        fire("#fold-holding");
        type("Spread", "2");
        type("Borrow rate", "3");
        type("Stop loss", "0.3");
        type("Take profit", "0.3");
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.untilShown("#result-tabs");

        RunResult run =
                window.workbench().backtests().tearSheet("r1").orElseThrow().run();
        assertTrue(run.settings().realistic());
        assertEquals(2, run.settings().costs().spread().value());
        assertNotNull(run.band(), "a stop and a target this near leave bars open");
        onScreen(() -> ((TabPane) lookup("#result-tabs")).getSelectionModel().select(3));
        person.untilShown("#ambiguous");
        assertTrue(person.words("#unknown-words").contains("total return"), person.words("#unknown-words"));
        assertEquals(
                run.ambiguity().count(),
                onScreen(() -> ((TableView<?>) lookup("#ambiguous")).getItems().size()));

        person.robot().push(KeyCode.F1);
        person.untilShown("#help-page");
        assertTrue(onScreen(
                () -> ((javafx.scene.control.ToggleButton) lookup("#help-what-could-not-be-known")).isSelected()));
        person.robot().push(KeyCode.ESCAPE);
        onScreen(() -> {
            TableView<?> table = (TableView<?>) lookup("#ambiguous");
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        person.robot().push(KeyCode.ENTER);
        person.untilAt(PlaceId.CHARTS);
    }

    private void type(String name, String text) {
        onScreen(() -> window.workstation().scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .map(TextInputControl.class::cast)
                .findFirst()
                .orElseThrow()
                .setText(text));
    }

    private void fire(String selector) {
        onScreen(() -> ((ButtonBase) lookup(selector)).fire());
    }

    private Node lookup(String selector) {
        return window.workstation().scene().lookup(selector);
    }
}
