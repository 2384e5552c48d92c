package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.CoppockCurveIndicator;
import org.ta4j.core.indicators.DPOIndicator;
import org.ta4j.core.indicators.KSTIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.MassIndexIndicator;
import org.ta4j.core.indicators.PVOIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.TrueStrengthIndexIndicator;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.averages.VWMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.averages.ZLEMAIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.NVIIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.PVIIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// What ta4j and we both have: the same values, but for the differences that the table names.
class PeerIndicatorsTest {
    private static final int ROWS = 3_000;
    private static final RandomBars BARS = traded(RandomBars.of(21, ROWS, true));
    private static final BarSeries SERIES = series();
    private static final ClosePriceIndicator CLOSE = new ClosePriceIndicator(SERIES);

    /// The same from the first row at which both are defined.
    private static final int SAME = 0;
    /// It seeds recursions with their first value, we with the plain mean of the first n (TA-Lib): the same
    /// once the seed has faded.
    private static final int SEED_FADES = 1_500;

    /// Ours, its arguments and output; theirs; the row from which they agree; theirs in our measure.
    record Pair(
            String name,
            List<Double> arguments,
            int output,
            Indicator<Num> theirs,
            int from,
            Function<Double, Double> measure) {
        @Override
        public String toString() {
            return name + arguments + "." + output;
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                same("SMA", 0, new SMAIndicator(CLOSE, 20), 20),
                same("WMA", 0, new WMAIndicator(CLOSE, 20), 20),
                same("HMA", 0, new HMAIndicator(CLOSE, 20), 20),
                same("VWMA", 0, new VWMAIndicator(CLOSE, 20), 20),
                same("DONCHIAN", 0, new DonchianChannelUpperIndicator(SERIES, 20), 20),
                same("DONCHIAN", 1, new DonchianChannelMiddleIndicator(SERIES, 20), 20),
                same("DONCHIAN", 2, new DonchianChannelLowerIndicator(SERIES, 20), 20),
                same("AWESOME", 0, new AwesomeOscillatorIndicator(SERIES), 5, 34),
                same("MAX", 0, new HighestValueIndicator(CLOSE, 20), 20),
                same("MIN", 0, new LowestValueIndicator(CLOSE, 20), 20),
                same("CMF", 0, new ChaikinMoneyFlowIndicator(SERIES, 20), 20),
                same("NVI", 0, new NVIIndicator(SERIES)),
                same("PVI", 0, new PVIIndicator(SERIES)),
                same("COPPOCK", 0, new CoppockCurveIndicator(CLOSE, 14, 11, 10), 14, 11, 10),
                same("KST", 0, new KSTIndicator(CLOSE), 10, 15, 20, 30, 10, 10, 10, 15, 9),
                same("CMOU", 0, new CMOIndicator(CLOSE, 14), 14),
                same("VWAP_ROLLING", 0, new VWAPIndicator(SERIES, 20), 20),
                same("STDDEV", 0, new StandardDeviationIndicator(CLOSE, 20), 20, 1),
                // It starts with nothing, we with the first bar's volume (TA-Lib).
                new Pair(
                        "OBV",
                        List.of(),
                        0,
                        new OnBalanceVolumeIndicator(SERIES),
                        SAME,
                        value -> value + BARS.volume()[0]),
                fades("EMA", 0, new EMAIndicator(CLOSE, 20), 20),
                fades("RSI", 0, new RSIIndicator(CLOSE, 14), 14),
                fades("ATR", 0, new ATRIndicator(SERIES, 14), 14),
                fades("SMMA", 0, new MMAIndicator(CLOSE, 14), 14),
                fades("MACD", 0, new MACDIndicator(CLOSE, 12, 26), 12, 26, 9),
                fades("MA", 0, new DoubleEMAIndicator(CLOSE, 20), 20, 3),
                fades("MA", 0, new TripleEMAIndicator(CLOSE, 20), 20, 4),
                fades("MA", 0, new KAMAIndicator(CLOSE, 10, 2, 30), 10, 6),
                fades("ZLEMA", 0, new ZLEMAIndicator(CLOSE, 21), 21),
                fades("TSI", 0, new TrueStrengthIndexIndicator(CLOSE, 25, 13), 25, 13),
                fades("MASS_INDEX", 0, new MassIndexIndicator(SERIES, 9, 25), 9, 25),
                fades("PVO", 0, new PVOIndicator(SERIES, 12, 26), 12, 26, 9),
                fades("KELTNER", 1, new KeltnerChannelMiddleIndicator(CLOSE, 20), 20, 20, 2));
    }

    /// We take the average of today from an earlier price, it takes an earlier average from today's price.
    @Test
    void detrendsTheOtherWayRound() {
        DPOIndicator theirs = new DPOIndicator(CLOSE, 20);
        double[] average = IndicatorColumn.compute(
                SwingsTest.find("SMA"), new IndicatorArguments(20), new double[][] {BARS.close()}, ROWS)[0];
        for (int row = 100; row < ROWS; row++) {
            double expected = theirs.getValue(row).doubleValue();
            assertEquals(expected, BARS.close()[row] - average[row - 11], 1e-8, "row " + row);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void agreesButForTheDifferenceNamed(Pair pair) {
        IndicatorDefinition definition = SwingsTest.find(pair.name());
        double[] arguments =
                pair.arguments().stream().mapToDouble(Double::doubleValue).toArray();
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> BARS.column(input.defaultColumn()))
                .toArray(double[][]::new);
        double[] ours =
                IndicatorColumn.compute(definition, new IndicatorArguments(arguments), inputs, ROWS)[pair.output()];
        int compared = 0;
        for (int row = Math.max(pair.from(), pair.theirs().getCountOfUnstableBars()); row < ROWS; row++) {
            if (!Double.isNaN(ours[row])) {
                double theirs = pair.measure().apply(pair.theirs().getValue(row).doubleValue());
                assertEquals(theirs, ours[row], 1e-8 * Math.max(1, Math.abs(theirs)), "row " + row);
                compared++;
            }
        }
        assertTrue(compared >= ROWS / 2, "compared " + compared);
    }

    private static Pair same(String name, int output, Indicator<Num> theirs, double... arguments) {
        return pair(name, output, theirs, SAME, arguments);
    }

    private static Pair fades(String name, int output, Indicator<Num> theirs, double... arguments) {
        return pair(name, output, theirs, SEED_FADES, arguments);
    }

    private static Pair pair(String name, int output, Indicator<Num> theirs, int from, double[] arguments) {
        return new Pair(name, Arrays.stream(arguments).boxed().toList(), output, theirs, from, value -> value);
    }

    private static BarSeries series() {
        DoubleNumFactory numbers = DoubleNumFactory.getInstance();
        BarSeries series = new BaseBarSeriesBuilder().withNumFactory(numbers).build();
        Duration day = Duration.ofDays(1);
        for (int i = 0; i < ROWS; i++) {
            Instant begin = Instant.EPOCH.plus(day.multipliedBy(i));
            series.addBar(new BaseBar(
                    day,
                    begin,
                    begin.plus(day),
                    numbers.numOf(BARS.open()[i]),
                    numbers.numOf(BARS.high()[i]),
                    numbers.numOf(BARS.low()[i]),
                    numbers.numOf(BARS.close()[i]),
                    numbers.numOf(BARS.volume()[i]),
                    numbers.numOf(0),
                    0));
        }
        return series;
    }

    /// Every bar trades: what nothing traded for is each library's own affair.
    private static RandomBars traded(RandomBars bars) {
        for (int i = 0; i < bars.rows(); i++) {
            bars.volume()[i] += 1_000;
        }
        return bars;
    }
}
