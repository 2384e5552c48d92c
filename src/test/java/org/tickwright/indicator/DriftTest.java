package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// A window after millions of bars is the window alone: within [#BOUND], each value equals that of a fresh
/// kernel which has seen nothing but its own window, whatever came before, an outlier of 1e12 included.
class DriftTest {
    /// Relative to the larger of 1 and the value, whose size is that of the prices.
    private static final double BOUND = 1e-11;

    private static final int SAMPLES = 400;

    private static final String WINDOWED =
            "SMA, WMA, TRIMA, STDDEV, VAR, SUM, BBANDS, HMA, VWMA, VWAP_ROLLING, CMF, CMOU,"
                    + " VORTEX, AWESOME, KST, COPPOCK, DPO, BB_PLACE, DONCHIAN, MAX, MIN, CHOP";

    static List<String> windowed() {
        return List.of(WINDOWED.split(", "));
    }

    @ParameterizedTest
    @MethodSource("windowed")
    void staysWithinItsBound(String name) {
        check(name, 300_000);
    }

    @Tag("nightly")
    @ParameterizedTest
    @MethodSource("windowed")
    void staysWithinItsBoundOverTenMillionBars(String name) {
        check(name, 10_000_000);
    }

    private static void check(String name, int rows) {
        IndicatorDefinition definition = SwingsTest.find(name);
        IndicatorArguments arguments = SwingsTest.defaults(definition);
        double[][] inputs = inputs(definition, rows);
        double[][] outputs = IndicatorColumn.compute(definition, arguments, inputs, rows);
        int window = definition.lookback(arguments) + 1;
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < SAMPLES; i++) {
            int last = i == 0 ? rows - 1 : rows / 2 + random.nextInt(rows / 2);
            double[][] alone = new double[inputs.length][];
            for (int input = 0; input < inputs.length; input++) {
                alone[input] = Arrays.copyOfRange(inputs[input], last - window + 1, last + 1);
            }
            double[][] fresh = IndicatorColumn.compute(definition, arguments, alone, window);
            for (int output = 0; output < outputs.length; output++) {
                double expected = fresh[output][window - 1];
                double allowed = BOUND * Math.max(1, Math.abs(expected));
                assertEquals(expected, outputs[output][last], allowed, name + " output " + output + " row " + last);
            }
        }
    }

    /// Prices off every tick between 50 and 150 with an outlier early on; volumes up to a million.
    private static double[][] inputs(IndicatorDefinition definition, int rows) {
        return definition.spec().inputs().stream()
                .map(input -> column(input.defaultColumn(), rows))
                .toArray(double[][]::new);
    }

    private static double[] column(String name, int rows) {
        SplittableRandom middle = new SplittableRandom(5);
        SplittableRandom own = new SplittableRandom(name.hashCode());
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            double price = 50 + 100 * middle.nextDouble();
            double part = own.nextDouble();
            values[i] = switch (name) {
                case "high" -> price * (1 + 0.05 * part);
                case "low" -> price * (1 - 0.05 * part);
                case "volume" -> 1 + 1e6 * part;
                default -> price;
            };
        }
        values[1_000] *= 1e10;
        return values;
    }
}
