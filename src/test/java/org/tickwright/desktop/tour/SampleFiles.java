package org.tickwright.desktop.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Files of prices that a person might bring, made by a formula: a clean one and one with every kind of mistake.
public final class SampleFiles {
    private SampleFiles() {}

    /// Daily prices without a fault.
    public static Path clean(Path folder) throws IOException {
        return write(folder.resolve("acme_daily.csv"), rows(260));
    }

    /// The same with a row out of order, one twice, impossible prices, a price of zero, and one that is no row.
    public static Path broken(Path folder) throws IOException {
        List<String> rows = rows(120);
        rows.add(30, rows.remove(34));
        rows.add(51, rows.get(50));
        rows.set(60, rows.get(60).replaceFirst(",[0-9.]+,", ",1.00,").replaceFirst(",[0-9.]+,", ",999.00,"));
        rows.set(70, rows.get(70).substring(0, 10) + ",0.00,101.00,0.00,100.50,1200");
        rows.set(80, "see note below");
        return write(folder.resolve("globex broken.csv"), rows);
    }

    private static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        LocalDate day = LocalDate.of(2024, 1, 2);
        for (int i = 0; rows.size() < count; i++, day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                double close = 100 + 12 * Math.sin(i / 17.0) + i * 0.05;
                double open = close - Math.sin(i * 1.7);
                rows.add(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f,%d",
                        day,
                        open,
                        Math.max(open, close) + 0.6,
                        Math.min(open, close) - 0.6,
                        close,
                        10_000 + 37 * i % 4_000));
            }
        }
        return rows;
    }

    private static Path write(Path file, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
        lines.addAll(rows);
        return Files.write(file, lines);
    }
}
