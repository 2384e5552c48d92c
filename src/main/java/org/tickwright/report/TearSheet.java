package org.tickwright.report;

import java.util.List;
import org.tickwright.engine.RunResult;
import org.tickwright.market.Bars;
import org.tickwright.study.Metric;

/// A run as a report shows it: the result, its metrics, the bars behind it, and the strategy in words and as a file.
public record TearSheet(
        String runId, RunResult run, List<Metric> metrics, Bars bars, String strategyDescription, String strategyJson) {

    /// The description without its first line where that is only the strategy's name.
    public String strategyWords() {
        String words = strategyDescription.strip();
        String name = run.strategyName() + "\n";
        return words.startsWith(name) ? words.substring(name.length()).strip() : words;
    }
}
