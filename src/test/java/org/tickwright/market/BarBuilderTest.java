package org.tickwright.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tickwright.market.simulated.RandomWalk;

class BarBuilderTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static long at(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    @Test
    void makesBarsOfTrades() {
        BarBuilder builder = new BarBuilder(Timeframe.parse("5m"), UTC);
        builder.trade(at("2024-01-02T10:01:00Z"), 10, 1);
        builder.trade(at("2024-01-02T10:02:00Z"), 12, 2);
        builder.trade(at("2024-01-02T10:04:59.999Z"), 9, 3);
        builder.trade(at("2024-01-02T10:05:00Z"), 11, 4);
        builder.trade(at("2024-01-02T10:31:00Z"), 8, 5);
        Bars bars = builder.finish();
        assertEquals(3, bars.size());
        assertEquals(at("2024-01-02T10:00:00Z"), bars.time(0));
        assertEquals(10, bars.open(0));
        assertEquals(12, bars.high(0));
        assertEquals(9, bars.low(0));
        assertEquals(9, bars.close(0));
        assertEquals(6, bars.volume(0));
        assertEquals(at("2024-01-02T10:05:00Z"), bars.time(1));
        assertEquals(at("2024-01-02T10:30:00Z"), bars.time(2));
    }

    @Test
    void opensDaysWeeksAndMonthsAtLocalMidnight() {
        for (String[] expected : new String[][] {
            {"1d", "2024-03-10T05:00:00Z"}, {"1w", "2024-03-04T05:00:00Z"}, {"1mo", "2024-03-01T05:00:00Z"}
        }) {
            BarBuilder builder = new BarBuilder(Timeframe.parse(expected[0]), NEW_YORK);
            builder.trade(at("2024-03-10T15:00:00Z"), 1, 1);
            builder.trade(at("2024-03-11T03:59:59Z"), 2, 1);
            Bars bars = builder.finish();
            assertEquals(1, bars.size());
            assertEquals(at(expected[1]), bars.time(0));
        }
    }

    @Test
    void agreesWithAPlainSumOverEachSpan() {
        Bars minutes = RandomWalk.minutes(20_000, 5);
        BarBuilder builder = new BarBuilder(Timeframe.parse("1h"), UTC);
        for (int i = 0; i < minutes.size(); i++) {
            builder.bar(
                    minutes.time(i),
                    minutes.open(i),
                    minutes.high(i),
                    minutes.low(i),
                    minutes.close(i),
                    minutes.volume(i));
        }
        Bars hours = builder.finish();
        assertEquals(20_000 / 60 + 1, hours.size());
        Random random = new Random(1);
        for (int probe = 0; probe < 50; probe++) {
            int hour = random.nextInt(hours.size() - 1);
            double high = 0;
            double low = 1e9;
            double volume = 0;
            for (int i = hour * 60; i < hour * 60 + 60; i++) {
                high = Math.max(high, minutes.high(i));
                low = Math.min(low, minutes.low(i));
                volume += minutes.volume(i);
            }
            assertEquals(minutes.time(hour * 60), hours.time(hour));
            assertEquals(minutes.open(hour * 60), hours.open(hour));
            assertEquals(minutes.close(hour * 60 + 59), hours.close(hour));
            assertEquals(high, hours.high(hour));
            assertEquals(low, hours.low(hour));
            assertEquals(volume, hours.volume(hour));
        }
    }

    @Test
    void refusesTradesOfAnEarlierSpan() {
        BarBuilder builder = new BarBuilder(Timeframe.MINUTE, UTC);
        builder.trade(at("2024-01-02T10:01:00Z"), 10, 1);
        assertThrows(IllegalArgumentException.class, () -> builder.trade(at("2024-01-02T10:00:59Z"), 10, 1));
    }

    @Test
    void followsTheOffsetsOfTheZone() {
        ZoneWindow window = new ZoneWindow(NEW_YORK);
        Random random = new Random(3);
        ZonedDateTime start = ZonedDateTime.of(1990, 1, 1, 0, 0, 0, 0, NEW_YORK);
        for (int i = 0; i < 5_000; i++) {
            ZonedDateTime time = start.plusMinutes(i % 2 == 0 ? i * 3_571L : random.nextInt(30_000_000));
            long nanos = time.toEpochSecond() * 1_000_000_000L;
            assertEquals(time.getOffset().getTotalSeconds() * 1_000_000_000L, window.offset(nanos));
            assertEquals(time.toLocalDate().toEpochDay(), window.localDay(nanos));
            assertEquals(
                    time.toLocalDate().atStartOfDay(NEW_YORK).toEpochSecond() * 1_000_000_000L,
                    window.startOfDay(window.localDay(nanos)));
        }
    }
}
