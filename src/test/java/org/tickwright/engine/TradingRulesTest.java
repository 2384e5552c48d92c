package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.engine.Trade.ExitReason;
import org.tickwright.engine.Trade.Side;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SizeRule;

/// The rules one by one, on bars small enough to work out by hand.
class TradingRulesTest {
    private static final long DAY = 86_400_000_000_000L;

    /// Bars that open, trade and close at one price each.
    private static Bars flat(double... prices) {
        double[][] rows = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            rows[i] = new double[] {prices[i], prices[i], prices[i], prices[i]};
        }
        return bars(rows);
    }

    /// Bars of open, high, low, close.
    private static Bars bars(double[]... rows) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, rows.length);
        for (int i = 0; i < rows.length; i++) {
            bars.append(i * DAY, rows[i][0], rows[i][1], rows[i][2], rows[i][3], 1000);
        }
        return bars;
    }

    /// A strategy written as a string per action, `x` where it is true: enter long, exit long, enter short,
    /// exit short.
    private static ColumnStrategy signals(String enterLong, String exitLong, String enterShort, String exitShort) {
        return new ColumnStrategy(
                new boolean[][] {marks(enterLong), marks(enterShort)},
                new boolean[][] {marks(exitLong), marks(exitShort)});
    }

    private static boolean[] marks(String text) {
        boolean[] marks = new boolean[text.length()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = text.charAt(i) == 'x';
        }
        return marks;
    }

    private static double[][] both(int bars, double value) {
        double[][] columns = new double[2][bars];
        java.util.Arrays.fill(columns[0], value);
        java.util.Arrays.fill(columns[1], value);
        return columns;
    }

    private static RunSettings settings(Direction direction, Double stopLoss, Double takeProfit) {
        return new RunSettings(
                1000, 0, 0, null, true, direction, stopLoss, takeProfit, "plain", 252, null, null, Map.of());
    }

    private static RunSettings range(Long from, Long to) {
        return new RunSettings(1000, 0, 0, null, true, Direction.LONG, null, null, "plain", 252, from, to, Map.of());
    }

    private static RunResult run(Bars bars, ColumnStrategy strategy, RunSettings settings) {
        RunResult active = run(bars, strategy, settings, false);
        assertEquals(RunJson.text(run(bars, strategy, settings, true)), RunJson.text(active), "both paths agree");
        return active;
    }

    private static RunResult run(Bars bars, ColumnStrategy strategy, RunSettings settings, boolean everyBar) {
        return Backtest.run(
                strategy,
                new Backtest.Identity("hand-made", "none"),
                Backtest.Data.of(new SeriesKey("TEST", Timeframe.DAY), false, bars),
                settings,
                Progress.NONE,
                everyBar);
    }

    private static RunResult runLong(Bars bars, ColumnStrategy strategy) {
        return run(bars, strategy, settings(Direction.LONG, null, null));
    }

    private static RunResult runBoth(Bars bars, ColumnStrategy strategy) {
        return run(bars, strategy, settings(Direction.BOTH, null, null));
    }

    private static void assertTrade(Trade trade, Side side, int entry, int exit, ExitReason reason, double price) {
        assertEquals(side, trade.side());
        assertEquals(entry, trade.entryIndex());
        assertEquals(exit, trade.exitIndex());
        assertEquals(reason, trade.exitReason());
        assertEquals(price, trade.exitPrice());
    }

    @Test
    void fillsAtTheOpeningAfterTheSignal() {
        RunResult run = runLong(flat(10, 11, 12, 13, 14), signals("x....", "..x..", ".....", "....."));

        assertEquals(1, run.trades().size());
        Trade trade = run.trades().getFirst();
        assertTrade(trade, Side.LONG, 1, 3, ExitReason.SIGNAL, 13);
        assertEquals(11, trade.entryPrice());
        assertEquals(90, trade.qty());
        assertEquals(0L, trade.entrySignalTime());
        assertEquals(2 * DAY, trade.exitSignalTime());
        assertEquals(180, trade.netPnl());
        assertEquals(1180, trade.cashAfter());
        assertEquals("enterLong at 0", trade.entryReasonText());
        assertEquals("exitLong at 2", trade.exitReasonText());
    }

    @Test
    void ignoresAnEntryWhileItsDirectionIsHeld() {
        RunResult run = runLong(flat(10, 10, 10, 10, 10), signals("xxx..", "...x.", ".....", "....."));
        assertEquals(1, run.trades().size());
        assertEquals(2, run.orders().size());
    }

    @Test
    void theExitWinsOverAnEntryOfTheSameDirectionWhichMayFireLater() {
        RunResult run = runLong(flat(10, 10, 10, 10, 10, 10), signals("x.xx..", "..x..x", "......", "......"));
        assertEquals(2, run.trades().size());
        assertTrade(run.trades().get(0), Side.LONG, 1, 3, ExitReason.SIGNAL, 10);
        assertEquals(4, run.trades().get(1).entryIndex());
    }

    @Test
    void anEntryWhoseExitIsTrueTooDoesNotFireFromFlat() {
        RunResult run = runBoth(flat(10, 10, 10, 10), signals("xx..", "x...", "x...", "...."));
        assertEquals(1, run.trades().size());
        assertEquals(Side.SHORT, run.trades().getFirst().side(), "long is blocked by its exit, so short gets its turn");
    }

    @Test
    void anOppositeEntryOnTheExitBarIsAReversal() {
        RunResult run = runBoth(flat(10, 10, 12, 12, 9, 9), signals("x.....", ".x....", ".x....", "...x.."));
        assertEquals(2, run.trades().size());
        assertTrade(run.trades().get(0), Side.LONG, 1, 2, ExitReason.SIGNAL, 12);
        Trade reversed = run.trades().get(1);
        assertTrade(reversed, Side.SHORT, 2, 4, ExitReason.SIGNAL, 9);
        assertEquals(100, reversed.qty(), "sized by the cash after the closing fill of the same opening");
    }

    @Test
    void anOppositeEntryWithoutAnExitIsIgnored() {
        RunResult run = runBoth(flat(10, 10, 10, 10), signals("x...", "....", ".x..", "...."));
        assertEquals(1, run.trades().size());
        assertTrade(run.trades().getFirst(), Side.LONG, 1, 3, ExitReason.END_OF_DATA, 10);
    }

    @Test
    void longComesBeforeShortFromFlat() {
        RunResult run = runBoth(flat(10, 10, 10), signals("x..", "...", "x..", "..."));
        assertEquals(Side.LONG, run.trades().getFirst().side());
    }

    @Test
    void shortSignalsAreIgnoredWhereOnlyLongIsAllowed() {
        RunResult run = runLong(flat(10, 10, 10), signals("...", "...", "x..", "..."));
        assertTrue(run.orders().isEmpty());
        assertEquals(0.0, run.summary().exposure());
        assertNull(run.summary().winRate());
    }

    @Test
    void closesWhatIsOpenAtTheLastCloseAndActsOnNoSignalOfTheLastBar() {
        RunResult run = runLong(flat(10, 10, 12), signals("x.x", "...", "...", "..."));
        assertTrade(run.trades().getFirst(), Side.LONG, 1, 2, ExitReason.END_OF_DATA, 12);
        assertNull(run.trades().getFirst().exitSignalTime());
        assertEquals(0, run.position()[2]);

        RunResult late = runLong(flat(10, 10, 12), signals("..x", "...", "...", "..."));
        assertTrue(late.trades().isEmpty());
        OrderRecord refused = late.orders().getFirst();
        assertEquals("REJECTED", refused.status());
        assertTrue(refused.reason().contains("data end here"), refused.reason());
    }

    @Test
    void protectsFromTheEntryBarOnAndTheStopComesFirst() {
        Bars bars = bars(new double[] {10, 10, 10, 10}, new double[] {10, 12, 8, 10}, new double[] {10, 10, 10, 10});
        RunResult run = run(bars, signals("x..", "...", "...", "..."), settings(Direction.LONG, 0.1, 0.1));
        assertTrade(run.trades().getFirst(), Side.LONG, 1, 1, ExitReason.STOP, 9);
        assertEquals(
                "The price reached the stop at 9.00.", run.trades().getFirst().exitReasonText());
        OrderRecord target = run.orders().get(2);
        assertEquals("LIMIT", target.type());
        assertEquals("CANCELLED", target.status());
        assertEquals(11.0, target.level());
        assertEquals("The position was closed.", target.reason());
    }

    @Test
    void fillsAGapAtTheOpening() {
        Bars bars = bars(
                new double[] {10, 10, 10, 10}, new double[] {10, 10, 10, 10}, new double[] {7, 8, 6, 7}, new double[] {
                    7, 7, 7, 7
                });
        RunResult run = run(bars, signals("x...", "....", "....", "...."), settings(Direction.LONG, 0.1, null));
        assertTrade(run.trades().getFirst(), Side.LONG, 1, 2, ExitReason.STOP_GAP, 7);
        assertEquals(
                "The bar opened at 7.00, beyond the stop at 9.00.",
                run.trades().getFirst().exitReasonText());
    }

    @Test
    void shortStopsAndTargetsAreMirrored() {
        Bars bars = bars(new double[] {10, 10, 10, 10}, new double[] {10, 10.5, 8.9, 9}, new double[] {9, 9, 9, 9});
        RunResult run = run(bars, signals("...", "...", "x..", "..."), settings(Direction.BOTH, 0.1, 0.1));
        assertTrade(run.trades().getFirst(), Side.SHORT, 1, 1, ExitReason.TARGET, 9);
    }

    @Test
    void aMarketExitTakesPrecedenceOverProtectionOnItsBar() {
        Bars bars = bars(
                new double[] {10, 10, 10, 10},
                new double[] {10, 10, 10, 10},
                new double[] {9.5, 12, 5, 9},
                new double[] {9, 9, 9, 9});
        RunResult run = run(bars, signals("x...", ".x..", "....", "...."), settings(Direction.LONG, 0.1, 0.1));
        assertTrade(run.trades().getFirst(), Side.LONG, 1, 2, ExitReason.SIGNAL, 9.5);
    }

    @Test
    void theCloseOfABarThatStoppedOutMaySignalANewEntry() {
        Bars bars = bars(
                new double[] {10, 10, 10, 10},
                new double[] {10, 10, 8, 10},
                new double[] {10, 10, 10, 10},
                new double[] {10, 10, 10, 10});
        RunResult run = run(bars, signals("xx..", "....", "....", "...."), settings(Direction.LONG, 0.1, null));
        assertEquals(2, run.trades().size());
        assertEquals(2, run.trades().get(1).entryIndex());
    }

    @Test
    void aTrailingStopFollowsTheBestCloseFromTheNextBarOn() {
        Bars bars = bars(
                new double[] {10, 10, 10, 10},
                new double[] {10, 14, 9, 13},
                new double[] {13, 13, 11.5, 12},
                new double[] {12, 12, 10, 10},
                new double[] {10, 10, 10, 10});
        ColumnStrategy strategy = signals("x....", ".....", ".....", ".....").trailing(both(5, 2));
        RunResult run = runLong(bars, strategy);
        // From 8 at the entry to 11 after the close at 13; the close at 12 does not lower it.
        assertTrade(run.trades().getFirst(), Side.LONG, 1, 3, ExitReason.STOP, 11);
        assertEquals(11.0, run.orders().get(1).level());
        assertEquals("TRAILING_STOP", run.orders().get(1).type());
    }

    @Test
    void theNearerOfAFixedAndATrailingStopActs() {
        Bars bars = flat(10, 10, 9, 8, 7);
        ColumnStrategy strategy =
                signals("x....", ".....", ".....", ".....").trailing(both(5, 3)).stopping(both(5, 1));
        assertTrade(runLong(bars, strategy).trades().getFirst(), Side.LONG, 1, 2, ExitReason.STOP_GAP, 9);
    }

    @Test
    void settingsReplaceTheStrategysStopTargetAndSize() {
        Bars bars = bars(new double[] {10, 10, 10, 10}, new double[] {10, 10, 8.5, 9}, new double[] {9, 9, 9, 9});
        ColumnStrategy strategy = signals("x..", "...", "...", "...")
                .stopping(both(3, 1))
                .targeting(both(3, 1))
                .sized(SizeRule.parse("units:3"));
        Trade own = runLong(bars, strategy).trades().getFirst();
        assertTrade(own, Side.LONG, 1, 1, ExitReason.STOP, 9);
        assertEquals(3, own.qty());

        RunSettings settings = new RunSettings(
                1000,
                0,
                0,
                SizeRule.parse("units:5"),
                true,
                Direction.LONG,
                0.2,
                0.5,
                "plain",
                252,
                null,
                null,
                Map.of());
        Trade replaced = run(bars, strategy, settings).trades().getFirst();
        assertTrade(replaced, Side.LONG, 1, 2, ExitReason.END_OF_DATA, 9);
        assertEquals(5, replaced.qty());
    }

    @Test
    void recordsWhyAnEntryWasRefused() {
        RunResult poor = runLong(flat(2000, 2000, 2000), signals("x..", "...", "...", "..."));
        assertEquals("REJECTED", poor.orders().getFirst().status());
        assertTrue(poor.orders().getFirst().reason().contains("less than one unit"));

        ColumnStrategy risky = signals("x..", "...", "...", "...").sized(SizeRule.parse("risk:0.02"));
        RunResult unprotected = runLong(flat(10, 10, 10), risky);
        assertTrue(unprotected.orders().getFirst().reason().contains("there is no stop"));
        assertEquals(1000, unprotected.summary().finalEquity());
    }

    @Test
    void saysWhereTheCashCutTheSize() {
        ColumnStrategy greedy = signals("x..", "...", "...", "...").sized(SizeRule.parse("units:500"));
        Trade trade = runLong(flat(10, 10, 10), greedy).trades().getFirst();
        assertEquals(100, trade.qty());
        assertTrue(trade.entryReasonText().contains("as much as the cash pays"), trade.entryReasonText());
    }

    @Test
    void aRangeTradesAndReportsOnlyInsideItself() {
        Bars bars = flat(10, 10, 11, 12, 13, 14);
        RunResult run = run(bars, signals("x.x...", "......", "......", "......"), range(2 * DAY, 4 * DAY));
        assertEquals(2, run.firstIndex());
        assertEquals(3, run.time().length);
        assertEquals(2 * DAY, run.time()[0]);
        assertEquals(1, run.trades().size(), "the signal at bar 0 lies before the range");
        assertTrade(run.trades().getFirst(), Side.LONG, 3, 4, ExitReason.END_OF_DATA, 13);
        assertEquals(13.0 / 11 - 1, run.summary().buyHoldReturn());
        assertEquals(3, run.summary().bars());
        assertEquals(1000, run.equity()[0]);
    }

    @Test
    void refusesARangeWithoutBarsAndASeriesWithoutAny() {
        ColumnStrategy strategy = signals("...", "...", "...", "...");
        assertThrows(IllegalArgumentException.class, () -> run(flat(1, 2, 3), strategy, range(50 * DAY, null), false));
        assertThrows(IllegalArgumentException.class, () -> run(flat(), strategy, range(null, null), false));
    }

    @Test
    void aPriceThatIsNoNumberStopsTheRunAndSaysWhere() {
        Bars bars = flat(10, 10, Double.NaN, 10);
        for (boolean everyBar : new boolean[] {true, false}) {
            IllegalArgumentException stopped = assertThrows(
                    IllegalArgumentException.class,
                    () -> run(bars, signals("....", "....", "....", "...."), range(null, null), everyBar));
            assertTrue(stopped.getMessage().contains("the open of bar 2 (1970-01-03"), stopped.getMessage());
        }
    }

    @Test
    void aPriceBeyondTheLedgersRangeStopsTheRunAndSaysWhere() {
        Bars bars = flat(1, 1, 1e12, 1);
        for (boolean everyBar : new boolean[] {true, false}) {
            IllegalArgumentException stopped = assertThrows(
                    IllegalArgumentException.class,
                    () -> run(bars, signals("x...", "....", "....", "...."), range(null, null), everyBar));
            assertTrue(stopped.getMessage().contains("stopped at bar 2"), stopped.getMessage());
        }
    }

    @Test
    void stopsWhenItIsCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String activity) {
                throw new AssertionError("A cancelled run reports nothing");
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Backtest.run(
                        signals("...", "...", "...", "..."),
                        new Backtest.Identity("hand-made", "none"),
                        Backtest.Data.of(new SeriesKey("TEST", Timeframe.DAY), false, flat(1, 2, 3)),
                        range(null, null),
                        cancelled));
    }

    @Test
    void everyOrderHasAnEnd() {
        RunResult run = runBoth(flat(10, 10, 12, 12, 9, 9), signals("x..x..", ".x...x", ".x....", "...x.."));
        List<OrderRecord> orders = run.orders();
        for (int i = 0; i < orders.size(); i++) {
            assertEquals(i + 1, orders.get(i).id());
            assertTrue(List.of("FILLED", "CANCELLED", "REJECTED")
                    .contains(orders.get(i).status()));
            assertEquals(orders.get(i).status().equals("FILLED"), orders.get(i).fillTime() != null);
            assertFalse(orders.get(i).reason().isBlank());
        }
    }
}
