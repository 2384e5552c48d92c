package org.tickwright.desktop.data;

import java.time.ZoneId;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tickwright.market.Mend;

/// A kind of finding: how often, a button that shows its rows alone, and what becomes of them.
final class FindingGroupRow {
    private final FindingGroup group;
    private final ImportModel model;
    private final HBox view = new HBox();
    private final ToggleButton shows = new ToggleButton();

    FindingGroupRow(FindingGroup group, ImportModel model) {
        this.group = group;
        this.model = model;
        boolean decided = !group.error() && group.accepted();
        Label badge = Parts.label(
                group.error() ? "Error" : decided ? "Decided" : "Warning",
                "tw-badge",
                group.error() ? "tw-error" : decided ? "tw-ok" : "tw-warn");
        shows.setText(group.words() + "  × " + group.count());
        shows.getStyleClass().add("tw-finding-name");
        shows.setId("show-" + group.code());
        shows.setTooltip(new Tooltip("Show these alone, or all again"));
        view.getStyleClass().addAll("tw-finding-group", "tw-finding-choice");
        view.getChildren().addAll(badge, shows);
        if (group.code().equals("ZONE_ASSUMED")) {
            view.getChildren().add(zones());
        } else if (group.acceptable() && !group.actions().isEmpty()) {
            view.getChildren().add(actions());
        } else if (group.acceptable()) {
            view.getChildren().add(acceptance());
        } else if (group.error()) {
            view.getChildren().add(Parts.label("Go back and state how the file is written.", "tw-muted"));
        }
    }

    Region view() {
        return view;
    }

    ToggleButton shows() {
        return shows;
    }

    private CheckBox acceptance() {
        CheckBox box = new CheckBox("Accept: " + group.consequence());
        box.setId("accept-" + group.code());
        box.setSelected(group.accepted());
        box.setOnAction(event -> model.accept(group.code(), box.isSelected()));
        return box;
    }

    /// The mends; the first entry takes a decision back.
    private ComboBox<String> actions() {
        ComboBox<String> box = box();
        box.getItems().add("");
        group.actions().forEach(action -> box.getItems().add(action.name()));
        box.setConverter(Parts.converter(
                action -> action == null || action.isEmpty() ? undecided() : group.words(Mend.Action.valueOf(action))));
        box.setValue(group.chosen() == null ? "" : group.chosen().name());
        box.valueProperty()
                .addListener((property, before, now) ->
                        model.mend(group.code(), now == null || now.isEmpty() ? null : Mend.Action.valueOf(now)));
        return box;
    }

    private String undecided() {
        return group.error() || group.accepted() ? "Not decided" : "Leave it as it is";
    }

    /// The zones in which the times can be read instead.
    private ComboBox<String> zones() {
        ComboBox<String> box = box();
        box.getItems().setAll(Zones.all());
        box.setConverter(Parts.converter(
                zone -> zone == null || zone.isEmpty() ? "Leave them as assumed" : "Read the times in " + zone));
        box.setValue(group.zone());
        box.valueProperty()
                .addListener((property, before, now) -> model.choices()
                        .mend(
                                group.code(),
                                now == null || now.isEmpty()
                                        ? null
                                        : new Mend(group.code(), Mend.Action.SHIFT, ZoneId.of(now))));
        return box;
    }

    private ComboBox<String> box() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("mend-" + group.code());
        box.setAccessibleText("What becomes of: " + group.words());
        box.getStyleClass().add("tw-mend-choice");
        return box;
    }
}
