package org.tickwright.market.text;

import org.tickwright.market.audit.AuditLog;

/// Says what a file of bars lacks and what stands in for it.
final class MissingColumns {
    private MissingColumns() {}

    /// Notes volumes that are not there, `missing` of them from `first` on, and bars of one price.
    static void note(Columns columns, int missing, long first, AuditLog log) {
        if (columns.volume() < 0) {
            log.warn(
                    "MISSING_VOLUME",
                    0,
                    "The file has no volume; it is taken as 0",
                    "Rules that read the volume will see 0");
        } else if (missing > 0) {
            log.warn(
                    "MISSING_VOLUME",
                    first,
                    missing + " rows have no volume, the first on line " + first + "; it is taken as 0",
                    "Rules that read the volume will see 0 there");
            log.countFurther("MISSING_VOLUME", missing - 1);
        }
        if (columns.closeOnly()) {
            log.warn(
                    "CLOSE_ONLY",
                    0,
                    "The file has one price per row; every bar has it as open, high, low and close",
                    "Stops, ranges and fills at the open mean nothing on such bars; import full bars for these");
        }
    }
}
