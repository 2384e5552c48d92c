package org.tickwright.desktop.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.workbench.EventsPreview;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.SeriesPreview;

/// The last page before an import: under which symbol, what it changes, and a name for how the files were read.
final class ImportSavePage {
    private final ImportModel model;
    private final VBox view = new VBox();
    private final TextField symbol = new TextField();
    private final Label wrong = Parts.words("", "tw-field-error");
    private final HBox symbolRow;
    private final HBox figures = new HBox();
    private final Label others = Parts.words("", "tw-warning");
    private final TableView<Line> table = new TableView<>();
    private final TextField name = new TextField();
    private final Button save = new Button("Save mapping");
    private final Label said = Parts.words("", "tw-form-help");
    private final Desk desk;

    /// What would be stored, in words.
    private record Line(String what, String rows, String from, String to, String change, String file) {}

    ImportSavePage(Desk desk, ImportModel model) {
        this.desk = desk;
        this.model = model;
        symbol.setId("import-symbol");
        symbol.textProperty().bindBidirectional(model.symbol());
        symbolRow = Parts.row("Symbol", symbol);
        symbolRow.getStyleClass().add("tw-import-name");
        figures.getStyleClass().add("tw-figures");
        table();
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().add("tw-page");
        view.getChildren().addAll(new VBox(symbolRow, wrong), figures, others, table, mapping());
    }

    private void table() {
        table.getStyleClass().add("tw-table");
        table.setAccessibleText("Series to be stored");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        TableColumn<Line, String> rows = Columns.fixed("Rows", 96, Line::rows);
        rows.getStyleClass().add("tw-number");
        table.getColumns().add(Columns.text("What", 168, Line::what));
        table.getColumns().add(rows);
        table.getColumns().add(Columns.fixed("From", 144, Line::from));
        table.getColumns().add(Columns.fixed("To", 144, Line::to));
        table.getColumns().add(Columns.text("Change", 320, Line::change));
        table.getColumns().add(Columns.text("File", 200, Line::file));
    }

    private VBox mapping() {
        name.setId("mapping-name");
        name.setPromptText("such as My broker");
        name.textProperty().bindBidirectional(model.mapping().name());
        name.setOnAction(event -> save.fire());
        save.setId("save-mapping");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(event -> model.mapping().save());
        save.disableProperty().bind(model.mapping().name().isEmpty());
        model.mapping().said().addListener((property, before, now) -> Parts.say(said, now));
        Parts.say(said, "");
        HBox row = Parts.row("Keep as", name);
        row.getChildren().add(save);
        row.getStyleClass().add("tw-import-name");
        VBox box = new VBox(
                Parts.words(
                        "The columns, zone, number style and decisions can be kept by a name, here and for the command"
                                + " line (--mapping), and be chosen for the next file of this source.",
                        "tw-muted"),
                row,
                said);
        box.getStyleClass().add("tw-form");
        return box;
    }

    Region view() {
        return view;
    }

    void focus() {
        (model.oneSeries() ? symbol : table).requestFocus();
    }

    void refresh() {
        Parts.visible(symbolRow, model.oneSeries());
        String trouble = model.symbolTrouble().get();
        Parts.say(
                wrong,
                model.oneSeries() && model.symbol().get().isBlank() ? "Under which symbol is it stored?" : trouble);
        figures.getChildren().setAll(ImportFigures.of(desk, model));
        ImportTotals totals = model.totals();
        Parts.say(
                others,
                totals.refused() == 0 || !model.several()
                        ? ""
                        : totals.refused() + " of " + totals.files()
                                + " files are refused or blocked, whole or in part; they stay as they are.");
        List<Line> lines = new ArrayList<>();
        for (FilePreview file : model.files().get()) {
            EventsPreview events = file.events();
            if (events != null) {
                lines.add(new Line(
                        ImportFileTable.series(file),
                        ImportFigures.number(desk, events.rows()),
                        ImportFigures.time(events.zone(), events.from()),
                        ImportFigures.time(events.zone(), events.to()),
                        events.named() ? "kept as they are, as the next version" : "a recording, which Market replays",
                        file.file()));
            }
            file.series().forEach(series -> lines.add(line(file, series)));
        }
        table.getItems().setAll(lines);
    }

    private Line line(FilePreview file, SeriesPreview series) {
        return new Line(
                ImportFileTable.key(series),
                ImportFigures.number(desk, series.reading().bars()),
                ImportFigures.from(series),
                ImportFigures.to(series),
                ImportFigures.change(desk, series)
                        + (file.actions() && series.storable() ? "; its splits and dividends are kept too" : ""),
                file.file());
    }
}
