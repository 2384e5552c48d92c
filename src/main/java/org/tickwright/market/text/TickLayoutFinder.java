package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    private final TimeParser times = new TimeParser();

    TickLayoutFinder(TextFile file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /// The layout, or an [ImportException] that says what the file looks like instead.
    TickLayout find() throws ImportException {
        byte separator = separator();
        List<List<String>> rows = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        RowScanner scanner = new RowScanner(file.bytes(), separator);
        while (rows.size() < ROWS && scanner.next()) {
            rows.add(scanner.texts());
            lines.add(scanner.line());
        }
        if (rows.isEmpty() || rows.getFirst().size() < 3) {
            throw new ImportException(
                    file.name() + " is no table of trades: its rows have no three columns of time, price and size.");
        }
        boolean headed = rows.getFirst().stream().noneMatch(this::isNumber);
        if (headed && rows.size() == 1) {
            throw new ImportException(file.name() + " has a header but no trades.");
        }
        long first = lines.get(headed ? 1 : 0);
        return headed
                ? named(separator, first, rows.getFirst(), rows.subList(1, rows.size()))
                : byValues(separator, first, rows);
    }

    private byte separator() {
        RowScanner commas = new RowScanner(file.bytes(), (byte) ',');
        RowScanner tabs = new RowScanner(file.bytes(), (byte) '\t');
        RowScanner semicolons = new RowScanner(file.bytes(), (byte) ';');
        int comma = commas.next() ? commas.count() : 0;
        int tab = tabs.next() ? tabs.count() : 0;
        int semicolon = semicolons.next() ? semicolons.count() : 0;
        return (byte) (comma >= tab && comma >= semicolon ? ',' : tab >= semicolon ? '\t' : ';');
    }

    private boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return !Double.isNaN(NumberParser.POINT.parse(bytes, 0, bytes.length));
    }

    private TickLayout named(byte separator, long first, List<String> header, List<List<String>> rows)
            throws ImportException {
        List<String> plain = HeaderNames.plain(header);
        refuseOtherTables(header, plain);
        int time = found(plain, TIME);
        int price = found(plain, PRICE);
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

    private void refuseOtherTables(List<String> header, List<String> plain) throws ImportException {
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
        String text = column < rows.getFirst().size() ? rows.getFirst().get(column) : "";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TimeStyle.Order order = order();
        if (times.calendar(bytes, 0, bytes.length, order)) {
            return new TimeStyle(0, order, "calendar dates");
        }
        double number = NumberParser.POINT.parse(bytes, 0, bytes.length);
        if (Double.isNaN(number)) {
            throw new ImportException(file.name() + ": '" + text + "' is no time that is known, or a date whose order"
                    + " of day and month nothing shows. Write times as 2024-01-31T14:30:00.123, or state the order of"
                    + " dates.");
        }
        return TimeStyleFinder.count(file.name(), Math.abs(number));
    }

    private TimeStyle.Order order() {
        String stated = options.dateOrder();
        return stated == null
                ? TimeStyle.Order.UNKNOWN
                : stated.equalsIgnoreCase("MDY") ? TimeStyle.Order.MDY : TimeStyle.Order.DMY;
    }
}
