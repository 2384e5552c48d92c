package org.tickwright.desktop.backtest;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.tickwright.risk.SpreadTerms;

/// Every cost beyond basis points, one fold for each kind.
final class CostFolds {
    private final CostsForm costs;
    private final Map<CostGroup, Fold> folds = new LinkedHashMap<>();

    CostFolds(CostsForm costs) {
        this.costs = costs;
        add("commission", "More on commission", costs.commission(), commission());
        add("prices", "Spread and slippage", costs.prices(), prices());
        add("holding", "Holding and margin", costs.holding(), holding());
        add("currency", "Currency", costs.currency(), currency());
        add("actions", "Splits and dividends", costs.actions(), actions());
    }

    private void add(String id, String title, CostGroup group, Node... parts) {
        Fold fold = new Fold(id, title, group::given, parts);
        folds.put(group, fold);
        group.onChange(fold::follow);
    }

    VBox view() {
        VBox all = new VBox();
        folds.values().forEach(fold -> all.getChildren().add(fold.view()));
        return all;
    }

    /// Opens those where something is wrong.
    void unfoldWhatMatters() {
        folds.forEach((group, fold) -> {
            if (!group.valid()) {
                fold.unfold(true);
            }
        });
    }

    private Node[] commission() {
        CommissionForm form = costs.commission();
        ComboBox<TierBasis> basis = new ComboBox<>();
        basis.setId("tier-basis");
        basis.getItems().setAll(TierBasis.values());
        basis.valueProperty().bindBidirectional(form.tierBasis());
        VBox tiers = Nodes.wide(
                "Rates",
                form.tiers(),
                form.tierBasis()
                        .map(now -> now == TierBasis.UNITS
                                ? "From so many units on, that much money a unit. Starts at 0."
                                : "From that value on, so many basis points. Starts at 0."));
        Nodes.visibleWhile(tiers, form.tierBasis().map(now -> now != TierBasis.NONE));
        return new Node[] {
            Nodes.row("Per unit", form.perUnit(), "money", help("Like 0.005 for each share. Empty: none.")),
            Nodes.row("Per order", form.perOrder(), "money", help("")),
            Nodes.row("Least per order", form.minimum(), "money", help("")),
            Nodes.row("Most per order", form.maximum(), "money", help("")),
            Nodes.row("Maker", form.maker(), "bps", help("Limits that waited in the book. Below 0: a rebate.")),
            Nodes.row(
                    "Taker",
                    form.taker(),
                    "bps",
                    help("Market orders and stops. Empty: the commission above for both.")),
            Nodes.choice("Tiers", basis, "Rates that fall with what was traded earlier in the month."),
            tiers
        };
    }

    private Node[] prices() {
        PriceForm form = costs.prices();
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
        unit.valueProperty().bindBidirectional(form.spreadUnit());
        ComboBox<SlippageModel> model = new ComboBox<>();
        model.setId("slippage-model");
        model.getItems().setAll(SlippageModel.values());
        model.valueProperty().bindBidirectional(form.modelProperty());
        ObservableValue<SlippageModel> chosen = form.modelProperty();
        VBox value = Nodes.row("Model's number", form.slippage(), "", chosen.map(m -> m.unit() + ". " + m.words()));
        Nodes.visibleWhile(value, chosen.map(now -> now != SlippageModel.BPS));
        VBox window = Nodes.row("Window", form.window(), "bars before", help(""));
        Nodes.visibleWhile(window, chosen.map(SlippageModel::windowed));
        return new Node[] {
            Nodes.row("Spread", form.spread(), "", help("From bid to ask; takers pay half of it.")),
            Nodes.choice("Spread is", unit, ""),
            Nodes.choice("Slippage model", model, ""),
            value,
            window
        };
    }

    private Node[] holding() {
        HoldingForm form = costs.holding();
        return new Node[] {
            Nodes.row("Borrow rate", form.borrow(), "% a year", help("On the value of what is short.")),
            Nodes.row("Funding", form.funding(), "% per 8 h", help("Longs pay, shorts receive. Perpetuals only.")),
            file(
                    "Funding by time",
                    form.fundingFile(),
                    "In place of one rate: a file with rows time,rate (0.0001 is 0.01 %)."),
            Nodes.row("Interest", form.interest(), "% a year", help("On borrowed cash.")),
            Nodes.row("Initial margin", form.initial(), "%", help("Of a position's value. Empty: paid in full.")),
            Nodes.row("Maintenance", form.maintenance(), "%", help("Below it the position is closed at the next open."))
        };
    }

    private Node[] currency() {
        CurrencyForm form = costs.currency();
        return new Node[] {
            text("Account", form.account(), "Like USD: what the capital is in."),
            text("Instrument", form.instrument(), "Like EUR: what its prices are in."),
            Nodes.row("Rate", form.rate(), "", help("What one unit of the second is worth in the first.")),
            file("Rates by time", form.rateFile(), "In place of one rate: a file with rows time,rate."),
            Nodes.row("Conversion fee", form.fee(), "bps", help("Of the value of each fill."))
        };
    }

    private Node[] actions() {
        return new Node[] {
            file(
                    "Corporate actions",
                    costs.actions().file(),
                    "For raw prices: rows date,split,7:1 and date,dividend,0.47, or a Lean factor file. Empty for"
                            + " those that the store knows, if any.")
        };
    }

    private static VBox text(String name, TextEntry entry, String words) {
        TextField input = new TextField();
        input.textProperty().bindBidirectional(entry.text());
        return Nodes.row(name, input, "", help(words), entry.problem());
    }

    private static VBox file(String name, FileEntry<?> entry, String words) {
        return Nodes.file(name, entry, words, input -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(name);
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter("Rows of text", "*.csv", "*.txt"),
                            new FileChooser.ExtensionFilter("All files", "*"));
            File chosen = chooser.showOpenDialog(input.getScene().getWindow());
            if (chosen != null) {
                entry.text().set(chosen.toString());
            }
        });
    }

    private static StringProperty help(String words) {
        return new SimpleStringProperty(words);
    }
}
