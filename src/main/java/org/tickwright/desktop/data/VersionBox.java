package org.tickwright.desktop.data;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.market.SeriesVersion;

/// The versions of the series that is shown, of which one is in use, with undo and redo of what was done to it.
final class VersionBox {
    private final HBox view = new HBox();
    private final ComboBox<SeriesVersion> box = new ComboBox<>();
    private boolean filling;

    VersionBox(MendModel model) {
        Button undo = button("fth-corner-up-left", "Undo the mend", "quality-undo");
        undo.setOnAction(event -> model.undo());
        undo.disableProperty().bind(model.canUndo().not());
        Button redo = button("fth-corner-up-right", "Redo the mend", "quality-redo");
        redo.setOnAction(event -> model.redo());
        redo.disableProperty().bind(model.canRedo().not());
        box.setId("quality-version");
        box.setAccessibleText("Version of the series");
        box.getStyleClass().add("tw-version");
        box.setCellFactory(list -> new VersionCell(true));
        box.setButtonCell(new VersionCell(false));
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.choose(now.info().version());
            }
        });
        Label label = new Label("Version");
        label.setLabelFor(box);
        label.getStyleClass().add("tw-muted");
        view.getStyleClass().add("tw-version-box");
        view.getChildren().setAll(undo, redo, label, box);
        model.versions().addListener((property, before, now) -> show(now));
        show(List.of());
    }

    /// A version in words, or the number alone where there is no room; its tooltip has the words then.
    private static final class VersionCell extends ListCell<SeriesVersion> {
        private final boolean whole;

        VersionCell(boolean whole) {
            this.whole = whole;
        }

        @Override
        protected void updateItem(@Nullable SeriesVersion version, boolean empty) {
            super.updateItem(version, empty);
            if (empty || version == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(whole ? words(version) : Integer.toString(version.info().version()));
            setTooltip(new Tooltip(words(version)));
        }
    }

    private static Button button(String icon, String words, String id) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    HBox view() {
        return view;
    }

    private void show(List<SeriesVersion> versions) {
        filling = true;
        box.getItems().setAll(versions.reversed());
        versions.stream().filter(SeriesVersion::used).findFirst().ifPresent(box::setValue);
        box.setDisable(versions.size() < 2);
        filling = false;
    }

    private static String words(SeriesVersion version) {
        String mends = version.provenance().mends().toString();
        return version.info().version() + (mends.isEmpty() ? ", as imported" : ", mended " + mends);
    }
}
