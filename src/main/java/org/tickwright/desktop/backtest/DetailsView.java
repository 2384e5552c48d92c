package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.engine.RunResult;
import org.tickwright.report.Assumptions;
import org.tickwright.report.Caveats;
import org.tickwright.report.CostBreakdown;
import org.tickwright.report.Figures;
import org.tickwright.report.Sheet;
import org.tickwright.study.TrialCount;

/// What a run assumed, what to keep in mind, and what it was made of.
final class DetailsView {
    private final VBox content = new VBox();
    private final ScrollPane view = new ScrollPane(content);

    DetailsView() {
        content.getStyleClass().add("tw-result-page");
        view.setFitToWidth(true);
        view.getStyleClass().addAll("tw-plain", "edge-to-edge");
    }

    Region view() {
        return view;
    }

    void show(ResultModel.Shown shown, Locale locale) {
        RunResult run = shown.sheet().run();
        Figures figures = new Figures(locale);
        content.getChildren().clear();
        VBox notes = new VBox();
        notes.getStyleClass().add("tw-notes");
        Caveats.of(shown.sheet()).forEach(note -> notes.getChildren().add(note(note)));
        content.getChildren().addAll(Nodes.label("Keep in mind", "tw-heading"), notes);
        GridPane assumed = grid(160, 176);
        for (Assumptions.Row row : new Assumptions(run.settings(), figures).rows()) {
            Nodes.addRow(
                    assumed,
                    Nodes.words(row.name(), "tw-muted"),
                    Nodes.words(row.value()),
                    Nodes.words(row.meaning(), "tw-muted"));
        }
        costs(run, figures);
        content.getChildren().addAll(Nodes.label("What was assumed", "tw-heading"), assumed);
        String words = shown.sheet().strategyWords();
        content.getChildren()
                .addAll(
                        Nodes.label("Strategy", "tw-heading"),
                        Nodes.words(words.isEmpty() ? "The strategy has no description." : words));
        GridPane made = grid(160);
        row(made, "Series", run.series() + (run.simulated() ? "  SIM" : ""));
        row(made, "Exchange's zone", run.zone().getId());
        row(made, "Data hash", run.dataHash());
        row(made, "Strategy hash", run.strategyHash());
        TrialCount count = shown.sheet().trials();
        if (count != null) {
            row(made, "Lineage", count.lineage() + ", counted on " + count.dataSet());
        }
        row(made, "Engine", "Tickwright " + run.engineVersion());
        content.getChildren().addAll(Nodes.label("Data and provenance", "tw-heading"), made);
        view.setVvalue(0);
    }

    private void costs(RunResult run, Figures figures) {
        List<CostBreakdown.Row> rows = CostBreakdown.of(run, figures);
        if (rows.isEmpty()) {
            return;
        }
        GridPane paid = grid(160, 96, 136);
        paid.setId("costs-paid");
        for (CostBreakdown.Row row : rows) {
            Label amount = Nodes.label(row.amount(), "tw-number");
            GridPane.setHalignment(amount, HPos.RIGHT);
            Nodes.addRow(
                    paid,
                    Nodes.words(row.name(), "tw-muted"),
                    amount,
                    Nodes.words(row.share(), "tw-muted"),
                    Nodes.words(row.meaning(), "tw-muted"));
        }
        content.getChildren().addAll(Nodes.label("What it cost", "tw-heading"), paid);
    }

    static HBox note(Sheet.Note note) {
        Label text = Nodes.words(note.text(), note.loud() ? "tw-note-loud" : "tw-muted");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(text);
        line.getStyleClass().addAll("tw-note", note.loud() ? "tw-loud" : "tw-calm");
        return line;
    }

    private static GridPane grid(double... widths) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("tw-review");
        for (double width : widths) {
            grid.getColumnConstraints().add(Nodes.fixed(width));
        }
        grid.getColumnConstraints().add(Nodes.rest());
        return grid;
    }

    /// A value that can be marked and copied.
    private static void row(GridPane grid, String name, String value) {
        TextField field = new TextField(value);
        field.setEditable(false);
        field.getStyleClass().add("tw-copyable");
        field.setAccessibleText(name);
        Nodes.addRow(grid, Nodes.label(name, "tw-muted"), field);
    }
}
