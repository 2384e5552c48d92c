package org.tickwright.desktop.backtest;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;

/// Third page: what trading costs, how orders fill, how large entries are.
final class CostsPage {
    private final RunForm form;
    private final CostsCard costs;
    private final ScrollPane view;

    CostsPage(Desk desk, RunForm form) {
        this.form = form;
        costs = new CostsCard(desk, form);
        VBox left = column(costs.view(), protection());
        VBox right = column(new FillsCard(desk, form.fills()).view(), account(desk));
        HBox columns = new HBox(left, right);
        columns.getStyleClass().add("tw-wizard-columns");
        VBox page = new VBox(columns);
        page.getStyleClass().add("tw-wizard-page");
        view = new ScrollPane(page);
        view.setFitToWidth(true);
        view.getStyleClass().addAll("tw-plain", "edge-to-edge");
    }

    Region view() {
        return view;
    }

    void focus() {
        costs.unfoldWhatMatters();
        TextField wrong = Nodes.firstInvalid(view);
        if (wrong == null) {
            costs.first().requestFocus();
            view.setVvalue(0);
        } else {
            wrong.requestFocus();
            Nodes.reveal(view, wrong);
        }
    }

    private static VBox column(Region... cards) {
        VBox column = new VBox(cards);
        column.getStyleClass().add("tw-wizard-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(400);
        return column;
    }

    private VBox account(Desk desk) {
        SizeForm size = form.size();
        ComboBox<SizeChoice> choice = new ComboBox<>();
        choice.setId("size-choice");
        choice.getItems().setAll(SizeChoice.values());
        choice.valueProperty().bindBidirectional(size.choice());
        choice.setAccessibleText("Size of an entry");
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        HBox sizeRow = new HBox(Nodes.label("Size of an entry", "tw-form-label"), choice);
        sizeRow.getStyleClass().add("tw-form-row");
        StringProperty unit = new SimpleStringProperty("");
        VBox sizeValue = Nodes.row("How much", size.value(), "", unit);
        Runnable follow = () -> {
            SizeChoice now = size.choice().get();
            Nodes.visible(sizeValue, now != SizeChoice.STRATEGY);
            unit.set(inWords(now));
        };
        size.choice().addListener((property, before, now) -> follow.run());
        follow.run();
        CheckBox whole = new CheckBox("Whole units only");
        whole.selectedProperty().bindBidirectional(form.wholeUnits());
        CheckBox shorts = new CheckBox("Short positions too");
        shorts.selectedProperty().bindBidirectional(form.shorts());
        return Nodes.card(
                desk,
                HelpTopic.SIZES,
                "Account and size",
                Nodes.row("Capital", form.capital(), "", new SimpleStringProperty("")),
                sizeRow,
                sizeValue,
                ofKind(SizeChoice.VOLATILITY, "By the last", size.bars(), "bars", "Up to the signal."),
                ofKind(SizeChoice.KELLY, "At most", size.cap(), "%", "Of the cash, ever."),
                ofKind(SizeChoice.KELLY, "From", size.trades(), "trades on", "Closed ones of the run itself."),
                ofKind(SizeChoice.KELLY, "Until then", size.start(), "%", "Of the cash."),
                whole,
                shorts);
    }

    private VBox ofKind(SizeChoice kind, String name, FormField field, String unit, String help) {
        VBox row = Nodes.row(name, field, unit, new SimpleStringProperty(help));
        Nodes.visibleWhile(row, form.size().choice().map(now -> now == kind));
        return row;
    }

    private static String inWords(SizeChoice choice) {
        return switch (choice) {
            case STRATEGY -> "";
            case VOLATILITY -> "in percent a year: how much the position alone shall move the account";
            case KELLY -> "times the Kelly fraction of the run's own trades";
            default -> choice.percent() ? "in percent" : "in " + choice.unit();
        };
    }

    private VBox protection() {
        return Nodes.card(
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
