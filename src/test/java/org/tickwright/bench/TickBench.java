package org.tickwright.bench;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
import org.tickwright.engine.Backtest;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.Trade;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarBuilder;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyFormatException;

/// Twenty million generated trades made into bars of a minute, and run over by averages of 10 and 30 crossing whose
/// stops and targets act at the trade that reaches them. The peer takes one trade after the other.
///
/// The run includes making the bars and everything that a run records; neither hash is in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class TickBench {
    static final int TICKS = 20_000_000;
    private static final int CHECKED_TICKS = 2_000_000;
    private static final double STOP = 0.002;
    private static final double TARGET = 0.004;
    private static final SeriesKey KEY = new SeriesKey("SIM", Timeframe.MINUTE);
    private static final RunSettings SETTINGS = settings();

    private TradeTicks ticks;
    private Program program;

    /// Makes the trades.
    @Setup
    public void prepare() throws IOException, StrategyFormatException {
        prepare(TICKS);
    }

    void prepare(int count) throws IOException, StrategyFormatException {
        ticks = ticks(count);
        program = BacktestBench.program();
    }

    /// Bars of a minute.
    @Benchmark
    public Bars bars() {
        return TickBars.of(ticks, Timeframe.MINUTE, ZoneOffset.UTC);
    }

    /// Bars of a minute, trade by trade.
    @Benchmark
    public Bars barsOneByOne() {
        BarBuilder builder = new BarBuilder(Timeframe.MINUTE, ZoneOffset.UTC);
        for (int i = 0; i < ticks.size(); i++) {
            builder.trade(ticks.time(i), ticks.price(i), ticks.volume(i));
        }
        return builder.finish();
    }

    /// Bars of five thousand units.
    @Benchmark
    public Bars volumeBars() {
        return TickBars.of(ticks, Timeframe.parse("5000v"), ZoneOffset.UTC);
    }

    /// Bars and a run whose stops and targets act at the trades.
    @Benchmark
    public RunResult run() {
        return run(bars());
    }

    private RunResult run(Bars bars) {
        return Backtest.run(program, new Backtest.Data(KEY, true, bars, "").telling(ticks), SETTINGS, Progress.NONE);
    }

    static Suite suite() {
        return new Suite(
                "ticks",
                TickBench::sameBars,
                List.of(
                        new Comparison(
                                "trades to bars of a minute (one by one)",
                                "TickBench.bars",
                                "TickBench.barsOneByOne",
                                TICKS,
                                "trade",
                                Double.NaN),
                        new Comparison(
                                "trades to bars of 5,000 units",
                                "TickBench.volumeBars",
                                null,
                                TICKS,
                                "trade",
                                Double.NaN),
                        new Comparison(
                                "bars and sma-cross, stop and target at trades",
                                "TickBench.run",
                                null,
                                TICKS,
                                "trade",
                                Double.NaN)));
    }

    /// The same bars both ways; and a run that its trades leave nothing open of, in which every exit inside a bar is at
    /// the first trade that reaches its level.
    private static String sameBars() throws IOException, StrategyFormatException {
        TickBench bench = new TickBench();
        bench.prepare(CHECKED_TICKS);
        if (!bench.bars().contentHash().equals(bench.barsOneByOne().contentHash())) {
            throw new IllegalStateException("the bars differ");
        }
        RunResult told = bench.run();
        if (told.ambiguity().count() > 0 || told.ambiguity().untoldBars() > 0) {
            throw new IllegalStateException("trades leave nothing open, but " + told.ambiguity());
        }
        return String.format(
                Locale.ROOT,
                "the same %d bars; %d exits inside bars at the first trade that reaches a level",
                bench.bars().size(),
                insideBars(told, bench.bars(), bench.ticks));
    }

    /// Checks the exits inside bars, trade by trade from the entry on, and counts them.
    private static int insideBars(RunResult run, Bars bars, TradeTicks ticks) {
        int inside = 0;
        for (Trade trade : run.trades()) {
            boolean stopped = trade.exitReason() == Trade.ExitReason.STOP;
            if (stopped || trade.exitReason() == Trade.ExitReason.TARGET) {
                int at = ticks.indexAtOrAfter(bars.time(trade.entryIndex()));
                double stop = trade.entryPrice() * (1 - STOP);
                double target = trade.entryPrice() * (1 + TARGET);
                while (ticks.price(at) > stop && ticks.price(at) <= target) {
                    at++;
                }
                boolean same = ticks.time(at) >= bars.time(trade.exitIndex())
                        && ticks.time(at) < bars.knownAt(trade.exitIndex())
                        && stopped == ticks.price(at) <= stop;
                if (!same) {
                    throw new IllegalStateException("another trade reaches the levels of " + trade);
                }
                inside++;
            }
        }
        return inside;
    }

    private static RunSettings settings() {
        RunSettings plain = BacktestBench.settings(SizeRule.parse("units:100"), 1, STOP, TARGET)
                .overriding(Map.of("fast", 10.0, "slow", 30.0));
        return plain.filling(RunSettings.REALISTIC, FillTerms.DEFAULTS);
    }

    /// Some hundred trades a minute, prices in cents.
    static TradeTicks ticks(int count) {
        SplittableRandom random = new SplittableRandom(11);
        TradeTicks.Builder builder = new TradeTicks.Builder(count);
        long time = 1_600_000_020_000_000_000L;
        int price = 20_000;
        for (int i = 0; i < count; i++) {
            time += random.nextInt(1_200_000_000);
            price = Math.max(5_000, price + random.nextInt(3) - 1);
            builder.append(time, price / 100.0, 1 + random.nextInt(100));
        }
        return builder.build();
    }
}
