package org.tickwright.desktop.data;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.market.SeriesInfo;
import org.tickwright.workbench.SeriesComparison;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.SeriesSide;

/// Two series over each other: their closes in one drawing with the differences lit, and the list of the differences,
/// each of which leads to the chart.
final class CompareView {
    private final Desk desk;
    private final CompareModel model;
    private final BorderPane view = new BorderPane();
    private final Label title = new Label("Compare");
    private final Label summary = new Label();
    private final ComboBox<SeriesSide> other = new ComboBox<>();
    private final ComboBox<Double> tolerance = new ComboBox<>();
    private final CompareDrawing drawing;
    private final Label under = new Label();
    private final VBox found = new VBox();
    private final TableView<SeriesComparison.Row> table = new TableView<>();
    private final Button export = new Button("Export CSV…", new FontIcon("fth-download"));
    private boolean filling;

    CompareView(Desk desk, CompareModel model, Runnable back) {
        this.desk = desk;
        this.model = model;
        drawing = new CompareDrawing(desk.settings().palette());
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        summary.setId("compare-summary");
        under.getStyleClass().add("tw-muted");
        buildTable();
        found.getStyleClass().add("tw-compare-found");
        found.getChildren().setAll(drawing, under, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox middle = new VBox(summary, found);
        middle.getStyleClass().add("tw-quality");
        VBox.setVgrow(found, Priority.ALWAYS);
        view.setTop(toolbar(back));
        view.setCenter(middle);
        model.others().addListener((property, before, now) -> offer(now));
        model.laid().addListener((property, before, now) -> show());
        model.trouble().addListener((property, before, now) -> show());
        desk.settings().numbers().addListener((property, before, now) -> show());
    }

    Region view() {
        return view;
    }

    void focus() {
        other.requestFocus();
    }

    private HBox toolbar(Runnable back) {
        Button series = new Button("Quality", new FontIcon("fth-arrow-left"));
        series.setId("compare-back");
        series.setOnAction(event -> back.run());
        title.getStyleClass().add("tw-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        other.setId("compare-other");
        other.setAccessibleText("Compare with");
        other.getStyleClass().add("tw-compare-other");
        other.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.against(now);
            }
        });
        Label with = label("with", other);
        tolerance.setId("compare-tolerance");
        tolerance.setAccessibleText("Prices may differ by");
        tolerance.getItems().setAll(CompareModel.TOLERANCES);
        tolerance.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Double part) {
                return part == null
                        ? ""
                        : String.format(Locale.ROOT, "%.3f %%", 100 * part).replaceFirst("\\.?0+ %", " %");
            }

            @Override
            public Double fromString(String text) {
                throw new UnsupportedOperationException("Chosen from a list, never typed");
            }
        });
        tolerance.setValue(model.tolerance());
        tolerance.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.tolerate(now);
            }
        });
        export.setId("compare-export");
        export.setOnAction(event -> export());
        HBox bar = new HBox(series, title, with, other, gap, label("Tolerance", tolerance), tolerance, export);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private static Label label(String text, Region of) {
        Label label = new Label(text);
        label.setLabelFor(of);
        label.getStyleClass().add("tw-muted");
        return label;
    }

    private void buildTable() {
        table.getStyleClass().add("tw-table");
        table.setId("compare-rows");
        table.setAccessibleText("Differences");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(new Label("Nothing differs by more than the tolerance."));
        table.getColumns().add(Columns.fixed("When", 152, this::when));
        table.getColumns().add(Columns.text("What", 200, CompareView::what));
        table.getColumns().add(number("First", row -> price(row.one())));
        table.getColumns().add(number("Second", row -> price(row.other())));
        table.getColumns().add(number("Apart", this::apart));
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> drawing.mark(now));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
    }

    private static TableColumn<SeriesComparison.Row, String> number(
            String title, java.util.function.Function<SeriesComparison.Row, String> value) {
        TableColumn<SeriesComparison.Row, String> column = Columns.text(title, 144, value);
        column.getStyleClass().add("tw-number");
        return column;
    }

    private void open() {
        SeriesComparison.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.chart(row);
        }
    }

    private String when(SeriesComparison.Row row) {
        SeriesLibrary.Laid laid = model.laid().get();
        if (laid == null) {
            return "";
        }
        SeriesInfo info =
                new SeriesInfo(laid.found().one(), 0, 0, 0, 0, laid.first().zone(), "", false, "");
        return new SeriesRow(info, null).time(row.time());
    }

    private static String what(SeriesComparison.Row row) {
        return switch (row.kind()) {
            case ONLY_FIRST -> "only in the first";
            case ONLY_SECOND -> "only in the second";
            case PRICE -> row.field().name().toLowerCase(Locale.ROOT) + " differs";
        };
    }

    private String price(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(desk.settings().numbers().get(), "%,.4f", value);
    }

    private String apart(SeriesComparison.Row row) {
        return row.kind() == SeriesComparison.Kind.PRICE
                ? String.format(desk.settings().numbers().get(), "%+.4f %%", 100 * (row.other() / row.one() - 1))
                : "–";
    }

    private void offer(List<SeriesSide> others) {
        filling = true;
        other.getItems().setAll(others);
        other.setValue(others.isEmpty() ? null : others.getFirst());
        other.setDisable(others.isEmpty());
        filling = false;
    }

    private void show() {
        SeriesSide first = model.first();
        title.setText(first == null ? "Compare" : "Compare " + first);
        SeriesLibrary.Laid laid = model.laid().get();
        export.setDisable(laid == null);
        found.setVisible(laid != null);
        drawing.show(laid);
        if (laid == null) {
            summary.setText(
                    model.trouble().get().isEmpty()
                            ? "Comparing…"
                            : model.trouble().get());
            return;
        }
        Locale numbers = desk.settings().numbers().get();
        summary.setText(CompareModel.words(laid.found(), numbers));
        int all =
                laid.found().onlyOne() + laid.found().onlyOther() + laid.found().apart();
        int listed = laid.found().rows().size();
        under.setText((all > listed
                        ? String.format(numbers, "The first %,d of %,d differences are listed. ", listed, all)
                        : "")
                + "Enter shows a difference in the chart of the first.");
        table.getItems().setAll(laid.found().rows());
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the differences");
        chooser.setInitialFileName("differences.csv");
        File file = chooser.showSaveDialog(view.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath());
        }
    }
}
