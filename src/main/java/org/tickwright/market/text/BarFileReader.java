package org.tickwright.market.text;

import java.nio.file.Path;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;

/// Reads a text file of bars.
public final class BarFileReader {
    private BarFileReader() {}

    /// Reads bars and further numeric columns. A file that cannot be understood as bars is an [ImportException]; one
    /// that can, but holds errors, comes back blocked.
    public static ParsedFile parse(Path file, ImportOptions options) throws ImportException {
        throw new ImportException(file + " " + options + " to come");
    }
}
