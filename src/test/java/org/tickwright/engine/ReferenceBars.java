package org.tickwright.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.Shared;

/// Reads the plain daily files of the reference data for tests; nothing that could share a fault with the
/// importer.
public final class ReferenceBars {
    private ReferenceBars() {}

    /// Rows of a CSV file behind its header, split at commas; `.gz` is unpacked.
    public static List<String[]> rows(String relative) throws IOException {
        Path path = Shared.requirePath(relative);
        List<String[]> rows = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = relative.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
        }
        return rows;
    }

    /// Daily bars from `date,open,high,low,close,volume`, dated in UTC.
    public static Bars daily(String relative) throws IOException {
        List<String[]> rows = rows(relative);
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, rows.size());
        for (String[] row : rows) {
            bars.append(
                    midnight(row[0].substring(0, 10)),
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]),
                    Double.parseDouble(row[5]));
        }
        return bars;
    }

    /// Nanoseconds of a date's midnight in UTC.
    public static long midnight(String date) {
        return LocalDate.parse(date).toEpochDay() * 86_400_000_000_000L;
    }
}
