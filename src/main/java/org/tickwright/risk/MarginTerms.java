package org.tickwright.risk;

/// Trading on margin: what part of a position's value the equity must be, to open it and to keep it.
///
/// `initial` 0.5 lets a position be twice the equity: the leverage is at most `1 / initial`. When the equity
/// at a close falls below `maintenance` times the value of all positions, they are closed at the next
/// opening. Without margin terms an account pays its purchases in full and sells short no more than its
/// cash.
public record MarginTerms(double initial, double maintenance) {

    /// Checks ranges.
    public MarginTerms {
        Terms.require(initial > 0 && initial <= 1, "Initial margin must be above 0 and at most 1", initial);
        Terms.require(
                maintenance > 0 && maintenance <= initial,
                "Maintenance margin must be above 0 and at most the initial one",
                maintenance);
    }

    /// Reads `0.5:0.25`.
    public static MarginTerms parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Margin must be INITIAL:MAINTENANCE, like 0.5:0.25, was '" + text + "'");
        }
        return new MarginTerms(Terms.number(parts[0], "Margin"), Terms.number(parts[1], "Margin"));
    }
}
