package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.data.FindingRow;
import org.tickwright.desktop.tour.SampleFiles;
import org.tickwright.market.Finding;

/// A broken file: what is wrong is read line by line, decided, and the rest imported.
class BrokenFileJourneyTest extends WindowJourney {
    @Test
    void aBrokenFileSaysWhatIsWrongAndIsImportedOnceDecided() throws Exception {
        Path file = SampleFiles.broken(home);
        person.robot().push(KeyCode.ALT, KeyCode.DIGIT4);
        person.untilAt(PlaceId.DATA);
        person.robot().push(KeyCode.CONTROL, KeyCode.I);
        person.untilShown(".tw-file-bar .text-field");
        person.typeOver(".tw-file-bar .text-field", file.toString());
        person.untilShown(".tw-mapper");
        person.robot().push(KeyCode.ENTER);
        person.untilShown(".tw-finding-group");

        List<Finding> findings = onScreen(this::findings);
        assertTrue(
                findings.stream().anyMatch(f -> f.code().equals("DUPLICATE") && f.line() == 53), findings.toString());
        assertTrue(findings.stream()
                .allMatch(f -> !f.message().isBlank() && !f.mend().isBlank()));
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        window.settle();
        assertTrue(window.workbench().series().list().isEmpty(), "a blocked file stores nothing");

        decide("DUPLICATE", "MERGE");
        decide("OUT_OF_ORDER", "KEEP");
        decide("IMPOSSIBLE_OHLC", "FILL");
        decide("NON_POSITIVE_PRICE", "DROP");
        while (onScreen(() -> undecided() != null)) {
            onScreen(() -> undecided().fire());
            window.settle();
        }
        person.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        person.untilShown("#import-symbol");
        person.robot().push(KeyCode.ENTER);
        person.untilShown("#import-chart");
        assertEquals(1, window.workbench().series().list().size());
        var stored = window.workbench().series().list().getFirst();
        assertEquals(118, stored.bars(), "one bar was put in where a row was impossible");
        String plan = window.workbench()
                .series()
                .versions()
                .of(stored.key())
                .getFirst()
                .provenance()
                .mends()
                .toString();
        assertEquals("DUPLICATE=merge,IMPOSSIBLE_OHLC=fill,NON_POSITIVE_PRICE=drop,OUT_OF_ORDER=keep", plan);

        onScreen(() ->
                ((javafx.scene.control.Button) window.workstation().scene().lookup("#import-chart")).fire());
        person.untilAt(PlaceId.CHARTS);
    }

    /// Goes down the choices of a finding by the keys.
    private void decide(String code, String action) throws Exception {
        ComboBox<String> box = onScreen(() -> choice(code));
        int steps = box.getItems().indexOf(action);
        for (int i = 0; i < steps; i++) {
            onScreen(() -> choice(code).requestFocus());
            person.robot().push(KeyCode.DOWN);
            window.settle();
        }
        assertEquals(action, onScreen(() -> choice(code).getValue()));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> choice(String code) {
        return (ComboBox<String>) window.workstation().scene().lookup("#mend-" + code);
    }

    @SuppressWarnings("unchecked")
    private List<Finding> findings() {
        return ((TableView<FindingRow>) window.workstation().scene().lookup(".tw-findings .table-view"))
                .getItems().stream().map(FindingRow::finding).toList();
    }

    private CheckBox undecided() {
        return window.workstation().scene().getRoot().lookupAll(".check-box").stream()
                .map(CheckBox.class::cast)
                .filter(box -> !box.isSelected())
                .findFirst()
                .orElse(null);
    }
}
