package org.tickwright.market.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Timeframe;

/// Takes a file of several instruments apart: rows of one symbol, and one period where a column has it,
/// become a text of their own under the header of the file, with the numbers of their lines.
final class SymbolSplit {
    private static final int MOST = 20_000;

    private final TextFile file;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private SymbolSplit(TextFile file) {
        this.file = file;
    }

    /// The rows of one symbol, and the timeframe that a column states for them.
    record Piece(String symbol, @Nullable Timeframe timeframe, TextFile text) {}

    private static final class Part {
        final String symbol;
        final @Nullable Timeframe timeframe;
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long[] lines = new long[16];
        int count;

        Part(String symbol, @Nullable Timeframe timeframe) {
            this.symbol = symbol;
            this.timeframe = timeframe;
        }

        void add(byte[] source, int from, int to, long line) {
            bytes.write(source, from, to - from);
            bytes.write('\n');
            lines = count == lines.length ? Arrays.copyOf(lines, count * 2) : lines;
            lines[count++] = line;
        }
    }

    /// The pieces of a file whose header names a column of symbols; empty where none does, or where the
    /// column is of numbers.
    static List<Piece> of(TextFile file, ImportOptions options) throws ImportException {
        byte separator = new LayoutFinder(file, options).separator();
        RowScanner rows = file.rows(separator);
        if (!rows.next()) {
            return List.of();
        }
        List<String> names = rows.texts();
        List<String> plain = HeaderNames.plain(names);
        String stated = options.columns().get("symbol");
        int symbol = stated == null ? first(plain, List.copyOf(HeaderNames.SYMBOL)) : stated(stated, names, file);
        if (symbol < 0) {
            return List.of();
        }
        boolean headed = !new LayoutFinder(file, options).sample().header().isEmpty();
        return new SymbolSplit(file).split(rows, symbol, plain.indexOf("per"), headed);
    }

    /// The column of symbols that the options state by its name or its position from 1.
    private static int stated(String stated, List<String> names, TextFile file) throws ImportException {
        if (stated.strip().equals(ColumnFinder.NOT)) {
            return -1;
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(stated.strip())
                    || Integer.toString(i + 1).equals(stated.strip())) {
                return i;
            }
        }
        throw ImportException.about(
                "symbol",
                file.name() + " has no column '" + stated + "' for symbol; its columns are " + String.join(", ", names)
                        + ".");
    }

    private static int first(List<String> plain, List<String> names) {
        for (int i = 0; i < plain.size(); i++) {
            if (names.contains(plain.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// Splits from the row on that was read last, which is the header where there is one.
    private List<Piece> split(RowScanner rows, int symbol, int period, boolean headed) throws ImportException {
        byte[] bytes = file.bytes();
        Part header = new Part("", null);
        if (headed) {
            header.add(bytes, lineStart(rows), lineEnd(rows.position()), rows.line());
        }
        for (boolean row = !headed || rows.next(); row; row = rows.next()) {
            if (symbol < rows.count()) {
                String name = rows.text(symbol);
                String per = period >= 0 && period < rows.count() ? rows.text(period) : "";
                part(name, per, header).add(bytes, lineStart(rows), lineEnd(rows.position()), rows.line());
            }
        }
        return parts.values().stream()
                .map(part -> new Piece(
                        part.symbol,
                        part.timeframe,
                        new TextFile(
                                file.name(),
                                part.bytes.toByteArray(),
                                file.form(),
                                Arrays.copyOf(part.lines, part.count),
                                file.zone())))
                .toList();
    }

    private int lineStart(RowScanner rows) {
        int at = rows.start(0);
        while (at > 0 && file.bytes()[at - 1] != '\n' && file.bytes()[at - 1] != '\r') {
            at--;
        }
        return at;
    }

    private int lineEnd(int position) {
        int end = position;
        while (end > 0 && (file.bytes()[end - 1] == '\n' || file.bytes()[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    private Part part(String name, String per, Part header) throws ImportException {
        String key = name + '\u0000' + per;
        Part known = parts.get(key);
        if (known != null) {
            return known;
        }
        if (parts.size() == MOST) {
            throw new ImportException(
                    file.name() + " holds more than " + MOST + " symbols in one file. Split it into files of fewer.");
        }
        Part part = new Part(name, timeframe(per));
        byte[] named = header.bytes.toByteArray();
        if (named.length > 0) {
            part.add(named, 0, named.length - 1, header.lines[0]);
        }
        parts.put(key, part);
        return part;
    }

    /// The timeframe by Stooq's words: D, W, M, or minutes.
    private static @Nullable Timeframe timeframe(String per) {
        return switch (per) {
            case "D" -> Timeframe.DAY;
            case "W" -> new Timeframe(1, Timeframe.Unit.WEEK);
            case "M" -> new Timeframe(1, Timeframe.Unit.MONTH);
            case "60" -> new Timeframe(1, Timeframe.Unit.HOUR);
            default -> per.matches("[1-9][0-9]?") ? new Timeframe(Integer.parseInt(per), Timeframe.Unit.MINUTE) : null;
        };
    }
}
