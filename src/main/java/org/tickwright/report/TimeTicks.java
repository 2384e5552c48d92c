package org.tickwright.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Calendar ticks on an axis that counts bars: years, months, days or hours, whichever fit.
public final class TimeTicks {
    private static final long NANOS = 1_000_000_000L;
    private static final List<Step> LADDER = List.of(
            new Step(ChronoUnit.MINUTES, 1, 60),
            new Step(ChronoUnit.MINUTES, 5, 300),
            new Step(ChronoUnit.MINUTES, 15, 900),
            new Step(ChronoUnit.MINUTES, 30, 1_800),
            new Step(ChronoUnit.HOURS, 1, 3_600),
            new Step(ChronoUnit.HOURS, 3, 10_800),
            new Step(ChronoUnit.HOURS, 6, 21_600),
            new Step(ChronoUnit.DAYS, 1, 86_400),
            new Step(ChronoUnit.DAYS, 7, 604_800),
            new Step(ChronoUnit.MONTHS, 1, 2_629_746),
            new Step(ChronoUnit.MONTHS, 3, 7_889_238),
            new Step(ChronoUnit.MONTHS, 6, 15_778_476),
            new Step(ChronoUnit.YEARS, 1, 31_556_952),
            new Step(ChronoUnit.YEARS, 2, 63_113_904),
            new Step(ChronoUnit.YEARS, 5, 157_784_760),
            new Step(ChronoUnit.YEARS, 10, 315_569_520),
            new Step(ChronoUnit.YEARS, 50, 1_577_847_600));

    private TimeTicks() {}

    private record Step(ChronoUnit unit, int count, double seconds) {}

    /// A tick at the bar with that index.
    public record Tick(int index, String label) {}

    /// Ticks for bars at these opening times where at most `most` fit, in rising order.
    public static List<Tick> of(long[] time, ZoneId zone, int most) {
        if (time.length < 2 || most < 1) {
            return List.of();
        }
        double span = (time[time.length - 1] - time[0]) / (double) NANOS;
        Step step = LADDER.getLast();
        for (Step candidate : LADDER) {
            if (span / candidate.seconds() <= most) {
                step = candidate;
                break;
            }
        }
        return ticks(time, zone, step);
    }

    private static List<Tick> ticks(long[] time, ZoneId zone, Step step) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at = start(local(time[0], zone), step).atZone(zone);
        ZonedDateTime end = local(time[time.length - 1], zone).atZone(zone);
        int previous = -1;
        for (; !at.isAfter(end); at = at.plus(step.count(), step.unit())) {
            int index = Arrays.binarySearch(time, at.toEpochSecond() * NANOS);
            int bar = index >= 0 ? index : -index - 1;
            if (bar < time.length && bar > previous && !(bar == 0 && index < 0)) {
                ticks.add(new Tick(bar, label(at, step)));
                previous = bar;
            }
        }
        return ticks;
    }

    private static LocalDateTime local(long nanos, ZoneId zone) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)), zone);
    }

    private static LocalDateTime start(LocalDateTime first, Step step) {
        LocalDateTime day = first.truncatedTo(ChronoUnit.DAYS);
        return switch (step.unit()) {
            case MINUTES, HOURS -> day;
            case DAYS -> step.count() == 7 ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
            case MONTHS -> day.withDayOfYear(1);
            default -> day.withDayOfYear(1).withYear(Math.floorDiv(day.getYear(), step.count()) * step.count());
        };
    }

    private static String label(ZonedDateTime at, Step step) {
        return switch (step.unit()) {
            case MINUTES, HOURS -> at.getHour() == 0 && at.getMinute() == 0 ? text(at, "d MMM") : text(at, "HH:mm");
            case DAYS -> text(at, "d MMM");
            case MONTHS -> at.getMonthValue() == 1 ? text(at, "yyyy") : text(at, "MMM");
            default -> text(at, "yyyy");
        };
    }

    private static String text(ZonedDateTime at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at);
    }
}
