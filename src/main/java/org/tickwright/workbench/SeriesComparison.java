package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.Bars;
import org.tickwright.market.Bars.Field;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.ZoneWindow;

/// Two series of one instrument laid over each other: the bars that only one of them has, and those whose prices differ
/// by more than a tolerance.
///
/// Daily and longer bars meet by their date in their own zones, shorter ones by their time. Only the span that both
/// cover
/// is compared. Volumes are not compared: sources count them differently.
///
/// @param one the first series
/// @param other the second series
/// @param tolerance by which part of the price they may differ
/// @param both how many bars both have
/// @param onlyOne how many only the first has in the span that both cover
/// @param onlyOther how many only the second has
/// @param apart how many differ
/// @param largest the largest difference of a price, as a part of it
/// @param rows the first thousand differences, oldest first
public record SeriesComparison(
        SeriesKey one,
        SeriesKey other,
        double tolerance,
        int both,
        int onlyOne,
        int onlyOther,
        int apart,
        double largest,
        List<Row> rows) {
    private static final int SHOWN = 1_000;
    private static final long SECOND = 1_000_000_000L;
    private static final Field[] PRICES = {Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE};

    /// What differs at a time.
    public enum Kind {
        ONLY_FIRST,
        ONLY_SECOND,
        PRICE
    }

    /// A difference: at the opening time, the field that differs most, its two values; NaN where there is no bar.
    public record Row(long time, Kind kind, Field field, double one, double other) {}

    /// Writes the rows as CSV (`time,kind,field,first,second`, times in UTC), replacing the file in one step.
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("time,kind,field,first,second\n");
        for (Row row : rows) {
            text.append(Instant.ofEpochSecond(Math.floorDiv(row.time(), SECOND), Math.floorMod(row.time(), SECOND)))
                    .append(',')
                    .append(row.kind())
                    .append(',')
                    .append(row.field().name().toLowerCase(Locale.ROOT))
                    .append(',')
                    .append(Double.isNaN(row.one()) ? "" : Double.toString(row.one()))
                    .append(',')
                    .append(Double.isNaN(row.other()) ? "" : Double.toString(row.other()))
                    .append('\n');
        }
        Path absolute = file.toAbsolutePath();
        Path draft = absolute.resolveSibling("." + absolute.getFileName() + ".tmp");
        try {
            Files.writeString(draft, text);
            Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Compares bars. Other timeframes, or a tolerance that is none, are an [IllegalArgumentException].
    static SeriesComparison of(SeriesKey one, Bars first, SeriesKey other, Bars second, double tolerance) {
        return of(one, first, other, second, new Limits(tolerance, SHOWN));
    }

    /// By how much prices may differ, and how many differences are listed at most.
    record Limits(double tolerance, int most) {}

    /// The same with another number of rows.
    static SeriesComparison of(SeriesKey one, Bars first, SeriesKey other, Bars second, Limits limits) {
        double tolerance = limits.tolerance();
        if (!first.timeframe().equals(second.timeframe())) {
            throw new IllegalArgumentException(
                    one + " and " + other + " have other timeframes; compare series of the same one");
        }
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "A tolerance is a part of the price from 0 to below 1, was " + tolerance);
        }
        return new Walk(first, second, limits).compare(one, other);
    }

    /// Goes through both at once.
    private static final class Walk {
        private final Bars first;
        private final Bars second;
        private final double tolerance;
        private final int most;
        private final ZoneWindow firstDays;
        private final ZoneWindow secondDays;
        private final List<Row> rows = new ArrayList<>();
        private int both;
        private int onlyFirst;
        private int onlySecond;
        private int apart;
        private double largest;

        Walk(Bars first, Bars second, Limits limits) {
            this.first = first;
            this.second = second;
            tolerance = limits.tolerance();
            most = limits.most();
            firstDays = new ZoneWindow(first.zone());
            secondDays = new ZoneWindow(second.zone());
        }

        private static long place(Bars bars, ZoneWindow days, int i) {
            return bars.timeframe().intraday() ? bars.time(i) : days.localDay(bars.time(i));
        }

        SeriesComparison compare(SeriesKey one, SeriesKey other) {
            int i = 0;
            int j = 0;
            while (i < first.size() && j < second.size()) {
                long a = place(first, firstDays, i);
                long b = place(second, secondDays, j);
                if (a == b) {
                    meet(i++, j++);
                } else if (a < b) {
                    onlyFirst += j == 0 ? 0 : 1;
                    add(j > 0, new Row(first.time(i), Kind.ONLY_FIRST, Field.CLOSE, first.close(i), Double.NaN));
                    i++;
                } else {
                    onlySecond += i == 0 ? 0 : 1;
                    add(i > 0, new Row(second.time(j), Kind.ONLY_SECOND, Field.CLOSE, Double.NaN, second.close(j)));
                    j++;
                }
            }
            return new SeriesComparison(
                    one, other, tolerance, both, onlyFirst, onlySecond, apart, largest, List.copyOf(rows));
        }

        private void meet(int i, int j) {
            both++;
            Field worst = Field.CLOSE;
            double farthest = 0;
            for (Field field : PRICES) {
                double a = first.column(field)[i];
                double b = second.column(field)[j];
                double difference = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
                if (difference > farthest) {
                    farthest = difference;
                    worst = field;
                }
            }
            largest = Math.max(largest, farthest);
            if (farthest > tolerance) {
                apart++;
                add(true, new Row(first.time(i), Kind.PRICE, worst, first.column(worst)[i], second.column(worst)[j]));
            }
        }

        private void add(boolean counts, Row row) {
            if (counts && rows.size() < most) {
                rows.add(row);
            }
        }
    }
}
