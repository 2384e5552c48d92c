package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.FillTerms.Resolution;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.MarketData;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyFormatException;

/// The band around a result holds the truth and is no wider than the fills that the bars allow.
class BandTest {
    private static final double MONEY = 1e-6;
    private static final int ONE_BAR_MARKETS = 2400;

    private static Program program() {
        try {
            return Program.of(
                    StrategyCodec.read(Files.readString(Path.of("assets/strategies/sma-cross.strategy.json"))),
                    IndicatorCatalogue.builtIn());
        } catch (IOException | StrategyFormatException e) {
            throw new AssertionError(e);
        }
    }

    /// Stop and target near enough for many bars to touch both.
    private static RunSettings settings(double stop, double target) {
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
                .filling(RunSettings.REALISTIC, FillTerms.DEFAULTS);
    }

    private static RunSettings named(RunSettings settings, String intrabar) {
        FillTerms terms =
                new FillTerms(settings.fillTerms().participation(), intrabar, Resolution.PESSIMISTIC, 0, true);
        return settings.filling(RunSettings.REALISTIC, terms);
    }

    /// What became of one market.
    private record Outcome(double truth, Band band, int ambiguous, double randomWidth) {
        boolean inside() {
            double room = MONEY * Math.abs(truth);
            return truth >= band.lowest().finalEquity() - room
                    && truth <= band.highest().finalEquity() + room;
        }

