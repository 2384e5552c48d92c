package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// Patterns drawn by hand as lines between `bar price` points: those that must fire, at which bar, and those
/// that must not, each for one broken rule.
class ChartPatternsTest {

    /// Signal as `bar:direction`, in the order of time; empty for none.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // Breaks 90, the low between, 2.5 a bar from 100 at bar 21.
        "DOUBLE_TOP, fires at the break, 0 88 3 80 9 100 15 90 21 100 33 70, 26:-1",
        "DOUBLE_TOP, tops too far apart in price, 0 88 3 80 9 100 15 90 21 95 33 65, ''",
        "DOUBLE_TOP, too shallow, 0 88 3 80 9 100 15 98 21 100 33 70, ''",
        "DOUBLE_TOP, never breaks, 0 88 3 80 9 100 15 90 21 100 27 92 63 140, ''",
        "DOUBLE_TOP, no rise before, 0 110 8 95 14 100 20 90 26 100 38 70, ''",
        "DOUBLE_TOP, breaks too late, 0 88 3 80 9 100 15 90 21 100 73 90.5 79 80, ''",
        "DOUBLE_BOTTOM, fires at the break, 0 112 3 120 9 100 15 110 21 100 33 130, 26:1",
        "DOUBLE_BOTTOM, bottoms too far apart in price, 0 112 3 120 9 100 15 110 21 105 33 135, ''",
        "DOUBLE_BOTTOM, no fall before, 0 90 8 105 14 100 20 110 26 100 38 130, ''",
        "DOUBLE_BOTTOM, never breaks, 0 112 3 120 9 100 15 110 21 100 27 109 63 60, ''",
        // The neckline is level at 100; 5 a bar from 110 at bar 30.
        "HEAD_SHOULDERS, fires at the neckline, 0 80 6 110 12 100 18 120 24 100 30 110 42 50, 33:-1",
        "HEAD_SHOULDERS, no head, 0 80 6 110 12 100 18 111 24 100 30 110 42 50, ''",
        "HEAD_SHOULDERS, shoulders uneven, 0 80 6 110 12 100 18 130 24 100 30 120 42 50, ''",
        "HEAD_SHOULDERS, breaks the last high, 0 80 6 110 12 100 18 120 24 100 30 110 34 102 60 150, ''",
        "HEAD_SHOULDERS_INVERSE, fires at the neckline, 0 120 6 90 12 100 18 80 24 100 30 90 42 150, 33:1",
        "HEAD_SHOULDERS_INVERSE, no head, 0 120 6 90 12 100 18 89 24 100 30 90 42 150, ''",
        // Flat at 110, lows 95 and 101: breaks upwards.
        "TRIANGLE_ASCENDING, breaks up, 0 90 6 110 12 95 18 110 24 101 36 125, 29:1",
        "TRIANGLE_ASCENDING, highs rise, 0 90 6 110 12 95 18 116 24 101 36 131, ''",
        "TRIANGLE_ASCENDING, lows level, 0 90 6 110 12 100 18 110 24 100.5 36 125, ''",
        "TRIANGLE_DESCENDING, breaks down, 0 120 6 100 12 115 18 100 24 109 36 85, 29:-1",
        "TRIANGLE_DESCENDING, highs rise, 0 120 6 100 12 110 18 100 24 116 36 85, ''",
        "TRIANGLE_SYMMETRIC, breaks up, 0 90 6 120 12 90 18 112 24 97 32 120, 28:1",
        "TRIANGLE_SYMMETRIC, breaks down, 0 130 6 90 12 120 18 97 24 112 32 88, 28:-1",
        "TRIANGLE_SYMMETRIC, broadens, 0 100 6 110 12 98 18 116 24 92 36 130, ''",
        // Highs 110 and 116, lows 100 and 110: converging upwards, breaks down.
        "WEDGE_RISING, breaks down, 0 90 6 110 12 100 18 116 24 110 28 115 40 85, 29:-1",
        "WEDGE_RISING, parallel, 0 90 6 110 12 100 18 116 24 106 28 109 40 79, ''",
        "WEDGE_FALLING, breaks up, 0 120 6 100 12 110 18 94 24 100 28 95 40 125, 29:1",
        "WEDGE_FALLING, parallel, 0 120 6 100 12 110 18 94 24 104 28 101 40 131, ''",
        // A pole of 20 % in 6 bars, a shallow drift, the line through 120 and 118.
        "FLAG_BULL, breaks up, 0 105 4 100 10 120 14 115 18 118 22 114 30 130, 24:1",
        "FLAG_BULL, pole too short, 0 105 4 115 10 120 14 118 18 119 22 118 30 130, ''",
        "FLAG_BULL, pole too slow, 0 105 4 100 30 120 34 115 38 118 42 114 50 130, ''",
        "FLAG_BULL, gives back too much, 0 105 4 100 10 120 14 105 18 118 22 114 30 130, ''",
        "FLAG_BULL, falls out of the channel, 0 105 4 100 10 120 14 115 18 118 26 100 40 140, ''",
        "FLAG_BEAR, breaks down, 0 115 4 120 10 100 14 105 18 102 22 106 30 90, 24:-1",
        "FLAG_BEAR, gives back too much, 0 115 4 120 10 100 14 115 18 102 22 106 30 90, ''",
    })
    void firesOnThePatternAndOnNothingElse(String name, String what, String points, String expected) {
        double[] price = polyline(Arrays.stream(points.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
        assertEquals(expected, signals(name, price));
    }

    @Test
    void coversEveryPattern() {
        Set<String> drawn = Arrays.stream(ChartPatternsTest.class.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotationsByType(CsvSource.class)))
                .flatMap(source -> Arrays.stream(source.value()))
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
        assertEquals(
                ChartPatterns.all().stream()
                        .map(definition -> definition.spec().name())
                        .collect(Collectors.toSet()),
                drawn);
    }

    @Test
    void tellsTheLevelThatBrokeAndTheBarsSinceTheBeginning() {
        double[] price = polyline(0, 88, 3, 80, 9, 100, 15, 90, 21, 100, 33, 70);
        double[][] columns = columns("DOUBLE_TOP", price);
        assertEquals(90, columns[1][26]);
        assertEquals(17, columns[2][26]);
        assertEquals(90, columns[1][33], "kept");
        assertEquals(Double.NaN, columns[1][25]);
        assertEquals(Double.NaN, columns[2][27]);
    }

    @Test
    void waitsUntilTheLastPivotIsConfirmed() {
        // The break comes before three bars have passed since the second top: it is told at the third.
        double[] price = polyline(0, 88, 3, 80, 9, 100, 15, 90, 21, 100, 22, 85, 33, 80);
        assertEquals("24:-1", signals("DOUBLE_TOP", price));
    }

    private static String signals(String name, double[] price) {
        double[] signal = columns(name, price)[0];
        List<String> told = new ArrayList<>();
        for (int row = 0; row < signal.length; row++) {
            if (signal[row] != 0) {
                told.add(row + ":" + (int) signal[row]);
            }
        }
        return String.join(" ", told);
    }

    private static double[][] columns(String name, double[] price) {
        IndicatorDefinition definition = SwingsTest.find(name);
        return IndicatorColumn.compute(
                definition, defaults(definition), new double[][] {price, price, price}, price.length);
    }

    private static IndicatorArguments defaults(IndicatorDefinition definition) {
        return SwingsTest.defaults(definition);
    }

    /// Prices on straight lines between points given as bar and price in turn.
    static double[] polyline(double... points) {
        double[] price = new double[(int) points[points.length - 2] + 1];
        for (int i = 0; i + 3 < points.length; i += 2) {
            int from = (int) points[i];
            int to = (int) points[i + 2];
            for (int bar = from; bar <= to; bar++) {
                price[bar] = points[i + 1] + (points[i + 3] - points[i + 1]) * (bar - from) / (to - from);
            }
        }
        return price;
    }
}
