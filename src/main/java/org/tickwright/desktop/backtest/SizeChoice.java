package org.tickwright.desktop.backtest;

import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// How a person says how large an entry is.
enum SizeChoice {
    STRATEGY("As the strategy says", "", null, 0),
    FRACTION("Part of the cash", "%", SizeRule.Kind.FRACTION, 95),
    RISK("Cash at risk to the stop", "%", SizeRule.Kind.RISK, 1),
    CASH("Fixed amount", "money", SizeRule.Kind.CASH, 10_000),
    UNITS("Fixed quantity", "units", SizeRule.Kind.UNITS, 100);

    private final String title;
    private final String unit;
    private final SizeRule.@Nullable Kind kind;
    private final double usual;

    SizeChoice(String title, String unit, SizeRule.@Nullable Kind kind, double usual) {
        this.title = title;
        this.unit = unit;
        this.kind = kind;
        this.usual = usual;
    }

    String unit() {
        return unit;
    }

    /// The value to start from.
    double usual() {
        return usual;
    }

    boolean percent() {
        return unit.equals("%");
    }

    /// The rule with a value as typed; null where the strategy decides.
    @Nullable
    SizeRule rule(double typed) {
        return kind == null ? null : new SizeRule(kind, percent() ? typed / 100 : typed);
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

    /// The value of a rule as it is typed.
    double typed(SizeRule rule) {
        return percent() ? rule.value() * 100 : rule.value();
    }

    @Override
    public String toString() {
        return title;
    }
}
