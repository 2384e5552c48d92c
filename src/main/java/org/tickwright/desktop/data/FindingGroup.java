package org.tickwright.desktop.data;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Mend;

/// All findings of one code: how many, whether they block, and what accepting them would mean.
///
/// `consequence` is empty where accepting cannot cure it. `actions` are the mends to choose from, none
/// where there is no choice, `chosen` the one that holds, null where nothing was decided; `zone` is that of a shift.
public record FindingGroup(
        String code,
        boolean error,
        int count,
        boolean accepted,
        String consequence,
        List<Mend.Action> actions,
        Mend.@Nullable Action chosen,
        String zone) {

    private static final Map<String, String> CONSEQUENCES = Map.of(
            "BAD_ROW", "rows that cannot be read are left out",
            "OUT_OF_ORDER", "rows are sorted by time",
            "DUPLICATE", "the first row of each time is kept",
            "MIXED_TIMEFRAME", "rows of a shorter timeframe are left out",
            "IMPOSSIBLE_OHLC", "rows with impossible prices are left out",
            "NON_POSITIVE_PRICE", "rows with a price of zero or below are left out",
            "NEGATIVE_VOLUME", "rows with a volume below zero are left out");

    /// The group of a code; `mend` is what was decided about it, if anything was.
    static FindingGroup of(String code, boolean error, int count, boolean accepted, @Nullable Mend mend) {
        List<Mend.Action> actions = Mend.fitting(code).stream().sorted().toList();
        boolean choice = actions.size() > 1;
        Mend.Action usual = code.equals("OUT_OF_ORDER") ? Mend.Action.KEEP : Mend.Action.DROP;
        return new FindingGroup(
                code,
                error,
                count,
                accepted || mend != null,
                CONSEQUENCES.getOrDefault(code, ""),
                choice ? actions : List.of(),
                mend != null ? mend.action() : accepted ? usual : null,
                mend == null || mend.zone() == null ? "" : mend.zone().getId());
    }

    /// The findings of a code in a stored series, with the mends that fit them.
    static FindingGroup stored(String code, boolean error, int count, List<Mend.Action> actions) {
        return new FindingGroup(code, error, count, true, "", actions, null, "");
    }

    /// The same with nothing to choose.
    FindingGroup withoutChoice() {
        return new FindingGroup(code, error, count, accepted, consequence, List.of(), chosen, zone);
    }

    /// What a mend does to the rows of this code, in words.
    String words(Mend.Action action) {
        return switch (action) {
            case DROP -> code.equals("DUPLICATE") ? "Keep the first row of each time" : "Leave these rows out";
            case KEEP -> code.equals("OUT_OF_ORDER") ? "Sort them into their place" : "Leave it as it is";
            case FILL -> "Fill with flat bars";
            case MERGE -> "Merge rows of one time";
            case SHIFT -> "Read the times in another zone";
            case SCALE -> code.equals("SPLIT") ? "Adjust bars before by the split" : "Bring to the others' scale";
        };
    }

    /// Whether a person may decide to import in spite of it.
    public boolean acceptable() {
        return (!consequence.isEmpty() && (error || accepted))
                || (List.of("GAP", "ZONE_ASSUMED").contains(code) && !actions.isEmpty());
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
