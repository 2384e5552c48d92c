package org.tickwright.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.RunResult;
import org.tickwright.market.Bars;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.study.Metric;
import org.tickwright.study.TrialCount;

/// A run as a report shows it: the result, its metrics, the bars behind it, the strategy in words and as a file, and
/// how
/// often its idea was tried when it was made (null where nobody counted) and has been since; and what the audit found
/// in
/// the tested range.
public record TearSheet(
        String runId,
        RunResult run,
        List<Metric> metrics,
        Bars bars,
        String strategyDescription,
        String strategyJson,
        @Nullable TrialCount trials,
        int triesSince,
        RunFindings findings) {

    /// A run of whose bars nobody asked the audit.
    public TearSheet(
            String runId,
            RunResult run,
            List<Metric> metrics,
            Bars bars,
            String strategyDescription,
            String strategyJson,
            @Nullable TrialCount trials,
            int triesSince) {
        this(runId, run, metrics, bars, strategyDescription, strategyJson, trials, triesSince, RunFindings.NONE);
    }

    /// A run whose tries nobody counted.
    public TearSheet(
            String runId,
            RunResult run,
            List<Metric> metrics,
            Bars bars,
            String strategyDescription,
            String strategyJson) {
        this(runId, run, metrics, bars, strategyDescription, strategyJson, null, 0);
    }

    /// The description without its first line where that is only the strategy's name.
    public String strategyWords() {
        String words = strategyDescription.strip();
        String name = run.strategyName() + "\n";
        return words.startsWith(name) ? words.substring(name.length()).strip() : words;
    }
}
