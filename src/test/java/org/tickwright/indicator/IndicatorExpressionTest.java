package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.market.Timeframe;
import org.tickwright.spi.IndicatorArguments;

class IndicatorExpressionTest {
    private static final IndicatorCatalogue CATALOGUE = IndicatorCatalogue.builtIn();
    private static final int ROWS = 120;

    private final RandomBars random = RandomBars.of(7, ROWS, true);
    private final double[] extra = RandomBars.of(8, ROWS, false).close();
    private final InputColumns columns = new InputColumns(new Frame(bars(), Map.of("ret1", extra, "Adj Close", extra)));

    @Test
    void leavesInputsOutForThePriceColumns() throws ExpressionException {
        assertArrayEquals(
                direct("ATR", new IndicatorArguments(9), random.high(), random.low(), random.close())[0],
                only("ATR(optInTimePeriod=9)"));
        assertArrayEquals(only("SMA(close, optInTimePeriod=10)"), only(" sma( optintimeperiod = 10 ) "));
    }

    @Test
    void readsColumnsOfTheFileByTheirHeaders() throws ExpressionException {
        double[] expected = direct("SMA", new IndicatorArguments(5), extra)[0];
        assertArrayEquals(expected, only("SMA(ret1, optInTimePeriod=5)"));
        assertArrayEquals(expected, only("SMA(Adj Close, optInTimePeriod=5)"));
        assertArrayEquals(expected, only("SMA(\"Adj Close\", optInTimePeriod=5)"));
        assertArrayEquals(extra, only("ret1"));
    }

    @Test
    void nestsExpressionsAndStartsWhereTheInnerOneIsDefined() throws ExpressionException {
        double[] rsi = direct("RSI", new IndicatorArguments(14), random.close())[0];
        assertArrayEquals(
                direct("SMA", new IndicatorArguments(5), rsi)[0],
                only("SMA(RSI(optInTimePeriod=14), optInTimePeriod=5)"));
        assertTrue(Double.isNaN(only("SMA(RSI(), optInTimePeriod=5)")[17]));
        assertTrue(Double.isFinite(only("SMA(RSI(), optInTimePeriod=5)")[18]));
    }

    @Test
    void namesSeveralOutputsBehindTheExpression() throws ExpressionException {
        Map<String, double[]> bands = evaluate("BBANDS(close, optInTimePeriod=20)");
        assertEquals(
                List.of(
                        "BBANDS(close, optInTimePeriod=20).RealUpperBand",
                        "BBANDS(close, optInTimePeriod=20).RealMiddleBand",
                        "BBANDS(close, optInTimePeriod=20).RealLowerBand"),
                List.copyOf(bands.keySet()));
        assertArrayEquals(
                bands.get("BBANDS(close, optInTimePeriod=20).RealLowerBand"),
                only("BBANDS(close, optInTimePeriod=20).reallowerband"));
    }

    @Test
    void tellsOutputsOfOneIndicatorApartAsInputs() throws ExpressionException {
        ExpressionColumns shared = new ExpressionColumns(columns);
        double[] line = only(shared.evaluate(parse("EMA(MACD().MACD, optInTimePeriod=3)")));
        double[] histogram = only(shared.evaluate(parse("EMA(MACD().MACDHist, optInTimePeriod=3)")));
        assertTrue(Math.abs(line[ROWS - 1] - histogram[ROWS - 1]) > 1e-9);
        assertArrayEquals(only("EMA(MACD().MACDHist, optInTimePeriod=3)"), histogram);
    }

    @Test
    void takesAKindOfAverageByName() throws ExpressionException {
        assertArrayEquals(only("MA(optInMAType=2)"), only("MA(optInMAType=wma)"));
    }

