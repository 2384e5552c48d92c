package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeframeTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @ValueSource(strings = {"1s", "5m", "1h", "4h", "1d", "1w", "1mo", "3mo", "1t", "100t", "250000v", "1000000n"})
    void readsWhatItWrites(String text) {
        assertEquals(text, Timeframe.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0m", "m", "5", "5x", "-1d", "1.5h", "99999m"})
    void refusesOtherTexts(String text) {
        assertThrows(IllegalArgumentException.class, () -> Timeframe.parse(text));
    }

    @Test
    void findsItselfFromALength() {
        for (String text : new String[] {"1s", "30s", "1m", "15m", "1h", "4h", "1d", "1w"}) {
            assertEquals(text, Timeframe.ofNanos(Timeframe.parse(text).nanos()).toString());
        }
        assertEquals("1mo", Timeframe.ofNanos(Duration.ofDays(28).toNanos()).toString());
        assertEquals("1mo", Timeframe.ofNanos(Duration.ofDays(31).toNanos()).toString());
        assertEquals("3mo", Timeframe.ofNanos(Duration.ofDays(92).toNanos()).toString());
        assertEquals("12mo", Timeframe.ofNanos(Duration.ofDays(365).toNanos()).toString());
    }

    @Test
    void knowsADayAtItsEndAlsoWhereTheClocksChange() {
        long spring = LocalDate.of(2024, 3, 10).atStartOfDay(NEW_YORK).toEpochSecond() * 1_000_000_000L;
        assertEquals(
                Instant.parse("2024-03-11T04:00:00Z"),
                Instant.ofEpochSecond(0, Timeframe.DAY.knownAt(spring, NEW_YORK)));
        assertEquals(spring + 60_000_000_000L, Timeframe.MINUTE.knownAt(spring, NEW_YORK));
        long january = LocalDate.of(2024, 1, 31).atStartOfDay(NEW_YORK).toEpochSecond() * 1_000_000_000L;
        assertEquals(
                Instant.parse("2024-02-29T05:00:00Z"),
                Instant.ofEpochSecond(0, Timeframe.parse("1mo").knownAt(january, NEW_YORK)));
    }

    @Test
    void ordersByLength() {
        assertTrue(Timeframe.parse("59m").compareTo(Timeframe.parse("1h")) < 0);
        assertTrue(Timeframe.parse("1w").compareTo(Timeframe.DAY) > 0);
        assertTrue(Timeframe.parse("100000t").compareTo(Timeframe.parse("1s")) < 0, "no length in time");
        assertTrue(Timeframe.TRADE.compareTo(Timeframe.parse("2t")) < 0);
        assertFalse(Timeframe.DAY.madeOf(Timeframe.TRADE), "bars of trades are made by their times");
    }
}
