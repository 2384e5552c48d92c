package org.tickwright.study;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How often an idea was tried on a data set, as of one moment.
///
/// A trial is a distinct configuration; evaluating it again is a repeat. The Sharpe ratio of a configuration is that
/// of its last evaluation.
///
/// @param lineage the idea
/// @param dataSet the data set
/// @param count distinct configurations, those of ancestors included
/// @param inherited how many of them only ancestors tried
/// @param repeats evaluations that were not new
/// @param variance variance of the Sharpe ratios per period, null where fewer than two configurations have one
/// @param seal the last row of the ledger that was counted
public record TrialCount(
        String lineage,
        String dataSet,
        int count,
        int inherited,
        int repeats,
        @Nullable Double variance,
        TrialLedger.Seal seal) {

    /// Counts rows of a lineage and its ancestors on one data set: those of that name, and those over the very same
    /// bars.
    public static TrialCount of(List<TrialLedger.Entry> entries, String lineage, String dataSet, String dataHash) {
        Map<String, Double> sharpes = new LinkedHashMap<>();
        Set<String> own = new HashSet<>();
        TrialLedger.Seal last = TrialLedger.BEGINNING;
        int rows = 0;
        for (TrialLedger.Entry entry : entries) {
            Trial trial = entry.trial();
            if (!trial.dataSet().equals(dataSet) && !trial.dataHash().equals(dataHash)) {
                continue;
            }
            rows++;
            last = entry.seal();
            sharpes.put(trial.configuration(), trial.sharpe() == null ? Double.NaN : trial.sharpe());
            if (trial.lineage().id().equals(lineage)) {
                own.add(trial.configuration());
            }
        }
        int distinct = sharpes.size();
        Double variance = distinct == 0
                ? null
                : Tries.of(sharpes.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .variance();
        return new TrialCount(lineage, dataSet, distinct, distinct - own.size(), rows - distinct, variance, last);
    }

    /// For the deflated Sharpe ratio.
    public Tries tries() {
        return new Tries(count, variance);
    }
}
