package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.chart.plot.Ink;

/// Every value at the crosshair, or at the last bar without one, as a table of names and figures.
///
/// Rows are made anew only when there are others; while the crosshair moves, texts change in place.
final class DataWindow extends VBox {
    private final ChartModel model;
    private final VBox sections = new VBox();
    private final List<Label> values = new ArrayList<>();
    private final List<Label> titles = new ArrayList<>();
    private List<String> shape = List.of();
    private boolean watched;

    DataWindow(ChartModel model) {
        this.model = model;
        setId("chart-data-window");
        getStyleClass().add("chart-data");
        sections.getStyleClass().add("chart-data-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("chart-data-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.revision().addListener((o, was, is) -> refresh());
        model.cursorRevision().addListener((o, was, is) -> refresh());
    }

    /// Whether anybody looks; what changed meanwhile is caught up on.
    void watched(boolean now) {
        watched = now;
        refresh();
    }

    private void refresh() {
        if (watched) {
            show(Readout.of(model, model.readoutBar()));
        }
    }

    private void show(Readout readout) {
        List<String> wanted = readout.sections().stream()
                .map(section -> section.rows().stream().map(Readout.Row::name).toList() + "")
                .toList();
        if (!wanted.equals(shape)) {
            build(readout);
            shape = wanted;
        }
        int at = 0;
        for (int i = 0; i < readout.sections().size(); i++) {
            titles.get(i).setText(readout.sections().get(i).title());
            for (Readout.Row row : readout.sections().get(i).rows()) {
                fill(values.get(at++), row);
            }
        }
    }

    private static void fill(Label label, Readout.Row row) {
        label.setText(row.text());
        label.getStyleClass().removeAll("tw-up", "tw-down");
        if (row.slot() == Ink.UP) {
            label.getStyleClass().add("tw-up");
        } else if (row.slot() == Ink.DOWN) {
            label.getStyleClass().add("tw-down");
        }
    }

    private void build(Readout readout) {
        values.clear();
        titles.clear();
        sections.getChildren().clear();
        for (Readout.Section section : readout.sections()) {
            Label title = new Label(section.title());
            title.getStyleClass().addAll("tw-small", "tw-strong");
            titles.add(title);
            VBox box = new VBox(title, grid(section));
            box.getStyleClass().add("chart-data-section");
            sections.getChildren().add(box);
        }
    }

    private GridPane grid(Readout.Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chart-data-grid");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHgrow(Priority.ALWAYS);
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, figures);
        for (int i = 0; i < section.rows().size(); i++) {
            Label name = new Label(section.rows().get(i).name());
            name.getStyleClass().addAll("tw-small", "tw-muted");
            Label value = new Label();
            value.getStyleClass().addAll("tw-small", "chart-data-value");
            values.add(value);
            grid.addRow(i, name, value);
        }
        return grid;
    }
}
