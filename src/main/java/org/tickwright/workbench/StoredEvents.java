package org.tickwright.workbench;

import java.util.List;
import java.util.Map;
import org.tickwright.market.Finding;

/// What an import kept of a file beside series of bars, or instead of them: trades, quotes, splits and dividends, or a
/// recording.
///
/// @param kind what it is, in a word or two: `trades`, `quotes`, `corporate actions`, `recording`
/// @param symbol under which it is kept; for a recording the symbols it tells of
/// @param version its number; 0 where the kind has none
/// @param rowsRead rows or messages of the file
/// @param rowsStored how many of them are kept
/// @param from the first time, nanoseconds UTC
/// @param to the last time
/// @param contentHash what it is known by
/// @param findings how often what was seen in it
/// @param seen what was seen in it, at most a thousand
/// @param notes what else is to be said, in sentences
public record StoredEvents(
        String kind,
        String symbol,
        int version,
        long rowsRead,
        long rowsStored,
        long from,
        long to,
        String contentHash,
        Map<String, Integer> findings,
        List<Finding> seen,
        List<String> notes) {
    /// Copies notes and findings.
    public StoredEvents {
        findings = Map.copyOf(findings);
        seen = List.copyOf(seen);
        notes = List.copyOf(notes);
    }

    /// How it is called in the store: `ABC trades`.
    public String name() {
        return symbol + " " + kind;
    }
}
