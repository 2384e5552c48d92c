package org.tickwright.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.tickwright.market.Bars;
import org.tickwright.market.StoreException;

/// Writes bars as CSV that reads back to the same bars. The file is there whole or not at all.
final class SeriesExport {
    private static final long SECOND = 1_000_000_000L;

    private SeriesExport() {}

    /// Replaces the file in one step.
    static void write(Bars bars, Path file) throws IOException {
        try {
            AtomicFile.write(file, out -> rows(bars, out));
        } catch (StoreException e) {
            throw new IllegalStateException("Bars in memory are read from no store", e);
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
    static void number(StringBuilder row, double value) {
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
