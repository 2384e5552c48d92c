package org.tickwright.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyLibrary;

class UniverseModelTest {
    private static final List<StrategyDocument> TEMPLATES = new StrategyLibrary(Path.of("unused")).templates();
    private static final StrategyDocument ROTATION = TEMPLATES.getLast();
    private static final SeriesInfo A = info("A");
    private static final List<SeriesInfo> STORED = List.of(A, info("B"), info("C"));

    private final UniverseModel universe = new UniverseModel();

    private static SeriesInfo info(String symbol) {
        SeriesKey key = new SeriesKey(symbol, Timeframe.DAY);
        return new SeriesInfo(key, 1, 100, 0, 1, ZoneOffset.UTC, "0".repeat(64), false, "test");
    }

    @Test
    void beginsWithWhatTheStoreHasAndKeepsWhatAPersonWrote() {
        universe.fit(ROTATION, A, STORED.subList(0, 2));
        assertEquals(List.of("A", "B"), universe.symbols());

        universe.fit(ROTATION, A, STORED);
        assertEquals(List.of("A", "B", "C"), universe.symbols(), "follows the store");

        universe.text().set(" C ,A, ");
        universe.fit(ROTATION, A, STORED);
        assertEquals(List.of("A", "C"), universe.symbols());
    }

    @Test
    void saysWhichSymbolIsNotThere() {
        universe.fit(ROTATION, A, STORED);
        universe.text().set("A, QQQ");
        assertTrue(universe.problem().get().startsWith("There is no QQQ 1d in the store."));
        universe.text().set("A");
        assertEquals("", universe.problem().get());
    }

    @Test
    void isNothingToAStrategyThatNamesNoEach() {
        universe.fit(TEMPLATES.getFirst(), A, STORED);
        universe.text().set("QQQ");
        assertFalse(universe.needed().get());
        assertEquals(List.of(), universe.symbols());
        assertEquals("", universe.problem().get());
    }
}
