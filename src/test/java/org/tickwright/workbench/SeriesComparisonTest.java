package org.tickwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.testing.Shared;
import org.tickwright.workbench.SeriesComparison.Kind;

class SeriesComparisonTest {
    private static final SeriesKey ONE = new SeriesKey("ONE", Timeframe.DAY);
    private static final SeriesKey OTHER = new SeriesKey("OTHER", Timeframe.DAY);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void meetsDaysOfOtherZonesAndSaysWhatOnlyOneHas() {
        Bars first = days(NEW_YORK, 1, 2, 3, 4, 6, 7);
        Bars second = days(ZoneId.of("UTC"), 2, 3, 5, 6);
        SeriesComparison found = SeriesComparison.of(ONE, first, OTHER, second, 0);
        assertEquals(3, found.both());
        assertEquals(1, found.onlyOne());
        assertEquals(1, found.onlyOther());
        assertEquals(0, found.apart());
        assertEquals(
                List.of(Kind.ONLY_FIRST, Kind.ONLY_SECOND),
                found.rows().stream().map(SeriesComparison.Row::kind).toList());
    }

    @Test
    void refusesOtherTimeframesAndToleranceThatIsNone() {
        Bars days = days(NEW_YORK, 1, 2);
        Bars minutes = new Bars(Timeframe.MINUTE, NEW_YORK, 1);
        assertThrows(IllegalArgumentException.class, () -> SeriesComparison.of(ONE, days, OTHER, minutes, 0));
        assertThrows(IllegalArgumentException.class, () -> SeriesComparison.of(ONE, days, OTHER, days, -1));
        assertThrows(IllegalArgumentException.class, () -> SeriesComparison.of(ONE, days, OTHER, days, Double.NaN));
    }

    @Test
    void findsTheRowsThatWereMended() throws ImportException {
        Bars bad = file("4063-T-1d-bad-stock-split.csv.gz");
        Bars mended = file("4063-T-1d-bad-stock-split-fixed.csv.gz");
        SeriesComparison found = SeriesComparison.of(ONE, bad, OTHER, mended, 0.001);
        assertEquals(22, found.both());
        assertEquals(9, found.apart());
        assertTrue(found.largest() > 0.79 && found.largest() < 0.81, () -> found.largest() + "");
        Set<Kind> kinds = found.rows().stream().map(SeriesComparison.Row::kind).collect(Collectors.toSet());
        assertEquals(Set.of(Kind.PRICE), kinds);
    }

    private static Bars file(String name) throws ImportException {
        ImportOptions options = new ImportOptions("X", null, null, "auto", Map.of(), null, Set.of());
        return BarFileReader.parseBars(Shared.requirePath("data/messy/yahoo-errors/" + name), options)
                .bars();
    }

    private static Bars days(ZoneId zone, int... days) {
        Bars bars = new Bars(Timeframe.DAY, zone, days.length);
        for (int day : days) {
            long time = LocalDate.of(2024, 1, day).atStartOfDay(zone).toEpochSecond() * 1_000_000_000L;
            bars.append(time, day, day + 1, day - 0.5, day, 1);
        }
        return bars;
    }
}
