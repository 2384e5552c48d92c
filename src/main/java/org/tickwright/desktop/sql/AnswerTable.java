package org.tickwright.desktop.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.tickwright.workbench.SqlQueries.Answer;
import org.tickwright.workbench.SqlQueries.Column;

/// An answer as a table: only the rows in sight have nodes, numbers stand at the right, a click on a header sorts, rows
/// are copied with their names, tab-separated, for a spreadsheet.
final class AnswerTable {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final int LOOKED_AT = 200;
    private static final int NARROWEST = 96;
    private static final int WIDEST = 360;
    private static final int PADDING = 36;
    private static final double LETTER = 7.6;

    private final TableView<Row> table = new TableView<>();
    private final Supplier<Locale> language;
    private List<Column> columns = List.of();

    /// A row; the values as they came.
    record Row(List<@Nullable Object> values) {}

    AnswerTable(Supplier<Locale> language) {
        this.language = language;
        table.setId("sql-table");
        table.setAccessibleText("The answer");
        table.getStyleClass().addAll("tw-table", "edge-to-edge");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy();
                event.consume();
            }
        });
    }

    TableView<Row> view() {
        return table;
    }

    void clear() {
        table.setItems(FXCollections.observableArrayList());
        table.getColumns().clear();
    }

    void show(Answer answer) {
        columns = answer.columns();
        List<TableColumn<Row, Row>> made = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            made.add(column(i, answer));
        }
        table.getColumns().setAll(made);
        table.setItems(FXCollections.observableArrayList(
                answer.rows().stream().map(Row::new).toList()));
    }

    private TableColumn<Row, Row> column(int index, Answer answer) {
        Column column = columns.get(index);
        List<Object> looked = new ArrayList<>();
        for (int i = 0; i < Math.min(LOOKED_AT, answer.rows().size()); i++) {
            Object value = answer.rows().get(i).get(index);
            if (value != null) {
                looked.add(value);
            }
        }
        CellText words = CellText.of(looked, language.get());
        TableColumn<Row, Row> made = new TableColumn<>(column.name());
        made.setPrefWidth(width(column, looked.stream().map(words::of).toList()));
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        made.setComparator(Comparator.comparing(row -> row.values().get(index), AnswerTable::compare));
        if (column.numeric()) {
            made.getStyleClass().add("tw-number");
        }
        made.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Row row, boolean empty) {
                super.updateItem(row, empty);
                Object value = row == null || empty ? null : row.values().get(index);
                setText(value == null ? null : words.of(value));
                setTooltip(value == null ? null : new Tooltip(value.toString()));
            }
        });
        return made;
    }

    private static double width(Column column, List<String> words) {
        int letters = column.name().length() + 2;
        for (String each : words) {
            letters = Math.max(letters, each.length());
        }
        return Math.clamp(Math.round((letters * LETTER + PADDING) / 4) * 4, NARROWEST, WIDEST);
    }

    /// Numbers by their size, times and texts by their letters, what is unknown behind all.
    static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null ? (b == null ? 0 : 1) : -1;
        }
        if (a instanceof Long || a instanceof Integer) {
            if (b instanceof Long || b instanceof Integer) {
                return Long.compare(((Number) a).longValue(), ((Number) b).longValue());
            }
        }
        if (a instanceof Number left && b instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return time(a.toString()).compareTo(time(b.toString()));
    }

    /// Without the zone at the end, a time is ordered by its letters, whatever parts of a second it has.
    private static String time(String text) {
        return text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
    }

    /// Copies the chosen rows, all of them where none is chosen; returns how many.
    int copy() {
        List<Row> chosen = table.getSelectionModel().getSelectedItems();
        List<Row> rows = chosen.isEmpty() ? table.getItems() : chosen;
        ClipboardContent content = new ClipboardContent();
        content.putString(tabbed(columns, rows));
        Clipboard.getSystemClipboard().setContent(content);
        return rows.size();
    }

    static String tabbed(List<Column> columns, List<Row> rows) {
        StringBuilder text = new StringBuilder(
                String.join("\t", columns.stream().map(Column::name).toList()));
        for (Row row : rows) {
            text.append('\n');
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.values().get(i);
                text.append(i == 0 ? "" : "\t")
                        .append(value == null ? "" : value.toString().replaceAll("[\\t\\r\\n]+", " "));
            }
        }
        return text.append('\n').toString();
    }
}
