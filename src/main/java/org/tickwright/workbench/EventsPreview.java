package org.tickwright.workbench;

/// What an import would keep of a file that holds no bars: trades, quotes, splits and dividends.
///
/// @param kind what it is, in a word or two
/// @param symbol under which it would be kept
/// @param rows how many there are
/// @param from the first time, nanoseconds UTC; 0 where it is not told
/// @param to the last time
/// @param zone the zone of the times
public record EventsPreview(String kind, String symbol, long rows, long from, long to, String zone) {
    /// Whether a person may say under which symbol; a recording tells that itself.
    public boolean named() {
        return !kind.equals("recording");
    }

    /// The same under another symbol.
    public EventsPreview under(String other) {
        return new EventsPreview(kind, other, rows, from, to, zone);
    }
}
