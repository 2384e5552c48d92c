package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// Finds which column holds what: by what the options state, by the names of a header, else by the values.
final class ColumnFinder {
    /// States that no column holds a field, whatever a header says.
    static final String NOT = "-";

    private final String file;
    private final ImportOptions options;
    private final List<String> header;
    private final List<String> plain;
    private final List<List<String>> sample;
    private final TimeParser parser = new TimeParser();

    ColumnFinder(String file, ImportOptions options, List<String> header, List<List<String>> sample) {
        this.file = file;
        this.options = options;
        this.header = header;
        this.plain = HeaderNames.plain(header);
        this.sample = sample;
    }

    /// The columns, or an [ImportException] that says what the table looks like and what to do.
    Columns find() throws ImportException {
        if (header.isEmpty() && options.columns().isEmpty()) {
            return byPosition();
        }
        int time = stated("date", stated("time", timeColumn()));
        int clock = options.columns().containsKey("date") && options.columns().containsKey("time")
                ? stated("time", -1)
                : clockColumn(time);
        int open = stated("open", HeaderNames.find(plain, HeaderNames.OPEN));
        int high = stated("high", HeaderNames.find(plain, HeaderNames.HIGH));
        int low = stated("low", HeaderNames.find(plain, HeaderNames.LOW));
        int close = stated("close", HeaderNames.find(plain, HeaderNames.CLOSE));
        int volume = stated("volume", HeaderNames.find(plain, HeaderNames.VOLUME));
        if (volume == close || volume == open) {
            volume = -1;
        }
        if (time < 0) {
            throw ImportException.about(
                    "time",
                    file + " has no column of times that is known: its columns are " + String.join(", ", header)
                            + ". Say which one it is (columns time=NAME).");
        }
        boolean barsStated = options.columns().containsKey("close");
        if (!barsStated) {
            refuseOptions();
        }
        if (open >= 0 && high >= 0 && low >= 0 && close >= 0) {
            return new Columns(time, clock, open, high, low, close, volume);
        }
        if (!barsStated) {
            refuseOtherTables();
        }
        if (open >= 0 || high >= 0 || low >= 0) {
            String missing = open < 0 ? "open" : high < 0 ? "high" : low < 0 ? "low" : "close";
            throw ImportException.about(
                    missing,
                    file + " has " + named("open", open) + named("high", high) + named("low", low)
                            + named("close", close) + "but a bar needs all four. Its columns are "
                            + String.join(", ", header) + "; say which is which (columns open=NAME …).");
        }
        int single = close >= 0 ? close : onlyPrice(time, clock);
        return new Columns(time, clock, -1, -1, -1, single, volume);
    }

    private static String named(String field, int column) {
        return column < 0 ? "no " + field + ", " : "";
    }

    /// The position that the options state for a field, else `found`.
    private int stated(String field, int found) throws ImportException {
        String stated = options.columns().get(field);
        if (stated == null) {
            return found;
        }
        if (stated.strip().equals(NOT)) {
            return -1;
        }
        int named = header.indexOf(stated);
        for (int i = 0; named < 0 && i < header.size(); i++) {
            if (header.get(i).equalsIgnoreCase(stated.strip())) {
                named = i;
            }
        }
        if (named < 0 && stated.strip().matches("[0-9]{1,4}")) {
            named = Integer.parseInt(stated.strip()) - 1;
            int width = sample.getFirst().size();
            if (named < 0 || named >= width) {
                throw ImportException.about(
                        field, file + " has " + width + " columns, so " + field + " cannot be column " + stated + ".");
            }
        }
        if (named < 0) {
            throw ImportException.about(
                    field,
                    file + " has no column '" + stated + "' for " + field + "; its columns are "
                            + String.join(", ", header) + ".");
        }
        return named;
    }

    private int timeColumn() {
        for (String name : HeaderNames.TIME) {
            for (int i = 0; i < plain.size(); i++) {
                if (plain.get(i).equals(name) && shareOfTimes(i) > 0.5) {
                    return i;
                }
            }
        }
        for (int i = 0; i < width(); i++) {
            if (shareOfDates(i) > 0.5) {
                return i;
            }
        }
        return HeaderNames.find(plain, HeaderNames.TIME.subList(0, HeaderNames.TIME.size() - 1));
    }

    private int clockColumn(int date) {
        int clock = HeaderNames.find(plain, HeaderNames.CLOCK);
        return clock >= 0 && clock != date && shareOfClocks(clock) > 0.5 && !anyClock(date) ? clock : -1;
    }

