package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.report.Figures;

/// What trading costs: presets in basis points, and folded below them every other cost by its kind.
final class CostsCard {
    private final Desk desk;
    private final RunForm form;
    private final CostsForm costs;
    private final ToggleGroup presets = new ToggleGroup();
    private final Label presetWords = Nodes.words("", "tw-form-help");
    private final StringProperty roundTrip = new SimpleStringProperty("");
    private final CostFolds folds;
    private final VBox view;

    CostsCard(Desk desk, RunForm form) {
        this.desk = desk;
        this.form = form;
        costs = form.costs();
        folds = new CostFolds(costs);
        view = Nodes.card(
                desk,
                HelpTopic.COSTS,
                "Costs",
                buttons(),
                presetWords,
                Nodes.row("Commission", form.commission(), "bps a side", new SimpleStringProperty("")),
                Nodes.row("Slippage", form.slippage(), "bps a side", roundTrip),
                folds.view());
        form.commission().text().addListener((property, before, now) -> follow());
        form.slippage().text().addListener((property, before, now) -> follow());
        costs.onChange(this::follow);
        follow();
    }

    VBox view() {
        return view;
    }

    /// What the keyboard reaches first.
    ToggleButton first() {
        return (ToggleButton) Objects.requireNonNullElse(
                presets.getSelectedToggle(), presets.getToggles().getFirst());
    }

    /// Opens the folds in which something is wrong.
    void unfoldWhatMatters() {
        folds.unfoldWhatMatters();
    }

    private FlowPane buttons() {
        FlowPane buttons = new FlowPane(8, 8);
        for (CostPreset preset : CostPreset.values()) {
            ToggleButton button = new ToggleButton(preset.title());
            button.setId("preset-" + preset.name().toLowerCase(Locale.ROOT));
            button.setUserData(preset);
            button.getStyleClass().add("tw-preset");
            button.setToggleGroup(presets);
            button.setOnAction(event -> {
                form.apply(preset);
                follow();
            });
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    /// Marks the preset that the fields hold and says what a round trip costs.
    private void follow() {
        CostPreset now = form.preset();
        presets.selectToggle(null);
        presets.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == now)
                .findFirst()
                .ifPresent(presets::selectToggle);
        presetWords.setText(now == null ? "Your own costs" : now.words());
        roundTrip.set(roundTripInWords(costs.given() > 0));
    }

    private String roundTripInWords(boolean more) {
        double paid = form.commission().value().orElse(Double.NaN);
        double slipped = form.slippage().value().orElse(Double.NaN);
        Figures figures = new Figures(desk.settings().numbers().get());
        return Double.isNaN(paid + slipped)
                ? ""
                : "A round trip costs " + figures.percent(2 * (paid + slipped) / 10_000, false)
                        + " of the amount traded" + (more ? ", before what is set below" : "") + ". 100 bps are 1%.";
    }
}
