package org.tickwright.desktop.data;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.market.ImportPreview;
import org.tickwright.workbench.EventsPreview;
import org.tickwright.workbench.FilePreview;

/// The second page of an import: what the files were taken for, column by column, and what can be changed about that.
final class ImportReadingPage {
    private final ImportModel model;
    private final HBox view;
    private final ImportForm form;
    private final ScrollPane left;
    private final ImportFileTable files;
    private final Label description = Parts.words("", "tw-muted");
    private final Label refusal = Parts.words("", "tw-danger");
    private final PreviewTable rows;

    ImportReadingPage(Desk desk, ImportModel model) {
        this.model = model;
        form = new ImportForm(model);
        rows = new PreviewTable(model::role);
        files = new ImportFileTable(desk);
        TableView<FilePreview> table = files.view();
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(model.selected().get())) {
                model.selected().set(now);
            }
        });
        left = new ScrollPane(form.view());
        form.view().heightProperty().addListener((property, before, now) -> showWrong());
        left.setFitToWidth(true);
        left.getStyleClass().addAll("tw-plain", "tw-import-side");
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(rows.view(), Priority.ALWAYS);
        VBox right = new VBox(table, description, refusal, rows.view());
        right.getStyleClass().add("tw-import-main");
        HBox.setHgrow(right, Priority.ALWAYS);
        view = new HBox(left, right);
    }

    Region view() {
        return view;
    }

    void focus() {
        form.focus();
    }

    void refresh() {
        List<FilePreview> all = model.files().get();
        FilePreview file = model.selected().get();
        Parts.visible(files.view(), all.size() > 1);
        files.show(all);
        if (file != null) {
            files.view().getSelectionModel().select(file);
            ImportPreview known = model.columnsShown();
            Parts.say(description, words(file, known));
            Parts.say(refusal, all.size() > 1 ? ScreenWords.of(file.refusal()) : "");
            rows.show(known, model.choices(), file.events() == null);
            Parts.visible(rows.view(), !known.rows().isEmpty());
            form.show(known, file.events() == null);
            showWrong();
        }
    }

    /// Scrolls to the field with something wrong, where the form is higher than the window.
    private void showWrong() {
        double at = form.wrongAt();
        if (at >= 0) {
            double seen = left.getViewportBounds().getHeight() / form.view().getHeight();
            left.setVvalue(seen >= 1 ? 0 : Math.clamp((at - seen) / (1 - seen), 0, 1));
        }
    }

    private static String words(FilePreview file, ImportPreview known) {
        int series = file.series().size();
        EventsPreview events = file.events();
        if (events != null) {
            return (events.named()
                            ? "These are " + events.kind() + " and will be kept as they are."
                            : "These are recorded messages of " + events.symbol()
                                    + ". They become a recording, which Market replays.")
                    + (events.kind().equals("trades") ? " Choose a timeframe to make bars of them instead." : "");
        }
        return series > 1
                ? series + " series, each with a symbol of its own. " + known.description()
                : known.description();
    }
}
