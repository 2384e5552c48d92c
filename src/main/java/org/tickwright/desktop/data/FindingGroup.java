package org.tickwright.desktop.data;

import java.util.Locale;
import java.util.Map;

/// All findings of one code: how many, whether they block, and what accepting them would mean.
///
/// `consequence` is empty where accepting cannot cure it.
public record FindingGroup(String code, boolean error, int count, boolean accepted, String consequence) {

    private static final Map<String, String> CONSEQUENCES = Map.of(
            "BAD_ROW", "rows that cannot be read are left out",
            "OUT_OF_ORDER", "rows are sorted by time",
            "DUPLICATE", "the first row of each time is kept",
            "MIXED_TIMEFRAME", "rows of a shorter timeframe are left out",
            "IMPOSSIBLE_OHLC", "rows with impossible prices are left out",
            "NON_POSITIVE_PRICE", "rows with a price of zero or below are left out",
            "NEGATIVE_VOLUME", "rows with a volume below zero are left out");

    /// The group of a code.
    static FindingGroup of(String code, boolean error, int count, boolean accepted) {
        return new FindingGroup(code, error, count, accepted, CONSEQUENCES.getOrDefault(code, ""));
    }

    /// Whether a person may decide to import in spite of it.
    public boolean acceptable() {
        return !consequence.isEmpty() && (error || accepted);
    }

    /// `OUT_OF_ORDER` as `Out of order`; what such a name would not tell, in words of its own.
    public String words() {
        if (code.equals("NON_POSITIVE_PRICE")) {
            return "Price of zero or below";
        }
        String lower = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return lower.substring(0, 1).toUpperCase(Locale.ROOT)
                + lower.substring(1).replace("ohlc", "open, high, low or close");
    }
}
