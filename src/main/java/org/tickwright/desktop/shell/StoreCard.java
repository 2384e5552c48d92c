package org.tickwright.desktop.shell;

import java.io.File;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.tickwright.workbench.Workbench;

/// The rows of the store's card on the settings page.
final class StoreCard {
    private final StoreCareModel model;
    private final Button backUp = new Button("Back up…", Icons.of("fth-archive"));
    private final Button check = new Button("Check", Icons.of("fth-check-circle"));
    private final Button compact = new Button("Compact", Icons.of("fth-minimize-2"));
    private final Label outcome = new Label();

    StoreCard(StoreCareModel model, Workbench workbench) {
        this.model = model;
        backUp.setOnAction(event -> backUp());
        check.setOnAction(event -> model.check());
        compact.setOnAction(event -> model.compact());
        backUp.disableProperty().bind(model.busy());
        check.disableProperty().bind(model.busy());
        if (workbench.readOnly()) {
            compact.setDisable(true);
        } else {
            compact.disableProperty().bind(model.busy());
        }
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        outcome.textProperty().bind(model.outcome());
        outcome.visibleProperty().bind(model.outcome().isNotEmpty());
        outcome.managedProperty().bind(outcome.visibleProperty());
        model.troubled().addListener((property, before, now) -> {
            outcome.getStyleClass().remove("tw-warning");
            if (now) {
                outcome.getStyleClass().add("tw-warning");
            }
        });
    }

    Node rows() {
        HBox buttons = new HBox(backUp, check, compact);
        buttons.getStyleClass().add("tw-form-row");
        VBox rows = new VBox(buttons, outcome);
        rows.getStyleClass().add("tw-form");
        return rows;
    }

    private void backUp() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Back up store, strategies and settings");
        chooser.setInitialFileName("tickwright-backup.zip");
        File file = chooser.showSaveDialog(backUp.getScene().getWindow());
        if (file != null) {
            model.backUp(file.toPath());
        }
    }
}
