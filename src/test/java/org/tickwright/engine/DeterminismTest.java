package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.testing.ChildProcess;

/// The same run gives the same bytes, wherever and in whatever surroundings it is made.
class DeterminismTest {
    @TempDir
    Path directory;

    private static byte[] run(String template) {
        Bars bars = SyntheticBars.daily(11, 1500);
        RunSettings settings = new RunSettings(
                50_000, 7, 3, null, false, RunSettings.Direction.BOTH, null, 0.2, "plain", 252, null, null, Map.of());
        try (var in = DeterminismTest.class.getResourceAsStream("/assets/strategies/" + template + ".strategy.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Program program = Program.of(StrategyCodec.read(json), IndicatorCatalogue.builtIn());
            return RunJson.bytes(Backtest.run(
                    program, new SeriesKey("TEST", bars.timeframe()), true, bars, settings, Progress.NONE));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void twiceGivesTheSameBytes() {
        for (String template : new String[] {"sma-cross", "rsi-reversion", "macd-cross", "donchian-atr"}) {
            assertArrayEquals(run(template), run(template), template);
        }
    }

    @Test
    void anotherHeapOtherProcessorsAndTheInterpreterGiveTheSameBytes() throws Exception {
        List<String> here = RunDigests.all();
        assertEquals(8, here.stream().distinct().count());
        assertEquals(here, elsewhere("-Xmx64m", "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC"));
        assertEquals(here, elsewhere("-Xmx1g", "-XX:ActiveProcessorCount=2", "-XX:+UseG1GC", "-Xint"));
    }

    private List<String> elsewhere(String... options) throws Exception {
        Path errors = directory.resolve("errors.txt");
        Process process = ChildProcess.start(errors, List.of(options), RunDigests.class);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> told = lines.lines().toList();
            assertEquals(0, process.waitFor(), () -> errors + " of " + List.of(options));
            return told;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anotherThreadGivesTheSameBytes() {
        Executor thread = task -> new Thread(task, "elsewhere").start();
        byte[] elsewhere =
                CompletableFuture.supplyAsync(() -> run("donchian-atr"), thread).join();
        assertArrayEquals(run("donchian-atr"), elsewhere);
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void anotherLocaleAndZoneGiveTheSameBytes() {
        byte[] here = run("sma-cross");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertArrayEquals(here, run("sma-cross"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertArrayEquals(here, run("sma-cross"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
