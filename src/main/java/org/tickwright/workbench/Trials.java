package org.tickwright.workbench;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.EngineVersion;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.study.Metrics;
import org.tickwright.study.Trial;
import org.tickwright.study.sweep.Sweep;
import org.tickwright.study.sweep.SweepRow;

/// What makes an evaluation a trial of its own.
///
/// Two evaluations are the same trial if they ran the same nodes and wires with the same parameter values under the
/// same settings over the same data set. Layout, names and the ranges of parameters do not count, nor does how many
/// bars a year has. A setting that stands at its default is left out, so that a setting which a later version adds
/// does not make old trials new.
final class Trials {
    private static final Set<String> IRRELEVANT = Set.of("periodsPerYear", "parameters");
    private static final int SHORT_HASH = 16;

    private Trials() {}

    static Trial of(StrategyDocument document, RunResult run, String dataSet, Trial.Kind kind) {
        return new Trial(
                document.lineage(),
                dataSet,
                run.baseHash(),
                configuration(document, run.settings()),
                run.strategyHash(),
                run.strategyName(),
                settings(run.settings()),
                kind,
                Metrics.sharpePerPeriod(run.equity(), run.settings().capital()),
                run.time().length,
                run.engineVersion());
    }

    /// A combination of a sweep.
    static Trial of(StrategyDocument document, Sweep sweep, SweepRow row, Summary summary, String dataSet) {
        RunSettings settings = sweep.settings(row.parameters());
        Double sharpe = summary.sharpe();
        return new Trial(
                document.lineage(),
                dataSet,
                sweep.data().base().hash(),
                configuration(document, settings),
                Backtest.strategyHash(StrategyCodec.hash(document), settings.parameters()),
                document.name(),
                settings(settings),
                Trial.Kind.SWEEP,
                sharpe == null ? null : (Double) (sharpe / Math.sqrt(settings.periodsPerYear())),
                summary.bars(),
                EngineVersion.CURRENT);
    }

    /// Hash of the strategy as it ran and of the settings that matter.
    static String configuration(StrategyDocument document, RunSettings settings) {
        List<StrategyParameter> values = document.parameters().stream()
                .map(parameter -> new StrategyParameter(
                        parameter.name(),
                        parameter.integer(),
                        settings.parameters().getOrDefault(parameter.name(), parameter.value()),
                        null,
                        java.util.Map.of()))
                .toList();
        return new ContentHash()
                .add(StrategyCodec.hash(document.withParameters(values)))
                .add(settings(settings))
                .hex();
    }

    /// The settings that differ from the defaults, by name: `commissionBps=2.0, costs.spread.value=3.0`.
    static String settings(RunSettings settings) {
        TreeMap<String, String> different = new TreeMap<>();
        compare("", settings, RunSettings.DEFAULTS, different);
        IRRELEVANT.forEach(different::remove);
        return String.join(
                ", ",
                different.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /// Goes into records, so that a component which a later version adds does not matter at its default.
    private static void compare(String name, Object value, Object usual, Map<String, String> different) {
        if (value instanceof Record && value.getClass().equals(usual.getClass())) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                String inner = name.isEmpty() ? component.getName() : name + "." + component.getName();
                compare(inner, value(component, value), value(component, usual), different);
            }
        } else if (!value.equals(usual)) {
            different.put(name, String.valueOf(value));
        }
    }

    private static Object value(RecordComponent component, Object owner) {
        try {
            Object value = component.getAccessor().invoke(owner);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessors of a public record can be called", e);
        }
    }

    /// The name of a data set that is not in the store: its symbol and timeframe, and its content.
    static String fileSet(SeriesKey series, String hash) {
        return series + " (file " + hash.substring(0, Math.min(SHORT_HASH, hash.length())) + ")";
    }
}
