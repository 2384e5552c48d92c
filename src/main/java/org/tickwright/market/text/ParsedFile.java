package org.tickwright.market.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;

/// A text file as it was understood: its bars, its further numeric columns, and what the audit saw.
///
/// `columns` holds the further numeric columns by header, one value per bar. `header` is empty where the file has none;
/// `firstRows` are the first data rows split into fields; `mapping` says which position (from 1) holds `time`, `open`
/// and so on. `zoneAssumed` is true where nothing stated the zone. `rowsRejected` counts rows that are not among the
/// bars as they were read; bars that a mend put in are no rows. `findings` are in order of line, at most the first
/// 1,000; `findingCounts` counts all by code, `blocking` are
/// the codes that forbid using the bars: those of errors that the options do not accept.
public record ParsedFile(
        String file,
        String description,
        Bars bars,
        Map<String, double[]> columns,
        List<String> header,
        List<List<String>> firstRows,
        Map<String, Integer> mapping,
        boolean zoneAssumed,
        int rowsRead,
        int rowsRejected,
        List<Finding> findings,
        Map<String, Integer> findingCounts,
        Set<String> blocking) {

    /// True if an error forbids using the bars.
    public boolean blocked() {
        return !blocking.isEmpty();
    }

    /// Bars and columns for use; a blocked file is an [ImportException] that quotes the first errors.
    public Frame frame() throws ImportException {
        if (!blocked()) {
            return new Frame(bars, columns);
        }
        StringBuilder message = new StringBuilder(file + " cannot be used as it is:");
        findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .limit(5)
                .forEach(finding -> message.append("\n  ")
                        .append(finding.code())
                        .append(": ")
                        .append(finding.message())
                        .append(". ")
                        .append(finding.mend()));
        throw new ImportException(message.toString());
    }
}
