package org.tickwright.desktop.data;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;

/// The first page of an import: what to bring, by path, by a dialog, or dropped.
final class ImportFilesPage {
    private final Desk desk;
    private final ImportModel model;
    private final VBox view = new VBox();
    private final TextField path = new TextField();

    ImportFilesPage(Desk desk, ImportModel model) {
        this.desk = desk;
        this.model = model;
        path.setPromptText("Path of a file, a folder or a zip archive");
        path.setAccessibleText("File, folder or archive");
        path.setOnAction(event -> open());
        HBox.setHgrow(path, Priority.ALWAYS);
        Button read = Parts.button("Read", "fth-arrow-right", this::open);
        HBox bar = new HBox(Parts.label("File", "tw-muted"), path, read);
        bar.getStyleClass().add("tw-file-bar");
        view.getChildren().addAll(bar, drop());
        model.sources().addListener((property, before, now) -> {
            if (now.size() == 1) {
                path.setText(now.getFirst().toString());
            }
        });
    }

    Region view() {
        return view;
    }

    void focus() {
        path.requestFocus();
        path.selectAll();
    }

    private Region drop() {
        FontIcon icon = new FontIcon("fth-download");
        icon.getStyleClass().add("tw-empty-icon");
        Label title = Parts.label("Choose files, or drop them here", "tw-empty-title");
        Label text = Parts.label(
                "One file, several, a folder or a zip archive: CSV, text, JSON, plain or gzip, and Parquet."
                        + " How each is written is found by itself and shown before anything is stored.",
                "tw-empty-text");
        Button files = Parts.button("Files…", "fth-file", this::chooseFiles);
        Button folder = Parts.button("Folder…", "fth-folder", this::chooseFolder);
        files.setId("import-choose-files");
        folder.setId("import-choose-folder");
        HBox buttons = new HBox(files, folder);
        buttons.getStyleClass().add("tw-import-buttons");
        VBox box = new VBox(icon, title, text, buttons);
        box.getStyleClass().add("tw-empty");
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import files");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Market data", "*.csv", "*.txt", "*.tsv", "*.gz", "*.json", "*.parquet", "*.zip"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(view.getScene().getWindow());
        if (chosen != null && !chosen.isEmpty()) {
            model.open(chosen.stream().map(File::toPath).toList());
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Import a folder");
        File chosen = chooser.showDialog(view.getScene().getWindow());
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    private void open() {
        String typed = path.getText().strip();
        try {
            if (typed.isEmpty()) {
                path.requestFocus();
            } else {
                model.open(Path.of(typed));
            }
        } catch (InvalidPathException e) {
            desk.notify("'" + typed + "' is not a path of this system.", true);
        }
    }
}
