package org.tickwright.risk;

/// How much worse than the price, beyond the spread, an order fills that takes liquidity.
///
/// | kind | per unit |
/// |-|-|
/// | `FIXED` | `value`, in the price's unit |
/// | `BPS` | `price · value / 10,000` |
/// | `VOLATILITY` | `price · value ·` mean true range of the last `window` bars as a share of their closes |
/// | `VOLUME` | `price · value · σ · sqrt(quantity / mean volume)` over the last `window` bars, σ the deviation of
/// their returns |
///
/// The last is the square root law of market impact (Torre and Ferrari, *BARRA Market Impact Model
/// Handbook*, 1997; Almgren, Thum, Hauptmann and Li, *Direct estimation of equity market impact*, 2005, find
/// a power of 0.6). All windows end with the bar before the fill, so nothing is read that was not known.
public record SlippageTerms(Kind kind, double value, int window) {
    /// The length of a window that nobody gave.
    public static final int WINDOW = 20;
    /// No slippage besides the run's basis points.
    public static final SlippageTerms NONE = new SlippageTerms(Kind.NONE, 0, WINDOW);

    /// The law it follows.
    public enum Kind {
        NONE,
        FIXED,
        BPS,
        VOLATILITY,
        VOLUME
    }

    /// Checks ranges; a window of 0 means [#WINDOW].
    public SlippageTerms {
        kind = kind == null ? Kind.NONE : kind;
        window = window == 0 ? WINDOW : window;
        Terms.require(value >= 0 && Double.isFinite(value), "Slippage must be 0 or above", value);
        Terms.require(kind != Kind.BPS || value < 10_000, "Slippage must be below 10,000 bps", value);
        Terms.require(window >= 1 && window <= 100_000, "The window of slippage must be 1 to 100,000 bars", window);
    }

    /// Reads `fixed:0.01`, `bps:2`, `volatility:0.1`, `volume:0.3`, the last two also with a window:
    /// `volume:0.3:50`.
    public static SlippageTerms parse(String text) {
        String[] parts = text.split(":", -1);
        Kind kind = Terms.choice(Kind.class, parts[0]);
        if (kind == null || kind == Kind.NONE || parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException(
                    "A slippage model must be fixed:PRICE, bps:N, volatility:K or volume:K, was '" + text + "'");
        }
        double value = Terms.number(parts[1], "A slippage model");
        return new SlippageTerms(
                kind, value, parts.length == 2 ? 0 : (int) Terms.number(parts[2], "The window of slippage"));
    }
}
