package org.tickwright.desktop.data;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.market.BarDifference;
import org.tickwright.market.ImportReport;
import org.tickwright.market.SeriesInfo;

/// What came of an import: counts, where every rejected row went, and the next steps.
final class ImportResult {
    private final Desk desk;
    private final VBox view = new VBox();
    private final Label title = new Label();
    private final HBox figures = new HBox();
    private final Label description = new Label();
    private final Label difference = new Label();
    private final FindingsView findings = new FindingsView((code, accepted) -> {});
    private final Button chart = new Button("Open chart", new FontIcon("fth-bar-chart-2"));

    ImportResult(Desk desk, Runnable another, Runnable done) {
        this.desk = desk;
        title.getStyleClass().add("tw-heading");
        description.getStyleClass().add("tw-muted");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        difference.setWrapText(true);
        difference.setMinHeight(Region.USE_PREF_SIZE);
        chart.getStyleClass().add("accent");
        chart.setId("import-chart");
        Button more = new Button("Import another…");
        more.setOnAction(event -> another.run());
        Button back = new Button("All series");
        back.setOnAction(event -> done.run());
        HBox next = new HBox(chart, more, back);
        next.getStyleClass().add("tw-form-row");
        figures.getStyleClass().add("tw-figures");
        VBox.setVgrow(findings.view(), Priority.ALWAYS);
        view.getStyleClass().add("tw-page");
        view.getChildren().addAll(title, figures, description, difference, next, findings.view());
    }

    Region view() {
        return view;
    }

    void show(ImportReport report) {
        SeriesInfo series = report.series();
        title.setText(series == null ? "Nothing was stored from " + report.file() : series.key() + " is in the store");
        figures.getChildren()
                .setAll(
                        figure("Rows read", report.rowsRead()),
                        figure("Rows stored", report.rowsStored()),
                        figure("Rows left out", report.rowsRejected()));
        description.setText(report.description());
        difference.setText(difference(report.difference()));
        difference.setVisible(report.difference() != null);
        difference.setManaged(report.difference() != null);
        chart.setVisible(series != null);
        chart.setManaged(series != null);
        if (series != null) {
            chart.setOnAction(event -> desk.openChart(series.key()));
        }
        findings.show(
                report.findings().isEmpty() ? "Every row could be stored as it was." : "What was seen in the file:",
                List.of(),
                report.findings());
    }

    private String difference(@Nullable BarDifference found) {
        return found == null
                ? ""
                : String.format(
                        desk.settings().numbers().get(),
                        "There was a version %d already, which is kept. Against it %,d bars were added, %,d removed and"
                                + " %,d changed; %,d are the same.",
                        found.from(),
                        found.added(),
                        found.removed(),
                        found.changed(),
                        found.same());
    }

    private VBox figure(String name, int value) {
        Label label = new Label(name);
        label.getStyleClass().add("tw-figure-label");
        Label number = new Label(String.format(desk.settings().numbers().get(), "%,d", value));
        number.getStyleClass().add("tw-figure-value");
        VBox tile = new VBox(label, number);
        tile.getStyleClass().add("tw-figure");
        tile.setMinWidth(144);
        return tile;
    }
}
