package org.tickwright.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tickwright.testing.Shared;

/// A column of a reference file of daily values, with midnights UTC as times.
record DailyFile(long[] time, double[] values) {

    static DailyFile read(String relative, int column) {
        try {
            List<String[]> rows = Files.readAllLines(Shared.requirePath(relative)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(fields -> !fields[column].isBlank())
                    .toList();
            return new DailyFile(
                    rows.stream().mapToLong(row -> midnight(row[0])).toArray(),
                    rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row[column]))
                            .toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long midnight(String date) {
        String[] parts = date.split("/");
        LocalDate day = parts.length == 3
                ? LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                : LocalDate.parse(date);
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L;
    }
}
