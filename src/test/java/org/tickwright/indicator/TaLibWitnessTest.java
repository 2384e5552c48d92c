package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.meta.CoreMetaData;
import com.tictactec.ta.lib.meta.annotation.IntegerRange;
import com.tictactec.ta.lib.meta.annotation.RealRange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// Every function that the Java edition of TA-Lib has, with parameters over their whole ranges: the
/// shortest periods, odd ones, windows longer than half the series, every kind of average.
///
/// Where that edition (0.4) is known to differ from the one that the catalogue follows (0.6), the
/// difference is stated here: it fails on a few windows of one bar, misplaces Bollinger bands around an
/// average with a shorter lookback than the deviation, takes small spreads for zero, and has no signals
/// of 80 and -80.
class TaLibWitnessTest {
    private static final int ROWS = 700;
    private static final int CASES = 24;

    private static final int MESA = MovingAverages.KINDS.indexOf("MAMA");

    @Test
    void hasEveryFunctionOfTheOtherEdition() throws Exception {
        Set<String> missing = new TreeSet<>(TaLibWitness.functions());
        IndicatorCatalogue.builtIn()
                .all()
                .forEach(definition -> missing.remove(definition.spec().name()));
        assertEquals(Set.of(), missing);
        assertEquals(158, TaLibWitness.functions().size());
    }

    @Test
    void knowsTheSameKindsOfAverage() {
        List<String> kinds = Arrays.stream(MAType.values())
                .map(kind -> kind.name().toUpperCase(Locale.ROOT))
                .toList();
        assertEquals(kinds, MovingAverages.KINDS);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void takesTheSameParametersInTheSameRanges(String name) throws Exception {
        CoreMetaData function = TaLibWitness.function(name);
        IndicatorSpec spec = definition(name).spec();
        assertEquals(function.getFuncInfo().nbOptInput(), spec.parameters().size());
        for (int i = 0; i < spec.parameters().size(); i++) {
            IndicatorSpec.Parameter parameter = spec.parameters().get(i);
            assertEquals(function.getOptInputParameterInfo(i).paramName(), parameter.name());
            IntegerRange whole = function.getOptInputIntegerRange(i);
            RealRange real = function.getOptInputRealRange(i);
            assertEquals(real == null, parameter.integer());
            if (whole != null) {
                assertEquals(whole.min(), parameter.from(), parameter.name());
                assertEquals(whole.max(), parameter.to(), parameter.name());
            } else if (real != null) {
                assertEquals(real.min(), parameter.from(), 3e31, parameter.name());
                assertEquals(real.max(), parameter.to(), 3e31, parameter.name());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void agreesWhateverTheParameters(String name) throws Exception {
        IndicatorDefinition definition = definition(name);
        boolean candles = name.startsWith("CDL");
        for (int i = 0; i < CASES; i++) {
            SplittableRandom random = new SplittableRandom(1000L * i + name.hashCode());
            RandomBars bars = candles
                    ? RandomBars.candles(random.nextLong(), 20 * ROWS)
                    : RandomBars.of(random.nextLong(), ROWS, random.nextBoolean());
            double[] parameters = parameters(definition.spec(), random, i);
            compare(definition, new IndicatorArguments(parameters), bars);
            if (parameters.length == 0 && i == 3) {
                return;
            }
        }
    }

    static Stream<String> functions() throws Exception {
        return TaLibWitness.functions().stream();
    }

    private static IndicatorDefinition definition(String name) {
        return IndicatorCatalogue.builtIn().find(name).orElseThrow();
    }

    /// The first two cases are the smallest parameters and the smallest plus one.
    private static double[] parameters(IndicatorSpec spec, SplittableRandom random, int number) {
        double[] values = spec.parameters().stream()
                .mapToDouble(
                        parameter -> parameter.integer() ? whole(parameter, random, number) : real(parameter, random))
                .toArray();
        switch (spec.name()) {
            // That edition fails on a signal of one bar and on averages and windows of nothing but one bar.
            case "TRIX", "ULTOSC" -> values[0] = Math.max(values[0], 2);
            case "MACD" -> values[2] = Math.max(values[2], 2);
            case "MACDFIX" -> values[0] = Math.max(values[0], 2);
            case "MACDEXT" -> values[4] = Math.max(values[4], 2);
            // Limits in the wrong order read outside the series there.
            case "MAVP" -> Arrays.sort(values, 0, 2);
            // An average that begins before the deviation is put beside the wrong rows of it there.
            case "BBANDS" -> values[0] = values[3] == MESA ? Math.min(values[0], 33) : values[0];
            default -> {}
        }
        return values;
    }

    private static double whole(IndicatorSpec.Parameter parameter, SplittableRandom random, int number) {
        if (!parameter.choices().isEmpty()) {
            return random.nextInt(parameter.choices().size());
        }
        int from = (int) parameter.from();
        if (number < 2) {
            return from + number;
        }
        return switch (number % 4) {
            case 0 -> from + random.nextInt(4);
            case 1 -> 100 + random.nextInt(ROWS - 200);
            default -> from + random.nextInt(60);
        };
    }

    private static double real(IndicatorSpec.Parameter parameter, SplittableRandom random) {
        double from = Math.max(parameter.from(), parameter.name().equals("optInStartValue") ? -150 : 0);
        double to = Math.min(parameter.to(), parameter.name().startsWith("optInAcc") ? 0.5 : 1.5);
        return random.nextInt(6) == 0 ? Math.max(from, 0) : from + (to - from) * random.nextDouble();
    }

    private static void compare(IndicatorDefinition definition, IndicatorArguments arguments, RandomBars bars)
            throws Exception {
        String name = definition.spec().name();
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> bars.column(IndicatorColumnTest.column(definition, input)))
                .toArray(double[][]::new);
        TaLibWitness.Columns expected = TaLibWitness.call(name, bars, inputs, arguments.values());
        double[][] actual = IndicatorColumn.compute(definition, arguments, inputs, bars.rows());
        assertEquals(expected.lookback(), Math.min(bars.rows(), definition.lookback(arguments)), name + arguments);
        for (int output = 0; output < actual.length; output++) {
            double[] theirs = expected.outputs()[output];
            for (int row = 0; row < bars.rows(); row++) {
                double own = actual[output][row];
                String where = name + arguments + " output " + output + " row " + row;
                if (row < expected.lookback()) {
                    assertTrue(Double.isNaN(own), where);
                } else if (!isKnownDifference(name, own, theirs[row])) {
                    double allowed = tolerance(name) * Math.max(1, Math.abs(theirs[row]));
                    assertEquals(theirs[row], own, allowed, where);
                }
            }
        }
    }

    private static boolean isKnownDifference(String name, double own, double theirs) {
        return switch (name) {
            case "CDLENGULFING", "CDLHARAMI", "CDLHARAMICROSS" -> Math.abs(own) == 80 && theirs == 0;
            // It takes spreads below 1e-8 for nothing, 0.6 those below 1e-14.
            case "BETA" -> theirs == 0;
            case "CORREL" -> theirs == 0 && Math.abs(own) <= 1 + 1e-9;
            default -> false;
        };
    }

    private static double tolerance(String name) {
        return switch (name) {
            case "STDDEV", "VAR", "BBANDS", "CORREL", "BETA", "CCI" -> 1e-5;
            default -> name.startsWith("CDL") ? 0 : 1e-9;
        };
    }
}
