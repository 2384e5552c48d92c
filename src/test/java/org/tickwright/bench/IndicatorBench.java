package org.tickwright.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.tickwright.engine.SyntheticBars;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.market.Bars;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// Columns of indicators over a million generated bars beside ta4j's, each time from nothing: our column,
/// their new indicator asked for every bar.
///
/// The generated prices lie on no tick, which is the slower way of a simple average; the same average over
/// prices in cents stands beside it without a peer, as does each indicator over 2,000 bars, whose cost should
/// be the same. Few iterations in one fork, so that all is done in five minutes; `-Dbench.forks=3` is surer.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class IndicatorBench {
    private static final int BARS = 1_000_000;
    private static final int CHECKED_BARS = 20_000;
    private static final int SETTLED = 5_000;

    private Bars bars;
    private double[] cents;

    /// Makes our bars.
    @Setup
    public void prepare() {
        bars = SyntheticBars.minutes(42, BARS);
        cents = Arrays.stream(bars.column(Bars.Field.CLOSE))
                .map(price -> Math.round(price * 100) / 100.0)
                .toArray();
    }

    /// The same bars as ta4j keeps them.
    @State(Scope.Benchmark)
    public static class Peer {
        private BarSeries series;

        /// Makes the bars of the peer.
        @Setup
        public void prepare() {
            series = series(SyntheticBars.minutes(42, BARS));
        }
    }

    /// SMA(20).
    @Benchmark
    public double[][] sma() {
        return column("SMA", bars, 20);
    }

    /// SMA(20) by ta4j.
    @Benchmark
    public double smaTa4j(Peer peer) {
        return sum(new SMAIndicator(new ClosePriceIndicator(peer.series), 20), BARS);
    }

    /// SMA(20) over prices in cents.
    @Benchmark
    public double[][] smaOnTicks() {
        return IndicatorColumn.compute(
                definition("SMA"), new IndicatorArguments(20), new double[][] {cents}, bars.size());
    }

    /// SMA(2000).
    @Benchmark
    public double[][] smaLong() {
        return column("SMA", bars, 2000);
    }

    /// EMA(20).
    @Benchmark
    public double[][] ema() {
        return column("EMA", bars, 20);
    }

    /// EMA(2000).
    @Benchmark
    public double[][] emaLong() {
        return column("EMA", bars, 2000);
    }

    /// EMA(20) by ta4j.
    @Benchmark
    public double emaTa4j(Peer peer) {
        return sum(new EMAIndicator(new ClosePriceIndicator(peer.series), 20), BARS);
    }

    /// WMA(200).
    @Benchmark
    public double[][] wma() {
        return column("WMA", bars, 200);
    }

    /// WMA(2000).
    @Benchmark
    public double[][] wmaLong() {
        return column("WMA", bars, 2000);
    }

    /// WMA(200) by ta4j.
    @Benchmark
    public double wmaTa4j(Peer peer) {
        return sum(new WMAIndicator(new ClosePriceIndicator(peer.series), 200), BARS);
    }

    /// RSI(14).
    @Benchmark
    public double[][] rsi() {
        return column("RSI", bars, 14);
    }

    /// RSI(2000).
    @Benchmark
    public double[][] rsiLong() {
        return column("RSI", bars, 2000);
    }

    /// RSI(14) by ta4j.
    @Benchmark
    public double rsiTa4j(Peer peer) {
        return sum(new RSIIndicator(new ClosePriceIndicator(peer.series), 14), BARS);
    }

    /// ATR(14).
    @Benchmark
    public double[][] atr() {
        return column("ATR", bars, 14);
    }

    /// ATR(2000).
    @Benchmark
    public double[][] atrLong() {
        return column("ATR", bars, 2000);
    }

    /// ATR(14) by ta4j.
    @Benchmark
    public double atrTa4j(Peer peer) {
        return sum(new ATRIndicator(peer.series, 14), BARS);
    }

    /// STDDEV(20).
    @Benchmark
    public double[][] stddev() {
        return column("STDDEV", bars, 20, 1);
    }

    /// STDDEV(2000).
    @Benchmark
    public double[][] stddevLong() {
        return column("STDDEV", bars, 2000, 1);
    }

    /// STDDEV(20) by ta4j.
    @Benchmark
    public double stddevTa4j(Peer peer) {
        return sum(new StandardDeviationIndicator(new ClosePriceIndicator(peer.series), 20), BARS);
    }

    /// MAX(200).
    @Benchmark
    public double[][] max() {
        return column("MAX", bars, 200);
    }

    /// MAX(2000).
    @Benchmark
    public double[][] maxLong() {
        return column("MAX", bars, 2000);
    }

    /// MAX(200) by ta4j.
    @Benchmark
    public double maxTa4j(Peer peer) {
        return sum(new HighestValueIndicator(new ClosePriceIndicator(peer.series), 200), BARS);
    }

    static Suite suite() {
        return new Suite(
                "indicators",
                IndicatorBench::sameValues,
                List.of(
                        pair("SMA 20", "sma", 2.0),
                        alone("SMA 2000", "smaLong"),
                        alone("SMA 20 on ticks", "smaOnTicks"),
                        pair("EMA 20", "ema", 4.1),
                        alone("EMA 2000", "emaLong"),
                        pair("WMA 200", "wma", Double.NaN),
                        alone("WMA 2000", "wmaLong"),
                        pair("RSI 14", "rsi", 9.5),
                        alone("RSI 2000", "rsiLong"),
                        pair("ATR 14", "atr", 8.5),
                        alone("ATR 2000", "atrLong"),
                        pair("STDDEV 20", "stddev", 5.7),
                        alone("STDDEV 2000", "stddevLong"),
                        pair("MAX 200", "max", 20),
                        alone("MAX 2000", "maxLong")));
    }

    private static Comparison pair(String title, String method, double limit) {
        String name = "IndicatorBench." + method;
        return new Comparison(title + " (ta4j)", name, name + "Ta4j", BARS, "bar", limit);
    }

    private static Comparison alone(String title, String method) {
        return new Comparison(title, "IndicatorBench." + method, null, BARS, "bar", Double.NaN);
    }

    /// Both sides must agree within 1e-9 of the value from the bar on at which their different seeds have
    /// faded.
    private static String sameValues() {
        Bars bars = SyntheticBars.minutes(42, CHECKED_BARS);
        BarSeries series = series(bars);
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        same("SMA", column("SMA", bars, 20), new SMAIndicator(close, 20), x -> x);
        same("EMA", column("EMA", bars, 20), new EMAIndicator(close, 20), x -> x);
        same("WMA", column("WMA", bars, 200), new WMAIndicator(close, 200), x -> x);
        same("RSI", column("RSI", bars, 14), new RSIIndicator(close, 14), x -> x);
        same("ATR", column("ATR", bars, 14), new ATRIndicator(series, 14), x -> x);
        // Theirs divides by n - 1 as of some release, ours by n as TA-Lib does: the same sums, another divisor.
        double first = column("STDDEV", bars, 20, 1)[0][SETTLED];
        double theirs =
                new StandardDeviationIndicator(close, 20).getValue(SETTLED).doubleValue();
        double divisor = theirs / first > 1.01 ? Math.sqrt(20.0 / 19) : 1;
        same("STDDEV", column("STDDEV", bars, 20, 1), new StandardDeviationIndicator(close, 20), x -> x * divisor);
        same("MAX", column("MAX", bars, 200), new HighestValueIndicator(close, 200), x -> x);
        return "the same values on " + (CHECKED_BARS - SETTLED) + " bars";
    }

    private static void same(String name, double[][] ours, Indicator<Num> theirs, Function<Double, Double> scale) {
        for (int i = SETTLED; i < CHECKED_BARS; i++) {
            double value = theirs.getValue(i).doubleValue();
            double own = scale.apply(ours[0][i]);
            if (!(Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value)))) {
                throw new IllegalStateException(name + " at bar " + i + ": ours " + own + ", ta4j " + value);
            }
        }
    }

    private static double[][] column(String name, Bars bars, double... arguments) {
        IndicatorDefinition definition = definition(name);
        double[][] inputs = definition.spec().inputs().stream()
                .map(input ->
                        bars.column(Bars.Field.valueOf(input.defaultColumn().toUpperCase(Locale.ROOT))))
                .toArray(double[][]::new);
        return IndicatorColumn.compute(definition, new IndicatorArguments(arguments), inputs, bars.size());
    }

    private static IndicatorDefinition definition(String name) {
        return IndicatorCatalogue.builtIn().find(name).orElseThrow();
    }

    private static double sum(Indicator<Num> indicator, int bars) {
        double sum = 0;
        for (int i = 0; i < bars; i++) {
            sum += indicator.getValue(i).doubleValue();
        }
        return sum;
    }

    private static BarSeries series(Bars bars) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
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
}
