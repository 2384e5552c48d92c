package org.tickwright.desktop.data;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.market.Finding;

/// The third page of an import: what speaks against the rows by kind, what becomes of them, and what the series will
/// be then.
final class ImportFindingsPage {
    private static final String MEND = "mend-";

    private final Desk desk;
    private final ImportModel model;
    private final VBox view = new VBox();
    private final HBox figures = new HBox();
    private final Label verdict = Parts.words("", "tw-strong");
    private final VBox groups = new VBox();
    private final TableView<FindingRow> table = new TableView<>();
    private final TableColumn<FindingRow, String> file = Columns.text("File", 184, FindingRow::file);
    private final TableColumn<FindingRow, String> fields = Columns.text("Row as it came", 320, FindingRow::line);
    private String shown = "";

    ImportFindingsPage(Desk desk, ImportModel model) {
        this.desk = desk;
        this.model = model;
        figures.getStyleClass().add("tw-figures");
        groups.getStyleClass().add("tw-finding-groups");
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("tw-plain", "tw-import-groups");
        table.getStyleClass().add("tw-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setAccessibleText("Findings");
        table.getColumns().add(file);
        TableColumn<FindingRow, String> line = Columns.fixed(
                "Line",
                80,
                row -> row.finding().line() == 0
                        ? "file"
                        : Long.toString(row.finding().line()));
        line.getStyleClass().add("tw-number");
        table.getColumns().add(line);
        table.getColumns()
                .add(Columns.fixed(
                        "Severity", 96, row -> row.finding().severity().name().toLowerCase(Locale.ROOT)));
        table.getColumns()
                .add(Columns.text(
                        "What", 400, row -> ScreenWords.of(row.finding().message())));
        table.getColumns().add(fields);
        table.getColumns()
                .add(Columns.text(
                        "What to do", 280, row -> ScreenWords.of(row.finding().mend())));
        VBox.setVgrow(table, Priority.ALWAYS);
        view.getStyleClass().addAll("tw-page", "tw-findings");
        view.getChildren().addAll(figures, verdict, scroll, table);
    }

    Region view() {
        return view;
    }

    void focus() {
        Node first = groups.lookup(".combo-box");
        (first == null ? table : first).requestFocus();
    }

    void refresh() {
        List<FindingGroup> all = model.groups();
        if (all.stream().noneMatch(group -> group.code().equals(shown))) {
            shown = "";
        }
        verdict.setText(verdict(all));
        figures.getChildren().setAll(ImportFigures.of(desk, model));
        showGroups(all);
        showRows();
    }

    private void showGroups(List<FindingGroup> all) {
        String focused = focusedChoice();
        ToggleGroup one = new ToggleGroup();
        groups.getChildren().clear();
        for (FindingGroup group : all) {
            FindingGroupRow row = new FindingGroupRow(group, model);
            row.shows().setToggleGroup(one);
            row.shows().setSelected(group.code().equals(shown));
            row.shows().setOnAction(event -> {
                shown = row.shows().isSelected() ? group.code() : "";
                showRows();
            });
            groups.getChildren().add(row.view());
        }
        Node choice = focused.isEmpty() ? null : groups.lookup("#" + focused);
        if (choice != null) {
            choice.requestFocus();
        }
    }

    private void showRows() {
        List<FindingRow> rows = model.findings().stream()
                .filter(row -> shown.isEmpty() || row.finding().code().equals(shown))
                .toList();
        file.setVisible(model.several());
        fields.setVisible(rows.stream().anyMatch(row -> !row.line().isEmpty()));
        table.getItems().setAll(rows);
        Parts.visible(table, !model.findings().isEmpty());
    }

    private String verdict(List<FindingGroup> all) {
        String what = model.several() ? "these files" : "the file";
        if (all.isEmpty()) {
            return "Nothing speaks against " + what + ": every row can be stored.";
        }
        long open = all.stream().filter(FindingGroup::error).count();
        boolean warnings =
                model.findings().stream().anyMatch(row -> row.finding().severity() != Finding.Severity.ERROR);
        return open == 0
                ? warnings ? "Nothing blocks the import. These are worth a look:" : "Nothing blocks the import."
                : "Decide what becomes of the rows with errors, or go back and change how " + what
                        + (model.several() ? " are" : " is") + " read.";
    }

    /// The id of the choice that has the focus, or nothing.
    private String focusedChoice() {
        Node focused = view.getScene() == null ? null : view.getScene().getFocusOwner();
        String id = focused == null ? null : focused.getId();
        return id != null && (id.startsWith(MEND) || id.startsWith("accept-")) ? id : "";
    }
}
