package org.tickwright.desktop.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.desktop.backtest.FakeDesk;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.workbench.SeriesComparison;
import org.tickwright.workbench.SeriesComparison.Kind;
import org.tickwright.workbench.SeriesSide;

class CompareModelTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final SeriesKey ACME = new SeriesKey("ACME", Timeframe.DAY);
    private static final SeriesKey ACME_B = new SeriesKey("ACME.B", Timeframe.DAY);
    private static final SeriesKey ZETA = new SeriesKey("ZETA", Timeframe.DAY);

    @TempDir
    Path folder;

    private final MemoryBarStore store = new MemoryBarStore();
    private FakeDesk desk;
    private CompareModel model;

    @BeforeEach
    void threeSeries() {
        desk = FakeDesk.over(folder, store, ExchangeCalendars.shipped());
        model = new CompareModel(desk);
        store.save(ACME, bars(100), "first", false);
        store.save(ZETA, bars(103), "zeta", false);
        store.save(ACME_B, bars(101), "second", false);
        store.save(new SeriesKey("ACME", Timeframe.parse("1h")), hours(), "hours", false);
    }

    /// Ten days at 100 but for the close of day 4, without day 7 where that close is 101.
    private static Bars bars(double close) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 10);
        for (int i = 0; i < 10; i++) {
            if (i != 7 || close != 101) {
                bars.append((19_000L + i) * DAY, 100, 104, 99, i == 4 ? close : 100, 500);
            }
        }
        return bars;
    }

    private static Bars hours() {
        Bars bars = new Bars(Timeframe.parse("1h"), ZoneOffset.UTC, 1);
        bars.append(19_000L * DAY, 100, 104, 99, 100, 500);
        return bars;
    }

    private SeriesComparison found() {
        var laid = model.laid().get();
        assertNotNull(laid, model.trouble().get());
        return laid.found();
    }

    @Test
    void offersSeriesOfTheSameLengthTheLikestFirstAndComparesWithIt() {
        model.open(ACME);
        assertEquals(
                List.of(SeriesSide.of(ACME_B), SeriesSide.of(ZETA)),
                model.others().get());
        assertEquals(SeriesSide.of(ACME_B), model.second());
        assertEquals(9, found().both());
        assertEquals(1, found().onlyOne());
        assertEquals(1, found().apart());
        assertEquals(
                List.of(Kind.PRICE, Kind.ONLY_FIRST),
                found().rows().stream().map(SeriesComparison.Row::kind).toList());
        assertEquals(1 / 101.0, found().largest(), 1e-12);
        assertEquals(
                "9 bars in both, 1 only in the first, 0 only in the second; 1 differ, at most by 0.9901 %.",
                CompareModel.words(found(), Locale.US));
    }

    @Test
    void anOlderVersionOfTheSeriesComesBeforeOtherSeries() {
        store.save(ACME, bars(102), "revised", false);
        model.open(ACME);
        assertEquals(new SeriesSide(ACME, 1), model.others().get().getFirst());
        assertEquals(new SeriesSide(ACME, 1), model.second());
        assertEquals(1, found().apart());
        assertEquals(102, found().rows().getFirst().one());
        assertEquals(100, found().rows().getFirst().other());
    }

    @Test
    void aLargerToleranceLetsDifferencesPass() {
        model.open(ACME);
        model.tolerate(0.02);
        assertEquals(0, found().apart());
        model.against(SeriesSide.of(ZETA));
        assertEquals(1, found().apart());
        assertEquals(0, found().onlyOne());
    }

    @Test
    void saysThatThereIsNothingToCompareWith() {
        model.open(new SeriesKey("ACME", Timeframe.parse("1h")));
        assertNull(model.laid().get());
        assertEquals(
                "There is no other series of 1h and no other version of ACME 1h to compare it with.",
                model.trouble().get());
    }

    @Test
    void saysWhyACompareFailedAndShowsNothingOfTheOneBefore() {
        model.open(ACME);
        model.against(SeriesSide.of(new SeriesKey("GONE", Timeframe.DAY)));
        assertNull(model.laid().get());
        assertTrue(model.trouble().get().contains("GONE"), model.trouble().get());
    }

    @Test
    void aDifferenceLeadsToTheChartAndAllOfThemToAFile() throws Exception {
        model.open(ACME);
        model.chart(found().rows().getFirst());
        assertEquals(List.of("chart " + ACME), desk.calls());
        Path file = folder.resolve("differences.csv");
        model.export(file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("time,kind,field,first,second", lines.getFirst());
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).endsWith("100.0,101.0") || lines.get(1).endsWith("100,101"), lines.get(1));
    }
}
