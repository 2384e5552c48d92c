package org.tickwright.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.Program;
import org.tickwright.strategy.StrategyCodec;

/// The same run gives the same bytes, wherever and in whatever surroundings it is made.
class DeterminismTest {

    private static byte[] run(String template) {
        Bars bars = SyntheticBars.daily(11, 1500);
        RunSettings settings = new RunSettings(
                50_000, 7, 3, null, false, RunSettings.Direction.BOTH, null, 0.2, "plain", 252, null, null, Map.of());
        try (var in = DeterminismTest.class.getResourceAsStream("/assets/strategies/" + template + ".strategy.json")) {
            String json = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
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
