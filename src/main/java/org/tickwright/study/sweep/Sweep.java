package org.tickwright.study.sweep;

import java.util.Map;
import org.tickwright.engine.EngineVersion;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SettingsJson;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.engine.SummaryRuns;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.MarketData;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.study.sweep.SweepArchive.Head;

/// A sweep that can run: the strategy, the data with all that the strategy reads, the settings that are the same for
/// every run, the combinations, and which figures of each are wanted.
///
/// A parameter that the plan does not name has the value of the settings, else the strategy's own.
public record Sweep(Program program, MarketData data, RunSettings settings, SweepPlan plan, SummaryFigures figures) {

    /// With all figures.
    public Sweep(Program program, MarketData data, RunSettings settings, SweepPlan plan) {
        this(program, data, settings, plan, SummaryFigures.ALL);
    }

    /// A parameter that the strategy does not have, or that is named twice, is an [IllegalArgumentException].
    public Sweep {
        StrategyDocument document = program.document();
        for (ParameterRange range : plan.ranges()) {
            if (document.parameter(range.name()).isEmpty()) {
                throw new IllegalArgumentException("The strategy has no parameter '" + range.name() + "'");
            }
            if (settings.parameters().containsKey(range.name())) {
                throw new IllegalArgumentException("Parameter " + range.name() + " is given a range and a value");
            }
        }
        Objective objective = plan.objective();
        if (objective != null && !objective.figure().in(figures)) {
            throw new IllegalArgumentException("A search for the best "
                    + objective.figure().key() + " needs all figures; with " + figures + " ones that is not computed");
        }
    }

    /// The settings of the run with these values.
    public RunSettings settings(Map<String, Double> parameters) {
        return settings.overriding(parameters);
    }

    /// Its runs, for one worker.
    SummaryRuns runs() {
        return new SummaryRuns(program, data, settings, figures);
    }

    /// What it is, for the archive.
    public Head head() {
        return new Head(
                identity(),
                program.document().name(),
                StrategyCodec.write(program.document()),
                data.base().key().toString(),
                SettingsJson.text(settings),
                plan.toString(),
                plan.size(),
                SweepInputs.of(data).with(figures));
    }

    private String identity() {
        ContentHash hash = new ContentHash()
                .add(StrategyCodec.hash(program.document()))
                .add(data.hash())
                .add(SettingsJson.text(settings))
                .add(plan.toString())
                .add(EngineVersion.CURRENT);
        return (figures == SummaryFigures.ALL ? hash : hash.add(figures.toString())).hex();
    }
}