    private int width() {
        return sample.stream().mapToInt(List::size).max().orElse(0);
    }

    private interface Test {
        boolean holds(byte[] text);
    }

    private double share(int column, Test test) {
        int filled = 0;
        int holding = 0;
        for (List<String> row : sample) {
            if (column >= 0 && column < row.size() && !row.get(column).isEmpty()) {
                filled++;
                holding += test.holds(row.get(column).getBytes(StandardCharsets.UTF_8)) ? 1 : 0;
            }
        }
        return filled == 0 ? 0 : holding / (double) filled;
    }

    private double shareOfTimes(int column) {
        return share(
                column,
                text -> TimeStyleFinder.timeLike(parser, text, 0, text.length)
                        || !Double.isNaN(NumberParser.POINT.parse(text, 0, text.length)));
    }

    private double shareOfDates(int column) {
        return share(
                column, text -> parser.calendar(text, 0, text.length, TimeStyle.Order.UNKNOWN) || parser.orderAsked());
    }

    private double shareOfClocks(int column) {
        return share(column, text -> parser.clockOnly(text, 0, text.length));
    }

    private boolean anyClock(int column) {
        return share(column, text -> {
                    parser.calendar(text, 0, text.length, TimeStyle.Order.MDY);
                    return parser.clock();
                })
                > 0;
    }

    private double shareOfNumbers(int column) {
        return share(column, text -> looksNumeric(text));
    }

    private static boolean looksNumeric(byte[] text) {
        return !Double.isNaN(NumberParser.POINT.parse(text, 0, text.length))
                || !Double.isNaN(new NumberParser((byte) ',', (byte) '.').parse(text, 0, text.length))
                || !Double.isNaN(new NumberParser((byte) '.', (byte) ',').parse(text, 0, text.length));
    }

    /// The column that names the instrument, or -1.
    int symbolColumn() throws ImportException {
        if (options.columns().containsKey("symbol")) {
            return stated("symbol", -1);
        }
        for (int i = 0; i < plain.size(); i++) {
            if (HeaderNames.SYMBOL.contains(plain.get(i)) && shareOfNumbers(i) < 0.5) {
                return i;
            }
        }
        return -1;
    }

