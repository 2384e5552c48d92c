package org.tickwright.desktop.backtest;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.market.SeriesInfo;
import org.tickwright.report.Assumptions;
import org.tickwright.report.Figures;
import org.tickwright.workbench.SeriesReading;

/// Last page: everything the run will take for granted, to be read before it starts.
final class ReviewPage {
    private final Desk desk;
    private final WizardModel model;
    private final GridPane rows = new GridPane();
    private final ScrollPane view;

    ReviewPage(Desk desk, WizardModel model) {
        this.desk = desk;
        this.model = model;
        rows.getStyleClass().add("tw-review");
        rows.getColumnConstraints().addAll(Nodes.fixed(160), Nodes.fixed(176), Nodes.rest());
        VBox page = new VBox(Nodes.label("What this run will assume", "tw-heading"), rows);
        page.getStyleClass().add("tw-wizard-page");
        view = new ScrollPane(page);
        view.setFitToWidth(true);
        view.getStyleClass().addAll("tw-plain", "edge-to-edge");
        model.readings().addListener((property, before, now) -> refresh());
    }

    Region view() {
        return view;
    }

    /// Fills the page with the settings as they stand.
    void refresh() {
        rows.getChildren().clear();
        StrategyChoice choice = model.strategy().get();
        SeriesInfo info = model.chosenSeries().get();
        if (choice != null) {
            add("Strategy", choice.name(), firstSentence(choice.document().description()));
        }
        if (info != null) {
            Figures figures = new Figures(desk.settings().numbers().get());
            add(
                    "Series",
                    info.key() + (info.simulated() ? "  SIM" : ""),
                    info.simulated()
                            ? "Simulated market: these prices never traded."
                            : figures.count(info.bars()) + " bars from " + info.source());
        }
        if (model.universe().needed().get()) {
            String symbols = String.join(", ", model.universe().symbols());
            add(
                    "Universe",
                    symbols.isEmpty() ? "the series alone" : symbols,
                    "“each” stands for each of them; a rank is among them.");
        }
        if (model.closes().needed().get() && model.closes().entry().given()) {
            add(
                    "Session close",
                    model.closes().entry().value(),
                    "Daily and longer bars are known then, not at midnight.");
        }
        for (SeriesReading reading : model.readings().get()) {
            add("Also reads", reading.series() + (reading.simulated() ? "  SIM" : ""), reading.inWords());
        }
        model.settings().ifPresent(settings -> {
            Figures figures = new Figures(desk.settings().numbers().get());
            for (Assumptions.Row row : new Assumptions(settings, figures).rows()) {
                add(row.name(), row.value(), row.meaning());
            }
        });
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private void add(String name, String value, String meaning) {
        Label words = Nodes.words(meaning, "tw-muted");
        Nodes.addRow(rows, Nodes.words(name, "tw-muted"), Nodes.words(value), words);
    }
}
