package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.TickBars;
import org.tickwright.market.TickSeries;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// A run whose trades are known is the truth: stops and targets act at the trade that reaches them.
class TickRunTest {
    private static final Timeframe HOUR = Timeframe.parse("1h");
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_600_000_000L / 3600 * 3600 * SECOND;

    private static Program program() {
        try {
            return Program.of(
                    StrategyCodec.read(Files.readString(Path.of("assets/strategies/sma-cross.strategy.json"))),
                    IndicatorCatalogue.builtIn());
        } catch (IOException | StrategyFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static RunSettings settings(double stop, double target, String intrabar) {
        FillTerms terms = FillTerms.DEFAULTS;
        return new RunSettings(
                        100_000,
                        2,
                        0,
                        null,
                        false,
                        RunSettings.Direction.BOTH,
                        stop,
                        target,
                        RunSettings.REALISTIC,
                        252,
                        null,
                        null,
                        Map.of("fast", 2.0, "slow", 5.0))
                .filling(
                        RunSettings.REALISTIC,
                        new FillTerms(terms.participation(), intrabar, terms.resolution(), 0, true));
    }

    private static MarketData data(Bars bars) {
        return MarketData.of(new MarketSeries(new SeriesKey("TEST", bars.timeframe()), true, bars, bars.contentHash()));
    }

    /// The price goes unit by unit from step to step, and every hour begins at a whole hundred of units, so that
    /// levels of hundredths of an entry are prices that were traded.
    private record Continuous(TradeTicks ticks, Bars steps) {
        static Continuous of(long seed, int hours) {
            SplittableRandom random = new SplittableRandom(seed);
            TradeTicks.Builder ticks = new TradeTicks.Builder(0);
            Bars steps = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, hours * 60);
            int price = 10_000;
            for (int step = 0; step < hours * 60; step++) {
                int next = price + random.nextInt(61) - 30;
                next = step % 60 == 59 ? (next + 50) / 100 * 100 : next;
                long time = START + step * 60 * SECOND;
                int sign = Integer.signum(next - price);
                for (int unit = 0; unit <= Math.abs(next - price); unit++) {
                    ticks.append(time + unit * 100_000_000L, (price + sign * unit) / 100.0, 1e6);
                }
                steps.append(
                        time,
                        price / 100.0,
                        Math.max(price, next) / 100.0,
                        Math.min(price, next) / 100.0,
                        next / 100.0,
                        1e6);
                price = next;
            }
            return new Continuous(ticks.build(), steps);
        }
    }

    @Test
    void equalsTheTruthOfMarketsWhoseTicksAreKnown() {
        Program program = program();
        int inside = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Continuous market = Continuous.of(seed, 200);
            Bars hours = TickBars.of(market.ticks(), HOUR, ZoneOffset.UTC);
            MarketData blind = data(hours);
            MarketSeries minutes = new MarketSeries(new SeriesKey("TEST", Timeframe.MINUTE), true, market.steps(), "m");
            RunResult truth =
                    Backtest.run(program, blind.with(minutes), settings(0.01, 0.02, "TEST 1m"), Progress.NONE);
            RunResult told = Backtest.run(
                    program,
                    blind.telling(TickSeries.of("TEST", true, market.ticks())),
                    settings(0.01, 0.02, "TEST 1t"),
                    Progress.NONE);
            assertArrayEquals(truth.equity(), told.equity(), "seed " + seed);
            assertEquals(truth.trades().size(), told.trades().size());
            assertEquals(0, told.ambiguity().count());
            assertEquals(0, told.ambiguity().untoldBars());
            inside += (int) told.trades().stream()
                    .filter(trade -> trade.exitReason() != Trade.ExitReason.SIGNAL)
                    .count();
        }
        assertTrue(inside > 200, "stops and targets act: " + inside);
    }

    /// Prices that jump, several trades at one time, hours without any.
    private static TradeTicks jumping(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TradeTicks.Builder ticks = new TradeTicks.Builder(0);
        long time = START;
        int price = 10_000;
        for (int i = 0; i < 30_000; i++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextLong(60 * SECOND);
            time += random.nextInt(900) == 0 ? 7200 * SECOND : 0;
            price = Math.max(1000, price + random.nextInt(9) - 4);
            ticks.append(time, price / 100.0, 1e6);
        }
        return ticks.build();
    }

