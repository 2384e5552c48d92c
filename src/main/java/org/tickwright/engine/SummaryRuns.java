package org.tickwright.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.NodeFault;
import org.tickwright.strategy.Program;

/// Runs of one program over the same data under the same settings with other parameters, of which the summary alone is
/// wanted: what [Backtest#run(Program, MarketData, RunSettings, Progress)] gives for these parameters, bit for bit.
///
/// One thread.
public final class SummaryRuns {
    private final Program program;
    private final MarketData data;
    private final RunSettings settings;

    /// Runs of a program. Data and settings that do not fit are an [IllegalArgumentException].
    public SummaryRuns(Program program, MarketData data, RunSettings settings) {
        this.program = program;
        this.data = data;
        this.settings = settings;
        Backtest.acceptable(program, data, settings);
    }

    /// The summary of a run, or why it was not possible.
    public record Outcome(
            @Nullable Summary summary, @Nullable String fault) {}

    /// The run with these parameters over those of the settings.
    public Outcome run(Map<String, Double> parameters) {
        try {
            RunResult result = Backtest.run(program, data, settings.overriding(parameters), Progress.NONE);
            return new Outcome(result.summary(), null);
        } catch (IllegalArgumentException | ArithmeticException | NodeFault e) {
            return new Outcome(null, String.valueOf(e.getMessage()));
        }
    }
}
