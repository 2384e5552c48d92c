package org.tickwright.desktop.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.tickwright.market.ImportPreview;

/// The first rows of a file as they were split; above each column its header and a choice of what it is taken for.
final class PreviewTable {
    private final TableView<List<String>> table = new TableView<>();
    private final BiConsumer<Integer, String> assign;
    private boolean filling;

    /// `assign` is told of a column (position from 1) and the role that was chosen for it.
    PreviewTable(BiConsumer<Integer, String> assign) {
        this.assign = assign;
        table.getStyleClass().addAll("tw-table", "tw-mapper");
        table.setPlaceholder(new Label("There are no rows that could be shown."));
        table.setFocusTraversable(true);
        table.setAccessibleText("First rows of the file");
    }

    TableView<List<String>> view() {
        return table;
    }

    /// Shows the rows of a preview; `mapped` offers the choices of what each column is.
    void show(ImportPreview preview, ImportChoices choices, boolean mapped) {
        filling = true;
        List<TableColumn<List<String>, String>> columns = new ArrayList<>();
        for (int i = 0; i < width(preview); i++) {
            columns.add(
                    mapped
                            ? mapped(i, role(preview, choices, i + 1), header(preview, i))
                            : column(i, Parts.label(header(preview, i), "tw-muted")));
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(preview.rows());
        filling = false;
    }

    /// How many columns there are.
    static int width(ImportPreview preview) {
        return Math.max(
                preview.header().size(),
                preview.rows().stream().mapToInt(List::size).max().orElse(0));
    }

    /// What a column is called: its header, or its number where the file has none.
    static String header(ImportPreview preview, int index) {
        return index < preview.header().size() && !preview.header().get(index).isBlank()
                ? preview.header().get(index)
                : "column " + (index + 1);
    }

    /// The position (from 1) of a role as it was found, else as it was stated; 0 where no column has it.
    static int position(ImportPreview preview, ImportChoices choices, String role) {
        Integer found = preview.columns().get(role);
        if (found != null) {
            return found;
        }
        String stated = choices.columns().getOrDefault(role, "");
        for (int i = 0; i < width(preview); i++) {
            boolean named =
                    i < preview.header().size() && preview.header().get(i).equalsIgnoreCase(stated);
            if (named || Integer.toString(i + 1).equals(stated)) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The role of a column, [ImportChoices#IGNORED] where it has none.
    static String role(ImportPreview preview, ImportChoices choices, int position) {
        return ImportChoices.ROLES.stream()
                .filter(role -> position(preview, choices, role) == position)
                .findFirst()
                .orElse(ImportChoices.IGNORED);
    }

    private TableColumn<List<String>, String> mapped(int index, String role, String header) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().add(ImportChoices.IGNORED);
        box.getItems().addAll(ImportChoices.ROLES);
        box.setConverter(Parts.converter(value -> value == null || value.isEmpty() ? "ignore" : value));
        box.setValue(role);
        box.setId("role-" + (index + 1));
        box.setAccessibleText("What the column " + header + " is");
        box.getStyleClass().add("tw-role");
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                assign.accept(index + 1, now);
            }
        });
        VBox head = new VBox(Parts.label(header, role.isEmpty() ? "tw-muted" : "tw-strong"), box);
        head.getStyleClass().add("tw-mapper-head");
        return column(index, head);
    }

    private static TableColumn<List<String>, String> column(int index, Node head) {
        TableColumn<List<String>, String> column = new TableColumn<>();
        column.setGraphic(head);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(144);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                index < cell.getValue().size() ? cell.getValue().get(index) : ""));
        return column;
    }
}