    @Test
    void everyExitIsTheFirstTradeThatReachesALevel() {
        int stops = 0;
        int targets = 0;
        for (int seed = 1; seed <= 10; seed++) {
            TradeTicks ticks = jumping(seed);
            for (String timeframe : new String[] {"30m", "100t", "90000000v"}) {
                Bars bars = TickBars.of(ticks, Timeframe.parse(timeframe), ZoneOffset.UTC);
                RunResult run = Backtest.run(
                        program(),
                        data(bars).telling(TickSeries.of("TEST", true, ticks)),
                        settings(0.003, 0.004, "TEST 1t"),
                        Progress.NONE);
                assertEquals(0, run.ambiguity().count());
                int[] ends = ends(ticks, bars);
                for (Trade trade : run.trades()) {
                    check(trade, ticks, ends);
                    stops += trade.exitReason() == Trade.ExitReason.STOP ? 1 : 0;
                    targets += trade.exitReason() == Trade.ExitReason.TARGET ? 1 : 0;
                }
            }
        }
        assertTrue(stops > 300 && targets > 300, stops + " stops, " + targets + " targets");
    }

    private static int[] ends(TradeTicks ticks, Bars bars) {
        if (!bars.timeframe().timed()) {
            return TickBars.ends(ticks, bars.timeframe());
        }
        int[] ends = new int[bars.size()];
        for (int bar = 0; bar < ends.length; bar++) {
            ends[bar] = ticks.indexAtOrAfter(bars.knownAt(bar));
        }
        return ends;
    }

    /// Looks at every trade of the market from the entry on, one after the other.
    private static void check(Trade trade, TradeTicks ticks, int[] ends) {
        int first = trade.entryIndex() == 0 ? 0 : ends[trade.entryIndex() - 1];
        int sign = trade.side() == Trade.Side.LONG ? 1 : -1;
        assertEquals(ticks.price(first), trade.entryPrice());
        double stop = trade.entryPrice() * (1 - sign * 0.003);
        double target = trade.entryPrice() * (1 + sign * 0.004);
        int bar = trade.entryIndex();
        for (int i = first; i < ticks.size(); i++) {
            boolean opens = bar < ends.length && i == ends[bar];
            bar += opens ? 1 : 0;
            if (opens && bar == trade.exitIndex() && trade.exitReason() == Trade.ExitReason.SIGNAL) {
                assertEquals(ticks.price(i), trade.exitPrice());
                return;
            }
            double price = ticks.price(i);
            if (sign * price <= sign * stop + 1e-9) {
                assertEquals(opens ? Trade.ExitReason.STOP_GAP : Trade.ExitReason.STOP, trade.exitReason());
                assertEquals(bar, trade.exitIndex());
                assertEquals(price, trade.exitPrice(), 1e-9);
                return;
            }
            if (sign * price > sign * target + 1e-9) {
                assertEquals(opens ? Trade.ExitReason.TARGET_GAP : Trade.ExitReason.TARGET, trade.exitReason());
                assertEquals(bar, trade.exitIndex());
                assertEquals(opens ? price : target, trade.exitPrice(), 1e-9, "a gap between bars helps a limit");
                return;
            }
        }
        assertEquals(Trade.ExitReason.END_OF_DATA, trade.exitReason());
    }

    @Test
    void theTradesArePartOfWhatWasReadAndOfItsHash() throws IOException {
        TradeTicks ticks = jumping(3);
        Bars bars = TickBars.of(ticks, Timeframe.parse("100t"), ZoneOffset.UTC);
        MarketData told = data(bars).telling(TickSeries.of("TEST", true, ticks));
        RunResult run = Backtest.run(program(), told, settings(0.003, 0.004, "TEST 1t"), Progress.NONE);
        assertNotEquals(data(bars).hash(), run.dataHash());
        assertEquals(2, run.inputs().size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunJson.write(run, out);
        RunResult read = RunJson.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals("TEST 100t", read.series().toString());
        assertEquals("TEST 1t", read.inputs().getLast().key().toString());
        assertEquals("TEST 1t", read.settings().fillTerms().intrabar());
        assertFalse(read.inputs().getLast().hash().isEmpty());
    }

    @Test
    void refusesTradesThatWereNotGivenAndPlainFills() {
        TradeTicks ticks = jumping(3);
        Bars bars = TickBars.of(ticks, HOUR, ZoneOffset.UTC);
        MarketData told = data(bars).telling(TickSeries.of("TEST", true, ticks));
        RunSettings other = settings(0.003, 0.004, "OTHER 1t");
        assertThrows(IllegalArgumentException.class, () -> Backtest.run(program(), told, other, Progress.NONE));
        RunSettings named = settings(0.003, 0.004, "TEST 1t");
        RunSettings plain = named.filling(RunSettings.PLAIN, named.fillTerms());
        assertThrows(IllegalArgumentException.class, () -> Backtest.run(program(), told, plain, Progress.NONE));
    }
}
