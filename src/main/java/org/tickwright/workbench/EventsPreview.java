package org.tickwright.workbench;

import java.util.List;
import java.util.Map;
import org.tickwright.market.Finding;

/// What an import would keep of a file that holds no bars: trades, quotes, splits and dividends.
///
/// @param kind what it is, in a word or two
/// @param symbol under which it would be kept
/// @param rows how many there are
/// @param from the first time, nanoseconds UTC; 0 where it is not told
/// @param to the last time
/// @param zone the zone of the times
/// @param findings what the audit saw in them and in their rows, at most a thousand
/// @param findingCounts how many findings there are by code
public record EventsPreview(
        String kind,
        String symbol,
        long rows,
        long from,
        long to,
        String zone,
        List<Finding> findings,
        Map<String, Integer> findingCounts) {
    /// Whether rows have faults that were not accepted, so that nothing would be kept.
    public boolean blocked() {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    /// Whether a person may say under which symbol; a recording tells that itself.
    public boolean named() {
        return !kind.equals("recording");
    }

    /// The same under another symbol.
    public EventsPreview under(String other) {
        return new EventsPreview(kind, other, rows, from, to, zone, findings, findingCounts);
    }
}
