package org.tickwright.desktop.backtest;

import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// How a person says how large an entry is.
enum SizeChoice {
    STRATEGY("As the strategy says", "", null, 0, 0),
    FRACTION("Part of the cash", "%", SizeRule.Kind.FRACTION, 95, 100),
    RISK("Cash at risk to the stop", "%", SizeRule.Kind.RISK, 1, 100),
    VOLATILITY("Volatility target", "% a year", SizeRule.Kind.VOLATILITY, 15, 100 * SizeRule.MOST_VOLATILITY),
    KELLY("Kelly, capped", "times the Kelly fraction", SizeRule.Kind.KELLY, 0.5, 1),
    CASH("Fixed amount", "money", SizeRule.Kind.CASH, 10_000, Double.MAX_VALUE),
    UNITS("Fixed quantity", "units", SizeRule.Kind.UNITS, 100, Double.MAX_VALUE);

    private final String title;
    private final String unit;
    private final SizeRule.@Nullable Kind kind;
    private final double usual;
    private final double most;

    SizeChoice(String title, String unit, SizeRule.@Nullable Kind kind, double usual, double most) {
        this.title = title;
        this.unit = unit;
        this.kind = kind;
        this.usual = usual;
        this.most = most;
    }

    String unit() {
        return unit;
    }

    /// What the rule is called; null where the strategy decides.
    SizeRule.@Nullable Kind kind() {
        return kind;
    }

    /// The value to start from.
    double usual() {
        return usual;
    }

    /// The largest value, as typed.
    double most() {
        return most;
    }

    boolean percent() {
        return unit.startsWith("%");
    }

    /// The choice behind a rule.
    static SizeChoice of(@Nullable SizeRule rule) {
        for (SizeChoice choice : values()) {
            if (rule != null && choice.kind == rule.kind()) {
                return choice;
            }
        }
        return STRATEGY;
    }

    @Override
    public String toString() {
        return title;
    }
}
