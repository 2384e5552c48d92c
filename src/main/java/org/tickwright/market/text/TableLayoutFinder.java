package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.TableFile;
import org.tickwright.market.audit.AuditLog;

/// Finds which columns of a table are what, by the rules that hold for files of text.
final class TableLayoutFinder {
    private static final int ROWS = 200;
    private static final int SHOWN = 20;
    /// No column holds it, so that a text is one field.
    private static final byte WHOLE = 0x1F;

    private final TableFile table;
    private final ImportOptions options;

    TableLayoutFinder(TableFile table, ImportOptions options) {
        this.table = table;
        this.options = options;
    }

    /// The layout, or an [ImportException] that says what the table looks like instead.
    Layout find(AuditLog log) throws ImportException {
        List<String> header =
                table.columns().stream().map(TableFile.Column::name).toList();
        List<List<String>> sample = table.head(ROWS);
        if (sample.isEmpty()) {
            throw new ImportException(table.name() + " has columns but no rows.");
        }
        ColumnFinder finder = new ColumnFinder(table.name(), options, header, sample);
        Columns columns = finder.find();
        return new Layout(
                Layout.NO_SEPARATOR,
                header,
                1,
                columns,
                NumberParser.POINT,
                style(columns.time(), sample, log),
                finder.extras(columns, NumberParser.POINT),
                finder.symbolColumn(),
                header.size(),
                sample.subList(0, Math.min(SHOWN, sample.size())));
    }

    private TimeStyle style(int column, List<List<String>> sample, AuditLog log) throws ImportException {
        return switch (table.columns().get(column).kind()) {
            case INSTANT -> calendar("points in time");
            case LOCAL -> calendar("dates and times without zone");
            case DATE -> calendar("dates");
            case CLOCK ->
                throw ImportException.about(
                        "date",
                        table.name() + ": the column '"
                                + table.columns().get(column).name()
                                + "' holds times of day without a date. Name the column"
                                + " with the dates as well (columns date=NAME, time=NAME).");
            case COUNT, NUMBER -> TimeStyleFinder.count(table.name(), largest(column, sample));
            case TEXT -> text(column, log);
        };
    }

    private static TimeStyle calendar(String words) {
        return new TimeStyle(0, TimeStyle.Order.UNKNOWN, words);
    }

    private static double largest(int column, List<List<String>> sample) {
        double largest = 0;
        for (List<String> row : sample) {
            byte[] text = row.get(column).getBytes(StandardCharsets.UTF_8);
            double number = NumberParser.POINT.parse(text, 0, text.length);
            largest = Double.isNaN(number) ? largest : Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /// Texts are asked like a file that holds them alone, one in each line.
    private TimeStyle text(int column, AuditLog log) throws ImportException {
        byte[] bytes = String.join("\n", table.texts(column)).getBytes(StandardCharsets.UTF_8);
        return new TimeStyleFinder(new TextFile(table.name(), bytes, false), options).find(WHOLE, 0, 1, log);
    }
}
