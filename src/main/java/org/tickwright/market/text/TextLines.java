package org.tickwright.market.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tickwright.market.ImportException;

/// The lines of a small text file, unpacked where it is gzip.
final class TextLines {
    private TextLines() {}

    static List<String> of(Path file) throws ImportException {
        return new String(TextFile.read(file).bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }
}
