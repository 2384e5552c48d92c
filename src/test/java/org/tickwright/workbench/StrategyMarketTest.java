package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

class StrategyMarketTest {
    private static final SeriesInfo APPLE = info("AAPL", "1d", false);
    private static final SeriesInfo ALPHA = info("SIM-ALPHA", "1d", true);
    private static final SeriesInfo ALPHA_MINUTES = info("SIM-ALPHA", "1m", true);
    private static final SeriesInfo BETA = info("SIM-BETA", "1d", true);
    private static final List<SeriesInfo> SAMPLES = List.of(APPLE, ALPHA_MINUTES, ALPHA, BETA);

    private static SeriesInfo info(String symbol, String timeframe, boolean simulated) {
        SeriesKey key = new SeriesKey(symbol, Timeframe.parse(timeframe));
        return new SeriesInfo(key, 1, 100, 0, 1, ZoneOffset.UTC, "0".repeat(64), simulated, "test");
    }

    private static StrategyMarket template(String name) {
        return new StrategyMarket(new StrategyLibrary(Path.of("unused"))
                .templates().stream()
                        .filter(document -> document.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aPairIsTradedOverTheOtherSimulatedInstrument() {
        StrategyMarket pairs = template("pairs-spread");

        assertEquals(Set.of("SIM-BETA"), pairs.named());
        assertTrue(pairs.sellsAnother() && pairs.tradesSeveral() && !pairs.needsUniverse());
        assertEquals(Optional.of(ALPHA), pairs.suggest(APPLE, SAMPLES));
        assertEquals(Optional.of(ALPHA), pairs.suggest(BETA, SAMPLES), "never itself against itself");
        assertEquals(Optional.empty(), pairs.suggest(ALPHA, SAMPLES), "what suits is kept");
        assertEquals(Optional.empty(), pairs.suggest(APPLE, List.of(APPLE, BETA)), "nothing suits");
    }

    @Test
    void aRotationNeedsABaseWithCompanyOfItsKind() {
        StrategyMarket rotation = template("rotation");

        assertTrue(rotation.needsUniverse());
        assertEquals(Optional.of(ALPHA), rotation.suggest(APPLE, SAMPLES));
        assertEquals(List.of("SIM-ALPHA", "SIM-BETA"), StrategyMarket.usualUniverse(BETA, SAMPLES));
        assertEquals(List.of("AAPL"), StrategyMarket.usualUniverse(APPLE, SAMPLES), "real beside real alone");
    }

    @Test
    void aStrategyOfOneSeriesSuitsAnyOfThem() {
        StrategyMarket cross = template("sma-cross");

        assertFalse(cross.readsOthers() || cross.tradesSeveral() || cross.sellsAnother());
        assertEquals(Optional.empty(), cross.suggest(APPLE, SAMPLES));
        assertEquals(Optional.empty(), cross.suggest(null, SAMPLES));
    }
}
