package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;
import org.tickwright.testing.Shared;

/// Results that other programs published, as far as the plain rules can express them.
///
/// Not expressible, and why: backtrader's futures run (commission per contract, multiplier, margin);
/// backtesting.py's README run (its figures come from an older release, to two decimals, and are called
/// indicative); Lean's minute buy-and-hold (fills at once at the ask of the bar that ended); Lean's MACD
/// trend (orders sized at the signal's close by 0.9975 of equity, fees per share, averages seeded with the
/// first value); freqtrade's result (stakes of many pairs at once, a table of minimal returns by age).
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

    /// backtrader: close over its average of 15, one unit, next opening. Its last purchase stays open; ours
    /// is closed at the last close, which without costs is what it is worth there.
    @Test
    void agreesWithBacktraderToTheCent() throws IOException {
        JsonNode reference = expected("backtrader-sma-cross.json");
        Bars bars = ReferenceBars.daily("data/equities-daily/backtrader/2006-day-001.csv");
        double[] average = WrittenStrategies.average(bars, 15);
        boolean[] above = new boolean[bars.size()];
        boolean[] below = new boolean[bars.size()];
        for (int i = 1; i < bars.size(); i++) {
            above[i] = bars.close(i) > average[i] && bars.close(i - 1) <= average[i - 1];
            below[i] = bars.close(i) < average[i] && bars.close(i - 1) >= average[i - 1];
        }
        boolean[] never = new boolean[bars.size()];
        RunResult run = run(
                bars,
                new ColumnStrategy(new boolean[][] {above, never}, new boolean[][] {below, never}),
                settings(10_000, "units:1", Direction.LONG));

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

    /// Lean's daily buy and hold: its size (697 shares from the signal's close) is given as units, its fee of
    /// 0.005 a share is taken off here, since the plain rules charge by value.
    @Test
    void agreesWithLeansDailyBuyAndHoldButForItsFee() throws IOException {
        JsonNode runs = expected("lean-expected.json").get("runs");
        JsonNode reference = null;
        for (JsonNode run : runs) {
            reference = run.get("algorithm").asText().equals("BasicTemplateDailyAlgorithm") ? run : reference;
        }
        double factor = 0.8646266;
        Bars bars = new Bars(Timeframe.DAY, java.time.ZoneOffset.UTC, 16);
        for (String[] row : ReferenceBars.rows("data/equities-daily/lean/spy.csv.gz")) {
            if (row[0].compareTo("2013-10-08") >= 0 && row[0].compareTo("2013-10-17") <= 0) {
                bars.append(
                        ReferenceBars.midnight(row[0]),
                        factor * Double.parseDouble(row[1]),
                        factor * Double.parseDouble(row[2]),
                        factor * Double.parseDouble(row[3]),
                        factor * Double.parseDouble(row[4]),
                        Double.parseDouble(row[5]));
            }
        }
        boolean[] first = new boolean[bars.size()];
        first[0] = true;
        boolean[] never = new boolean[bars.size()];
        RunResult run = run(
                bars,
                new ColumnStrategy(new boolean[][] {first, never}, new boolean[][] {never, never}),
                settings(100_000, "units:697", Direction.LONG));

        assertEquals(697, run.trades().getFirst().qty());
        assertTrue(reference != null, "the reference has this run");
        double fee = 697 * 0.005;
        assertEquals(
                reference.at("/expected/End Equity").asDouble(), run.summary().finalEquity() - fee, 0.005);
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
