package org.tickwright.risk;

/// The distance between bid and ask around the price of a bar. Who takes liquidity pays half of it, who
/// rests in the book pays none.
///
/// `value` is the whole spread: in the price's unit, or in basis points of the price.
public record SpreadTerms(Kind kind, double value) {
    /// No spread.
    public static final SpreadTerms NONE = new SpreadTerms(Kind.NONE, 0);

    /// What the value means.
    public enum Kind {
        NONE,
        PRICE,
        BPS
    }

    /// Checks ranges.
    public SpreadTerms {
        kind = kind == null ? Kind.NONE : kind;
        Terms.require(value >= 0 && Double.isFinite(value), "The spread must be 0 or above", value);
        Terms.require(kind != Kind.BPS || value < 10_000, "The spread must be below 10,000 bps", value);
    }

    /// Half of it at a price.
    double half(double price) {
        return switch (kind) {
            case NONE -> 0;
            case PRICE -> value / 2;
            case BPS -> price * value / 20_000;
        };
    }
}
