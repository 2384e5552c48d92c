package org.tickwright.desktop.backtest;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.engine.FillTerms.Resolution;

/// How orders fill: the profile, and what the realistic one may be told.
final class FillsCard {
    private final FillsForm form;
    private final ToggleGroup profiles = new ToggleGroup();
    private final Label words = Nodes.words("", "tw-form-help");
    private final VBox terms = new VBox();
    private final VBox view;

    FillsCard(Desk desk, FillsForm form) {
        this.form = form;
        terms.getStyleClass().add("tw-form-group");
        terms.getChildren()
                .addAll(
                        Nodes.row(
                                "Participation",
                                form.participation(),
                                "%",
                                new SimpleStringProperty(
                                        "The most of a bar's volume that orders take; the rest waits.")),
                        finer(),
                        resolution(),
                        seed(),
                        band());
        view = Nodes.card(desk, HelpTopic.FILLS, "Fills", buttons(), words, terms);
        form.profile().addListener((property, before, now) -> follow());
        follow();
    }

    VBox view() {
        return view;
    }

    private FlowPane buttons() {
        FlowPane buttons = new FlowPane(8, 8);
        for (FillProfile profile : FillProfile.values()) {
            ToggleButton button = new ToggleButton(profile.title());
            button.setId("profile-" + profile.id());
            button.setUserData(profile);
            button.getStyleClass().add("tw-preset");
            button.setToggleGroup(profiles);
            button.setOnAction(event -> {
                form.profile().set(profile);
                follow();
            });
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private void follow() {
        FillProfile now = form.profile().get();
        profiles.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == now)
                .findFirst()
                .ifPresent(profiles::selectToggle);
        words.setText(now.words());
        Nodes.visible(terms, now == FillProfile.REALISTIC);
    }

    private VBox finer() {
        ComboBox<FinerSeries> choice = new ComboBox<>(form.offered());
        choice.setId("intrabar");
        choice.valueProperty().bindBidirectional(form.finer());
        return Nodes.choice(
                "Intrabar series", choice, "Shorter bars of what is traded that tell what happened inside each bar.");
    }

    private VBox resolution() {
        ComboBox<Resolution> choice = new ComboBox<>();
        choice.setId("resolution");
        choice.getItems().setAll(Resolution.values());
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Resolution value) {
                return value == null ? "" : FillsCard.words(value);
            }

            @Override
            public Resolution fromString(String text) {
                return Resolution.valueOf(text.toUpperCase(Locale.ROOT));
            }
        });
        choice.valueProperty().bindBidirectional(form.resolution());
        return Nodes.choice("What bars cannot tell", choice, "Stop or target first, and the like: how it is read.");
    }

    private static String words(Resolution resolution) {
        return switch (resolution) {
            case PESSIMISTIC -> "as the worst";
            case OPTIMISTIC -> "as the best";
            case SEEDED -> "by chance";
        };
    }

    private VBox seed() {
        VBox row = Nodes.row("Seed", form.seed(), "", new SimpleStringProperty("The same seed gives the same run."));
        Nodes.visibleWhile(row, form.resolution().map(now -> now == Resolution.SEEDED));
        return row;
    }

    private CheckBox band() {
        CheckBox box = new CheckBox("Measure how wide that makes the result");
        box.setId("band");
        box.selectedProperty().bindBidirectional(form.band());
        return box;
    }
}
