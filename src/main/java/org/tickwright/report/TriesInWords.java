package org.tickwright.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.study.TrialCount;

/// How often an idea was tried, and what that means for its result, in a sentence.
public final class TriesInWords {
    /// Ratios below round to 0.00.
    private static final double LEAST = 0.005;

    private TriesInWords() {}

    /// The sentence for a count as of a run. `periodsPerYear` puts the ratio that luck would show on a year; `since` is
    /// how many tries came later.
    public static String of(TrialCount count, int periodsPerYear, int since) {
        String times = count.count() == 1
                ? "This idea had been tried once on " + count.dataSet() + " when this run was made, by this run itself."
                : "This idea has been tried " + number(count.count()) + " times on " + count.dataSet() + "; "
                        + luck(count, periodsPerYear);
        return times + inherited(count) + later(since);
    }

    private static String luck(TrialCount count, int periodsPerYear) {
        double luckiest = count.tries().luckiestSharpe();
        if (!Double.isFinite(luckiest)) {
            return "what luck alone would show after that many tries is not known, because fewer than two of them moved"
                    + " the account.";
        }
        double yearly = luckiest * Math.sqrt(periodsPerYear);
        if (yearly < LEAST) {
            return "their Sharpe ratios lie so close together that choosing the best of them adds next to nothing.";
        }
        return "after that many tries a Sharpe ratio of "
                + String.format(Locale.ROOT, yearly < 0.1 ? "%.2f" : "%.1f", yearly)
                + " a year would be expected by luck alone.";
    }

    private static String inherited(TrialCount count) {
        return switch (count.inherited()) {
            case 0 -> "";
            case 1 -> " One of the tries was made with the template or strategy it was taken from.";
            default ->
                " " + number(count.inherited())
                        + " of the tries were made with the template or strategy it was taken from.";
        };
    }

    private static String later(int since) {
        return switch (since) {
            case 0 -> "";
            case 1 -> " Since this run it has been tried once more.";
            default -> " Since this run it has been tried " + number(since) + " more times.";
        };
    }

    /// What to say where nobody counted.
    static String unknown() {
        return "How often this idea was tried before is not known: the run was made without the ledger of trials.";
    }

    static String of(TearSheet sheet) {
        @Nullable TrialCount count = sheet.trials();
        return count == null ? unknown() : of(count, sheet.run().settings().periodsPerYear(), sheet.triesSince());
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
