package org.tickwright.risk;

import java.util.Locale;

/// How large an entry is: so many units, so much cash, a fraction of the cash, or a fraction of it at risk
/// over the distance to the stop. Written `units:10`, `cash:5000`, `fraction:0.95`, `risk:0.02`.
public record SizeRule(Kind kind, double value) {
    /// All the cash there is.
    public static final SizeRule ALL = new SizeRule(Kind.FRACTION, 1);

    /// What the value means.
    public enum Kind {
        UNITS,
        CASH,
        FRACTION,
        RISK
    }

    /// Checks the value's range: positive, fractions at most 1.
    public SizeRule {
        boolean fraction = kind == Kind.FRACTION || kind == Kind.RISK;
        if (!(value > 0) || Double.isInfinite(value) || (fraction && value > 1)) {
            throw new IllegalArgumentException("Size " + kind.name().toLowerCase(Locale.ROOT) + " must be above 0"
                    + (fraction ? " and at most 1" : "") + ", was " + value);
        }
    }

    /// Reads `fraction:0.95` and the like.
    public static SizeRule parse(String text) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(text.substring(0, colon))) {
                    return new SizeRule(kind, number(text, colon + 1));
                }
            }
        }
        throw malformed(text);
    }

    private static double number(String text, int from) {
        try {
            return Double.parseDouble(text.substring(from));
        } catch (NumberFormatException e) {
            throw malformed(text);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "Size must be units:N, cash:AMOUNT, fraction:F or risk:F, was '" + text + "'");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }
}
