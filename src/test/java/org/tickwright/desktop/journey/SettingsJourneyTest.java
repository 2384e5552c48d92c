package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A person looks at the settings before anything was changed.
class SettingsJourneyTest extends SampledJourney {
    @Test
    void theShippedKeysDoNotContradictEachOther() {
        person.robot().push(KeyCode.CONTROL, KeyCode.COMMA);
        person.untilShown(".tw-key");
        List<String> troubles = onScreen(() -> {
            Set<Node> labels = window.workstation().scene().getRoot().lookupAll(".tw-key-trouble");
            return labels.stream().map(label -> ((Labeled) label).getText()).toList();
        });
        assertEquals(List.of(), troubles);
    }
}
