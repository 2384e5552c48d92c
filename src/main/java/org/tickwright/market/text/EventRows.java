package org.tickwright.market.text;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// The rows of a file of trades or quotes: of one instrument, in order of time, each with its instant and its numbers.
///
/// What a row has wrong is an [ImportException] that names its line. Times that state no zone are in that of the
/// options, else in UTC. Allocates nothing for a row.
final class EventRows {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long SECOND = 1_000_000_000L;
    private static final int SHOWN = 40;

    private final TextFile file;
    private final Layout layout;
    private final byte[] bytes;
    private final RowScanner rows;
    private final TimeParser times = new TimeParser();
    private final ZoneId zone;
    private final boolean stated;
    private final WallClock clock;
    private @Nullable String symbol;
    private int symbolStart;
    private int symbolEnd;
    private long last = Long.MIN_VALUE;
    private boolean offsets;
    private String fault = "";

    /// Where such a file has what, whatever else it has; -1 where there is no such column.
    interface Layout {
        byte separator();

        /// The line of the first row that counts.
        long first();

        /// The largest column that a row must reach.
        int last();

        int time();

        int symbol();

        TimeStyle times();

        /// In words, for the report.
        String description();
    }

    EventRows(TextFile file, Layout layout, ImportOptions options) {
        this.file = file;
        this.layout = layout;
        bytes = file.bytes();
        rows = file.rows(layout.separator());
        @Nullable ZoneId given = options.zone();
        stated = given != null;
        zone = given == null ? UTC : given;
        clock = new WallClock(zone);
    }

    byte[] bytes() {
        return bytes;
    }

    ZoneId zone() {
        return zone;
    }

    /// The instrument that the rows name; empty where they name none.
    String symbol() {
        return symbol == null ? "" : symbol;
    }

    /// How the file was understood, in words.
    String description() {
        boolean told = layout.times().epoch() || offsets || stated;
        return file.form() + layout.description() + (told ? "" : "; zone UTC assumed");
    }

    /// Goes to the next row, which reaches all columns and is of the same instrument; false at the end.
    boolean next() throws ImportException {
        fault = "";
        while (rows.next()) {
            if (rows.line() >= layout.first()) {
                if (rows.count() <= layout.last()) {
                    throw bad("has only " + rows.count() + " fields; it may be cut off");
                }
                checkSymbol();
                return true;
            }
        }
        return false;
    }

    private void checkSymbol() throws ImportException {
        int column = layout.symbol();
        if (column < 0) {
            return;
        }
        int from = rows.start(column);
        int to = rows.end(column);
        if (symbol == null) {
            symbol = rows.text(column);
            symbolStart = from;
            symbolEnd = to;
        } else if (!Arrays.equals(bytes, symbolStart, symbolEnd, bytes, from, to)) {
            throw ColumnFinder.severalSymbols(file.name(), List.of(symbol, rows.text(column)));
        }
    }

    /// How many fields the row has.
    int count() {
        return rows.count();
    }

    int start(int column) {
        return rows.start(column);
    }

    int end(int column) {
        return rows.end(column);
    }

    /// A field of the row, as much of it as can be shown.
    String text(int column) {
        String text = rows.text(column);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /// When the row was, nanoseconds UTC.
    long time() throws ImportException {
        int from = rows.start(layout.time());
        int to = rows.end(layout.time());
        TimeStyle style = layout.times();
        boolean read = style.epoch()
                ? times.epoch(bytes, from, to, style.unitNanos())
                : times.calendar(bytes, from, to, style.order());
        if (!read) {
            throw bad("has '" + text(layout.time()) + "' as time, which is no time as in the rows above");
        }
        if (style.epoch()) {
            return times.wall();
        }
        if (times.offset() != TimeParser.NO_OFFSET) {
            offsets = true;
            return times.wall() - times.offset() * SECOND;
        }
        long instant = clock.instant(times.wall(), last);
        if (instant == WallClock.NONE) {
            throw bad("has the time " + WallClock.local(times.wall()) + ", which does not exist in " + zone.getId()
                    + ". State the zone the times are written in");
        }
        return instant;
    }

    /// Takes note of the time of a row; false, and nothing is noted, where it lies before the row above.
    boolean rising(long time) {
        if (time < last) {
            return false;
        }
        last = time;
        return true;
    }

    /// The line of the row.
    long line() {
        return rows.line();
    }

    /// What [#bad(String)] said of the row; empty where it said nothing.
    String fault() {
        return fault;
    }

    /// The number in a column.
    double number(int column, String what) throws ImportException {
        double value = NumberParser.POINT.parse(bytes, rows.start(column), rows.end(column));
        if (Double.isNaN(value)) {
            throw bad("has '" + text(column) + "' as " + what + ", which is no number");
        }
        return value;
    }

    /// The number in a column, 0 where there is no such column or nothing in it.
    double numberOrZero(int column, String what) throws ImportException {
        return column < 0 || NumberParser.missing(bytes, rows.start(column), rows.end(column))
                ? 0
                : number(column, what);
    }

    /// What is wrong with the row, to be thrown.
    ImportException bad(String what) {
        fault = what;
        return new ImportException(file.name() + ", line " + rows.line() + " " + what + ". Nothing was read.");
    }
}
