package org.tickwright.desktop.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.Faults;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.Workbench;

/// "Try it with sample data": puts the samples into the store, backtests the drawn template on a daily series and
/// leaves
/// chart, strategy and result open, with no question asked.
final class FirstRun {
    static final String TEMPLATE = "sma-cross";
    private static final String SYMBOL = "AAPL";

    /// What the wizard proposes: the costs of trading liquid stocks in basis points a side, since a first result
    /// without
    /// costs would be a lie, and fills that the bars allow.
    private static final RunSettings COSTS = new RunSettings(
                    100_000,
                    1,
                    2,
                    null,
                    false,
                    RunSettings.Direction.LONG,
                    null,
                    null,
                    "plain",
                    252,
                    null,
                    null,
                    Map.of())
            .filling(RunSettings.REALISTIC, FillTerms.DEFAULTS);

    private final Desk desk;
    private final Runnable ended;

    /// `ended` is told when it is done or has failed, before anything is shown.
    FirstRun(Desk desk, Runnable ended) {
        this.desk = desk;
        this.ended = ended;
    }

    /// What the background work leaves for the screen.
    private record Ready(SeriesInfo series, StrategyDocument strategy, String runId) {}

    /// Starts it; the result page comes to the front when it is done.
    void start() {
        Workbench bench = desk.workbench();
        desk.tasks().run("Sample backtest", progress -> prepare(bench, progress), this::show, failure -> {
            ended.run();
            desk.notify(Faults.inWords("Sample backtest not finished", failure), true);
        });
    }

    private void show(Ready ready) {
        ended.run();
        desk.openChart(ready.series().key());
        desk.openStrategy(ready.strategy(), null);
        desk.openRun(ready.runId());
    }

    private static Ready prepare(Workbench bench, Progress progress)
            throws StoreException, Backtests.InvalidStrategyException {
        progress.report(-1, "Putting the sample data into the store");
        bench.series().installSamples(progress);
        StrategyDocument strategy = template(bench.strategies().templates());
        SeriesInfo series = choose(bench.series().list());
        progress.report(-1, "Running " + strategy.name() + " on " + series.key());
        Backtests.Archived run = bench.backtests().run(strategy, series.key(), COSTS, progress);
        return new Ready(series, strategy, run.id());
    }

    private static StrategyDocument template(List<StrategyDocument> templates) {
        return templates.stream()
                .filter(document -> document.name().equals(TEMPLATE))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Template " + TEMPLATE + " is missing from the program"));
    }

    /// The Apple series if it is there, else the longest daily one.
    static SeriesInfo choose(List<SeriesInfo> all) {
        Comparator<SeriesInfo> apple =
                Comparator.comparing(info -> info.key().symbol().equals(SYMBOL));
        return all.stream()
                .filter(info -> info.key().timeframe().equals(Timeframe.DAY))
                .max(apple.thenComparing(info -> !info.simulated()).thenComparingInt(SeriesInfo::bars))
                .orElseThrow(() -> new IllegalStateException("No daily series among the samples"));
    }
}
