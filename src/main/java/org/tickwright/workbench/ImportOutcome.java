package org.tickwright.workbench;

import java.util.List;
import org.tickwright.market.ImportReport;

/// What came of one file among those of an import: a report per series, or why it was refused whole.
///
/// @param file the file, by its path below the folder or in the archive
/// @param kind what it was read as, empty where it was refused
/// @param reports one for each series of bars in it
/// @param events what was kept of it beside series of bars
/// @param refusal why it was refused, empty where it was read
public record ImportOutcome(
        String file, String kind, List<ImportReport> reports, List<StoredEvents> events, String refusal) {
    /// Whether the file, or one of its series, was not stored.
    public boolean failed() {
        return !refusal.isEmpty() || reports.stream().anyMatch(ImportReport::blocked);
    }

    static ImportOutcome refused(String file, String kind, String why) {
        return new ImportOutcome(file, kind, List.of(), List.of(), why);
    }
}
