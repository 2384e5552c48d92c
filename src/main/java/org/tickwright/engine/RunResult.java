package org.tickwright.engine;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyWarmUp;

/// What a backtest gave, with all that made it.
///
/// The columns `time` (opening times of bars, nanoseconds UTC), `equity` (at the close) and `position`
/// (units at the close) have one entry per bar of the tested range, whose first bar is `firstIndex` of the
/// series. `zone` is the exchange's and decides which date a daily bar has. `inputs` are the series that were
/// read, the base series first, where there were others; then `dataHash` is over all of them. `band` is
/// null where nothing was left open or nobody asked. `holdings` are
/// the units of each instrument, where the strategy traded several; `position` is the base instrument's. `warmUp`
/// says from which bar results count; null where nobody measured it.
public record RunResult(
        SeriesKey series,
        boolean simulated,
        String strategyName,
        Summary summary,
        List<Trade> trades,
        List<OrderRecord> orders,
        int firstIndex,
        long[] time,
        double[] equity,
        double[] position,
        String dataHash,
        String strategyHash,
        String engineVersion,
        RunSettings settings,
        ZoneId zone,
        List<RunSeries> inputs,
        Ambiguity ambiguity,
        @Nullable Band band,
        List<Holdings> holdings,
        @Nullable StrategyWarmUp warmUp) {

    /// A run over one series of which nothing was ambiguous.
    public RunResult(
            SeriesKey series,
            boolean simulated,
            String strategyName,
            Summary summary,
            List<Trade> trades,
            List<OrderRecord> orders,
            int firstIndex,
            long[] time,
            double[] equity,
            double[] position,
            String dataHash,
            String strategyHash,
            String engineVersion,
            RunSettings settings,
            ZoneId zone) {
        this(
                series,
                simulated,
                strategyName,
                summary,
                trades,
                orders,
                firstIndex,
                time,
                equity,
                position,
                dataHash,
                strategyHash,
                engineVersion,
                settings,
                zone,
                List.of(),
                Ambiguity.NONE,
                null,
                List.of(),
                null);
    }

    /// The same run with the series that it read.
    RunResult reading(List<RunSeries> read) {
        return with(List.copyOf(read), ambiguity, band, holdings, warmUp);
    }

    /// The same run with what its bars left open.
    RunResult with(Ambiguity open) {
        return with(inputs, open, band, holdings, warmUp);
    }

    /// The same run with how far it can be from the truth.
    public RunResult with(Band width) {
        return with(inputs, ambiguity, width, holdings, warmUp);
    }

    /// The same run with the bar from which it counts.
    public RunResult counting(StrategyWarmUp from) {
        return with(inputs, ambiguity, band, holdings, from);
    }

    /// The same run with the units held of each instrument.
    RunResult holding(List<Holdings> held) {
        return with(inputs, ambiguity, band, List.copyOf(held), warmUp);
    }

    private RunResult with(
            List<RunSeries> read,
            Ambiguity open,
            @Nullable Band width,
            List<Holdings> held,
            @Nullable StrategyWarmUp from) {
        return new RunResult(
                series,
                simulated,
                strategyName,
                summary,
                trades,
                orders,
                firstIndex,
                time,
                equity,
                position,
                dataHash,
                strategyHash,
                engineVersion,
                settings,
                zone,
                read,
                open,
                width,
                held,
                from);
    }

    /// The hash of the base series alone.
    public String baseHash() {
        return inputs.isEmpty() ? dataHash : inputs.getFirst().hash();
    }
}
