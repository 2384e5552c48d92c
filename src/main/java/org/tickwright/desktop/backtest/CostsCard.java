package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.report.Figures;
import org.tickwright.risk.SpreadTerms;

/// What trading costs: presets in basis points, and folded below them every other cost.
final class CostsCard {
    private final Desk desk;
    private final RunForm form;
    private final CostsForm costs;
    private final ToggleGroup presets = new ToggleGroup();
    private final Label presetWords = Nodes.words("", "tw-form-help");
    private final StringProperty roundTrip = new SimpleStringProperty("");
    private final Button fold = Nodes.button("All costs", "fth-chevron-right", () -> unfold(!unfolded()));
    private final Label kept = Nodes.words("", "tw-form-help");
    private final VBox all = new VBox();
    private final VBox view;

    CostsCard(Desk desk, RunForm form) {
        this.desk = desk;
        this.form = form;
        costs = form.costs();
        fold.setId("all-costs");
        fold.getStyleClass().addAll("flat", "tw-fold");
        all.getStyleClass().add("tw-form-group");
        all.getChildren().addAll(commissions());
        all.getChildren().addAll(prices());
        all.getChildren().addAll(holding());
        all.getChildren().add(kept);
        view = Nodes.card(
                desk,
                HelpTopic.COSTS,
                "Costs",
                buttons(),
                presetWords,
                Nodes.row("Commission", form.commission(), "bps a side", new SimpleStringProperty("")),
                Nodes.row("Slippage", form.slippage(), "bps a side", roundTrip),
                fold,
                all);
        form.commission().text().addListener((property, before, now) -> follow());
        form.slippage().text().addListener((property, before, now) -> follow());
        costs.given().addListener((property, before, now) -> follow());
        unfold(false);
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

    /// Shows the folded fields where one of them is wrong, or where they were filled in for the person.
    void unfoldWhatMatters() {
        if (costs.fields().stream().anyMatch(field -> !field.valid())) {
            unfold(true);
        }
    }

    private boolean unfolded() {
        return all.isVisible();
    }

    private void unfold(boolean open) {
        Nodes.visible(all, open);
        fold.setGraphic(new FontIcon(open ? "fth-chevron-down" : "fth-chevron-right"));
        follow();
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

    private List<VBox> commissions() {
        return List.of(
                Nodes.row("Per unit", costs.perUnit(), "money", help("Like 0.005 for each share. Empty: none.")),
                Nodes.row("Per order", costs.perOrder(), "money", help("")),
                Nodes.row("Least per order", costs.minimum(), "money", help("")),
                Nodes.row("Most per order", costs.maximum(), "money", help("")),
                Nodes.row("Maker", costs.maker(), "bps", help("Limits that waited in the book. Below 0: a rebate.")),
                Nodes.row(
                        "Taker",
                        costs.taker(),
                        "bps",
                        help("Market orders and stops. Empty: the commission above for both.")));
    }

    private List<VBox> prices() {
        ComboBox<SpreadTerms.Kind> unit = new ComboBox<>();
        unit.getItems().setAll(SpreadTerms.Kind.BPS, SpreadTerms.Kind.PRICE);
        unit.setConverter(new StringConverter<>() {
            @Override
            public String toString(SpreadTerms.Kind kind) {
                return kind == SpreadTerms.Kind.PRICE ? "in price" : "in basis points";
            }

            @Override
            public SpreadTerms.Kind fromString(String text) {
                return SpreadTerms.Kind.valueOf(text);
            }
        });
        unit.valueProperty().bindBidirectional(costs.spreadUnit());
        ComboBox<SlippageModel> model = new ComboBox<>();
        model.setId("slippage-model");
        model.getItems().setAll(SlippageModel.values());
        model.valueProperty().bindBidirectional(costs.modelProperty());
        ObservableValue<SlippageModel> chosen = costs.modelProperty();
        VBox value = Nodes.row("Model's number", costs.slippage(), "", chosen.map(m -> m.unit() + ". " + m.words()));
        Nodes.visibleWhile(value, chosen.map(now -> now != SlippageModel.BPS));
        VBox window = Nodes.row("Window", costs.window(), "bars before", help(""));
        Nodes.visibleWhile(window, chosen.map(SlippageModel::windowed));
        return List.of(
                Nodes.row("Spread", costs.spread(), "", help("From bid to ask; takers pay half of it.")),
                Nodes.choice("Spread is", unit, ""),
                Nodes.choice("Slippage model", model, ""),
                value,
                window);
    }

    private List<VBox> holding() {
        return List.of(
                Nodes.row("Borrow rate", costs.borrow(), "% a year", help("On the value of what is short.")),
                Nodes.row("Funding", costs.funding(), "% per 8 h", help("Longs pay, shorts receive. Perpetuals only.")),
                Nodes.row("Interest", costs.interest(), "% a year", help("On borrowed cash.")),
                Nodes.row("Initial margin", costs.initial(), "%", help("Of a position's value. Empty: paid in full.")),
                Nodes.row(
                        "Maintenance",
                        costs.maintenance(),
                        "%",
                        help("Below it the position is closed at the next open.")));
    }

    private static StringProperty help(String words) {
        return new SimpleStringProperty(words);
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
        int given = costs.given().get();
        fold.setText(given == 0 ? "All costs" : "All costs (" + given + " more set)");
        kept.setText(costs.keptInWords());
        Nodes.visible(kept, !kept.getText().isEmpty());
        roundTrip.set(roundTripInWords(given > 0));
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
