package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.tickwright.report.Figures;
import org.tickwright.report.RunFigures;
import org.tickwright.study.Metric;

/// Every figure of a run with unit, sample size and formula.
final class FiguresTable {
    private final TableView<Metric> table = new TableView<>();
    private Figures figures = new Figures(Locale.US);

    FiguresTable() {
        table.setId("metrics");
        table.setAccessibleText("All figures");
        table.getStyleClass().addAll("tw-table", "edge-to-edge", "tw-metrics");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("Figure", 208, false, Metric::title);
        column("Value", 136, true, m -> figures.metric(m));
        column("Unit", 80, false, Figures::unit);
        column("Sample", 80, true, m -> figures.count(m.sampleSize()));
        column("How", 320, false, Metric::formula);
    }

    TableView<Metric> view() {
        return table;
    }

    void show(ResultModel.Shown shown, Locale locale) {
        figures = new Figures(locale);
        List<Metric> all = new ArrayList<>(RunFigures.of(shown.sheet().run()));
        all.addAll(shown.sheet().metrics());
        table.getItems().setAll(all);
        table.refresh();
    }

    private void column(String title, double width, boolean numeric, Function<Metric, String> text) {
        TableColumn<Metric, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(each -> new TextCell(numeric));
        column.setPrefWidth(width);
        column.setSortable(false);
        if (numeric) {
            column.getStyleClass().add("tw-number");
        }
        table.getColumns().add(column);
    }

    private static final class TextCell extends TableCell<Metric, String> {
        private final Tooltip whole = new Tooltip();

        TextCell(boolean numeric) {
            whole.setWrapText(true);
            whole.setMaxWidth(480);
            setWrapText(!numeric);
            if (numeric) {
                getStyleClass().add("tw-number");
            }
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? "" : text);
            whole.setText(getText());
            setTooltip(getText().length() > 40 ? whole : null);
        }
    }
}
