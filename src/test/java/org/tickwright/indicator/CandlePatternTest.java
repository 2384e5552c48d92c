package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.testing.Shared;

/// Every candlestick pattern against TA-Lib's own library, on bars made so that every one of them fires.
class CandlePatternTest {
    private static final String BARS = "oracles/talib/synthetic_candles_A.csv.gz";
    private static final String INDEX = "oracles/talib/synthetic_candles_A_index.json";

    @TestFactory
    Stream<DynamicTest> agreesWithTheLibraryOnEveryBar() throws IOException {
        OracleFile bars = OracleFile.read(BARS);
        JsonNode index = new ObjectMapper().readTree(Shared.requirePath(INDEX).toFile());
        return index.properties().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    IndicatorDefinition pattern =
                            IndicatorCatalogue.builtIn().find(entry.getKey()).orElseThrow();
                    compare(pattern, entry.getValue(), bars);
                }));
    }

    @Test
    void knowsAllPatternsAndAllTheirSignals() throws IOException {
        JsonNode index = new ObjectMapper().readTree(Shared.requirePath(INDEX).toFile());
        assertEquals(61, index.size());
        assertEquals(
                98,
                index.properties().stream()
                        .mapToInt(entry -> entry.getValue().get("signals").size())
                        .sum());
    }

    private static void compare(IndicatorDefinition pattern, JsonNode expectation, OracleFile bars) {
        IndicatorSpec spec = pattern.spec();
        IndicatorArguments defaults = new IndicatorArguments(spec.parameters().stream()
                .mapToDouble(IndicatorSpec.Parameter::defaultValue)
                .toArray());
        int lookback = expectation.get("lookback").asInt();
        assertEquals(lookback, pattern.lookback(defaults), "lookback");
        double[][] inputs = spec.inputs().stream()
                .map(input -> bars.column(input.defaultColumn()))
                .toArray(double[][]::new);
        double[] actual = IndicatorColumn.compute(pattern, defaults, inputs, bars.rows())[0];
        double[] expected = bars.column(spec.name());
        Map<String, Integer> signals = new HashMap<>();
        for (int row = 0; row < lookback; row++) {
            assertTrue(Double.isNaN(actual[row]), "row " + row + " defined in the lookback");
        }
        for (int row = lookback; row < bars.rows(); row++) {
            assertEquals(expected[row], actual[row], "row " + row);
            if (actual[row] != 0) {
                signals.merge(Integer.toString((int) actual[row]), 1, Integer::sum);
            }
        }
        Map<String, Integer> counts = new HashMap<>();
        expectation
                .get("signals")
                .properties()
                .forEach(signal -> counts.put(signal.getKey(), signal.getValue().asInt()));
        assertEquals(counts, signals);
    }
}
