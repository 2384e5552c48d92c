package org.tickwright.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNumFactory;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.NumFactory;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.tickwright.engine.Backtest;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.engine.Trade;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// The trading loop beside ta4j's: a million generated bars, averages of 10 and 30 crossing, fills at the
/// next open.
///
/// Our side is the whole run: the strategy bound anew, so that no column is left from the run before,
/// trades with their reasons, orders, equity at every close, summary. ta4j's side makes new indicators and
/// gives the list of positions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class BacktestBench {
    static final int BARS = 1_000_000;
    private static final int CHECKED_BARS = 200_000;
    private static final int SLOW = 30;
    private static final double COMMISSION_BPS = 2;
    private static final double SLIPPAGE_BPS = 1;

    private static final Map<String, Double> CROSS = Map.of("fast", 10.0, "slow", (double) SLOW);
    private static final SizeRule SIZE = SizeRule.parse("fraction:0.95");

    static final RunSettings OUR_CASE = settings(SIZE, SLIPPAGE_BPS, null, null).overriding(CROSS);
    private static final RunSettings PROTECTED =
            settings(SIZE, SLIPPAGE_BPS, 0.002, 0.004).overriding(CROSS);
    private static final RunSettings STATE = settings(SIZE, SLIPPAGE_BPS, null, null);
    private static final RunSettings THEIR_CASE =
            settings(SizeRule.parse("units:1"), 0, null, null).overriding(CROSS);

    private Backtest.Data data;
    private Program program;
    private Program state;
    private BarSeries series;

    /// Makes the bars of both sides.
    @Setup
    public void prepare() throws IOException, StrategyFormatException {
        data = data(SyntheticBars.minutes(42, BARS));
        program = program();
        state = template("/bench/twenty-nodes.strategy.json");
        series = series(data.bars(), DoubleNumFactory.getInstance());
    }

    /// Costs, whole units, all but a twentieth of the cash.
    @Benchmark
    public RunResult wholeUnitsWithCosts() {
        return Backtest.run(program, data, OUR_CASE, Progress.NONE);
    }

    /// The same with a stop and a target that are met inside bars.
    @Benchmark
    public RunResult stopAndTarget() {
        return Backtest.run(program, data, PROTECTED, Progress.NONE);
    }

    /// Twenty nodes and two actions that read bars since the entry, open profit and a trailing stop.
    @Benchmark
    public RunResult twentyNodes() {
        return Backtest.run(state, data, STATE, Progress.NONE);
    }

    /// One unit, commission only.
    @Benchmark
    public RunResult oneUnit() {
        return Backtest.run(program, data, THEIR_CASE, Progress.NONE);
    }

    /// One unit, commission only, by ta4j.
    @Benchmark
    public TradingRecord oneUnitTa4j() {
        return ta4j(series);
    }

    static Suite suite() {
        return new Suite(
                "backtest",
                BacktestBench::sameTrades,
                List.of(
                        new Comparison(
                                "sma-cross, costs, whole units",
                                "BacktestBench.wholeUnitsWithCosts",
                                null,
                                BARS,
                                "bar",
                                6),
                        alone("sma-cross, costs, after other strategies", "PollutedBench.wholeUnitsWithCosts", 6),
                        alone("sma-cross, stop and target in the bar", "BacktestBench.stopAndTarget", 25),
                        alone("20 nodes with state, trailing stop", "BacktestBench.twentyNodes", Double.NaN),
                        new Comparison(
                                "sma-cross, one unit, commission (ta4j)",
                                "BacktestBench.oneUnit",
                                "BacktestBench.oneUnitTa4j",
                                BARS,
                                "bar",
                                6)));
    }

    private static Comparison alone(String title, String benchmark, double limit) {
        return new Comparison(title, benchmark, null, BARS, "bar", limit);
    }

    /// Both sides must agree on entry and exit bars, and on what each closed trade earned within 1e-6: on
    /// all bars with the numbers that are timed, and on fewer with decimal numbers, which cannot differ by
    /// rounding.
    private static String sameTrades() throws IOException, StrategyFormatException {
        int timed = compare(SyntheticBars.minutes(42, BARS), DoubleNumFactory.getInstance());
        int decimal = compare(SyntheticBars.minutes(42, CHECKED_BARS), DecimalNumFactory.getInstance());
        return "the same " + timed + " trades, and " + decimal + " with decimal numbers; a run keeps " + kept();
    }

    /// What a result holds: columns of a bar, and what there is of its trades and orders.
    private static String kept() throws IOException, StrategyFormatException {
        Backtest.Data data = data(SyntheticBars.minutes(42, BARS));
        Program program = program();
        Backtest.run(program, data, OUR_CASE, Progress.NONE);
        long before = used();
        RunResult result = Backtest.run(program, data, OUR_CASE, Progress.NONE);
        double bytes = used() - before;
        int columns = Double.BYTES * (result.equity().length + result.position().length);
        return String.format(
                Locale.ROOT,
                "%.1f bytes a bar and %.0f a trade with its orders",
                (double) columns / BARS,
                (bytes - columns) / result.trades().size());
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static int compare(Bars bars, NumFactory numbers) throws IOException, StrategyFormatException {
        List<Trade> ours = Backtest.run(program(), data(bars), THEIR_CASE, Progress.NONE).trades().stream()
                .filter(trade -> trade.exitReason() == Trade.ExitReason.SIGNAL)
                .toList();
        List<Position> theirs = ta4j(series(bars, numbers)).getPositions().stream()
                .filter(Position::isClosed)
                .toList();
        require(ours.size() == theirs.size(), "trades", ours.size(), theirs.size());
        for (int i = 0; i < ours.size(); i++) {
            Trade trade = ours.get(i);
            Position position = theirs.get(i);
            String at = " of trade " + (i + 1);
            require(
                    trade.entryIndex() == position.getEntry().getIndex(),
                    "entry bar" + at,
                    trade.entryIndex(),
                    position.getEntry().getIndex());
            require(
                    trade.exitIndex() == position.getExit().getIndex(),
                    "exit bar" + at,
                    trade.exitIndex(),
                    position.getExit().getIndex());
            double net = position.getProfit().doubleValue();
            require(Math.abs(trade.netPnl() - net) < 1e-6, "net" + at, trade.netPnl(), net);
        }
        return ours.size();
    }

    private static void require(boolean same, String what, Object ours, Object theirs) {
        if (!same) {
            throw new IllegalStateException(what + ": ours " + ours + ", ta4j " + theirs);
        }
    }

    private static TradingRecord ta4j(BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fast = new SMAIndicator(close, 10);
        SMAIndicator slow = new SMAIndicator(close, SLOW);
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow), new CrossedDownIndicatorRule(fast, slow), SLOW);
        return new BarSeriesManager(
                        series, new LinearTransactionCostModel(COMMISSION_BPS / 10_000), new ZeroCostModel())
                .run(strategy);
    }

    static BarSeries series(Bars bars, NumFactory numbers) {
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
        for (int i = 0; i < bars.size(); i++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochSecond(bars.knownAt(i) / 1_000_000_000L))
                    .openPrice(bars.open(i))
                    .highPrice(bars.high(i))
                    .lowPrice(bars.low(i))
                    .closePrice(bars.close(i))
                    .volume(bars.volume(i))
                    .add();
        }
        return series;
    }

    static Backtest.Data data(Bars bars) {
        return Backtest.Data.of(new SeriesKey("SIM", bars.timeframe()), true, bars);
    }

    static RunSettings settings(
            @Nullable SizeRule size, double slippageBps, @Nullable Double stop, @Nullable Double target) {
        return new RunSettings(
                1_000_000,
                COMMISSION_BPS,
                slippageBps,
                size,
                true,
                RunSettings.Direction.LONG,
                stop,
                target,
                "plain",
                252,
                null,
                null,
                Map.of());
    }

    static Program program() throws IOException, StrategyFormatException {
        return template("/assets/strategies/sma-cross.strategy.json");
    }

    static Program template(String resource) throws IOException, StrategyFormatException {
        try (InputStream in = BacktestBench.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("There is no " + resource + " on the class path");
            }
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Program.of(StrategyCodec.read(json), IndicatorCatalogue.builtIn());
        }
    }
}
