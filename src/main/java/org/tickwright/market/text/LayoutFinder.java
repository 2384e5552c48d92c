package org.tickwright.market.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.audit.AuditLog;

/// Finds separator, header, columns, decimal mark and time format of a file from its first rows.
final class LayoutFinder {
    private static final byte[] SEPARATORS = {'\t', ';', '|', ','};
    private static final int LINES = 200;
    private static final int PREAMBLE = 20;
    private static final int SHOWN = 20;

    private final TextFile file;
    private final ImportOptions options;
    private final TimeParser times = new TimeParser();

    LayoutFinder(TextFile file, ImportOptions options) {
        this.file = file;
        this.options = options;
    }

    /// A line of the file split into fields.
    record Line(long number, List<String> fields, int dataFields) {
        private static final int SURE = 5;

        /// Whether the fields are names rather than values; among many one may look like a value.
        boolean named() {
            return dataFields == 0 || (dataFields == 1 && fields.size() >= SURE);
        }
    }

    /// The layout, or an [ImportException] that says what the file looks like instead.
    Layout find(AuditLog log) throws ImportException {
        byte separator = separator();
        List<Line> lines = lines(separator);
        int width = commonWidth(lines);
        int top = top(lines, width);
        if (top < 0) {
            throw new ImportException(file.name() + " does not look like a table: no separator (comma, semicolon, tab"
                    + " or |) splits its lines into columns. Save it as CSV with a header such as"
                    + " time,open,high,low,close,volume.");
        }
        boolean headed = lines.get(top).named();
        if (!headed) {
            refuseAHeaderOfAnotherWidth(lines.subList(0, top), width);
        }
        List<String> header = headed ? lines.get(top).fields() : List.of();
        List<Line> data = lines.subList(headed ? top + 1 : top, lines.size());
        if (data.isEmpty()) {
            throw new ImportException(file.name() + " has a header but no rows.");
        }
        List<List<String>> sample = data.stream().map(Line::fields).toList();
        ColumnFinder finder = new ColumnFinder(file.name(), options, header, sample);
        Columns columns = finder.find();
        NumberParser numbers = new DecimalFinder(file.name(), options).find(columns, sample, log);
        finder.checkOrder(columns, numbers);
        long first = data.getFirst().number();
        TimeStyle style = new TimeStyleFinder(file, options).find(separator, columns.time(), first, log);
        List<Integer> extras = finder.extras(columns, numbers);
        int symbol = finder.symbolColumn();
        int rowWidth = headed ? Math.max(named(header), Math.min(width, columns.last() + 1)) : width;
        return new Layout(
                separator,
                header,
                first,
                columns,
                numbers,
                style,
                extras,
                symbol,
                rowWidth,
                sample.subList(0, Math.min(SHOWN, sample.size())));
    }

    /// The first rows as they are split, before anything is known of them.
    FileSample sample() {
        List<Line> lines = lines(separator());
        int top = top(lines, commonWidth(lines));
        if (top < 0) {
            return FileSample.NONE;
        }
        boolean headed = lines.get(top).named();
        List<List<String>> rows = lines.subList(headed ? top + 1 : top, lines.size()).stream()
                .limit(SHOWN)
                .map(Line::fields)
                .toList();
        return new FileSample(headed ? lines.get(top).fields() : List.of(), rows);
    }

    /// Names above rows of another width would be taken for words in front, and the columns be guessed.
    private void refuseAHeaderOfAnotherWidth(List<Line> above, int width) throws ImportException {
        for (Line line : above) {
            List<String> plain = HeaderNames.plain(line.fields());
            boolean prices = plain.contains("close") || plain.contains("high") || plain.contains("low");
            if (line.fields().size() > 2 && prices) {
                throw new ImportException(file.name() + ", line " + line.number() + " names "
                        + line.fields().size()
                        + " columns (" + String.join(", ", line.fields()) + "), but the rows below have " + width
                        + " fields. Where commas are decimal marks the columns need another separator; else add the"
                        + " names that are missing.");
            }
        }
    }

    /// How many columns a header names; separators behind the last name are none.
    private static int named(List<String> header) {
        int named = header.size();
        while (named > 0 && header.get(named - 1).isBlank()) {
            named--;
        }
        return named;
    }

    /// The character between the fields.
    byte separator() {
        String start = new String(
                file.bytes(), 0, Math.min(5, file.bytes().length), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.length() == 5 && start.toLowerCase(java.util.Locale.ROOT).startsWith("sep=")) {
            return (byte) start.charAt(4);
        }
        byte best = ',';
        double bestShare = 0;
        for (byte candidate : SEPARATORS) {
            List<Line> lines = lines(candidate);
            int width = commonWidth(lines);
            long fitting =
                    lines.stream().filter(line -> line.fields().size() == width).count();
            double share = width < 2 ? 0 : fitting / (double) lines.size();
            if (share > bestShare && (bestShare < 0.8 || share > bestShare + 0.19)) {
                best = candidate;
                bestShare = share;
            }
        }
        return best;
    }

    private List<Line> lines(byte separator) {
        List<Line> lines = new ArrayList<>();
        RowScanner rows = file.rows(separator);
        while (lines.size() < LINES && rows.next()) {
            int data = 0;
            for (int i = 0; i < rows.count(); i++) {
                int from = rows.start(i);
                int to = rows.end(i);
                boolean number = !Double.isNaN(NumberParser.POINT.parse(file.bytes(), from, to));
                boolean date = times.calendar(file.bytes(), from, to, TimeStyle.Order.UNKNOWN) || times.orderAsked();
                data += number || date ? 1 : 0;
            }
            lines.add(new Line(rows.line(), rows.texts(), data));
        }
        return lines;
    }

    private static int commonWidth(List<Line> lines) {
        Map<Integer, Integer> widths = new TreeMap<>();
        lines.forEach(line -> widths.merge(line.fields().size(), 1, Integer::sum));
        int common = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getValue() >= most) {
                most = width.getValue();
                common = width.getKey();
            }
        }
        return common;
    }

    /// The index of the header, or of the first row where there is none; -1 if there is no table.
    private static int top(List<Line> lines, int width) {
        if (width < 2) {
            return -1;
        }
        for (int i = 0; i < Math.min(PREAMBLE, lines.size()); i++) {
            int fields = lines.get(i).fields().size();
            boolean nearly = fields >= 2 && Math.abs(fields - width) <= 1;
            if (nearly && (lines.get(i).named() || lines.get(i).dataFields() >= 2)) {
                return i;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).fields().size() == width) {
                return i;
            }
        }
        return -1;
    }
}
