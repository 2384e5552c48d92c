package org.tickwright.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tickwright.testing.Shared;

/// A reference table: columns of numbers by header, empty cells as NaN, texts left out.
record OracleFile(Map<String, double[]> columns, int rows) {

    static OracleFile read(String relative) {
        Path path = Shared.requirePath(relative);
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = relative.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().filter(line -> !line.isBlank()).toList();
            String[] header = lines.getFirst().split(",", -1);
            Map<String, double[]> columns = new LinkedHashMap<>();
            List<String[]> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(line.split(",", -1));
            }
            for (int column = 0; column < header.length; column++) {
                double[] values = new double[rows.size()];
                for (int row = 0; row < values.length; row++) {
                    values[row] = number(rows.get(row)[column]);
                }
                columns.put(header[column].strip(), values);
            }
            return new OracleFile(columns, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double[] column(String name) {
        double[] values = columns.get(name);
        if (values == null) {
            throw new IllegalArgumentException("No column " + name + " in " + columns.keySet());
        }
        return values;
    }

    private static double number(String text) {
        try {
            return text.isBlank() ? Double.NaN : Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
