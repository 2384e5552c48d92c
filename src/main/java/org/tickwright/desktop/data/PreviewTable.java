package org.tickwright.desktop.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.tickwright.market.ImportPreview;

/// The first rows of a file as they were split, each column headed by what it was taken for.
final class PreviewTable {
    private final TableView<List<String>> table = new TableView<>();

    PreviewTable() {
        table.getStyleClass().add("tw-table");
        table.setPlaceholder(new Label("The first rows of the file appear here."));
        table.setFocusTraversable(true);
        table.setAccessibleText("First rows of the file");
    }

    TableView<List<String>> view() {
        return table;
    }

    /// Shows the rows of a preview.
    void show(ImportPreview preview) {
        Map<Integer, String> taken = new LinkedHashMap<>();
        preview.columns().forEach((field, position) -> taken.merge(position, field, (a, b) -> a + ", " + b));
        int width = preview.rows().stream().mapToInt(List::size).max().orElse(0);
        table.getColumns().clear();
        for (int i = 0; i < width; i++) {
            table.getColumns().add(column(i, taken.get(i + 1), header(preview, i)));
        }
        table.getItems().setAll(preview.rows());
    }

    /// What a column is called: its header, or its number where the file has none.
    static String header(ImportPreview preview, int index) {
        return index < preview.header().size() && !preview.header().get(index).isBlank()
                ? preview.header().get(index)
                : "column " + (index + 1);
    }

    private static TableColumn<List<String>, String> column(
            int index, @org.jspecify.annotations.Nullable String field, String header) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        Label taken = new Label(field == null ? header + "  (not used)" : header + "  →  " + field);
        taken.getStyleClass().add(field == null ? "tw-muted" : "tw-strong");
        column.setGraphic(taken);
        column.setSortable(false);
        column.setPrefWidth(168);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                index < cell.getValue().size() ? cell.getValue().get(index) : ""));
        return column;
    }
}
