package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.TableFile;
import org.tickwright.market.TableFile.Kind;
import org.tickwright.market.audit.AuditLog;

/// Takes the rows of a table by a known layout, column by column. A row that lacks something becomes a finding, as in
/// files of text; its line is its row, counted from 1.
final class TableRows {
    private static final String[] NAMES = {"open", "high", "low", "close"};
    private static final int BYTES_OF_A_ROW = 128;

    private final TableFile table;
    private final Layout layout;
    private final AuditLog log;
    private final List<Integer> extras;
    private final TimeParser parser = new TimeParser();

    TableRows(TableFile table, Layout layout, AuditLog log, boolean withExtras) {
        this.table = table;
        this.layout = layout;
        this.log = log;
        extras = withExtras ? layout.extras() : List.of();
    }

    /// All rows.
    Rows read() throws ImportException {
        int count = count();
        checkSymbol();
        Columns columns = layout.columns();
        double[] close = numbers(columns.close());
        boolean closeOnly = columns.closeOnly();
        double[][] prices = {
            closeOnly ? close : numbers(columns.open()),
            closeOnly ? close : numbers(columns.high()),
            closeOnly ? close : numbers(columns.low()),
            close
        };
        double[] volumes = columns.volume() < 0 ? new double[count] : numbers(columns.volume());
        List<double[]> further = new ArrayList<>();
        for (int extra : extras) {
            further.add(numbers(extra));
        }
        Times times = times();
        Rows rows = new Rows(count, extras.size());
        Missing missing = new Missing();
        for (int row = 0; row < count; row++) {
            rows.countRow();
            if (priced(prices, row, closeOnly) && times.add(rows, row)) {
                for (int i = 0; i < prices.length; i++) {
                    rows.field(i).append(prices[i][row]);
                }
                rows.field(4).append(missing.volume(volumes[row], row));
                for (int i = 0; i < further.size(); i++) {
                    rows.extra(i).append(further.get(i)[row]);
                }
            }
        }
        missing.note();
        return rows;
    }

    private int count() throws ImportException {
        long rows = table.rows();
        if (rows > Runtime.getRuntime().maxMemory() / BYTES_OF_A_ROW) {
            throw new ImportException(table.name() + " has " + rows + " rows, more than can be read at once here."
                    + " Split it, or give the program more memory (-Xmx).");
        }
        return (int) rows;
    }

    private void checkSymbol() throws ImportException {
        if (layout.symbol() >= 0) {
            List<String> symbols = table.different(layout.symbol(), 2);
            if (symbols.size() > 1) {
                throw ColumnFinder.severalSymbols(table.name(), symbols);
            }
        }
    }

    private double[] numbers(int column) throws ImportException {
        if (table.columns().get(column).kind() != Kind.TEXT) {
            return table.doubles(column);
        }
        String[] texts = table.texts(column);
        double[] numbers = new double[texts.length];
        for (int i = 0; i < numbers.length; i++) {
            byte[] bytes = texts[i].getBytes(StandardCharsets.UTF_8);
            numbers[i] = NumberParser.POINT.parse(bytes, 0, bytes.length);
        }
        return numbers;
    }

    private boolean priced(double[][] prices, int row, boolean closeOnly) {
        for (int i = closeOnly ? 3 : 0; i < prices.length; i++) {
            double price = prices[i][row];
            if (Double.isNaN(price) || Double.isInfinite(price)) {
                return bad(row, Double.isNaN(price) ? "has no " + NAMES[i] : "has " + price + " as " + NAMES[i]);
            }
        }
        return true;
    }

    private boolean bad(int row, String what) {
        log.error(
                "BAD_ROW",
                row + 1L,
                "Row " + (row + 1L) + " " + what,
                "Correct the row, or accept BAD_ROW to leave such rows out",
                "the row was left out");
        return false;
    }

    /// The times of the rows.
    private interface Times {
        /// Adds the time of a row; false if it has none, which is then a finding.
        boolean add(Rows rows, int row);
    }

    private Times times() throws ImportException {
        int column = layout.columns().time();
        return switch (table.columns().get(column).kind()) {
            case INSTANT -> counted(table.longs(column), null, 1, 0, true);
            case COUNT -> counted(table.longs(column), null, layout.times().unitNanos(), TimeParser.NO_OFFSET, true);
            case NUMBER -> counted(rounded(column), null, 1, TimeParser.NO_OFFSET, true);
            case TEXT -> written(table.texts(column));
            case DATE -> dated(column);
            default -> counted(table.longs(column), null, 1, TimeParser.NO_OFFSET, true);
        };
    }

    private Times dated(int column) throws ImportException {
        int clock = layout.columns().clock();
        long[] clocks = clock < 0 ? null : clocks(clock);
        return counted(table.longs(column), clocks, 1, TimeParser.NO_OFFSET, clocks != null);
    }

    private long[] clocks(int column) throws ImportException {
        if (table.columns().get(column).kind() == Kind.CLOCK) {
            return table.longs(column);
        }
        String[] texts = table.texts(column);
        long[] clocks = new long[texts.length];
        for (int i = 0; i < clocks.length; i++) {
            byte[] bytes = texts[i].getBytes(StandardCharsets.UTF_8);
            clocks[i] = parser.clockOnly(bytes, 0, bytes.length) ? parser.wall() : Long.MIN_VALUE;
        }
        return clocks;
    }

    /// Counts with a fraction, in nanoseconds.
    private long[] rounded(int column) throws ImportException {
        double[] numbers = table.doubles(column);
        long[] counts = new long[numbers.length];
        for (int i = 0; i < counts.length; i++) {
            double nanos = numbers[i] * layout.times().unitNanos();
            counts[i] = Math.abs(nanos) < Long.MAX_VALUE ? Math.round(nanos) : Long.MIN_VALUE;
        }
        return counts;
    }

    private Times counted(long[] counts, long @Nullable [] clocks, long unit, int offset, boolean clock) {
        long most = Long.MAX_VALUE / unit - 1;
        return (rows, row) -> {
            long count = counts[row];
            long since = clocks == null ? 0 : clocks[row];
            if (count < -most || count > most || since == Long.MIN_VALUE) {
                return bad(row, "has no time, or one out of the range of years 1678 to 2261");
            }
            rows.time(row + 1L, count * unit + since, offset, clock);
            return true;
        };
    }

    private Times written(String[] texts) throws ImportException {
        int column = layout.columns().clock();
        long[] clocks = column < 0 ? null : clocks(column);
        TimeStyle style = layout.times();
        return (rows, row) -> {
            byte[] bytes = texts[row].getBytes(StandardCharsets.UTF_8);
            boolean read = style.epoch()
                    ? parser.epoch(bytes, 0, bytes.length, style.unitNanos())
                    : parser.calendar(bytes, 0, bytes.length, style.order());
            if (!read || (clocks != null && clocks[row] == Long.MIN_VALUE)) {
                return (style.order() == TimeStyle.Order.UNKNOWN && parser.orderAsked())
                        ? false
                        : bad(row, "has '" + texts[row] + "' as time, which is no date or time");
            }
            long since = clocks == null ? 0 : clocks[row];
            rows.time(row + 1L, parser.wall() + since, parser.offset(), parser.clock() || clocks != null);
            return true;
        };
    }

    /// What is said of volumes that are not there.
    private final class Missing {
        private int rows;
        private int first = -1;

        double volume(double value, int row) {
            if (!Double.isNaN(value)) {
                return value;
            }
            rows++;
            first = first < 0 ? row : first;
            return 0;
        }

        void note() {
            MissingColumns.note(layout.columns(), rows, first + 1L, log);
        }
    }
}
