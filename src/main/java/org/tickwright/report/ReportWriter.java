package org.tickwright.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Writes a tear sheet as files. The same sheet gives the same bytes.
public final class ReportWriter {
    private ReportWriter() {}

    /// Writes the formats into `directory` (created if absent), each file whole or not at all, and returns the files in
    /// order of format.
    public static List<Path> write(TearSheet sheet, Set<ReportFormat> formats, Path directory) throws IOException {
        throw new IOException("to come: " + directory);
    }
}