        static Outcome of(long seed, int randoms) {
            KnownTicks market = KnownTicks.of(seed, 400);
            RunSettings settings = settings(0.0008, 0.0010);
            RunResult seen = Backtest.run(program(), market.seeing(), named(settings, "TEST 1m"), Progress.NONE);
            RunResult blind = Backtest.run(program(), market.blind(), settings, Progress.NONE);
            Band band = Backtest.band(program(), market.blind(), settings, Progress.NONE);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int random = 0; random < randoms; random++) {
                FillTerms terms = settings.fillTerms().resolving(Resolution.SEEDED, 7_000 + random);
                double end = Backtest.run(
                                program(),
                                market.blind(),
                                settings.filling(RunSettings.REALISTIC, terms),
                                Progress.NONE)
                        .summary()
                        .totalReturn();
                low = Math.min(low, end);
                high = Math.max(high, end);
            }
            return new Outcome(
                    seen.summary().finalEquity(), band, blind.ambiguity().count(), high - low);
        }
    }

    private static List<Outcome> markets(int count, int randoms) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int seed = 1; seed <= count; seed++) {
            outcomes.add(Outcome.of(seed, randoms));
        }
        return outcomes;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void report(String name, List<Outcome> outcomes) throws IOException {
        long inside = outcomes.stream().filter(Outcome::inside).count();
        String text = String.format(
                Locale.ROOT,
                "markets %d, truth inside %d, ambiguous bars (median) %.0f, width %.4f, random spread %.4f (medians)%n",
                outcomes.size(),
                inside,
                median(outcomes.stream().mapToDouble(Outcome::ambiguous).toArray()),
                median(outcomes.stream().mapToDouble(o -> o.band().width()).toArray()),
                median(outcomes.stream().mapToDouble(Outcome::randomWidth).toArray()));
        Path target = Path.of(System.getProperty("tickwright.test.target", "target"));
        Files.writeString(target.resolve(name), text, StandardCharsets.UTF_8);
    }

    @Test
    void holdsTheTruthOfMarketsWhoseTicksAreKnown() throws IOException {
        List<Outcome> outcomes = markets(10, 40);
        report("band.txt", outcomes);
        assertTrue(
                outcomes.stream().mapToInt(Outcome::ambiguous).sum() > 5 * outcomes.size(), "the bars leave much open");
        assertTrue(outcomes.stream().filter(Outcome::inside).count() >= 9, outcomes::toString);
        for (Outcome outcome : outcomes) {
            assertTrue(outcome.band().width() >= outcome.randomWidth() - 1e-9, "no reading lies outside");
        }
    }

    @Test
    @Tag("nightly")
    void holdsTheTruthOfAHundredMarketsAndIsAsNarrowAsItsReadings() throws IOException {
        List<Outcome> outcomes = markets(100, 1000);
        report("band-nightly.txt", outcomes);
        assertTrue(outcomes.stream().filter(Outcome::inside).count() >= 95, outcomes::toString);
        double width =
                median(outcomes.stream().mapToDouble(o -> o.band().width()).toArray());
        double spread =
                median(outcomes.stream().mapToDouble(Outcome::randomWidth).toArray());
        assertTrue(width <= 1.5 * spread, () -> "median width " + width + " beside a random spread of " + spread);
    }

    /// Short markets with stops and targets of many widths, of which those count that leave one bar open and whose
    /// ticks leave none. How many there are, and that the truth is now at one end and now at the other, is asserted
    /// too, so that none of this can hold of nothing.
    @Test
    void theTruthIsAlwaysInsideWhereOneBarIsAmbiguous() throws IOException {
        Program program = program();
        int alone = 0;
        int lowest = 0;
        int highest = 0;
        for (int seed = 1; seed <= ONE_BAR_MARKETS; seed++) {
            KnownTicks market = KnownTicks.of(seed, 16 + seed % 16);
            RunSettings settings = settings(0.0008 + 0.0001 * (seed % 5), 0.0009 + 0.0001 * (seed % 7));
            RunResult blind = Backtest.run(program, market.blind(), settings, Progress.NONE);
            if (blind.ambiguity().count() != 1) {
                continue;
            }
            RunResult seen = Backtest.run(program, market.seeing(), named(settings, "TEST 1m"), Progress.NONE);
            if (seen.ambiguity().count() != 0) {
                continue;
            }
            Band band = Backtest.band(program, market.blind(), settings, Progress.NONE);
            Outcome outcome = new Outcome(seen.summary().finalEquity(), band, 1, Double.NaN);
            assertTrue(band.complete(), "few questions are counted through");
            assertTrue(outcome.inside(), "seed " + seed + ": " + outcome);
            alone++;
            double room = 0.01 * (band.highest().finalEquity() - band.lowest().finalEquity());
            lowest += outcome.truth() < band.lowest().finalEquity() + room ? 1 : 0;
            highest += outcome.truth() > band.highest().finalEquity() - room ? 1 : 0;
        }
        String found = "markets with one ambiguous bar " + alone + ", truth at the lowest end " + lowest
                + ", at the highest " + highest;
        Path target = Path.of(System.getProperty("tickwright.test.target", "target"));
        Files.writeString(target.resolve("band-one.txt"), found + "\n", StandardCharsets.UTF_8);
        assertTrue(alone >= 300, found);
        assertTrue(lowest >= 50 && highest >= 50, found);
    }

    @Test
    void countsEveryReadingThroughWhereOneBarIsAmbiguous() {
        MarketData data =
                MarketData.of(new MarketSeries(new SeriesKey("ONE", Timeframe.DAY), true, oneAmbiguousBar(), "one"));
        RunSettings settings = settings(0.05, 0.05);
        RunResult run = Backtest.run(program(), data, settings, Progress.NONE);
        Band band = Backtest.band(program(), data, settings, Progress.NONE);
        assertEquals(1, run.ambiguity().count(), run.ambiguity()::toString);
        assertTrue(band.complete());
        assertTrue(band.runs() >= 2 && band.width() > 0.05, band::toString);
        assertEquals(run.summary().finalEquity(), band.lowest().finalEquity(), "the stated reading is the worst");
    }

    /// Rises so that the averages cross, then one bar that touches stop and target, then quiet.
    private static Bars oneAmbiguousBar() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 40);
        long day = 86_400_000_000_000L;
        for (int i = 0; i < 40; i++) {
            double close = i < 20 ? 100 - 0.1 * i : 98 + 0.1 * (i - 20);
            boolean wide = i == 30;
            bars.append(i * day, close, close + (wide ? 8 : 0.05), close - (wide ? 8 : 0.05), close, 1e9);
        }
        return bars;
    }

    @Test
    void sameBandTwice() {
        KnownTicks market = KnownTicks.of(3, 1500);
        Band one = Backtest.band(program(), market.blind(), settings(0.0008, 0.0010), Progress.NONE);
        Band two = Backtest.band(program(), market.blind(), settings(0.0008, 0.0010), Progress.NONE);
        assertFalse(one.complete());
        assertEquals(one.runs(), two.runs());
        assertArrayEquals(one.lowest().equity(), two.lowest().equity());
        assertArrayEquals(one.highest().equity(), two.highest().equity());
        assertEquals(one.lowestRandom(), two.lowestRandom());
    }

    @Test
    void bandSurvivesTheRunDocument() throws IOException {
        MarketData data =
                MarketData.of(new MarketSeries(new SeriesKey("ONE", Timeframe.DAY), true, oneAmbiguousBar(), "one"));
        RunSettings settings = settings(0.05, 0.05);
        Band band = Backtest.band(program(), data, settings, Progress.NONE);
        RunResult run = Backtest.run(program(), data, settings, Progress.NONE).with(band);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunJson.write(run, out);
        Band read = RunJson.read(new ByteArrayInputStream(out.toByteArray())).band();
        assertNotNull(read);
        assertEquals(band.width(), read.width());
        assertEquals(band.runs(), read.runs());
        assertArrayEquals(band.highest().equity(), read.highest().equity());
    }
}