    @Test
    void computesTheSessionsOfTheSeries() throws ExpressionException {
        double[] vwap = only("VWAP()");
        for (int i = 0; i < ROWS; i++) {
            double typical = (random.high()[i] + random.low()[i] + random.close()[i]) / 3;
            assertEquals(random.volume()[i] == 0 ? Double.NaN : typical, vwap[i], 1e-12 * typical);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RSJ()|1|There is no indicator RSJ: did you mean RSI?",
                "SMA(RSX())|5|There is no indicator RSX: did you mean RSI?",
                "QQQQQ()|1|There is no indicator QQQQQ: 'indicator list' shows all of them",
                "SMA(optInTimePeriod=1)|21|optInTimePeriod must be a whole number from 2 to 100000, was 1",
                "SMA(optInTimePeriod=2.5)|21|optInTimePeriod must be a whole number from 2 to 100000, was 2.5",
                "SMA(optInTimePeriod=NaN)|21|optInTimePeriod must be a whole number from 2 to 100000, was NaN",
                "SMA(optInTimePeriod=x)|21|optInTimePeriod must be a whole number from 2 to 100000, was 'x'",
                "MA(optInMAType=HMA)|16|optInMAType must be one of SMA, EMA, WMA, DEMA, TEMA, TRIMA, KAMA, MAMA, T3,",
                "SMA(period=5)|5|SMA has no parameter 'period', it has optInTimePeriod",
                "OBV(period=5)|5|OBV has no parameter 'period'; it has none",
                "SMA(optInTimePeriod=5, optInTimePeriod=6)|24|optInTimePeriod is given twice",
                "SMA(close, open)|12|SMA takes 1 input (real) and parameters as name=value: optInTimePeriod",
                "SMA(optInTimePeriod=5, close)|24|Inputs stand before parameters in SMA(…)",
                "SMA(MACD())|5|MACD has several outputs; choose one by writing .MACD or .MACDSignal or .MACDHist",
                "RSI().Value|7|RSI has no output 'Value', it has Real",
                "SMA(close|10|Expected ',' or ')' to end SMA(…)",
                "SMA()x|6|Unexpected 'x' after the end of the expression",
                "SMA(,)|5|Expected an indicator or a column here",
                "SMA(\"close)|5|This quotation mark has no partner",
            })
    void saysWhatIsWrongAndWhere(String text, int position, String message) {
        ExpressionException error = assertThrows(ExpressionException.class, () -> parse(text));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
        assertEquals(position, error.position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "("})
    void refusesAnEmptyExpression(String text) {
        assertThrows(ExpressionException.class, () -> parse(text));
    }

    @Test
    void listsTheColumnsWhenOneIsUnknown() throws ExpressionException {
        IndicatorExpression expression = parse("SMA(EMA(clsoe))");
        ExpressionException error =
                assertThrows(ExpressionException.class, () -> new ExpressionColumns(columns).evaluate(expression));
        assertEquals(9, error.position());
        assertTrue(error.getMessage().contains("'clsoe'") && error.getMessage().contains("volume"));
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = "SMA(".repeat(60) + "close" + ")".repeat(60);
        assertThrows(ExpressionException.class, () -> parse(deep));
    }

    private double[] only(String text) throws ExpressionException {
        return only(evaluate(text));
    }

    private static double[] only(Map<String, double[]> evaluated) {
        assertEquals(1, evaluated.size());
        return evaluated.values().iterator().next();
    }

    private Map<String, double[]> evaluate(String text) throws ExpressionException {
        return new ExpressionColumns(columns).evaluate(parse(text));
    }

    private static IndicatorExpression parse(String text) throws ExpressionException {
        return IndicatorExpression.parse(text, CATALOGUE);
    }

    private static double[][] direct(String name, IndicatorArguments arguments, double[]... inputs) {
        return IndicatorColumn.compute(CATALOGUE.find(name).orElseThrow(), arguments, inputs, ROWS);
    }

    private Bars bars() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, ROWS);
        for (int i = 0; i < ROWS; i++) {
            bars.append(
                    i * 86_400_000_000_000L,
                    random.open()[i],
                    random.high()[i],
                    random.low()[i],
                    random.close()[i],
                    random.volume()[i]);
        }
        return bars;
    }
}
