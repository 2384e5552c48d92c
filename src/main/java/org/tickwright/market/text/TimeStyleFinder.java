package org.tickwright.market.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.audit.AuditLog;
import org.tickwright.market.text.TimeStyle.Order;

/// Finds how the times of a file are written. Where dates of numbers may be read in two ways, all rows are asked, and
/// where they do not prove one reading the file is refused.
final class TimeStyleFinder {
    private static final long SECOND = 1_000_000_000L;
    private static final List<Order> ORDERS = List.of(Order.DMY, Order.MDY, Order.YMD);

    private final TextFile file;
    private final ImportOptions options;
    private final TimeParser parser = new TimeParser();

    TimeStyleFinder(TextFile file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /// Whether the text can be a time: a date, or a count since 1970 after 1973.
    static boolean timeLike(TimeParser parser, byte[] bytes, int from, int to) {
        return parser.calendar(bytes, from, to, Order.UNKNOWN)
                || (parser.orderAsked() && anyOrder(parser, bytes, from, to))
                || (to - from >= 9 && parser.epoch(bytes, from, to, 1));
    }

    private static boolean anyOrder(TimeParser parser, byte[] bytes, int from, int to) {
        return ORDERS.stream().anyMatch(order -> parser.calendar(bytes, from, to, order));
    }

    /// The style of the times in `column`; `first` is the line of the first row of data.
    TimeStyle find(byte separator, int column, long first, AuditLog log) throws ImportException {
        RowScanner rows = file.rows(separator);
        int calendar = 0;
        int counts = 0;
        int asked = 0;
        double largest = 0;
        for (int seen = 0; seen < 200 && rows.next(); ) {
            if (rows.line() < first || column >= rows.count() || rows.empty(column)) {
                continue;
            }
            seen++;
            int from = rows.start(column);
            int to = rows.end(column);
            boolean date = parser.calendar(file.bytes(), from, to, Order.UNKNOWN);
            calendar += date ? 1 : 0;
            if (!date && parser.orderAsked()) {
                asked++;
            }
            double number = NumberParser.POINT.parse(file.bytes(), from, to);
            if (!Double.isNaN(number)) {
                counts++;
                largest = Math.max(largest, Math.abs(number));
            }
        }
        if (asked > calendar && asked > counts) {
            return ordered(separator, column, first, log);
        }
        if (counts > calendar) {
            return count(largest);
        }
        if (calendar > 0) {
            return new TimeStyle(0, asked > 0 ? stated() : Order.UNKNOWN, "calendar dates");
        }
        throw ImportException.about(
                "time",
                file.name() + ": column " + (column + 1)
                        + " should hold the times, but line " + first
                        + " has no date or time that is known there. Name the"
                        + " column with the times, or write them as 2024-01-31 or 2024-01-31T14:30:00.");
    }

    private TimeStyle count(double largest) throws ImportException {
        return count(file.name(), largest);
    }

    /// The unit of counts since 1970, the largest of which is given.
    static TimeStyle count(String name, double largest) throws ImportException {
        if (largest <= 86_400_000) {
            throw ImportException.about(
                    "time",
                    name
                            + ": the times are numbers of at most 86,400,000: milliseconds since midnight, days of a"
                            + " spreadsheet or row numbers, but no date. Write the date and time of each row, such as"
                            + " 2024-01-31T14:30:00.");
        }
        if (largest < 1e11) {
            return new TimeStyle(SECOND, Order.UNKNOWN, "seconds since 1970 UTC");
        }
        if (largest < 1e14) {
            return new TimeStyle(SECOND / 1_000, Order.UNKNOWN, "milliseconds since 1970 UTC");
        }
        return largest < 1e17
                ? new TimeStyle(1_000, Order.UNKNOWN, "microseconds since 1970 UTC")
                : new TimeStyle(1, Order.UNKNOWN, "nanoseconds since 1970 UTC");
    }

    private Order stated() throws ImportException {
        @Nullable String stated = options.dateOrder();
        if (stated == null) {
            return Order.UNKNOWN;
        }
        for (Order order : ORDERS) {
            if (order.name().equalsIgnoreCase(stated)) {
                return order;
            }
        }
        throw new ImportException("The order of dates must be DMY or MDY, was '" + stated + "'.");
    }

    /// One reading followed through all rows.
    private static final class Reading {
        private final Order order;
        private long refusedAt;
        private boolean rises = true;
        private boolean falls = true;
        private long last = Long.MIN_VALUE;

        private Reading(Order order) {
            this.order = order;
        }

        private void follow(boolean read, long wall, long line) {
            if (!read) {
                refusedAt = refusedAt == 0 ? line : refusedAt;
                return;
            }
            if (last != Long.MIN_VALUE) {
                rises &= wall >= last;
                falls &= wall <= last;
            }
            last = wall;
        }
    }

    private TimeStyle ordered(byte separator, int column, long first, AuditLog log) throws ImportException {
        Order stated = stated();
        if (stated != Order.UNKNOWN) {
            return new TimeStyle(0, stated, "dates " + stated + " as stated");
        }
        List<Reading> readings = List.of(new Reading(Order.DMY), new Reading(Order.MDY), new Reading(Order.YMD));
        RowScanner rows = file.rows(separator);
        boolean[] read = new boolean[readings.size()];
        long[] walls = new long[readings.size()];
        while (rows.next()) {
            if (rows.line() < first || column >= rows.count() || rows.empty(column)) {
                continue;
            }
            boolean any = false;
            for (int i = 0; i < read.length; i++) {
                read[i] = parser.calendar(file.bytes(), rows.start(column), rows.end(column), readings.get(i).order);
                walls[i] = parser.wall();
                any |= read[i];
            }
            for (int i = 0; i < read.length && any; i++) {
                readings.get(i).follow(read[i], walls[i], rows.line());
            }
        }
        return decide(readings, first, log);
    }

    private TimeStyle decide(List<Reading> readings, long first, AuditLog log) {
        List<Reading> possible =
                readings.stream().filter(reading -> reading.refusedAt == 0).toList();
        if (possible.size() > 1 && possible.getLast().order == Order.YMD) {
            // Three two-digit numbers: the year may come first or last, but only one of them keeps the rows in order.
            List<Reading> inOrder = possible.stream()
                    .filter(reading -> reading.rises || reading.falls)
                    .toList();
            possible = inOrder.size() == 1 ? inOrder : possible;
        }
        if (possible.size() == 1) {
            Order order = possible.getFirst().order;
            return new TimeStyle(0, order, "dates " + order + ", which the rows prove");
        }
        if (possible.isEmpty()) {
            Reading dmy = readings.get(0);
            Reading mdy = readings.get(1);
            log.fatal(
                    "AMBIGUOUS_DATE",
                    Math.max(dmy.refusedAt, mdy.refusedAt),
                    "Line " + mdy.refusedAt + " can only be day first, line " + dmy.refusedAt + " only month first",
                    "State the order of dates (dateOrder DMY or MDY); the rows that do not fit are then reported");
        } else {
            log.fatal(
                    "AMBIGUOUS_DATE",
                    first,
                    "No row shows whether the day or the month comes first in the dates",
                    "State the order of dates: dateOrder DMY (31/12/2024) or MDY (12/31/2024)");
        }
        return new TimeStyle(0, Order.UNKNOWN, "dates whose order of day and month nothing shows");
    }
}
