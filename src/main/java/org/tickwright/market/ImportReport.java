package org.tickwright.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a file: counts, findings in order of line, and the stored series unless something blocked it.
///
/// `rowsRead = rowsStored + rowsRejected`. `description` says how the file was understood: separator, columns, time
/// format, zone, timeframe.
/// `findings` holds at most the first 1,000; `findingCounts` counts all by code.
public record ImportReport(
        String file,
        String description,
        int rowsRead,
        int rowsStored,
        int rowsRejected,
        List<Finding> findings,
        java.util.Map<String, Integer> findingCounts,
        @Nullable SeriesInfo series) {

    /// True if nothing was stored.
    public boolean blocked() {
        return series == null;
    }
}
