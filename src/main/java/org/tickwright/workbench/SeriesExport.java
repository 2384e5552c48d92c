package org.tickwright.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.tickwright.market.Bars;

/// Writes bars as CSV that reads back to the same bars. The file is there whole or not at all.
final class SeriesExport {
    private static final long SECOND = 1_000_000_000L;

    private SeriesExport() {}

    /// Replaces the file in one step.
    static void write(Bars bars, Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path directory = absolute.getParent();
        if (directory == null) {
            throw new IOException(file + " is no file that can be written");
        }
        if (Files.isDirectory(absolute)) {
            throw new IOException(file + " is a folder; name a file in it");
        }
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, ".export", ".tmp");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                rows(bars, out);
            }
            try {
                Files.move(draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void rows(Bars bars, BufferedWriter out) throws IOException {
        out.write("time,open,high,low,close,volume\n");
        StringBuilder row = new StringBuilder(120);
        for (int i = 0; i < bars.size(); i++) {
            row.setLength(0);
            long time = bars.time(i);
            row.append(Instant.ofEpochSecond(Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND)));
            number(row, bars.open(i));
            number(row, bars.high(i));
            number(row, bars.low(i));
            number(row, bars.close(i));
            number(row, bars.volume(i));
            out.append(row.append('\n'));
        }
    }

    /// The shortest text that reads back to the same double; whole numbers without a point.
    private static void number(StringBuilder row, double value) {
        row.append(',');
        long whole = (long) value;
        boolean plain = whole == value && Math.abs(value) < 1e15 && Double.doubleToRawLongBits(value) != Long.MIN_VALUE;
        if (plain) {
            row.append(whole);
        } else {
            row.append(value);
        }
    }
}
