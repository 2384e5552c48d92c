package org.tickwright.market.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;

/// Knows text that is no table as it lies there: recordings of messages, which are refused, and Lean's
/// own bars of one day, whose date is in the name of the file and whose prices are ten thousandths.
final class ForeignText {
    private static final int LOOK = 1 << 12;
    private static final int RECORDING = 1 << 23;
    private static final int ROWS = 50;
    private static final int PRICES = 4;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final Pattern RECORDED =
            Pattern.compile("^(wss?://|https?://[^\n]* (->|<-)|[0-9]{9,19}(\\.[0-9]+)?:? ?[{\\[]).*", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("(?<![0-9])((19|20)[0-9]{6})(?![0-9])");

    private ForeignText() {}

    /// The table that the text is, or can be turned to; a recording is an [ImportException].
    static TextFile table(TextFile file) throws ImportException {
        String head = new String(file.bytes(), 0, Math.min(LOOK, file.bytes().length), StandardCharsets.ISO_8859_1);
        if (RECORDED.matcher(head).matches()) {
            int most = Math.min(RECORDING, file.bytes().length);
            throw recording(file.name(), new String(file.bytes(), 0, most, StandardCharsets.ISO_8859_1));
        }
        LocalDate date = date(file.name());
        return date != null && leanBars(file) ? dated(file, date) : file;
    }

    private static ImportException recording(String name, String text) {
        boolean book = text.contains("depth") || text.contains("book") || text.contains("l2update");
        String what = book ? "an order book" : text.contains("ticker") ? "quotes" : "trades";
        return new ImportException(name + " is a recording of messages of " + what + " (one message a line, with the"
                + " time it came), which is no series. Import it: it becomes a recording that 'replay' and the Market"
                + " place play.");
    }

    /// Refuses the columns of order books.
    static void refuseBooks(String file, Set<String> plain, List<String> header) throws ImportException {
        boolean levels = plain.stream().anyMatch(name -> name.matches("(asks|bids)[0-9]*price"));
        boolean changes =
                plain.contains("issnapshot") || plain.contains("updatetype") || plain.contains("firstupdateid");
        boolean orders = plain.contains("orderid") && plain.contains("action");
        if (levels || changes || orders) {
            throw new ImportException(file + " is a recording of an order book, "
                    + (orders ? "order by order" : levels ? "by its best levels" : "change by change") + " ("
                    + String.join(", ", header.subList(0, Math.min(8, header.size())))
                    + "), which is no series. Import it: it becomes a recording that 'replay' and the Market place"
                    + " play.");
        }
    }

    private static @Nullable LocalDate date(String name) {
        Matcher matcher = DATE.matcher(name);
        LocalDate date = null;
        while (matcher.find()) {
            try {
                date = LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                // Eight digits that are no date: look further.
            }
        }
        return date;
    }

    /// Rows of a time since midnight in milliseconds, four whole prices and a volume; the times rise.
    private static boolean leanBars(TextFile file) {
        RowScanner rows = file.rows((byte) ',');
        double last = -1;
        int seen = 0;
        while (seen < ROWS && rows.next()) {
            if (rows.count() != PRICES + 2) {
                return false;
            }
            for (int i = 0; i <= PRICES; i++) {
                if (!whole(file.bytes(), rows.start(i), rows.end(i))) {
                    return false;
                }
            }
            double time = NumberParser.POINT.parse(file.bytes(), rows.start(0), rows.end(0));
            if (time <= last || time >= DAY_MILLIS) {
                return false;
            }
            last = time;
            seen++;
        }
        return seen > 1;
    }

    private static boolean whole(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return to > from && to - from < 16;
    }

    private static TextFile dated(TextFile file, LocalDate date) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.bytes().length * 2);
        RowScanner rows = file.rows((byte) ',');
        long[] lines = new long[1024];
        int count = 0;
        while (rows.next()) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < rows.count(); i++) {
                String text = rows.text(i);
                boolean number = whole(file.bytes(), rows.start(i), rows.end(i));
                row.append(i == 0 ? "" : ",")
                        .append(!number ? '"' + text + '"' : i == 0 ? time(date, text) : scaled(i, text));
            }
            out.writeBytes(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            lines = count == lines.length ? java.util.Arrays.copyOf(lines, count * 2) : lines;
            lines[count++] = rows.line();
        }
        String form = file.form() + "Lean's own form (milliseconds of " + date + ", prices in ten thousandths), ";
        return new TextFile(file.name(), out.toByteArray(), form, lines, file.zone());
    }

    private static String time(LocalDate date, String millis) {
        long since = Long.parseLong(millis);
        return since < DAY_MILLIS
                ? date.atStartOfDay().plusNanos(since * 1_000_000L).toString()
                : millis;
    }

    private static String scaled(int column, String text) {
        return column > PRICES
                ? text
                : java.math.BigDecimal.valueOf(Long.parseLong(text), 4).toPlainString();
    }
}
