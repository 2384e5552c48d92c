package org.tickwright.market.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.market.text.TimeStyle.Order;

class TimeParserTest {
    private static final List<String> YEAR_FIRST = List.of(
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy/MM/dd HH:mm:ss",
            "yyyy.MM.dd HH:mm:ss",
            "yyyyMMdd HHmmss",
            "yyyyMMdd'T'HHmmss",
            "yyyyMMddHHmmss",
            "yyyy-M-d H:mm:ss",
            "MMM d yyyy HH:mm:ss",
            "MMMM d, yyyy HH:mm:ss",
            "d-MMM-yyyy HH:mm:ss",
            "EEE, d MMM yyyy HH:mm:ss",
            "yyyy-MM-dd hh:mm:ss a");

    private final TimeParser parser = new TimeParser();

    private boolean read(String text, Order order) {
        byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
        return parser.calendar(bytes, 1, bytes.length - 1, order);
    }

    private static long nanos(LocalDateTime time) {
        return Math.addExact(time.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L, time.getNano());
    }

    @Property(tries = 1000)
    void readsWhatJavaTimeWrites(
            @ForAll @LongRange(min = -5_000_000_000L, max = 7_000_000_000L) long second,
            @ForAll @IntRange(max = 12) int style) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        String text = time.format(DateTimeFormatter.ofPattern(YEAR_FIRST.get(style), Locale.US));
        assertTrue(read(text, Order.UNKNOWN), text);
        assertEquals(nanos(time), parser.wall(), text);
        assertTrue(parser.clock());
        assertFalse(parser.orderAsked());
    }

    @Property(tries = 500)
    void readsDayAndMonthInTheOrderItIsTold(@ForAll @IntRange(min = 0, max = 36_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        for (String separator : List.of("/", ".", "-")) {
            String dmy = date.format(DateTimeFormatter.ofPattern("d" + separator + "M" + separator + "yyyy"));
            String mdy = date.format(DateTimeFormatter.ofPattern("MM" + separator + "dd" + separator + "yyyy"));
            assertFalse(read(dmy, Order.UNKNOWN));
            assertTrue(parser.orderAsked());
            assertTrue(read(dmy, Order.DMY), dmy);
            assertEquals(nanos(date.atStartOfDay()), parser.wall());
            assertTrue(read(mdy, Order.MDY), mdy);
            assertEquals(nanos(date.atStartOfDay()), parser.wall());
            assertFalse(parser.clock());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-31T14:30:05Z,0",
        "2020-01-31 14:30:05+00:00,0",
        "2020-01-31 14:30:05 UTC,0",
        "2020-01-31T14:30:05-05:00,-18000",
        "2020-01-31T14:30:05+0530,19800",
        "31 Jan 2020 14:30:05 GMT+0100,3600",
        "20200131T143005Z,0",
        "2020-01-31T14:30:05.000000-05,-18000"
    })
    void readsOffsets(String text, int offset) {
        assertTrue(read(text, Order.UNKNOWN));
        assertEquals(offset, parser.offset());
        assertEquals(nanos(LocalDateTime.of(2020, 1, 31, 14, 30, 5)), parser.wall());
    }

    @ParameterizedTest
    @CsvSource({
        "1/16/2013 12:00:00 AM,00:00",
        "1/16/2013 12:30 PM,12:30",
        "1/16/2013 1:05PM,13:05",
        "1/16/2013 11:59:00 p.m.,23:59"
    })
    void readsTheTwelveHourClock(String text, String time) {
        assertTrue(read(text, Order.MDY));
        assertEquals(nanos(LocalDateTime.parse("2013-01-16T" + time)), parser.wall());
    }

    @Test
    void readsFractionsOfSecondsAndTwoDigitYears() {
        assertTrue(read("2021-12-31 23:01:00.123456789", Order.UNKNOWN));
        assertEquals(nanos(LocalDateTime.of(2021, 12, 31, 23, 1, 0, 123_456_789)), parser.wall());
        assertTrue(read("01/03/17", Order.MDY));
        assertEquals(nanos(LocalDateTime.of(2017, 1, 3, 0, 0)), parser.wall());
        assertTrue(read("31.12.99", Order.DMY));
        assertEquals(nanos(LocalDateTime.of(1999, 12, 31, 0, 0)), parser.wall());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-30",
                "2019-02-29",
                "2020-13-01",
                "2020-00-10",
                "20201301",
                "2020-01-01 24:00",
                "2020-01-01 12:60",
                "2020-01-01 12",
                "1974-Q1",
                "1974-01",
                "1974",
                "Foo 1 2000",
                "2020-01-01T",
                "2020-01-01 10:00 XYZ",
                "2020-01-01 10:00+25:00",
                "12:30",
                "abc",
                "-",
                "2020-01-01 10:00:00.",
                "2020-01-01 13:00 PM",
                "2020-01-01 10:00 Z Z",
                "99999-01-01"
            })
    void refusesWhatIsNoTime(String text) {
        assertFalse(read(text, Order.UNKNOWN), text);
        assertFalse(read(text, Order.MDY), text);
    }

    @ParameterizedTest
    @CsvSource({
        "1637971200,1000000000,1637971200000000000",
        "1637971200.25,1000000000,1637971200250000000",
        "1637971200123,1000000,1637971200123000000",
        "1637971200123456,1000,1637971200123456000",
        "1637971200123456789,1,1637971200123456789",
        "-86400,1000000000,-86400000000000"
    })
    void readsCountsSince1970(String text, long unit, long nanos) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertTrue(parser.epoch(bytes, 0, bytes.length, unit));
        assertEquals(nanos, parser.wall());
    }

    @Test
    void refusesCountsThatAreNone() {
        for (String text : List.of("", "-", "12x", "99999999999999999999", "9223372036854775807")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertFalse(parser.epoch(bytes, 0, bytes.length, 1_000_000_000L), text);
        }
    }
}
