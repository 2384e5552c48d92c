package org.tickwright.market.text;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.ImportException;
import org.tickwright.market.RateSeries;

/// Reads a series of rates from a CSV file with a header: the time first, then a column `rate`, or `bid_close`
/// and `ask_close`, whose middle counts, or `close`, or else the second column.
///
/// A date alone is a day's last rate, known from the midnight in UTC that ends it. A time states its offset,
/// else it is UTC, and is when the rate became known.
public final class RateFile {
    private RateFile() {}

    /// The rates in a file.
    public static RateSeries read(Path file) throws ImportException {
        List<String> lines = TextLines.of(file);
        List<RateSeries.Point> points = new ArrayList<>();
        int line = 0;
        int[] columns = {1, 1};
        try {
            for (String text : lines) {
                line++;
                String[] fields = text.split(",", -1);
                if (line == 1 && !text.isEmpty() && !Character.isDigit(text.charAt(0))) {
                    columns = columns(fields);
                } else if (!text.isBlank()) {
                    points.add(point(fields, columns));
                }
            }
            if (points.isEmpty()) {
                throw new IllegalArgumentException("there are no rates");
            }
            return new RateSeries(points);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ImportException(
                    TextLines.name(file) + ", line " + line + ": " + e.getMessage() + ". Nothing was read.", e);
        }
    }

    private static int[] columns(String[] header) {
        List<String> names = new ArrayList<>();
        for (String name : header) {
            names.add(name.strip().toLowerCase(Locale.ROOT));
        }
        int bid = names.indexOf("bid_close");
        int ask = names.indexOf("ask_close");
        if (bid > 0 && ask > 0) {
            return new int[] {bid, ask};
        }
        int rate = names.contains("rate") ? names.indexOf("rate") : names.indexOf("close");
        return rate > 0 ? new int[] {rate, rate} : new int[] {1, 1};
    }

    private static RateSeries.Point point(String[] fields, int[] columns) {
        if (fields.length <= Math.max(columns[0], columns[1])) {
            throw new IllegalArgumentException("a row must be time,rate, was '" + String.join(",", fields) + "'");
        }
        double one = Double.parseDouble(fields[columns[0]]);
        double other = Double.parseDouble(fields[columns[1]]);
        return new RateSeries.Point(time(fields[0].strip()), one == other ? one : (one + other) / 2);
    }

    private static Instant time(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        String iso = text.replace(' ', 'T');
        boolean offset = iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
        return OffsetDateTime.parse(offset ? iso : iso + "Z").toInstant();
    }
}
