package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.testing.Shared;

/// Every function of the catalogue against TA-Lib's own library, on the reference series with default
/// parameters.
class TaLibOracleTest {
    private static final Set<String> WIDER = Set.of("VAR", "STDDEV", "BBANDS", "CORREL", "BETA", "CCI");

    @TestFactory
    Stream<DynamicTest> agreesWithTheLibrary() throws IOException {
        OracleFile expected = OracleFile.read("oracles/talib/GOOG_default.csv.gz");
        OracleFile prices = OracleFile.read("oracles/data/GOOG_daily.csv");
        return entries()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.get("key").asText(), () -> compare(entry, prices, expected)));
    }

    @Test
    void holdsEveryFunctionAndColumnOfTheLibrary() throws IOException {
        List<JsonNode> all = entries().toList();
        assertEquals(
                189, all.stream().mapToInt(entry -> entry.get("outputs").size()).sum());
        Set<String> functions =
                all.stream().map(entry -> entry.get("function").asText()).collect(Collectors.toSet());
        assertEquals(161, functions.size());
        for (String name : functions) {
            assertTrue(IndicatorCatalogue.builtIn().find(name).isPresent(), name);
        }
    }

    @Test
    void namesNothingByAnotherNameThanTheLibrary() throws IOException {
        Set<String> known = Set.copyOf(
                entries().map(entry -> entry.get("function").asText()).toList());
        Set<String> groups =
                Set.copyOf(entries().map(entry -> entry.get("group").asText()).toList());
        List<String> own = IndicatorCatalogue.builtIn().all().stream()
                .filter(definition -> groups.contains(definition.spec().group()))
                .map(definition -> definition.spec().name())
                .filter(name -> !known.contains(name))
                .toList();
        assertEquals(List.of("VWAP"), own);
    }

    private static Stream<JsonNode> entries() throws IOException {
        JsonNode index = new ObjectMapper()
                .readTree(Shared.requirePath("oracles/talib/GOOG_default_index.json")
                        .toFile());
        return StreamSupport.stream(index.get("functions").spliterator(), false);
    }

    private static void compare(JsonNode entry, OracleFile prices, OracleFile expected) {
        IndicatorDefinition definition = IndicatorCatalogue.builtIn()
                .find(entry.get("function").asText())
                .orElseThrow();
        IndicatorSpec spec = definition.spec();
        assertEquals(entry.get("group").asText(), spec.group());
        JsonNode names = entry.get("parameters");
        double[] values = spec.parameters().stream()
                .mapToDouble(parameter -> names.get(parameter.name()).asDouble())
                .toArray();
        if (entry.get("key").asText().equals(spec.name())) {
            assertArrayEquals(
                    values,
                    spec.parameters().stream()
                            .mapToDouble(IndicatorSpec.Parameter::defaultValue)
                            .toArray());
        }
        assertEquals(names.size(), values.length, "parameters");
        double[][] inputs = StreamSupport.stream(entry.get("inputs").spliterator(), false)
                .map(input -> input(prices, input.asText()))
                .toArray(double[][]::new);
        double[][] columns = IndicatorColumn.compute(definition, new IndicatorArguments(values), inputs, prices.rows());
        assertEquals(entry.get("outputs").size(), columns.length, "outputs");
        int lookback = entry.get("lookback").asInt();
        assertEquals(lookback, definition.lookback(new IndicatorArguments(values)), "lookback");
        for (int i = 0; i < columns.length; i++) {
            JsonNode output = entry.get("outputs").get(i);
            assertEquals(
                    output.get("ta_output").asText(),
                    "out" + spec.outputs().get(i).name());
            compare(
                    expected.column(output.get("column").asText()),
                    columns[i],
                    lookback,
                    output.get("type").asText().equals("integer")
                            ? 0
                            : tolerance(spec.name(), entry.get("key").asText()));
        }
    }

    /// The price columns, and the two that the reference computes.
    private static double[] input(OracleFile prices, String name) {
        double[] values = new double[prices.rows()];
        switch (name) {
            case "ret1" -> {
                double[] close = prices.column("close");
                Arrays.setAll(values, i -> i == 0 ? 0 : close[i] / close[i - 1] - 1);
            }
            case "periods" -> Arrays.setAll(values, i -> 2 + 7 * i % 29);
            default -> {
                return prices.column(name);
            }
        }
        return values;
    }

    private static void compare(double[] expected, double[] actual, int lookback, double tolerance) {
        for (int row = 0; row < expected.length; row++) {
            if (row < lookback) {
                assertTrue(Double.isNaN(actual[row]), "row " + row + " defined in the lookback");
            } else {
                double allowed = tolerance * Math.max(1, Math.abs(expected[row]));
                assertEquals(expected[row], actual[row], allowed, "row " + row);
            }
        }
    }

    private static double tolerance(String function, String key) {
        boolean longRecursion = function.startsWith("HT_") || key.endsWith("MAMA");
        return WIDER.contains(function) ? 1e-7 : longRecursion ? 1e-6 : 1e-9;
    }
}
