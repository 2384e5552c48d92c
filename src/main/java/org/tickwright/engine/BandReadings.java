package org.tickwright.engine;

import java.util.SortedMap;
import java.util.function.Function;
import org.tickwright.engine.SimulatedAccount.Span;
import org.tickwright.execution.IntrabarPolicy;
import org.tickwright.kernel.Drawdown;
import org.tickwright.kernel.Progress;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.portfolio.Ledger;
import org.tickwright.strategy.Evaluation;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.SharedColumns;

/// Runs a program again and again with the bars read otherwise that did not tell what happened inside them.
record BandReadings(Program program, SharedColumns columns, Span span, RunSettings settings) {

    /// What a run comes to by a policy.
    Function<IntrabarPolicy, Band.End> runner() {
        return program.tradesSeveral() ? this::several : alone();
    }

    private Function<IntrabarPolicy, Band.End> alone() {
        MarketData data = columns.data();
        MarketSeries base = data.base();
        Backtest.Data named = Intrabar.into(
                new Backtest.Data(base.key(), base.simulated(), base.bars(), data.hash()), data, settings);
        return policy -> {
            Evaluation strategy = program.bind(columns, settings.parameters());
            Backtest.accept(strategy, false, named.intrabar() != null, settings);
            HistoryRun run = new HistoryRun(
                    strategy,
                    named.read(policy),
                    span.first(),
                    span.end(),
                    settings,
                    Ledger.EntryLog.NONE,
                    Progress.NONE);
            return end(run.activeBars());
        };
    }

    private Band.End several(IntrabarPolicy policy) {
        MarketData data = columns.data();
        SortedMap<String, Evaluation> evaluations =
                Backtest.evaluations(program, new SharedColumns(data), span, settings);
        HistoryMerge.Given given = new HistoryMerge.Given(evaluations, data, span, settings, policy);
        HistoryMerge run = new HistoryMerge(given, Ledger.EntryLog.NONE, Progress.NONE).play();
        return end(run.account().log());
    }

    private Band.End end(RunLog log) {
        double[] equity = log.equity();
        double last = equity[equity.length - 1];
        return new Band.End(
                last / settings.capital() - 1,
                last,
                Drawdown.of(settings.capital(), equity),
                log.trips().size(),
                equity);
    }
}
