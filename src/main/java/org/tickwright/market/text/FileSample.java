package org.tickwright.market.text;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// The first rows of a file as they are split into fields, whether or not they can be read as market data.
///
/// `header` is empty where there is none; both are empty where the file is no table.
public record FileSample(List<String> header, List<List<String>> rows) {
    /// Of a file that is no table.
    public static final FileSample NONE = new FileSample(List.of(), List.of());

    /// The first rows of a text; `name` stands for it in messages.
    public static FileSample of(String name, InputStream in) {
        try {
            return new LayoutFinder(TextFile.read(name, in), ImportOptions.forSymbol("")).sample();
        } catch (ImportException e) {
            return NONE;
        }
    }

    /// Lines of a text by their numbers, as they were split, with a bar between the fields; lines that are
    /// not there are left out.
    public static Map<Long, String> lines(String name, InputStream in, Set<Long> wanted) {
        Map<Long, String> lines = new HashMap<>();
        try {
            TextFile file = TextFile.read(name, in);
            RowScanner rows = file.rows(new LayoutFinder(file, ImportOptions.forSymbol("")).separator());
            while (lines.size() < wanted.size() && rows.next()) {
                if (wanted.contains(rows.line())) {
                    lines.put(rows.line(), String.join(" | ", rows.texts()));
                }
            }
        } catch (ImportException e) {
            return Map.of();
        }
        return lines;
    }
}
