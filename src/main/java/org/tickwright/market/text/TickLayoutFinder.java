package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// Finds how a file of trades is laid out: by the names of a header, else by what the first rows hold.
///
/// Without a header three forms are known: time, price and size; and the dumps of Binance with trades one by one or
/// joined, which say `True` or `False` behind the time. Anything else is refused rather than guessed.
final class TickLayoutFinder {
    private static final List<String> PRICE = List.of("price", "p", "tradeprice", "lastprice", "last");
    private static final List<String> SIZE =
            List.of("size", "amount", "qty", "quantity", "volume", "vol", "q", "v", "shares", "lastsize");
    private static final List<String> SIDE = List.of("side", "takerside", "aggressor", "aggressorside", "direction");
    private static final List<String> MAKER = List.of("isbuyermaker", "buyermaker", "m");
    private static final List<String> TIME =
            List.of("timestamp", "datetime", "time", "transacttime", "tradetime", "date", "ts", "t");
    private static final Set<String> TRUTH = Set.of("true", "false");
    private static final int ROWS = 100;

    private final TextFile file;
    private final ImportOptions options;

    TickLayoutFinder(TextFile file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /// The layout, or an [ImportException] that says what the file looks like instead.
    TickLayout find() throws ImportException {
        byte separator = separator();
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        RowScanner scanner = file.rows(separator);
        while (rows.size() < ROWS && scanner.next()) {
            rows.add(scanner.texts());
            lines.add(scanner.line());
        }
        if (rows.isEmpty() || rows.getFirst().size() < 3) {
            throw new ImportException(
                    file.name() + " is no table of trades: its rows have no three columns of time, price and size.");
        }
        boolean headed = rows.getFirst().stream().noneMatch(TickLayoutFinder::isNumber);
        if (headed && rows.size() == 1) {
            throw new ImportException(file.name() + " has a header but no trades.");
        }
        long first = lines.get(headed ? 1 : 0);
        return headed
                ? named(separator, first, rows.getFirst(), rows.subList(1, rows.size()))
                : byValues(separator, first, rows);
    }

    /// Whether rows, of which the first may be a header, can be trades: by their names, or as dumps without names.
    static boolean trades(List<String> plain, List<List<String>> sample) {
        boolean bars = plain.contains("open") || plain.contains("high");
        if (!bars && plain.contains("price") && SIZE.stream().anyMatch(plain::contains)) {
            return found(plain, TIME) >= 0;
        }
        List<String> row = sample.getFirst();
        boolean dumped = row.size() >= 6 && TRUTH.contains(row.getLast().toLowerCase(Locale.ROOT));
        boolean bare = (row.size() == 3
                        || (row.size() == 4
                                && TickSide.of(row.get(3), false) != null
                                && !row.get(3).isEmpty()))
                && isNumber(row.get(0))
                && isNumber(row.get(1))
                && isNumber(row.get(2));
        return dumped || bare;
    }

    private byte separator() {
        RowScanner commas = file.rows((byte) ',');
        RowScanner tabs = file.rows((byte) '\t');
        RowScanner semicolons = file.rows((byte) ';');
        int comma = commas.next() ? commas.count() : 0;
        int tab = tabs.next() ? tabs.count() : 0;
        int semicolon = semicolons.next() ? semicolons.count() : 0;
        return (byte) (comma >= tab && comma >= semicolon ? ',' : tab >= semicolon ? '\t' : ';');
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(NumberParser.POINT.parse(bytes, 0, bytes.length));
    }

    private TickLayout named(byte separator, long first, List<String> header, List<List<String>> rows)
            throws ImportException {
        List<String> plain = HeaderNames.plain(header);
        int time = found(plain, TIME);
        boolean flat = flat(plain, rows);
        if (!flat) {
            refuseOtherTables(header, plain);
        }
        int price = flat ? plain.indexOf("close") : found(plain, PRICE);
        int size = found(plain, SIZE);
        if (time < 0 || price < 0 || size < 0) {
            throw new ImportException(
                    file.name() + " has no column of " + (time < 0 ? "times" : price < 0 ? "prices" : "sizes")
                            + " that is known: its columns are " + String.join(", ", header)
                            + ". Name them time, price and size.");
        }
        int maker = found(plain, MAKER);
        int side = maker >= 0 ? maker : found(plain, SIDE);
        int symbol = found(plain, List.copyOf(HeaderNames.SYMBOL));
        TimeStyle style = style(rows, time);
        return new TickLayout(
                separator,
                first,
                time,
                price,
                size,
                side,
                maker >= 0,
                symbol == side ? -1 : symbol,
                style,
                "time from '" + header.get(time) + "' (" + style.description() + "), price from '" + header.get(price)
                        + "', size from '" + header.get(size) + "'"
                        + (side < 0 ? "" : ", aggressor from '" + header.get(side) + "'"));
    }

    private static int found(List<String> plain, List<String> names) {
        return names.stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    /// Whether bars of one price each stand for trades: their times have parts of a second.
    static boolean flat(List<String> plain, List<List<String>> rows) {
        if (!plain.containsAll(List.of("open", "high", "low", "close", "volume"))) {
            return false;
        }
        int time = found(plain, TIME);
        int[] prices = {plain.indexOf("open"), plain.indexOf("high"), plain.indexOf("low"), plain.indexOf("close")};
        boolean parts = false;
        for (List<String> row : rows) {
            if (time < 0 || row.size() < plain.size()) {
                return false;
            }
            String close = row.get(prices[3]);
            for (int price : prices) {
                if (!row.get(price).equals(close)) {
                    return false;
                }
            }
            parts |= row.get(time).matches(".*:[0-9]{2}\\.[0-9]*[1-9][0-9]*.*");
        }
        return parts && rows.size() > 1;
    }

    private void refuseOtherTables(List<String> header, List<String> plain) throws ImportException {
        ForeignText.refuseBooks(file.name(), new HashSet<>(plain), header);
        if (plain.contains("ticktype")) {
            throw new ImportException(file.name() + " holds ticks of several kinds, told apart by a number (tickType:"
                    + " bids, asks, trades, their sizes and the volume of the day), not"
                    + " trades alone. Save the trades or the quotes into a file of their"
                    + " own, with columns time, price, size or time, bid, ask.");
        }
        if (plain.stream().anyMatch(name -> name.startsWith("bid"))
                && plain.stream().anyMatch(name -> name.startsWith("ask") || name.startsWith("offer"))) {
            throw new ImportException(file.name() + " holds bid and ask quotes, not trades ("
                    + String.join(", ", header) + "). Give a file of trades.");
        }
        if (plain.containsAll(List.of("open", "high", "low", "close"))) {
            throw new ImportException(file.name() + " holds bars, not trades (" + String.join(", ", header)
                    + "). Give a file of trades, or name it where bars are asked for.");
        }
    }

    private TickLayout byValues(byte separator, long first, List<List<String>> rows) throws ImportException {
        List<String> row = rows.getFirst();
        int truth = -1;
        for (int i = 0; i < row.size() && truth < 0; i++) {
            truth = TRUTH.contains(row.get(i).toLowerCase(Locale.ROOT)) ? i : -1;
        }
        if (truth >= 4) {
            TimeStyle style = style(rows, truth - 1);
            boolean joined = truth == 6;
            String words = "trades of Binance" + (joined ? ", those of one order joined" : "") + ", no header; time ("
                    + style.description() + "), price, size and aggressor";
            return new TickLayout(separator, first, truth - 1, 1, 2, truth, true, -1, style, words);
        }
        boolean sided = row.size() == 4 && TickSide.of(row.get(3), false) != null;
        if ((row.size() != 3 && !sided) || !isNumber(row.get(1)) || !isNumber(row.get(2)) || looksQuoted(rows)) {
            throw new ImportException(file.name() + " has no header, and its rows are not time, price and size (the"
                    + " first is " + String.join(",", row) + "). Add a header such as time,price,size.");
        }
        TimeStyle style = style(rows, 0);
        return new TickLayout(
                separator,
                first,
                0,
                1,
                2,
                sided ? 3 : -1,
                false,
                -1,
                style,
                "no header; time (" + style.description() + "), price" + (sided ? ", size and side" : " and size"));
    }

    /// Whether the third column is always within a hundredth of the second: then they are bid and ask.
    private boolean looksQuoted(List<List<String>> rows) {
        return rows.stream()
                .allMatch(row -> row.size() > 2
                        && isNumber(row.get(1))
                        && isNumber(row.get(2))
                        && Math.abs(Double.parseDouble(row.get(2)) / Double.parseDouble(row.get(1)) - 1) < 0.01);
    }

    private TimeStyle style(List<List<String>> rows, int column) throws ImportException {
        return style(
                file.name(),
                options,
                column < rows.getFirst().size() ? rows.getFirst().get(column) : "");
    }

    /// How the times of trades or quotes are written, the first of which is given.
    static TimeStyle style(String name, ImportOptions options, String text) throws ImportException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TimeStyle.Order order = order(options);
        TimeParser times = new TimeParser();
        if (times.calendar(bytes, 0, bytes.length, order)) {
            return new TimeStyle(0, order, "calendar dates");
        }
        double number = NumberParser.POINT.parse(bytes, 0, bytes.length);
        if (Double.isNaN(number)) {
            throw new ImportException(name + ": '" + text + "' is no time that is known, or a date whose order"
                    + " of day and month nothing shows. Write times as 2024-01-31T14:30:00.123, or state the order of"
                    + " dates.");
        }
        return TimeStyleFinder.count(name, Math.abs(number));
    }

    private static TimeStyle.Order order(ImportOptions options) {
        String stated = options.dateOrder();
        return stated == null
                ? TimeStyle.Order.UNKNOWN
                : stated.equalsIgnoreCase("MDY") ? TimeStyle.Order.MDY : TimeStyle.Order.DMY;
    }
}
