package org.tickwright.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Strategy;
import org.ta4j.core.Trade.TradeType;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BacktestExecutor;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.reports.TradingStatement;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Summary;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.engine.Trade;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.Sweep;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepRow;
import org.tickwright.study.sweep.SweepRunner;

/// Sweeps on one core, the columns computed anew each time: with every figure of the summary for each combination, or
/// with all but Sharpe ratio and volatility. ta4j's executor makes its statement of profit and position counts for ten
/// of the thousand combinations.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class SweepBench {
    private static final int SHORT = 100_000;
    private static final int MEDIUM = 200_000;
    private static final int LONG = 1_000_000;
    private static final String[] THOUSAND = {"5..29:1", "30..186:4"};
    private static final String[] HUNDREDS = {"5..29:2", "30..186:16"};
    private static final String[] TEN_THOUSAND = {"2..101:1", "102..201:1"};
    /// Ten of the thousand, from one end to the other.
    private static final String[] TEN = {"5,11,17,23,29", "30,186"};

    private static final RunSettings COSTS = settings("fraction:0.95", true, 1, null);
    private static final RunSettings FRACTIONS = settings("fraction:0.95", false, 1, null);
    private static final RunSettings STOPS = settings("fraction:0.95", true, 1, 0.02);
    private static final RunSettings THEIR_CASE = settings("units:1", true, 0, null);

    private Program program;
    private Program state;
    private MarketData shorter;
    private MarketData medium;
    private MarketData longer;
    private BarSeries series;

    /// Makes the bars of both sides.
    @Setup
    public void prepare() throws IOException, StrategyFormatException {
        program = BacktestBench.program();
        state = BacktestBench.template("/bench/twenty-nodes.strategy.json");
        Bars bars = SyntheticBars.minutes(42, SHORT);
        shorter = data(bars);
        medium = data(SyntheticBars.minutes(42, MEDIUM));
        longer = data(SyntheticBars.minutes(42, LONG));
        series = BacktestBench.series(bars, DoubleNumFactory.getInstance());
    }

    /// Profit, trades and exact drawdown, without Sharpe ratio and volatility; whole units, commission and slippage.
    @Benchmark
    public double quickThousandOverHundredThousandBars() throws StoreException {
        return sweep(quick(shorter, COSTS, THOUSAND));
    }

    /// The same over ten times as many bars.
    @Benchmark
    @Fork(value = 2, jvmArgsAppend = "-Xmx1g")
    @Warmup(iterations = 1, time = 1)
    @Measurement(iterations = 2, time = 1)
    public double quickThousandOverMillionBars() throws StoreException {
        return sweep(quick(longer, COSTS, THOUSAND));
    }

    /// All figures; whole units, commission and slippage.
    @Benchmark
    public double thousandOverHundredThousandBars() throws StoreException {
        return sweep(shorter, COSTS, THOUSAND);
    }

    /// The same over ten times as many bars.
    @Benchmark
    @Fork(value = 2, jvmArgsAppend = "-Xmx1g")
    @Warmup(iterations = 1, time = 1)
    @Measurement(iterations = 2, time = 1)
    public double thousandOverMillionBars() throws StoreException {
        return sweep(longer, COSTS, THOUSAND);
    }

    /// Parts of units, whose worth has to be rounded.
    @Benchmark
    public double fractionsOverHundredThousandBars() throws StoreException {
        return sweep(shorter, FRACTIONS, THOUSAND);
    }

    /// With a stop inside the bar, which takes the steps of single runs.
    @Benchmark
    @Warmup(iterations = 1, time = 2)
    public double stopsOverHundredThousandBars() throws StoreException {
        return sweep(shorter, STOPS, THOUSAND);
    }

    /// Twenty nodes that read bars since the entry and open profit, and a trailing stop: steps of single runs.
    @Benchmark
    @Warmup(iterations = 1, time = 2)
    public double stateOverHundredThousandBars() throws StoreException {
        return sweep(new Sweep(state, shorter, COSTS, plan(state, HUNDREDS)));
    }

    /// Many combinations in a heap of 400 MB.
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = "-Xmx400m")
    @Warmup(iterations = 0)
    @Measurement(iterations = 1, time = 1)
    public double tenThousandInLittleMemory() throws StoreException {
        return sweep(medium, COSTS, TEN_THOUSAND);
    }

    /// One unit, commission only, with all figures.
    @Benchmark
    public double oneUnit() throws StoreException {
        return sweep(shorter, THEIR_CASE, THOUSAND);
    }

    /// The same without Sharpe ratio and volatility, which is still more than ta4j's statement has.
    @Benchmark
    public double quickOneUnit() throws StoreException {
        return sweep(quick(shorter, THEIR_CASE, THOUSAND));
    }

    /// Ten of the thousand by ta4j's executor.
    @Benchmark
    public List<TradingStatement> tenTa4j() {
        return executor().execute(strategies(), series.numFactory().one(), TradeType.BUY);
    }

    private Sweep quick(MarketData data, RunSettings settings, String... ranges) {
        return new Sweep(program, data, settings, plan(program, ranges), SummaryFigures.QUICK);
    }

    private double sweep(MarketData data, RunSettings settings, String... ranges) throws StoreException {
        return sweep(new Sweep(program, data, settings, plan(program, ranges)));
    }

    private static double sweep(Sweep sweep) throws StoreException {
        double[] sum = new double[1];
        new SweepRunner(Runnable::run, 1)
                .run(sweep, new BitSet(), rows -> rows.forEach(row -> sum[0] += figure(row)), Progress.NONE);
        return sum[0];
    }

    private static double figure(SweepRow row) {
        Summary summary = row.summary();
        if (summary == null) {
            throw new IllegalStateException(row.toString());
        }
        return summary.totalReturn();
    }

    static SweepPlan plan(Program program, String... ranges) {
        List<ParameterRange> parsed = new ArrayList<>();
        for (int i = 0; i < ranges.length; i++) {
            parsed.add(ParameterRange.parse(program.document().parameters().get(i), ranges[i]));
        }
        return SweepPlan.grid(parsed);
    }

    static Suite suite() {
        return new Suite(
                "sweep",
                SweepBench::sameAsSingleRunsAndPeer,
                List.of(
                        row(
                                "1,000 x 100k, quick (300 M/s)",
                                "quickThousandOverHundredThousandBars",
                                1000L * SHORT,
                                1.7),
                        row("1,000 x 1M, quick (300 M/s)", "quickThousandOverMillionBars", 1000L * LONG, 1.7),
                        row("1,000 x 100k, all figures (120 M/s)", "thousandOverHundredThousandBars", 1000L * SHORT, 3),
                        row("1,000 x 1M, all figures (120 M/s)", "thousandOverMillionBars", 1000L * LONG, 3),
                        row(
                                "1,000 x 100k, fractional units (120 M/s)",
                                "fractionsOverHundredThousandBars",
                                1000L * SHORT,
                                3),
                        row(
                                "1,000 x 100k, stop inside the bar (40 M/s)",
                                "stopsOverHundredThousandBars",
                                1000L * SHORT,
                                6),
                        row(
                                "130 x 100k, 20 nodes with state (40 M/s)",
                                "stateOverHundredThousandBars",
                                130L * SHORT,
                                10),
                        row("10,000 x 200k in 400 MB", "tenThousandInLittleMemory", 10_000L * MEDIUM, 3),
                        besideTa4j("one unit, quick, 10 of 1,000 by ta4j (100x)", "quickOneUnit", 1.7),
                        besideTa4j("one unit, all figures, 10 of 1,000 by ta4j", "oneUnit", 3)));
    }

    private static Comparison besideTa4j(String title, String method, double limit) {
        return new Comparison(
                title,
                "SweepBench." + method,
                "SweepBench.tenTa4j",
                1000L * SHORT,
                "bar-combination",
                limit,
                10L * SHORT);
    }

    private static Comparison row(String title, String method, long units, double limit) {
        return new Comparison(title, "SweepBench." + method, null, units, "bar-combination", limit);
    }

    /// Every row must be the summary of its single run; and both sides of the comparison must close the same trades
    /// with
    /// the same result within 1e-6.
    private static String sameAsSingleRunsAndPeer() throws Exception {
        SweepBench bench = new SweepBench();
        bench.prepare();
        int rows = 0;
        for (RunSettings settings : List.of(COSTS, FRACTIONS, STOPS, THEIR_CASE)) {
            rows += bench.sameAsSingleRuns(bench.program, settings, SummaryFigures.ALL);
            rows += bench.sameAsSingleRuns(bench.program, settings, SummaryFigures.QUICK);
        }
        rows += bench.sameAsSingleRuns(bench.state, COSTS, SummaryFigures.ALL);
        int closed = 0;
        for (Strategy strategy : bench.strategies()) {
            closed += bench.samePositions(strategy);
        }
        return "the same summaries as " + rows + " single runs, and the same " + closed + " trades as ta4j";
    }

    private int sameAsSingleRuns(Program of, RunSettings settings, SummaryFigures figures) throws StoreException {
        SweepPlan plan = plan(of, "5..29:8", "30..186:52");
        List<SweepRow> rows = new ArrayList<>();
        new SweepRunner(Runnable::run, 1)
                .run(new Sweep(of, shorter, settings, plan, figures), new BitSet(), rows::addAll, Progress.NONE);
        for (SweepRow row : rows) {
            RunSettings own = settings.overriding(row.parameters());
            Summary single = Backtest.run(of, shorter, own, Progress.NONE).summary();
            for (SweepFigure figure : SweepFigure.all(figures)) {
                if (Double.compare(figure.of(single), row.figure(figure)) != 0) {
                    throw new IllegalStateException(figure + " of row " + row + " is not that of its run " + single);
                }
            }
        }
        return rows.size();
    }

    private int samePositions(Strategy strategy) {
        String[] periods = strategy.getName().split(" ");
        RunSettings own =
                THEIR_CASE.overriding(Map.of("fast", Double.valueOf(periods[0]), "slow", Double.valueOf(periods[1])));
        RunResult run = Backtest.run(program, shorter, own, Progress.NONE);
        List<Trade> ours = run.trades().stream()
                .filter(trade -> trade.exitReason() == Trade.ExitReason.SIGNAL)
                .toList();
        List<Position> theirs = new BarSeriesManager(series, commission(), new ZeroCostModel())
                .run(strategy).getPositions().stream()
                        .filter(Position::isClosed)
                        .toList();
        if (ours.size() != theirs.size()) {
            throw new IllegalStateException(
                    "trades of " + strategy.getName() + ": ours " + ours.size() + ", ta4j " + theirs.size());
        }
        for (int i = 0; i < ours.size(); i++) {
            double net = theirs.get(i).getProfit().doubleValue();
            if (Math.abs(ours.get(i).netPnl() - net) > 1e-6) {
                throw new IllegalStateException("net of trade " + (i + 1) + " of " + strategy.getName() + ": ours "
                        + ours.get(i).netPnl() + ", ta4j " + net);
            }
        }
        return ours.size();
    }

    private BacktestExecutor executor() {
        return new BacktestExecutor(series, commission(), new ZeroCostModel(), new TradeOnNextOpenModel());
    }

    private static LinearTransactionCostModel commission() {
        return new LinearTransactionCostModel(2.0 / 10_000);
    }

    /// ta4j's strategies of the ten combinations, with indicators of their own.
    private List<Strategy> strategies() {
        List<Strategy> strategies = new ArrayList<>();
        SweepPlan plan = plan(program, TEN);
        for (int point = 0; point < plan.size(); point++) {
            int fast = (int) plan.values(point)[0];
            int slow = (int) plan.values(point)[1];
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            SMAIndicator fastAverage = new SMAIndicator(close, fast);
            SMAIndicator slowAverage = new SMAIndicator(close, slow);
            strategies.add(new BaseStrategy(
                    fast + " " + slow,
                    new CrossedUpIndicatorRule(fastAverage, slowAverage),
                    new CrossedDownIndicatorRule(fastAverage, slowAverage),
                    slow));
        }
        return strategies;
    }

    private static MarketData data(Bars bars) {
        return MarketData.of(new MarketSeries(new SeriesKey("SIM", bars.timeframe()), true, bars, bars.contentHash()));
    }

    private static RunSettings settings(
            String size, boolean wholeUnits, double slippageBps, @Nullable Double stopLoss) {
        return new RunSettings(
                1_000_000,
                2,
                slippageBps,
                SizeRule.parse(size),
                wholeUnits,
                RunSettings.Direction.LONG,
                stopLoss,
                null,
                "plain",
                252,
                null,
                null,
                Map.of());
    }
}
