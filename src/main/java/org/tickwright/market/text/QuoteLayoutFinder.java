package org.tickwright.market.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// Finds how a file of quotes is laid out: by the names of a header, or as time, bid and ask where there
/// is none and the asks lie a little above the bids. Anything else is refused rather than guessed.
final class QuoteLayoutFinder {
    private static final List<String> BID = List.of("bid", "bidprice", "bestbid", "bestbidprice", "bidpx", "bidclose");
    private static final List<String> ASK =
            List.of("ask", "askprice", "bestask", "bestaskprice", "askpx", "offer", "askclose", "offerprice");
    private static final List<String> BID_SIZE =
            List.of("bidsize", "bidamount", "bidqty", "bidquantity", "bidvolume", "bestbidqty", "bestbidsize", "bidsz");
    private static final List<String> ASK_SIZE =
            List.of("asksize", "askamount", "askqty", "askquantity", "askvolume", "bestaskqty", "bestasksize", "asksz");
    private static final int ROWS = 100;
    /// An ask that is further from its bid is none.
    private static final double WIDEST = 0.01;

    private final TextFile file;
    private final ImportOptions options;

    QuoteLayoutFinder(TextFile file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /// Whether these columns, by their plain names, are those of quotes rather than of bars of bid and ask.
    static boolean quotes(List<String> plain) {
        return found(plain, BID) >= 0 && found(plain, ASK) >= 0 && !plain.contains("bidopen");
    }

    /// Whether rows without a header are a time, a bid, an ask and perhaps a 0.
    static boolean quotes(TextFile file, byte separator) {
        RowScanner rows = file.rows(separator);
        int seen = 0;
        TimeParser times = new TimeParser();
        while (seen < ROWS && rows.next()) {
            boolean shaped =
                    rows.count() == 3 || (rows.count() == 4 && rows.text(3).matches("0(\\.0*)?"));
            if (!shaped
                    || !TimeStyleFinder.timeLike(times, file.bytes(), rows.start(0), rows.end(0))
                    || !close(number(file, rows, 1), number(file, rows, 2))) {
                return false;
            }
            seen++;
        }
        return seen > 0;
    }

    private static double number(TextFile file, RowScanner rows, int column) {
        return NumberParser.POINT.parse(file.bytes(), rows.start(column), rows.end(column));
    }

    private static boolean close(double bid, double ask) {
        return bid > 0 && ask >= bid && ask <= bid * (1 + WIDEST);
    }

    private static int found(List<String> plain, List<String> names) {
        return names.stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    /// The layout, or an [ImportException] that says what the file looks like instead.
    QuoteLayout find() throws ImportException {
        byte separator = new LayoutFinder(file, options).separator();
        RowScanner rows = file.rows(separator);
        if (!rows.next()) {
            throw new ImportException(file.name() + " is empty.");
        }
        if (quotes(file, separator)) {
            TimeStyle style = style(rows.text(0));
            return new QuoteLayout(
                    separator,
                    rows.line(),
                    0,
                    1,
                    -1,
                    2,
                    -1,
                    -1,
                    style,
                    4,
                    "no header; time (" + style.description() + "), bid and ask");
        }
        List<String> header = rows.texts();
        List<String> plain = HeaderNames.plain(header);
        ForeignText.refuseBooks(file.name(), new HashSet<>(plain), header);
        return named(separator, header, plain, rows);
    }

    private QuoteLayout named(byte separator, List<String> header, List<String> plain, RowScanner rows)
            throws ImportException {
        int time = found(plain, HeaderNames.TIME.subList(0, HeaderNames.TIME.size() - 1));
        int bid = found(plain, BID);
        int ask = found(plain, ASK);
        if (time < 0 || bid < 0 || ask < 0) {
            throw new ImportException(file.name() + " has no column of "
                    + (time < 0 ? "times" : bid < 0 ? "bids" : "asks") + " that is known: its columns are "
                    + String.join(", ", header) + ". Name them time, bid and ask.");
        }
        if (!rows.next() || time >= rows.count()) {
            throw new ImportException(file.name() + " has a header but no quotes.");
        }
        long first = rows.line();
        refuseDates(plain, rows, time);
        TimeStyle style = style(rows.text(time));
        List<String> words = new ArrayList<>();
        words.add("time from '" + header.get(time) + "' (" + style.description() + ")");
        words.add("bid from '" + header.get(bid) + "'");
        words.add("ask from '" + header.get(ask) + "'");
        return new QuoteLayout(
                separator,
                first,
                time,
                bid,
                found(plain, BID_SIZE),
                ask,
                found(plain, ASK_SIZE),
                found(plain, List.copyOf(HeaderNames.SYMBOL)),
                style,
                header.size(),
                String.join(", ", words));
    }

    /// A day and its clock in two columns, of which the header names one.
    private void refuseDates(List<String> plain, RowScanner rows, int time) throws ImportException {
        byte[] bytes = file.bytes();
        TimeParser parser = new TimeParser();
        boolean clockBehind = time + 1 < rows.count()
                && rows.text(time + 1).indexOf(':') > 0
                && parser.clockOnly(bytes, rows.start(time + 1), rows.end(time + 1));
        if (rows.count() != plain.size() || clockBehind) {
            throw new ImportException(file.name() + ", line " + rows.line() + " has " + rows.count() + " fields ("
                    + String.join(",", rows.texts()) + ") under a header of " + plain.size()
                    + ": the columns do not stand under their names. Write one name above each column, with date and"
                    + " time in one.");
        }
    }

    private TimeStyle style(String text) throws ImportException {
        return TickLayoutFinder.style(file.name(), options, text);
    }
}
