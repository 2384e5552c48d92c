package org.tickwright.workbench;

import java.nio.file.Path;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.market.text.TickFile;
import org.tickwright.market.text.TickFileReader;

/// Uses a file of bars or trades as it lies there, without the store.
public final class SeriesFiles {
    private SeriesFiles() {}

    /// Reads and audits a file. What it was understood to be and what the audit saw is in the result, also where it is
    /// blocked.
    public static ParsedFile parse(Path file, ImportOptions options) throws ImportException {
        return BarFileReader.parse(file, options);
    }

    /// The trades of a file.
    public static TickFile ticks(Path file, ImportOptions options) throws ImportException {
        return TickFileReader.read(file, options);
    }

    /// Bars and further columns of a file that the audit does not block.
    public static Frame read(Path file, ImportOptions options) throws ImportException {
        return parse(file, options).frame();
    }
}
