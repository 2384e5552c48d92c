package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tickwright.market.ImportException;
import org.tickwright.market.audit.AuditLog;

/// Reads the rows of data by a known layout. A row that cannot be read becomes a finding, never a guess.
final class RowReader {
    private static final String[] NAMES = {"open", "high", "low", "close", "volume"};

    private final TextFile file;
    private final Layout layout;
    private final AuditLog log;
    private final boolean withExtras;
    private final TimeParser times = new TimeParser();
    private final byte[] bytes;
    private final int[] fieldColumns;
    private final double[] values = new double[5];
    private byte[] symbol = new byte[0];
    private int missingVolumes;
    private long firstMissingVolume;

    RowReader(TextFile file, Layout layout, AuditLog log, boolean withExtras) {
        this.file = file;
        this.layout = layout;
        this.log = log;
        this.withExtras = withExtras;
        this.bytes = file.bytes();
        Columns c = layout.columns();
        this.fieldColumns = new int[] {c.open(), c.high(), c.low(), c.close(), c.volume()};
    }

    /// All rows from the first row of data on.
    Rows read() throws ImportException {
        List<Integer> extras = withExtras ? layout.extras() : List.of();
        RowScanner scanner = file.rows(layout.separator());
        Rows rows = new Rows(estimate(), extras.size());
        while (scanner.next()) {
            if (scanner.line() < layout.first()) {
                continue;
            }
            rows.countRow();
            checkSymbol(scanner);
            if (width(scanner) && prices(scanner) && time(scanner, rows)) {
                for (int i = 0; i < values.length; i++) {
                    rows.field(i).append(values[i]);
                }
                for (int i = 0; i < extras.size(); i++) {
                    rows.extra(i).append(extra(scanner, extras.get(i)));
                }
            }
        }
        MissingColumns.note(layout.columns(), missingVolumes, firstMissingVolume, log);
        noteOpenEnd(scanner.line());
        return rows;
    }

    /// A file that was cut off may end within a number, which is then a smaller one.
    private void noteOpenEnd(long line) {
        if (bytes[bytes.length - 1] != '\n' && bytes[bytes.length - 1] != '\r') {
            log.warn(
                    "OPEN_END",
                    line,
                    "Line " + line + ", the last, does not end as lines do; if the file was cut off, its last numbers"
                            + " may be incomplete",
                    "Compare the last row with its source");
        }
    }

    private int estimate() {
        return Math.max(16, bytes.length / 40);
    }

    private void checkSymbol(RowScanner scanner) throws ImportException {
        int column = layout.symbol();
        if (column < 0 || column >= scanner.count()) {
            return;
        }
        int from = scanner.start(column);
        int to = scanner.end(column);
        if (symbol.length == 0) {
            symbol = Arrays.copyOfRange(bytes, from, to);
        } else if (!Arrays.equals(symbol, 0, symbol.length, bytes, from, to)) {
            throw ColumnFinder.severalSymbols(
                    file.name(), List.of(new String(symbol, StandardCharsets.UTF_8), scanner.text(column)));
        }
    }

    private boolean width(RowScanner scanner) {
        int count = scanner.count();
        while (count > layout.width() && scanner.empty(count - 1)) {
            count--;
        }
        if (count > layout.width()) {
            return bad(scanner, "has " + count + " fields where " + layout.width() + " are expected");
        }
        if (scanner.count() < layout.width() || count <= layout.columns().last()) {
            return bad(scanner, "has only " + count + " of " + layout.width() + " fields; it may be cut off");
        }
        return true;
    }

    private boolean prices(RowScanner scanner) {
        boolean closeOnly = layout.columns().closeOnly();
        for (int i = closeOnly ? 3 : 0; i < 4; i++) {
            int column = fieldColumns[i];
            int from = scanner.start(column);
            int to = scanner.end(column);
            double value = layout.numbers().parse(bytes, from, to);
            if (Double.isNaN(value)) {
                return bad(
                        scanner,
                        NumberParser.missing(bytes, from, to)
                                ? "has no " + NAMES[i]
                                : "has '" + shown(scanner, column) + "' as " + NAMES[i] + ", which is no number");
            }
            values[i] = value;
        }
        if (closeOnly) {
            Arrays.fill(values, 0, 3, values[3]);
        }
        return volume(scanner);
    }

    private boolean volume(RowScanner scanner) {
        int column = fieldColumns[4];
        values[4] = 0;
        if (column < 0) {
            return true;
        }
        int from = scanner.start(column);
        int to = scanner.end(column);
        double value = layout.numbers().parse(bytes, from, to);
        if (!Double.isNaN(value)) {
            values[4] = value;
            return true;
        }
        if (!NumberParser.missing(bytes, from, to)) {
            return bad(scanner, "has '" + shown(scanner, column) + "' as volume, which is no number");
        }
        missingVolumes++;
        firstMissingVolume = firstMissingVolume == 0 ? scanner.line() : firstMissingVolume;
        return true;
    }

    private boolean time(RowScanner scanner, Rows rows) {
        Columns columns = layout.columns();
        int from = scanner.start(columns.time());
        int to = scanner.end(columns.time());
        TimeStyle style = layout.times();
        boolean read = style.epoch()
                ? times.epoch(bytes, from, to, style.unitNanos())
                : times.calendar(bytes, from, to, style.order());
        long wall = times.wall();
        boolean clock = times.clock();
        int offset = times.offset();
        int shown = columns.time();
        if (read && columns.clock() >= 0) {
            read = times.clockOnly(bytes, scanner.start(columns.clock()), scanner.end(columns.clock()));
            wall += times.wall();
            clock = true;
            offset = offset == TimeParser.NO_OFFSET ? times.offset() : offset;
            shown = read ? shown : columns.clock();
        }
        if (!read) {
            if (style.order() == TimeStyle.Order.UNKNOWN && times.orderAsked()) {
                return false;
            }
            return bad(
                    scanner,
                    scanner.empty(shown)
                            ? "has no time"
                            : "has '" + shown(scanner, shown) + "' as time, which is no date or time");
        }
        rows.time(scanner.line(), wall, offset, clock);
        return true;
    }

    private double extra(RowScanner scanner, int column) {
        return column < scanner.count()
                ? layout.numbers().parse(bytes, scanner.start(column), scanner.end(column))
                : Double.NaN;
    }

    private String shown(RowScanner scanner, int column) {
        String text = scanner.text(column);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private boolean bad(RowScanner scanner, String what) {
        log.error(
                "BAD_ROW",
                scanner.line(),
                "Line " + scanner.line() + " " + what,
                "Correct the row, or accept BAD_ROW to leave such rows out",
                "the row was left out");
        return false;
    }
}
