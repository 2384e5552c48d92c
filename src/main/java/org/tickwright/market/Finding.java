package org.tickwright.market;

/// Something the audit saw in a file or series: a stable code, where, what and what to do about it.
///
/// `line` is the line of the file (1 is the first), or 0 where the finding concerns the whole or a stored series.
/// `from` and `to` are the opening times of the first and last bar it touches, nanoseconds UTC, or [#NOWHERE] where it
/// lies at no time of its own. Errors block an import and a run unless their code is accepted; warnings and notes do
/// not. Codes: `OUT_OF_ORDER`, `DUPLICATE`, `MIXED_TIMEFRAME`, `GAP`, `IMPOSSIBLE_OHLC`, `NON_POSITIVE_PRICE`,
/// `OUTLIER`, `SPLIT`, `PRICE_SCALE`, `OUTSIDE_SESSION`, `CLOSED_DAY`, `STALE`, `ZERO_VOLUME`, `ZONE_SHIFT`,
/// `CLOCK_CHANGE`, `BAD_ROW`, `ZONE_ASSUMED`, `AMBIGUOUS_DATE` and others the catalogue of findings lists.
public record Finding(String code, Severity severity, long line, String message, String mend, long from, long to) {
    /// The time of what lies at no time of its own.
    public static final long NOWHERE = Long.MIN_VALUE;

    /// A finding that lies at no time of its own.
    public Finding(String code, Severity severity, long line, String message, String mend) {
        this(code, severity, line, message, mend, NOWHERE, NOWHERE);
    }

    /// Errors block, warnings do not, notes are good to know.
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    /// Whether it says when.
    public boolean timed() {
        return from != NOWHERE;
    }

    /// Whether it touches the span from one instant to another, both counted in; what lies at no time touches all.
    public boolean touches(long first, long last) {
        return !timed() || (from <= last && to >= first);
    }
}
