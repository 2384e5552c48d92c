package org.tickwright.bench;

import java.io.IOException;
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
import org.tickwright.engine.SyntheticBars;
import org.tickwright.kernel.Progress;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyFormatException;

/// The case of [BacktestBench#wholeUnitsWithCosts] in a program that has run other strategies with other fills before,
/// as a workstation has: the compiler has seen several implementations wherever there are some.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 3, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class PollutedBench {
    private static final int OTHER_BARS = 50_000;
    private static final int OTHER_RUNS = 20;

    private Backtest.Data data;
    private Program program;

    /// Runs three other strategies, plain and realistic, until they are compiled.
    @Setup
    public void prepare() throws IOException, StrategyFormatException {
        Backtest.Data other = BacktestBench.data(SyntheticBars.minutes(7, OTHER_BARS));
        RunSettings plain = BacktestBench.settings(null, 1, 0.01, 0.02);
        RunSettings realistic = plain.filling(RunSettings.REALISTIC, FillTerms.DEFAULTS);
        for (String name : new String[] {"donchian-atr", "macd-cross", "rsi-reversion"}) {
            Program strategy = BacktestBench.template("/assets/strategies/" + name + ".strategy.json");
            for (int run = 0; run < OTHER_RUNS; run++) {
                Backtest.run(strategy, other, plain, Progress.NONE);
                Backtest.run(strategy, other, realistic, Progress.NONE);
            }
        }
        data = BacktestBench.data(SyntheticBars.minutes(42, BacktestBench.BARS));
        program = BacktestBench.program();
    }

    /// Costs, whole units, all but a twentieth of the cash.
    @Benchmark
    public RunResult wholeUnitsWithCosts() {
        return Backtest.run(program, data, BacktestBench.OUR_CASE, Progress.NONE);
    }
}
