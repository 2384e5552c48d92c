package org.tickwright.market;

/// Something the audit saw in a file or series: a stable code, where, what and what to do about it.
///
/// `line` is the line of the file (1 is the first), or 0 where the finding concerns the whole. Errors block an
/// import unless its code is accepted; warnings do not. Codes: `OUT_OF_ORDER`, `DUPLICATE`, `MIXED_TIMEFRAME`,
/// `GAP`, `IMPOSSIBLE_OHLC`, `NON_POSITIVE_PRICE`, `OUTLIER`, `BAD_ROW`, `ZONE_ASSUMED`, `AMBIGUOUS_DATE` and
/// others the catalogue of findings lists.
public record Finding(String code, Severity severity, long line, String message, String mend) {

    /// Errors block, warnings do not.
    public enum Severity {
        ERROR,
        WARNING
    }
}
