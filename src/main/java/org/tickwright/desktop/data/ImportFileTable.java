package org.tickwright.desktop.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import org.tickwright.desktop.Desk;
import org.tickwright.market.Timeframe;
import org.tickwright.workbench.FilePreview;
import org.tickwright.workbench.SeriesPreview;

/// The files of an import: what each is, how much of it there is, and why it would not be stored.
final class ImportFileTable {
    private final TableView<FilePreview> table = new TableView<>();

    ImportFileTable(Desk desk) {
        table.getStyleClass().addAll("tw-table", "tw-import-files");
        table.setAccessibleText("Files");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(Columns.text("File", 264, FilePreview::file));
        table.getColumns().add(Columns.fixed("Kind", 104, file -> file.kind().isEmpty() ? "—" : file.kind()));
        table.getColumns().add(Columns.text("Series", 168, ImportFileTable::series));
        table.getColumns().add(number(Columns.fixed("Rows", 88, file -> number(desk, file.rows()))));
        table.getColumns().add(number(Columns.fixed("Findings", 88, file -> number(desk, findings(file)))));
        table.getColumns().add(Columns.text("What becomes of it", 320, ImportFileTable::fate));
    }

    private static <T> javafx.scene.control.TableColumn<T, String> number(
            javafx.scene.control.TableColumn<T, String> column) {
        column.getStyleClass().add("tw-number");
        return column;
    }

    TableView<FilePreview> view() {
        return table;
    }

    void show(List<FilePreview> files) {
        if (!table.getItems().equals(files)) {
            table.getItems().setAll(files);
        }
    }

    private static String number(Desk desk, long value) {
        Locale numbers = desk.settings().numbers().get();
        return String.format(numbers, "%,d", value);
    }

    static String series(FilePreview file) {
        if (file.events() != null) {
            return file.events().symbol() + " " + file.events().kind();
        }
        return file.series().size() > 3
                ? file.series().size() + " series"
                : file.series().stream().map(ImportFileTable::key).collect(Collectors.joining(", "));
    }

    static String key(SeriesPreview series) {
        Timeframe timeframe = series.reading().timeframe();
        return timeframe == null ? series.symbol() : series.symbol() + " " + timeframe;
    }

    private static int findings(FilePreview file) {
        return file.series().stream()
                .flatMap(series -> series.reading().findingCounts().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static String fate(FilePreview file) {
        if (!file.refusal().isEmpty()) {
            return "Refused: " + ScreenWords.of(file.refusal());
        }
        if (file.sound() && file.series().stream().anyMatch(SeriesPreview::joined)) {
            return "Continues the series of the file before";
        }
        return file.sound()
                ? file.actions() ? "Can be stored, its splits and dividends too" : "Can be stored"
                : file.storable() ? "Some series are blocked by findings" : "Blocked by findings";
    }
}
