package org.tickwright.desktop.backtest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepFigure;

/// The finished combinations of a sweep: every column sorts, what has no figure comes last; click or Enter opens the
/// run.
final class SweepTable {
    private final TableView<Integer> table;
    private final SweepModel model;
    private final IntConsumer open;
    private SweepWords words = new SweepWords(Locale.US);

    /// How a column sorts: by a number of each combination.
    private record Sorting(IntToDoubleFunction number) {}

    SweepTable(SweepModel model, IntConsumer open) {
        this.model = model;
        this.open = open;
        table = new TableView<>(model.points());
        table.setId("combinations");
        table.setAccessibleText("Combinations");
        table.getStyleClass().addAll("tw-table", "edge-to-edge", "tw-combinations");
        table.setPlaceholder(Nodes.words("Combinations appear here as they are finished.", "tw-muted"));
        table.setRowFactory(view -> row());
        table.setSortPolicy(view -> {
            sort();
            return true;
        });
        table.setOnKeyPressed(event -> {
            Integer point = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && point != null) {
                open.accept(point);
                event.consume();
            }
        });
    }

    TableView<Integer> view() {
        return table;
    }

    /// Begins anew for a sweep: its parameters, then its figures, the best first by the figure of the marks.
    void show(SweepJob job, Locale locale) {
        words = new SweepWords(locale);
        table.getSortOrder().clear();
        table.getColumns().clear();
        table.getSelectionModel().clearSelection();
        List<ParameterRange> searched = job.plan().searched().isEmpty()
                ? job.plan().ranges()
                : job.plan().searched();
        for (ParameterRange range : searched) {
            int at = job.plan().ranges().indexOf(range);
            number(range.name(), width(range.name()), point -> job.results().values(point)[at], words::value);
        }
        SweepResults results = job.results();
        for (SweepFigure figure : results.shown()) {
            TableColumn<Integer, Integer> column = number(
                    figure.heading(),
                    width(figure.heading()),
                    point -> results.of(figure, point),
                    value -> words.figure(figure, value));
            column.setSortType(
                    figure.higherIsBetter() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            column.setId("column-" + figure.key());
            if (figure == model.figure().get()) {
                table.getSortOrder().add(column);
            }
        }
        text("Note", 240, this::note);
        sort();
        table.scrollTo(0);
    }

    /// Room for a heading with its arrow.
    private static double width(String heading) {
        return Math.max(72, 4 * Math.ceil((heading.length() * 7 + 36) / 4.0));
    }

    /// Looks at what came in.
    void refresh() {
        sort();
        table.refresh();
    }

    private String note(int point) {
        SweepJob job = model.shown().get();
        SweepMarks marks = model.marks().get();
        if (job == null) {
            return "";
        }
        String fault = job.results().fault(point);
        if (fault != null) {
            return "Not possible: " + fault;
        }
        Plateau plateau = marks.plateau();
        boolean flat = plateau != null && plateau.point() == point;
        return point == marks.peak() ? flat ? "peak and plateau" : "peak" : flat ? "plateau" : "";
    }

    /// Sorts numbers without asking a cell for each.
    private void sort() {
        ObservableList<Integer> points = model.points();
        Comparator<Integer> order = Comparator.naturalOrder();
        for (TableColumn<Integer, ?> column : table.getSortOrder().reversed()) {
            if (column.getUserData() instanceof Sorting by) {
                order = comparator(by, column.getSortType() == TableColumn.SortType.DESCENDING)
                        .thenComparing(order);
            }
        }
        Integer[] before = points.toArray(Integer[]::new);
        Integer[] sorted = before.clone();
        Arrays.sort(sorted, order);
        if (!Arrays.equals(before, sorted)) {
            Integer marked = table.getSelectionModel().getSelectedItem();
            points.setAll(sorted);
            if (marked != null) {
                table.getSelectionModel().select(marked);
            }
        }
    }

    private static Comparator<Integer> comparator(Sorting by, boolean falling) {
        return (one, other) -> {
            double a = by.number().applyAsDouble(one);
            double b = by.number().applyAsDouble(other);
            if (Double.isNaN(a) || Double.isNaN(b)) {
                return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
            }
            return falling ? Double.compare(b, a) : Double.compare(a, b);
        };
    }

    private TableRow<Integer> row() {
        TableRow<Integer> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (!row.isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<Integer, Integer> number(
            String title, double width, IntToDoubleFunction value, java.util.function.DoubleFunction<String> inWords) {
        TableColumn<Integer, Integer> column = text(title, width, point -> inWords.apply(value.applyAsDouble(point)));
        column.setUserData(new Sorting(value));
        column.getStyleClass().add("tw-number");
        column.setCellFactory(each -> new PointCell(point -> inWords.apply(value.applyAsDouble(point)), true));
        column.setSortable(true);
        return column;
    }

    private TableColumn<Integer, Integer> text(String title, double width, IntFunction<String> inWords) {
        TableColumn<Integer, Integer> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new PointCell(inWords, false));
        column.setPrefWidth(width);
        column.setMinWidth(56);
        column.setSortable(false);
        table.getColumns().add(column);
        return column;
    }

    private static final class PointCell extends TableCell<Integer, Integer> {
        private final IntFunction<String> inWords;

        PointCell(IntFunction<String> inWords, boolean number) {
            this.inWords = inWords;
            if (number) {
                getStyleClass().add("tw-number");
            }
        }

        @Override
        protected void updateItem(@Nullable Integer point, boolean empty) {
            super.updateItem(point, empty);
            setText(empty || point == null ? "" : inWords.apply(point));
        }
    }
}
