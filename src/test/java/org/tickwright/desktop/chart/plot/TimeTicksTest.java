package org.tickwright.desktop.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final double[] PRICES = new double[3000];
    private static final long[] DAYS = Samples.days(3000);
    private static final long[] MINUTES = Samples.minutes(20_000);
    private final TimeTicks ticks = new TimeTicks();
    private final RecordingSurface surface = new RecordingSurface(1);

    private List<TimeTick> labels(long[] time, long barNanos, ZoneId zone, double from, double to) {
        double[] prices = PRICES.length < time.length ? new double[time.length] : PRICES;
        Candles bars = new Candles(time, prices, prices, prices, prices, prices, time.length);
        TimeScale scale = new TimeScale();
        scale.start(time.length);
        scale.resize(1100, 1);
        scale.show(from, to);
        ticks.use(zone, Locale.US);
        return List.copyOf(ticks.choose(bars, barNanos, scale, surface));
    }

    /// A label is true if what it names begins with its bar.
    private void assertTrueLabels(List<TimeTick> labels, long[] time, ZoneId zone) {
        ticks.use(zone, Locale.US);
        for (TimeTick label : labels) {
            LocalDateTime now = ticks.local(time[label.index()]);
            LocalDateTime before = ticks.local(time[Math.max(label.index() - 1, 0)]);
            String text = label.text();
            if (text.contains(":")) {
                assertTrue(
                        text.startsWith(String.format(Locale.ROOT, "%02d:%02d", now.getHour(), now.getMinute())),
                        text + " at " + now);
            } else if (text.length() == 4) {
                assertEquals(Integer.toString(now.getYear()), text);
                assertTrue(label.index() == 0 || now.getYear() != before.getYear(), text + " at " + now);
            } else if (Character.isLetter(text.charAt(0))) {
                assertEquals(MONTH.format(now), text);
                assertTrue(label.index() == 0 || now.getMonthValue() != before.getMonthValue(), text + " at " + now);
            } else {
                assertEquals(Integer.toString(now.getDayOfMonth()), text);
                assertTrue(label.index() == 0 || now.getDayOfMonth() != before.getDayOfMonth(), text + " at " + now);
            }
        }
    }

    private static void assertApart(List<TimeTick> labels) {
        for (TimeTick one : labels) {
            for (TimeTick other : labels) {
                if (one != other) {
                    double gap = Math.abs(one.x() - other.x()) - one.halfWidth() - other.halfWidth();
                    assertTrue(gap >= 8, one.text() + " touches " + other.text());
                }
            }
            assertTrue(one.x() - one.halfWidth() >= 0 && one.x() + one.halfWidth() <= 1100, "cut off " + one.text());
        }
    }

    @Property(tries = 150)
    void labelsNeverOverlapAndNeverLieOnDailyBars(
            @ForAll @DoubleRange(min = 20, max = 2900) double from,
            @ForAll @DoubleRange(min = 5, max = 2800) double bars) {
        long[] time = DAYS;
        List<TimeTick> labels = labels(time, Samples.DAY, Samples.NEW_YORK, from, from + bars);
        assertApart(labels);
        assertTrueLabels(labels, time, Samples.NEW_YORK);
    }

    @Property(tries = 150)
    void labelsNeverOverlapAndNeverLieOnMinutes(
            @ForAll @DoubleRange(min = 0, max = 19_000) double from,
            @ForAll @DoubleRange(min = 5, max = 19_000) double bars) {
        long[] time = MINUTES;
        List<TimeTick> labels = labels(time, Samples.MINUTE, Samples.NEW_YORK, from, from + bars);
        assertApart(labels);
        assertTrueLabels(labels, time, Samples.NEW_YORK);
    }

    @Property(tries = 100)
    void labelsAreTrueWhereBarsAreScatteredOverTime(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2000) int n,
            @ForAll @IntRange(min = 1, max = 12) int e) {
        Random random = new Random(seed);
        long[] time = new long[n];
        long at = 1_300_000_000_000_000_000L;
        for (int i = 0; i < n; i++) {
            at += 1_000_000L + (long) (Math.pow(10, e) * 1e4 * random.nextDouble());
            time[i] = at;
        }
        List<TimeTick> labels = labels(time, 1_000_000_000L, Samples.NEW_YORK, 0, n);
        assertApart(labels);
        assertTrueLabels(labels, time, Samples.NEW_YORK);
    }

    @Test
    void yearsAreMarkedAmongMonths() {
        List<TimeTick> labels = labels(Samples.days(1300), Samples.DAY, Samples.NEW_YORK, 0, 1300);
        List<String> years =
                labels.stream().filter(TimeTick::strong).map(TimeTick::text).toList();
        assertTrue(years.containsAll(List.of("2014", "2015", "2016", "2017")), labels.toString());
        assertTrue(labels.size() >= 10 && labels.size() <= 26, "density " + labels.size());
    }

    @Test
    void sessionsAreMarkedAmongTimesOfDay() {
        List<TimeTick> labels = labels(Samples.minutes(4000), Samples.MINUTE, Samples.NEW_YORK, 1000, 1800);
        List<String> days =
                labels.stream().filter(TimeTick::strong).map(TimeTick::text).toList();
        assertEquals(List.of("7", "8"), days);
        assertTrue(labels.stream().anyMatch(l -> l.text().equals("11:00")), labels.toString());
    }

    @Test
    void aMonthWithoutBarsHasNoLabel() {
        long[] time = new long[100];
        ZonedDateTime at = ZonedDateTime.of(2020, 1, 15, 0, 0, 0, 0, Samples.NEW_YORK);
        for (int i = 0; i < 100; i++) {
            time[i] = at.toEpochSecond() * 1_000_000_000L;
            at = i == 20 ? at.plusMonths(2) : at.plusDays(1);
        }
        List<TimeTick> labels = labels(time, Samples.DAY, Samples.NEW_YORK, 0, 100);
        assertFalse(labels.stream().anyMatch(l -> l.text().equals("Mar")), labels.toString());
        assertTrue(labels.stream().anyMatch(l -> l.text().equals("Apr")), labels.toString());
    }

    @Test
    void dayLabelsFollowTheZoneOfTheSeries() {
        long[] time = new long[48];
        for (int i = 0; i < 48; i++) {
            time[i] = 1_700_000_000_000_000_000L / 3_600_000_000_000L * 3_600_000_000_000L + i * 3_600_000_000_000L;
        }
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        List<TimeTick> labels = labels(time, 3_600_000_000_000L, tokyo, 0, 48);
        TimeTick day = labels.stream().filter(TimeTick::strong).findFirst().orElseThrow();
        assertEquals(0, ticks.local(time[day.index()]).getHour());
    }

    @Test
    void clocksThatGoBackDoNotConfuseTheAxis() {
        long start = ZonedDateTime.of(2023, 11, 5, 0, 0, 0, 0, Samples.NEW_YORK).toEpochSecond() * 1_000_000_000L;
        long[] time = new long[360];
        for (int i = 0; i < time.length; i++) {
            time[i] = start + i * Samples.MINUTE;
        }
        List<TimeTick> labels = labels(time, Samples.MINUTE, Samples.NEW_YORK, 0, 360);
        assertApart(labels);
        assertTrueLabels(labels, time, Samples.NEW_YORK);
    }

    @Test
    void theCrosshairSaysTheWholeTime() {
        ticks.use(Samples.NEW_YORK, Locale.US);
        long[] minutes = Samples.minutes(3);
        assertEquals("Wed 2 Jan 2013  09:31", ticks.full(minutes[1], Samples.MINUTE));
        assertEquals("Wed 2 Jan 2013", ticks.full(Samples.days(1)[0], Samples.DAY));
        assertEquals("Wed 2 Jan 2013  09:30:00.005", ticks.full(minutes[0] + 5_000_000, 1_000_000));
    }
}
