package org.tickwright.workbench;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.BarDifference;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.text.ParsedFile;

/// What a series of an import would be, before it is stored.
///
/// @param symbol under which it would be stored
/// @param reading how its rows were understood, and what the audit saw in them
/// @param rowsRead the rows there are
/// @param rowsRejected how many of them are not among the bars as they were read
/// @param from when the first bar opens, nanoseconds UTC; 0 where there is none
/// @param to when the last bar opens
/// @param difference to the version that is in use, null where none is
/// @param parsed what was read, where one file alone was asked for, null among several
/// @param joined whether it continues the series of an earlier file of the same import
public record SeriesPreview(
        String symbol,
        ImportPreview reading,
        int rowsRead,
        int rowsRejected,
        long from,
        long to,
        @Nullable BarDifference difference,
        @Nullable ParsedFile parsed,
        boolean joined) {

    /// The same as the continuation of what an earlier file holds, which says how the store will differ.
    SeriesPreview continuing() {
        return new SeriesPreview(symbol, reading, rowsRead, rowsRejected, from, to, null, parsed, true);
    }

    /// Whether it would be stored.
    public boolean storable() {
        return !reading.blocked() && reading.bars() > 0;
    }
}
