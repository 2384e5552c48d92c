package org.tickwright.desktop.data;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.ImportReport;

/// Import of a file: what was found, what can be changed, what speaks against it, and then what came of it.
final class ImportView {
    private final Desk desk;
    private final ImportModel model;
    private final Runnable back;
    private final BorderPane view = new BorderPane();
    private final StackPane centre = new StackPane();
    private final TextField path = new TextField();
    private final Button go = new Button("Import");
    private final Button stop = new Button("Cancel");
    private final HBox message = new HBox();
    private final Label words = new Label();
    private final Label description = new Label();
    private final PreviewTable rows = new PreviewTable();
    private final ImportForm form;
    private final FindingsView findings;
    private final ImportResult result;
    private final Node preview;
    private final Node empty;

    ImportView(Desk desk, ImportModel model, Runnable back) {
        this.desk = desk;
        this.model = model;
        this.back = back;
        form = new ImportForm(model);
        findings = new FindingsView(model::accept);
        findings.onMend(model::mend);
        result = new ImportResult(desk, this::chooseAnother, back);
        preview = preview();
        empty = empty();
        view.setTop(new VBox(toolbar(), fileBar(), messageBar()));
        view.setCenter(centre);
        model.preview().addListener((property, before, now) -> refresh());
        model.report().addListener((property, before, now) -> refresh());
        model.trouble().addListener((property, before, now) -> refresh());
        model.symbol().addListener((property, before, now) -> refreshButtons());
        model.symbolTrouble().addListener((property, before, now) -> refreshButtons());
        model.reading().addListener((property, before, now) -> refreshButtons());
        model.importing().addListener((property, before, now) -> refreshButtons());
        model.file().addListener((property, before, now) -> path.setText(now == null ? "" : now.toString()));
        refresh();
    }

    Region view() {
        return view;
    }

    void focus() {
        path.requestFocus();
    }

    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import prices");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Prices", "*.csv", "*.txt", "*.tsv", "*.gz", "*.json", "*.parquet"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(view.getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    private void chooseAnother() {
        path.clear();
        choose();
    }

    private HBox toolbar() {
        Button left = new Button(null, new FontIcon("fth-arrow-left"));
        left.getStyleClass().add("tw-icon-button");
        left.setTooltip(new Tooltip("Back to the series  (Esc)"));
        left.setAccessibleText("Back to the series");
        left.setOnAction(event -> back.run());
        Label title = new Label("Import prices");
        title.getStyleClass().add("tw-heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        stop.setOnAction(event -> model.cancel());
        go.getStyleClass().add("accent");
        go.setOnAction(event -> model.start());
        HBox bar = new HBox(left, title, gap, stop, go);
        bar.getStyleClass().add("tw-toolbar");
        return bar;
    }

    private HBox fileBar() {
        Label label = new Label("File");
        label.getStyleClass().add("tw-muted");
        path.setPromptText("Path of a CSV file, plain or gzipped, or of a Parquet file");
        path.setAccessibleText("File");
        path.setOnAction(event -> openTyped());
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = new Button("Choose…", new FontIcon("fth-folder"));
        choose.setOnAction(event -> choose());
        HBox bar = new HBox(label, path, choose);
        bar.getStyleClass().add("tw-file-bar");
        return bar;
    }

    private void openTyped() {
        try {
            if (!path.getText().isBlank()) {
                model.open(Path.of(path.getText().strip()));
            }
        } catch (InvalidPathException e) {
            desk.notify("'" + path.getText() + "' is not a path of this system.", true);
        }
    }

    private HBox messageBar() {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tw-danger");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        message.getStyleClass().add("tw-trouble");
        message.getChildren().addAll(icon, words);
        return message;
    }

    private Node preview() {
        ScrollPane left = new ScrollPane(form.view());
        left.setFitToWidth(true);
        left.getStyleClass().addAll("tw-plain", "tw-import-side");
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        description.getStyleClass().add("tw-muted");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        rows.view().getStyleClass().add("tw-import-rows");
        VBox right = new VBox(description, rows.view(), findings.view());
        right.getStyleClass().add("tw-import-main");
        VBox.setVgrow(findings.view(), Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        return new HBox(left, right);
    }

    private Node empty() {
        FontIcon icon = new FontIcon("fth-file-text");
        icon.getStyleClass().add("tw-empty-icon");
        Label title = new Label("Choose a file, or drop one here");
        title.getStyleClass().add("tw-empty-title");
        Label text = new Label("Separator, columns, date format, zone and timeframe are found by themselves and shown"
                + " before anything is stored.");
        text.getStyleClass().add("tw-empty-text");
        VBox box = new VBox(icon, title, text);
        box.getStyleClass().add("tw-empty");
        return box;
    }

    private void refresh() {
        String trouble = model.trouble().get();
        words.setText(trouble);
        message.setVisible(!trouble.isEmpty());
        message.setManaged(!trouble.isEmpty());
        ImportReport report = model.report().get();
        ImportPreview found = model.preview().get();
        if (report != null) {
            result.show(report);
            centre.getChildren().setAll(result.view());
        } else if (found != null) {
            show(found);
            centre.getChildren().setAll(preview);
        } else {
            centre.getChildren().setAll(empty);
        }
        refreshButtons();
    }

    private void show(ImportPreview found) {
        description.setText(found.description());
        rows.show(found);
        form.show(found);
        findings.show(verdict(found), model.groups(), found.findings());
    }

    private void refreshButtons() {
        ImportPreview found = model.preview().get();
        boolean done = model.report().get() != null;
        go.setDisable(!model.ready());
        go.setVisible(!done);
        go.setManaged(!done);
        go.setText(found == null || found.blocked() ? "Import" : "Import " + number(found.bars()) + " bars");
        stop.setVisible(model.importing().get());
        stop.setManaged(model.importing().get());
    }

    private String verdict(ImportPreview found) {
        if (found.findings().isEmpty()) {
            return "Nothing to complain about: every row can be stored.";
        }
        return found.blocked()
                ? "Errors block the import. Mend the file, change how it is read, or decide what becomes of those rows."
                : "Nothing blocks the import.";
    }

    private String number(int count) {
        Locale numbers = desk.settings().numbers().get();
        return String.format(numbers, "%,d", count);
    }
}
