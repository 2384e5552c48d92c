package org.tickwright.desktop.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

class FillsFormTest {
    private final RunForm form =
            new RunForm(() -> Locale.US, FakeDesk.atOnce(Path.of("unused")).tasks());
    private final FillsForm fills = form.fills();

    private static SeriesInfo series(String symbol, Timeframe timeframe) {
        return new SeriesInfo(
                new SeriesKey(symbol, timeframe), 1, 10, 0, 9, ZoneOffset.UTC, "0".repeat(64), false, "test");
    }

    private RunSettings settings() {
        return form.settings(ZoneOffset.UTC, Map.of());
    }

    @Test
    void fillsRealisticallyAndPessimisticallyUnlessToldOtherwise() {
        assertEquals(RunSettings.REALISTIC, settings().fills());
        assertEquals(FillTerms.DEFAULTS, settings().fillTerms());
        fills.profile().set(FillProfile.PLAIN);
        assertEquals(RunSettings.PLAIN, settings().fills());
    }

    @Test
    void saysWhatIsWrongWithTheParticipation() {
        fills.participation().text().set("0");
        assertEquals(
                "Must be above 0 and at most 100 % of the volume",
                fills.participation().problem().get());
        assertFalse(form.costsValid());
        fills.profile().set(FillProfile.PLAIN);
        assertTrue(form.costsValid(), "the plain profile reads none of it");
        fills.profile().set(FillProfile.REALISTIC);
        fills.participation().text().set("2.5");
        assertEquals(0.025, settings().fillTerms().participation());
    }

    @Test
    void offersTheShorterSeriesOfTheSameSymbolAlone() {
        SeriesInfo day = series("A", Timeframe.DAY);
        SeriesInfo minute = series("A", Timeframe.MINUTE);
        List<SeriesInfo> stored = List.of(day, minute, series("B", Timeframe.MINUTE));
        fills.offer(Set.of("A"), Timeframe.DAY, stored);
        assertEquals(
                List.of("None", "A 1m"),
                fills.offered().stream().map(FinerSeries::toString).toList());
        fills.finer().set(fills.offered().get(1));
        assertEquals("A 1m", settings().fillTerms().intrabar());
        fills.offer(Set.of("A"), Timeframe.MINUTE, stored);
        assertEquals(FinerSeries.NONE, fills.finer().get(), "what does not fit another series is let go of");
    }

    @Test
    void offersTheShorterSeriesOfEachInstrumentTogether() {
        List<SeriesInfo> stored =
                List.of(series("A", Timeframe.DAY), series("A", Timeframe.MINUTE), series("B", Timeframe.MINUTE));
        fills.offer(Set.of("A", "B", "C"), Timeframe.DAY, stored);
        assertEquals("1m of 2 of 3 instruments", fills.offered().get(1).toString());
        fills.finer().set(fills.offered().get(1));
        assertEquals(List.of("A 1m", "B 1m"), settings().fillTerms().intrabarSeries());
    }

    @Test
    void aSeedIsAWholeNumberAndNeededWhereChanceDecides() {
        fills.seed().text().set("1.5");
        assertTrue(form.costsValid());
        fills.resolution().set(FillTerms.Resolution.SEEDED);
        assertEquals("A seed is a whole number", fills.seed().problem().get());
        fills.seed().text().set("42");
        assertEquals(42, settings().fillTerms().seed());
    }

    @Test
    void showsTheTermsOfAnEarlierRunExactlyAlsoWithASeriesThatIsGone() {
        FillTerms earlier = new FillTerms(0.035, "GONE 1m", FillTerms.Resolution.SEEDED, -7, false);
        form.show(RunSettings.DEFAULTS.filling(RunSettings.REALISTIC, earlier), ZoneOffset.UTC);
        assertEquals(earlier, settings().fillTerms());
        assertEquals("GONE 1m (not in the store)", fills.finer().get().toString());
    }
}
