package org.tickwright.desktop.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.tickwright.kernel.Progress;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.calendar.Session;
import org.tickwright.workbench.SeriesLibrary;

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

    /// The broken one as its source sends it a year later: mended, three closes revised, ten days more.
    public static Path changed(Path folder) throws IOException {
        List<String> rows = rows(130);
        for (int row : new int[] {20, 21, 22}) {
            rows.set(row, rows.get(row).replaceFirst(",\\d+$", ",777"));
        }
        return write(folder.resolve("globex revised.csv"), rows);
    }

    /// Prices under names that nobody knows, in columns of another order, with day and month that could be either.
    public static Path unknown(Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of("when;code;last trade;top;bottom;begin;pieces"));
        for (int i = 1; i <= 12; i++) {
            lines.add(String.format(
                    Locale.ROOT,
                    "0%d/0%d/2024;ACME;%d,5;%d,9;%d,1;%d,3;1200",
                    i % 9 + 1,
                    3,
                    100 + i,
                    101 + i,
                    99 + i,
                    100 + i));
        }
        return Files.write(folder.resolve("export 7.txt"), lines);
    }

    /// A folder with a clean file, a broken one, one of two symbols, and one that is no table.
    public static Path folder(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("year 2024"));
        clean(folder);
        broken(folder);
        List<String> both = new ArrayList<>(List.of("Date,Symbol,Open,High,Low,Close,Volume"));
        for (String row : rows(40)) {
            both.add(row.replaceFirst(",", ",UMBRA,"));
            both.add(row.replaceFirst(",", ",INITECH,"));
        }
        Files.write(folder.resolve("two of them.csv"), both);
        Files.writeString(folder.resolve("read me.txt"), "dear diary");
        return folder;
    }

    /// Half hours of three years of New York, with a week lost, half days lost, bars on a holiday and a day in cents;
    /// imported.
    public static SeriesKey holes(SeriesLibrary library, Path folder) throws Exception {
        ExchangeCalendar calendar = ExchangeCalendars.shipped().get("XNYS");
        Timeframe half = Timeframe.parse("30m");
        List<String> rows = new ArrayList<>();
        LocalDate day = LocalDate.of(2022, 1, 3);
        for (int i = 0; day.isBefore(LocalDate.of(2025, 1, 1)); i++, day = day.plusDays(1)) {
            boolean lost = i >= 400 && i < 407;
            boolean holiday = day.equals(LocalDate.of(2024, 7, 4));
            Session session = calendar.session(holiday ? day.minusDays(2) : day).orElse(null);
            long moved = holiday ? 2 * 86_400_000_000_000L : 0;
            for (int k = 0; session != null && !lost && k < session.bars(half); k++) {
                if (i % 97 != 5 || k < 6) {
                    double scale = i == 700 ? 100 : 1;
                    long time = session.open() + moved + k * half.nanos();
                    rows.add(halfHour(Instant.ofEpochSecond(time / 1_000_000_000L), i + k / 13.0, scale));
                }
            }
        }
        Path file = write(folder.resolve("holes.csv"), rows);
        ImportOptions options = ImportOptions.forSymbol("HOLES");
        return Objects.requireNonNull(
                        library.importFile(file, options, Progress.NONE).series())
                .key();
    }

    private static String halfHour(Instant time, double at, double scale) {
        double close = scale * (100 + 12 * Math.sin(at / 17) + at * 0.05);
        double open = close - scale * 0.1 * Math.sin(at * 1.7);
        return String.format(
                Locale.ROOT,
                "%s,%.3f,%.3f,%.3f,%.3f,%d",
                time,
                open,
                Math.max(open, close) + 0.1 * scale,
                Math.min(open, close) - 0.1 * scale,
                close,
                1_000);
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