    /// Further columns of numbers.
    List<Integer> extras(Columns columns, NumberParser numbers) {
        List<Integer> extras = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            boolean numeric = share(
                            i,
                            text -> !Double.isNaN(numbers.parse(text, 0, text.length))
                                    || NumberParser.missing(text, 0, text.length))
                    == 1;
            if (!columns.uses(i) && numeric && !header.get(i).isBlank()) {
                extras.add(i);
            }
        }
        return extras;
    }

    private void refuseOptions() throws ImportException {
        Set<String> names = new HashSet<>(plain);
        if (names.contains("strike") && (names.contains("expiry") || names.contains("expiration"))) {
            throw new ImportException(file + " is an option chain: many contracts, by strike and expiry, in one file ("
                    + String.join(", ", header) + "). Chains have no series of bars; take the rows of one contract into"
                    + " a file of its own and leave strike and expiry out.");
        }
    }

    private void refuseOtherTables() throws ImportException {
        Set<String> names = new HashSet<>(plain);
        ForeignText.refuseBooks(file, names, header);
        if (names.stream().anyMatch(name -> name.startsWith("bid"))
                && names.stream().anyMatch(name -> name.startsWith("ask"))) {
            throw new ImportException(file + " holds bid and ask quotes, not bars of one price."
                    + " To import one side, name its columns: columns open=bid_open, high=bid_high, low=bid_low,"
                    + " close=bid_close (the columns are " + String.join(", ", header) + ").");
        }
        boolean trades = names.contains("price") && names.stream().anyMatch(HeaderNames.TRADE_SIZE::contains);
        if (trades) {
            throw new ImportException(file + " looks like single trades (" + String.join(", ", header)
                    + "), not bars. State a timeframe to make bars of them, or read them as trades.");
        }
        refuseSeveralSymbols();
    }

    private void refuseSeveralSymbols() throws ImportException {
        int symbol = symbolColumn();
        if (symbol < 0) {
            return;
        }
        List<String> symbols = sample.stream()
                .filter(row -> symbol < row.size())
                .map(row -> row.get(symbol))
                .distinct()
                .limit(4)
                .toList();
        if (symbols.size() > 1) {
            throw severalSymbols(file, symbols);
        }
    }

    /// The refusal of a file that holds several instruments.
    static ImportException severalSymbols(String file, List<String> symbols) {
        return new ImportException(file + " holds several symbols (" + String.join(", ", symbols)
                + " …) in one file. Split it into one file per symbol.");
    }

    /// The one column of numbers that can be a price.
    private int onlyPrice(int time, int clock) throws ImportException {
        List<Integer> numeric = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            if (i != time && i != clock && shareOfNumbers(i) > 0.5) {
                numeric.add(i);
            }
        }
        List<Integer> prices = numeric.stream()
                .filter(i -> !HeaderNames.NO_PRICE.contains(plain.get(i)))
                .toList();
        List<Integer> known = prices.stream()
                .filter(i -> HeaderNames.SINGLE.contains(plain.get(i)))
                .toList();
        if (known.size() == 1) {
            return known.getFirst();
        }
        if (prices.size() == 1) {
            return prices.getFirst();
        }
        String columns = String.join(", ", header);
        if (prices.size() > 1) {
            throw ImportException.about(
                    "close",
                    file + " looks like a table of one value per series (" + columns
                            + "), not bars. Name the column to import as closes, such as columns close="
                            + header.get(prices.getFirst()) + ".");
        }
        if (!numeric.isEmpty()) {
            throw new ImportException(file + " holds returns or changes (" + columns
                    + "), not prices, so no bars can be made of it. Fetch the prices instead.");
        }
        throw ImportException.about(
                "close", file + " has no column of prices (" + columns + "). Bars need time, open, high, low, close.");
    }

    private Columns byPosition() throws ImportException {
        int time = -1;
        int width = width();
        for (int i = 0; i < width && time < 0; i++) {
            boolean times = share(i, text -> TimeStyleFinder.timeLike(parser, text, 0, text.length)) > 0.5;
            if (times) {
                time = i;
            } else if (shareOfNumbers(i) > 0.5) {
                break;
            }
        }
        if (time < 0) {
            throw ImportException.about(
                    "time",
                    file + " has no header, and no column in front of the numbers holds dates or"
                            + " times (the first row is " + String.join(",", sample.getFirst())
                            + "). Add a header such as time,open,high,low,close,volume, with a full date in each row.");
        }
        int clock = shareOfClocks(time + 1) > 0.9 && !anyClock(time) && textClock(time + 1) ? time + 1 : -1;
        int open = clock < 0 ? time + 1 : clock + 1;
        int numbers = 0;
        while (shareOfNumbers(open + numbers) > 0.5) {
            numbers++;
        }
        if (numbers < 4) {
            throw ImportException.about(
                    "close",
                    file + " has no header and " + numbers + " columns of numbers behind the time; a"
                            + " bar needs open, high, low and close (the first row is "
                            + String.join(",", sample.getFirst()) + "). It is no file of bars, or needs a header.");
        }
        return new Columns(time, clock, open, open + 1, open + 2, open + 3, numbers > 4 ? open + 4 : -1);
    }

    private boolean textClock(int column) {
        return share(
                        column,
                        text -> new String(text, StandardCharsets.UTF_8).indexOf(':') > 0
                                || text.length == 6
                                || text.length == 4)
                > 0.9;
    }

    /// Where there is no header, makes sure that the values behave as open, high, low and close in this order.
    void checkOrder(Columns columns, NumberParser numbers) throws ImportException {
        if (!header.isEmpty() || !options.columns().isEmpty()) {
            return;
        }
        int fitting = 0;
        int rows = 0;
        for (List<String> row : sample) {
            if (row.size() > columns.close()) {
                double open = number(numbers, row.get(columns.open()));
                double high = number(numbers, row.get(columns.high()));
                double low = number(numbers, row.get(columns.low()));
                double close = number(numbers, row.get(columns.close()));
                rows++;
                fitting += high >= Math.max(open, close) && low <= Math.min(open, close) ? 1 : 0;
            }
        }
        if (fitting < 0.9 * rows) {
            throw ImportException.about(
                    "open",
                    String.format(
                            Locale.ROOT,
                            "%s has no header, and its columns are not open, high, low, close in this order (only %d"
                                    + " of the first %d rows fit). Add a header, or say which is which (columns open=2,"
                                    + " high=3 …).",
                            file,
                            fitting,
                            rows));
        }
    }

    private static double number(NumberParser numbers, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return numbers.parse(bytes, 0, bytes.length);
    }
}
