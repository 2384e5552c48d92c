package org.tickwright.workbench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.text.BarFileReader;

/// A file of simple returns: a column of dates or times and one of returns as fractions.
///
/// It is read by the reader of bars, which knows every way of writing a date, with a constant price put
/// beside it; so dates twice or out of order are refused here for the same reasons and in the same words
/// as there. `begin` is the start of the first period, if the file tells it by a first row without a
/// return.
record ReturnsFile(long[] time, double[] returns, @Nullable Long begin, ZoneId zone) {
    private static final Set<String> NAMES = Set.of(
            "return", "returns", "ret", "ret1", "dailyreturn", "dailyreturns", "simplereturn", "pctchange", "change");
    private static final String PRICE = "constant price";
    private static final String VALUE = "return";

    static ReturnsFile read(Path file) throws ImportException {
        String name = String.valueOf(file.getFileName());
        List<String> lines = lines(file, name);
        char separator = separator(lines.getFirst());
        boolean header = lines.getFirst().chars().filter(Character::isLetter).count() > 3;
        StringBuilder text = new StringBuilder();
        if (!header) {
            requireTwoColumns(lines.getFirst(), separator, name);
            text.append("date")
                    .append(separator)
                    .append(VALUE)
                    .append(separator)
                    .append(PRICE)
                    .append('\n');
        }
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i))
                    .append(separator)
                    .append(i == 0 && header ? PRICE : "1")
                    .append('\n');
        }
        ImportOptions options = new ImportOptions("FILE", null, null, "auto", Map.of("close", PRICE), null, Set.of());
        InputStream in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        return of(BarFileReader.parse(name, in, options).frame(), name);
    }

    private static List<String> lines(Path file, String name) throws ImportException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.size() < 2) {
                throw new ImportException(name + " holds no returns. Needed is a header and rows of date and return.");
            }
            return lines;
        } catch (IOException e) {
            throw new ImportException("Could not read " + name + ": " + e.getMessage(), e);
        }
    }

    private static char separator(String line) {
        for (char candidate : new char[] {';', '\t', ','}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ',';
    }

    private static void requireTwoColumns(String line, char separator, String name) throws ImportException {
        if (line.split(String.valueOf(separator), -1).length != 2) {
            throw new ImportException(name + " has no header and not two columns (its first row is " + line
                    + "). Needed is a header with a date and a return, or exactly these two columns.");
        }
    }

    private static ReturnsFile of(Frame frame, String name) throws ImportException {
        double[] values = frame.column(column(frame, name)).orElseThrow();
        Bars bars = frame.bars();
        long[] time = Arrays.copyOf(bars.times(), bars.size());
        int first = values.length > 0 && Double.isNaN(values[0]) ? 1 : 0;
        for (int i = first; i < time.length; i++) {
            if (!(values[i] >= -1) || Double.isInfinite(values[i])) {
                throw new ImportException(name + " has " + (Double.isNaN(values[i]) ? "no return" : values[i])
                        + " in row " + (i + 1) + " of its data; a return is a fraction of at least -1, such as 0.012.");
            }
        }
        return new ReturnsFile(
                Arrays.copyOfRange(time, first, time.length),
                Arrays.copyOfRange(values, first, time.length),
                first == 1 ? time[0] : null,
                bars.zone());
    }

    /// The header of the one column of returns.
    private static String column(Frame frame, String name) throws ImportException {
        List<String> headers =
                frame.headers().stream().filter(header -> !header.equals(PRICE)).toList();
        List<String> named = headers.stream()
                .filter(header -> NAMES.contains(header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "")))
                .toList();
        List<String> candidates = named.isEmpty() ? headers : named;
        if (candidates.size() == 1) {
            return candidates.getFirst();
        }
        throw new ImportException(
                headers.isEmpty()
                        ? name + " has no column of returns beside its dates."
                        : name + " has several columns (" + String.join(", ", headers)
                                + "); name the one with the returns 'return'.");
    }
}
