package org.tickwright.engine;

import java.util.Arrays;
import java.util.Locale;

/// Which figures of a run are computed.
public enum SummaryFigures {
    /// All of them.
    ALL,
    /// Those that need no return of any single bar: all but the Sharpe ratio and the volatility, which a summary then
    /// does not have.
    QUICK;

    /// The choice of that name; another name is an [IllegalArgumentException] that lists them.
    public static SummaryFigures named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Figures are 'all' or 'quick' (without Sharpe ratio and volatility), not '" + name + "'"));
    }

    /// What is left of a summary.
    Summary of(Summary whole) {
        return this == ALL ? whole : whole.withoutReturns();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
