package org.tickwright.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a file: counts, findings in order of line, and the stored series unless something blocked it.
///
/// `rowsRead = rowsStored + rowsRejected`. `description` says how the file was understood: separator, columns, time
/// format, zone, timeframe.
/// `difference` is to the version that was in use before, null where there was none or nothing differs.
/// `findings` holds at most the first 1,000; `findingCounts` counts all by code.
public record ImportReport(
        String file,
        String description,
        int rowsRead,
        int rowsStored,
        int rowsRejected,
        List<Finding> findings,
        java.util.Map<String, Integer> findingCounts,
        @Nullable SeriesInfo series,
        @Nullable BarDifference difference) {

    /// A report of bars that were not in the store before, or are as they were.
    public ImportReport(
            String file,
            String description,
            int rowsRead,
            int rowsStored,
            int rowsRejected,
            List<Finding> findings,
            java.util.Map<String, Integer> findingCounts,
            @Nullable SeriesInfo series) {
        this(file, description, rowsRead, rowsStored, rowsRejected, findings, findingCounts, series, null);
    }

    /// True if nothing was stored.
    public boolean blocked() {
        return series == null;
    }
}
