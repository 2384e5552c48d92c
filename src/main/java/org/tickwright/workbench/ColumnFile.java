package org.tickwright.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.tickwright.kernel.CalendarDays;
import org.tickwright.market.Bars;

/// Columns beside the times of bars, as a CSV file.
final class ColumnFile {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private ColumnFile() {}

    /// Writes beside the target first and moves it there when it is whole.
    static void write(Bars bars, Map<String, double[]> columns, Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path draft = Files.createTempFile(directory, ".columns", ".csv");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                write(bars, columns, writer);
            }
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Bars bars, Map<String, double[]> columns, BufferedWriter writer) throws IOException {
        boolean intraday = bars.timeframe().intraday();
        writer.write(intraday ? "time" : "date");
        for (String header : columns.keySet()) {
            writer.write(',');
            writer.write(quoted(header));
        }
        writer.write('\n');
        double[][] values = columns.values().toArray(double[][]::new);
        CalendarDays days = new CalendarDays(bars.zone());
        for (int row = 0; row < bars.size(); row++) {
            writer.write(intraday ? instant(bars.time(row)) : date(days.dayOf(bars.time(row))));
            for (double[] column : values) {
                writer.write(',');
                if (!Double.isNaN(column[row])) {
                    writer.write(Double.toString(column[row]));
                }
            }
            writer.write('\n');
        }
    }

    private static String instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
                .toString();
    }

    private static String date(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    /// A header as a CSV field: quoted if it holds a separator or a quotation mark.
    private static String quoted(String header) {
        boolean plain = header.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? header : '"' + header.replace("\"", "\"\"") + '"';
    }
}
