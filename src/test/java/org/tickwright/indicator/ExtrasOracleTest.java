package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.testing.Shared;

/// The indicators that TA-Lib has not, against columns computed by another program from the published
/// formulas, with default parameters.
class ExtrasOracleTest {
    private static final Set<String> WIDER = Set.of("CMO_UNSMOOTHED", "CHOPPINESS");

    /// Reference column, then ours: name and output.
    private static final List<String[]> COLUMNS =
            Stream.of("""
                HMA HMA 0
                VWMA VWMA 0
                CMF CMF 0
                PVO PVO 0
                PVO_SIGNAL PVO 1
                CMO_UNSMOOTHED CMOU 0
                NVI NVI 0
                PVI PVI 0
                ICHI_TENKAN ICHIMOKU 0
                ICHI_KIJUN ICHIMOKU 1
                ICHI_SPAN_A_CURRENT ICHIMOKU 2
                ICHI_SPAN_B_CURRENT ICHIMOKU 3
                ICHI_SPAN_A_PLOTTED ICHIMOKU 4
                ICHI_SPAN_B_PLOTTED ICHIMOKU 5
                KELTNER_UPPER KELTNER 0
                KELTNER_MID KELTNER 1
                KELTNER_LOWER KELTNER 2
                DONCHIAN_UPPER DONCHIAN 0
                DONCHIAN_MID DONCHIAN 1
                DONCHIAN_LOWER DONCHIAN 2
                SUPERTREND SUPERTREND 0
                SUPERTREND_DIR SUPERTREND 1
                HA_OPEN HEIKIN_ASHI 0
                HA_HIGH HEIKIN_ASHI 1
                HA_LOW HEIKIN_ASHI 2
                HA_CLOSE HEIKIN_ASHI 3
                VORTEX_PLUS VORTEX 0
                VORTEX_MINUS VORTEX 1
                DPO DPO 0
                TSI TSI 0
                COPPOCK COPPOCK 0
                KST KST 0
                MASS_INDEX MASS_INDEX 0
                CHOPPINESS CHOP 0
                ELDER_BULL ELDER_RAY 0
                ELDER_BEAR ELDER_RAY 1
                FORCE_INDEX_13 FORCE_INDEX 0
                EOM_14 EOM 0
                CHANDELIER_LONG CHANDELIER 0
                CHANDELIER_SHORT CHANDELIER 1
                CONNORS_RSI CONNORS_RSI 0
                ZLEMA ZLEMA 0
                ALMA ALMA 0
                AWESOME AWESOME 0
                ROLLING_VWAP VWAP_ROLLING 0
                ANCHORED_VWAP VWAP_ANCHORED 0
                PIVOT_P PIVOT_POINTS 0
                PIVOT_R1 PIVOT_POINTS 1
                PIVOT_S1 PIVOT_POINTS 2
                PIVOT_R2 PIVOT_POINTS 3
                PIVOT_S2 PIVOT_POINTS 4
                PIVOT_FIB_R1 PIVOT_FIBONACCI 1
                PIVOT_CAM_R3 PIVOT_CAMARILLA 4
                PIVOT_CAM_S3 PIVOT_CAMARILLA 5
                BB_PERCENT_B BB_PLACE 0
                BB_WIDTH BB_PLACE 1\
                """.split("\n")).map(line -> line.split(" ")).toList();

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedFormula() throws IOException {
        OracleFile expected = OracleFile.read("oracles/extras/GOOG_extras.csv.gz");
        OracleFile prices = OracleFile.read("oracles/data/GOOG_daily.csv");
        Map<String, JsonNode> entries =
                entries().collect(Collectors.toMap(entry -> entry.get("column").asText(), entry -> entry));
        return COLUMNS.stream()
                .map(column -> DynamicTest.dynamicTest(
                        column[0],
                        () -> compare(
                                entries.get(column[0]),
                                expected.column(column[0]),
                                compute(column[1], prices)[Integer.parseInt(column[2])])));
    }

    @Test
    void leavesNoColumnOut() throws IOException {
        assertEquals(
                entries().map(entry -> entry.get("column").asText()).collect(Collectors.toSet()),
                COLUMNS.stream().map(column -> column[0]).collect(Collectors.toSet()));
    }

    private static void compare(JsonNode entry, double[] expected, double[] actual) {
        int first = entry.get("first_defined_row").asInt();
        double tolerance = WIDER.contains(entry.get("column").asText()) ? 1e-7 : 1e-9;
        for (int row = 0; row < expected.length; row++) {
            assertEquals(row < first, Double.isNaN(expected[row]), "reference row " + row);
            if (row < first) {
                assertTrue(Double.isNaN(actual[row]), "row " + row + " defined too early");
            } else {
                double allowed = tolerance * Math.max(1, Math.abs(expected[row]));
                assertEquals(expected[row], actual[row], allowed, "row " + row);
            }
        }
    }

    private static double[][] compute(String name, OracleFile prices) {
        IndicatorDefinition definition = IndicatorCatalogue.builtIn().find(name).orElseThrow();
        double[] defaults = definition.spec().parameters().stream()
                .mapToDouble(parameter -> parameter.defaultValue())
                .toArray();
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> prices.column(input.defaultColumn()))
                .toArray(double[][]::new);
        return IndicatorColumn.compute(definition, new IndicatorArguments(defaults), inputs, prices.rows());
    }

    private static Stream<JsonNode> entries() throws IOException {
        JsonNode index = new ObjectMapper()
                .readTree(Shared.requirePath("oracles/extras/GOOG_extras_index.json")
                        .toFile());
        return StreamSupport.stream(index.spliterator(), false);
    }
}
