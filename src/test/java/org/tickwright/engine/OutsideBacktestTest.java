package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.text.CorporateActionFile;
import org.tickwright.portfolio.PositionView;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SizeRule;
import org.tickwright.strategy.Decision;
import org.tickwright.testing.Shared;

/// Results that other programs published, as far as the plain fills and the cost terms can express them.
///
/// Not expressible, and why: backtesting.py's README run (its figures come from an older release, to two
/// decimals, and are called indicative); Lean's minute buy-and-hold (fills at once at the ask of the bar that
/// ended); freqtrade's result (stakes of many pairs at once, a table of minimal returns by age).
class OutsideBacktestTest {

    private static JsonNode expected(String file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(Shared.requirePath("data/references/backtests/" + file)));
    }

    private static RunSettings settings(double capital, String size, Direction direction) {
        return new RunSettings(
                capital, 0, 0, SizeRule.parse(size), true, direction, null, null, "plain", 252, null, null, Map.of());
    }

    private static RunResult run(Bars bars, ColumnStrategy strategy, RunSettings settings) {
        return Backtest.run(
                strategy,
                new Backtest.Identity("outside", "none"),
                Backtest.Data.of(new SeriesKey("TEST", Timeframe.DAY), false, bars),
                settings,
                Progress.NONE);
    }

    /// Long while the close is above its average of 15, by crossings.
    private static ColumnStrategy crossing(Bars bars) {
        double[] average = WrittenStrategies.average(bars, 15);
        boolean[] above = new boolean[bars.size()];
        boolean[] below = new boolean[bars.size()];
        for (int i = 1; i < bars.size(); i++) {
            above[i] = bars.close(i) > average[i] && bars.close(i - 1) <= average[i - 1];
            below[i] = bars.close(i) < average[i] && bars.close(i - 1) >= average[i - 1];
        }
        boolean[] never = new boolean[bars.size()];
        return new ColumnStrategy(new boolean[][] {above, never}, new boolean[][] {below, never});
    }

    /// backtrader: close over its average of 15, one unit, next opening. Its last purchase stays open; ours
    /// is closed at the last close, which without costs is what it is worth there.
    @Test
    void agreesWithBacktraderToTheCent() throws IOException {
        JsonNode reference = expected("backtrader-sma-cross.json");
        Bars bars = ReferenceBars.daily("data/equities-daily/backtrader/2006-day-001.csv");
        RunResult run = run(bars, crossing(bars), settings(10_000, "units:1", Direction.LONG));

        List<Double> bought = new ArrayList<>();
        List<Double> sold = new ArrayList<>();
        List<Double> buySignals = new ArrayList<>();
        List<Double> sellSignals = new ArrayList<>();
        for (Trade trade : run.trades()) {
            bought.add(trade.entryPrice());
            buySignals.add(bars.close(trade.entryIndex() - 1));
            if (trade.exitReason() == Trade.ExitReason.SIGNAL) {
                sold.add(trade.exitPrice());
                sellSignals.add(bars.close(trade.exitIndex() - 1));
            }
        }
        assertEquals(doubles(reference.get("fills (buy)")), bought);
        assertEquals(doubles(reference.get("fills (sell)")), sold);
        assertEquals(doubles(reference.get("signal closes (buy)")), buySignals);
        assertEquals(doubles(reference.get("signal closes (sell)")), sellSignals);
        Trade last = run.trades().getLast();
        assertEquals(Trade.ExitReason.END_OF_DATA, last.exitReason());
        assertEquals(
                reference.at("/stock_like/final value").asDouble(),
                run.summary().finalEquity(),
                0.005);
        assertEquals(reference.at("/stock_like/final cash").asDouble(), last.cashAfter() - last.exitPrice(), 0.005);
    }

    /// backtesting.py: averages of 10 and 30, long and short, all in, whole shares. It closes the last
    /// trade at the opening of the last bar, we at its close: the one difference, taken back here.
    @Test
    void agreesWithBacktestingPyUpToItsLastClose() throws IOException {
        JsonNode reference = expected("backtesting.py-expected.json").get("run1_sma10_30");
        Bars bars = ReferenceBars.daily("data/equities-daily/backtesting.py/GOOG.csv");
        RunResult run =
                run(bars, WrittenStrategies.smaCross(bars, 10, 30), settings(10_000, "fraction:1", Direction.BOTH));

        List<Trade> trades = run.trades();
        Trade last = trades.getLast();
        int end = bars.size() - 1;
        assertEquals(Trade.ExitReason.END_OF_DATA, last.exitReason());
        double signed = last.side() == Trade.Side.LONG ? last.qty() : -last.qty();
        double back = signed * (bars.open(end) - bars.close(end));
        double finalEquity = run.summary().finalEquity() + back;
        double lastReturn = last.returnPct() + 100 * back / (last.entryPrice() * last.qty());

        assertEquals(reference.get("# Trades").asInt(), trades.size());
        assertRelative(reference.get("Equity Final"), finalEquity);
        double peak = 0;
        double trough = 0;
        for (int i = 0; i < end; i++) {
            peak = Math.max(peak, run.equity()[i]);
            trough = Math.min(trough, run.equity()[i] / peak - 1);
        }
        assertRelative(reference.get("Equity Peak"), peak);
        assertRelative(reference.get("Max Drawdown %"), 100 * trough);
        double best = lastReturn;
        double worst = lastReturn;
        double wins = lastReturn > 0 ? 1 : 0;
        double profit = Math.max(lastReturn, 0);
        double loss = Math.min(lastReturn, 0);
        double growth = Math.log1p(lastReturn / 100);
        double sum = last.netPnl() + back;
        for (Trade trade : trades.subList(0, trades.size() - 1)) {
            best = Math.max(best, trade.returnPct());
            worst = Math.min(worst, trade.returnPct());
            wins += trade.returnPct() > 0 ? 1 : 0;
            profit += Math.max(trade.returnPct(), 0);
            loss += Math.min(trade.returnPct(), 0);
            growth += Math.log1p(trade.returnPct() / 100);
            sum += trade.netPnl();
        }
        int count = trades.size();
        assertRelative(reference.get("Best Trade %"), best);
        assertRelative(reference.get("Worst Trade %"), worst);
        assertRelative(reference.get("Win Rate %"), 100 * wins / count);
        assertRelative(reference.get("Profit Factor"), profit / -loss);
        assertRelative(reference.get("Expectancy %"), (profit + loss) / count);
        assertRelative(reference.get("Avg Trade %"), 100 * Math.expm1(growth / count));
        double mean = sum / count;
        double squares = Math.pow(last.netPnl() + back - mean, 2);
        for (Trade trade : trades.subList(0, count - 1)) {
            squares += Math.pow(trade.netPnl() - mean, 2);
        }
        assertRelative(reference.get("SQN"), Math.sqrt(count) * mean / Math.sqrt(squares / (count - 1)));
    }

    /// backtrader's run as a future: ten times the index a contract, two of commission each, a margin that
    /// 10,000 can pay. Its last purchase stays open; ours pays for the way out too.
    @Test
    void agreesWithBacktradersFutureButForTheLastCommission() throws IOException {
        JsonNode reference = expected("backtrader-sma-cross.json").get("future_like");
        Bars index = ReferenceBars.daily("data/equities-daily/backtrader/2006-day-001.csv");
        Bars contract = scaled(index, reference.get("multiplier").asDouble());
        CostTerms terms = CostJson.read("{\"commission\": {\"perUnit\": "
                + reference.get("commission per contract").asDouble()
                + "}, \"margin\": {\"initial\": 0.1, \"maintenance\": 0.01}}");
        RunResult run = run(
                contract,
                crossing(index),
                settings(10_000, "units:1", Direction.LONG).with(terms));
        Trade last = run.trades().getLast();
        assertEquals(Trade.ExitReason.END_OF_DATA, last.exitReason());
        assertEquals(
                reference.get("final value").asDouble(), run.summary().finalEquity() + last.exitCommission(), 1e-6);
        assertEquals(24 * 2.0, run.summary().totalCommission(), 1e-9);
        assertEquals(0, run.summary().costs().marginCalls());
    }

    private static Bars scaled(Bars bars, double factor) {
        Bars scaled = new Bars(bars.timeframe(), bars.zone(), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            scaled.append(
                    bars.time(i),
                    factor * bars.open(i),
                    factor * bars.high(i),
                    factor * bars.low(i),
                    factor * bars.close(i),
                    bars.volume(i));
        }
        return scaled;
    }

    private static final String LEAN_FEES = "\"commission\": {\"perUnit\": 0.005, \"minimum\": 1}";

    private static JsonNode lean(String algorithm) throws IOException {
        for (JsonNode run : expected("lean-expected.json").get("runs")) {
            if (run.get("algorithm").asText().equals(algorithm)) {
                return run.get("expected");
            }
        }
        throw new IOException("The reference has no run " + algorithm);
    }

    /// SPY with splits and dividends taken out, as Lean reads it.
    private static Bars spy(String from, String to) throws IOException, ImportException {
        Bars adjusted = AdjustedBars.asOf(
                ReferenceBars.daily("data/equities-daily/lean/spy.csv.gz"),
                CorporateActionFile.read(Shared.requirePath("data/equities-daily/lean/factor_files/spy.csv")),
                LocalDate.of(2050, 1, 1));
        return adjusted.slice(
                adjusted.indexAtOrAfter(ReferenceBars.midnight(from)),
                adjusted.indexAtOrAfter(ReferenceBars.midnight(to) + 1));
    }

    /// Lean's daily buy and hold: its size (697 shares from the signal's close) is given as units. It stays
    /// open there; ours pays for the way out too.
    @Test
    void agreesWithLeansDailyBuyAndHoldButForTheLastFee() throws IOException, ImportException {
        Bars bars = spy("2013-10-08", "2013-10-17");
        boolean[] first = new boolean[bars.size()];
        first[0] = true;
        boolean[] never = new boolean[bars.size()];
        RunResult run = run(
                bars,
                new ColumnStrategy(new boolean[][] {first, never}, new boolean[][] {never, never}),
                settings(100_000, "units:697", Direction.LONG).with(CostJson.read("{" + LEAN_FEES + "}")));

        Trade trade = run.trades().getFirst();
        assertEquals(697, trade.qty());
        assertEquals(3.485, trade.entryCommission(), 1e-9);
        assertEquals(
                lean("BasicTemplateDailyAlgorithm").get("End Equity").asDouble(),
                run.summary().finalEquity() + trade.exitCommission(),
                0.005);
    }

    /// Lean's MACD trend over eleven years: orders sized at the signal's close, filled at the next open on a
    /// margin account, fees by the share. All positions are closed before the end, so nothing differs.
    @Test
    void agreesWithLeansMacdTrendToTheCent() throws IOException, ImportException {
        JsonNode reference = lean("MACDTrendAlgorithm");
        Bars bars = spy("2004-01-01", "2014-12-31");
        CostTerms terms = CostJson.read("{" + LEAN_FEES + ", \"margin\": {\"initial\": 0.5, \"maintenance\": 0.25}}");
        RunSettings leaveSize = new RunSettings(
                100_000, 0, 0, null, true, Direction.LONG, null, null, "plain", 252, null, null, Map.of());
        RunResult run = run(bars, new LeansMacd(bars), leaveSize.with(terms));

        assertEquals(84, 2 * run.trades().size(), "orders that filled");
        assertEquals(reference.get("End Equity").asDouble(), run.summary().finalEquity(), 0.005);
        assertEquals(
                Double.parseDouble(reference.get("Total Fees").asText().substring(1)),
                run.summary().totalCommission(),
                0.005);
    }

    /// Averages that begin with the first value, and sizes as Lean's SetHoldings makes them: of 0.9975 of the
    /// equity at the signal's close, the fee included.
    private static final class LeansMacd extends ColumnStrategy {
        private final Bars bars;

        LeansMacd(Bars bars) {
            super(signals(bars, 1), signals(bars, -1));
            this.bars = bars;
        }

        private static boolean[][] signals(Bars bars, int sign) {
            boolean[][] marks = new boolean[2][bars.size()];
            double fast = bars.close(0);
            double slow = bars.close(0);
            double signal = Double.NaN;
            for (int i = 0; i < bars.size(); i++) {
                fast = i == 0 ? fast : next(fast, bars.close(i), 12);
                slow = i == 0 ? slow : next(slow, bars.close(i), 26);
                if (i >= 25) {
                    signal = i == 25 ? fast - slow : next(signal, fast - slow, 9);
                }
                marks[0][i] = i >= 33 && sign * (fast - slow - signal) / fast > 0.0025;
            }
            return marks;
        }

        private static double next(double average, double value, int length) {
            double k = 2.0 / (length + 1);
            return value * k + average * (1 - k);
        }

        @Override
        public void decide(int bar, PositionView position, Decision decision) {
            super.decide(bar, position, decision);
            double money = 0.9975 * position.equity();
            double units = Math.floor(money / bars.close(bar));
            while (units * bars.close(bar) + Math.max(1, 0.005 * units) > money) {
                units--;
            }
            decision.size[Decision.LONG] = new SizeRule(SizeRule.Kind.UNITS, units);
        }
    }

    private static List<Double> doubles(JsonNode array) {
        List<Double> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asDouble()));
        return values;
    }

    private static void assertRelative(JsonNode expected, double actual) {
        assertEquals(expected.asDouble(), actual, 1e-8 * Math.abs(expected.asDouble()));
    }
}
