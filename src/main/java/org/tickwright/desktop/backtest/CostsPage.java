package org.tickwright.desktop.backtest;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.engine.RunSettings;
import org.tickwright.report.Assumptions;
import org.tickwright.report.Figures;

/// Third page: what trading costs, how orders fill, how large entries are.
final class CostsPage {
    private final Desk desk;
    private final RunForm form;
    private final ToggleGroup presets = new ToggleGroup();
    private final Label presetWords = Nodes.words("", "tw-form-help");
    private final StringProperty roundTrip = new SimpleStringProperty("");
    private final ScrollPane view;

    CostsPage(Desk desk, RunForm form) {
        this.desk = desk;
        this.form = form;
        VBox left = column(costs(), fills());
        VBox right = column(account(), protection());
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("tw-wizard-columns");
        VBox page = new VBox(columns);
        page.getStyleClass().add("tw-wizard-page");
        view = new ScrollPane(page);
        view.setFitToWidth(true);
        view.getStyleClass().addAll("tw-plain", "edge-to-edge");
        form.commission().text().addListener((property, before, now) -> followCosts());
        form.slippage().text().addListener((property, before, now) -> followCosts());
        followCosts();
    }

    Region view() {
        return view;
    }

    void focus() {
        TextField wrong = Nodes.firstInvalid(view);
        if (wrong != null) {
            wrong.requestFocus();
        } else if (presets.getSelectedToggle() instanceof ToggleButton chosen) {
            chosen.requestFocus();
        } else if (presets.getToggles().getFirst() instanceof ToggleButton first) {
            first.requestFocus();
        }
    }

    private static VBox column(Region... cards) {
        VBox column = new VBox(cards);
        column.getStyleClass().add("tw-wizard-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(400);
        return column;
    }

    private static VBox card(String title, javafx.scene.Node... content) {
        VBox card = new VBox(Nodes.label(title, "tw-strong"));
        card.getChildren().addAll(List.of(content));
        card.getStyleClass().add("tw-card");
        return card;
    }

    private VBox costs() {
        FlowPane buttons = new FlowPane(8, 8);
        for (CostPreset preset : CostPreset.values()) {
            ToggleButton button = new ToggleButton(preset.title());
            button.setId("preset-" + preset.name().toLowerCase(java.util.Locale.ROOT));
            button.setUserData(preset);
            button.getStyleClass().add("tw-preset");
            button.setToggleGroup(presets);
            button.setOnAction(event -> {
                form.apply(preset);
                followCosts();
            });
            buttons.getChildren().add(button);
        }
        return card(
                "Costs",
                buttons,
                presetWords,
                Nodes.row("Commission", form.commission(), "bps a side", new SimpleStringProperty("")),
                Nodes.row("Slippage", form.slippage(), "bps a side", roundTrip));
    }

    /// Marks the preset that the fields hold and says what a round trip costs.
    private void followCosts() {
        CostPreset now = form.preset();
        presets.selectToggle(null);
        presets.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == now)
                .findFirst()
                .ifPresent(presets::selectToggle);
        presetWords.setText(now == null ? "Your own costs" : now.words());
        double paid = form.commission().value().orElse(Double.NaN);
        double slipped = form.slippage().value().orElse(Double.NaN);
        Figures figures = new Figures(desk.settings().numbers().get());
        roundTrip.set(
                Double.isNaN(paid + slipped)
                        ? ""
                        : "A round trip costs " + figures.percent(2 * (paid + slipped) / 10_000, false)
                                + " of the amount traded. 100 bps are 1%.");
    }

    private VBox fills() {
        Figures figures = new Figures(desk.settings().numbers().get());
        String words = new Assumptions(RunSettings.DEFAULTS, figures).fillsInWords();
        return card("Fills", Nodes.words(words, "tw-muted"));
    }

    private VBox account() {
        ComboBox<SizeChoice> choice = new ComboBox<>();
        choice.getItems().setAll(SizeChoice.values());
        choice.valueProperty().bindBidirectional(form.sizeChoice());
        choice.setAccessibleText("Size of an entry");
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        HBox sizeRow = new HBox(Nodes.label("Size of an entry", "tw-form-label"), choice);
        sizeRow.getStyleClass().add("tw-form-row");
        StringProperty unit = new SimpleStringProperty("");
        VBox sizeValue = Nodes.row("", form.size(), "", unit);
        Runnable follow = () -> {
            SizeChoice now = form.sizeChoice().get();
            Nodes.visible(sizeValue, now != SizeChoice.STRATEGY);
            unit.set(now.percent() ? "in percent" : "in " + now.unit());
        };
        form.sizeChoice().addListener((property, before, now) -> follow.run());
        follow.run();
        CheckBox whole = new CheckBox("Whole units only");
        whole.selectedProperty().bindBidirectional(form.wholeUnits());
        CheckBox shorts = new CheckBox("Short positions too");
        shorts.selectedProperty().bindBidirectional(form.shorts());
        return card(
                "Account and size",
                Nodes.row("Capital", form.capital(), "", new SimpleStringProperty("")),
                sizeRow,
                sizeValue,
                whole,
                shorts);
    }

    private VBox protection() {
        return card(
                "Protection and year",
                Nodes.row("Stop loss", form.stopLoss(), "%", new SimpleStringProperty("")),
                Nodes.row(
                        "Take profit",
                        form.takeProfit(),
                        "%",
                        new SimpleStringProperty("From the entry fill. Empty: as the strategy says.")),
                Nodes.row(
                        "Bars a year",
                        form.periods(),
                        "",
                        new SimpleStringProperty("Puts Sharpe ratio and volatility on a year.")));
    }
}
