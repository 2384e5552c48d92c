package org.tickwright.desktop.chart.plot;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A distance of labels on a time axis that follows the calendar: every 15 minutes, every month,
/// every five years.
record TimeStep(Unit unit, int count) {

    /// From fine to coarse.
    enum Unit {
        MILLI(1e6),
        SECOND(1e9),
        MINUTE(60e9),
        HOUR(3600e9),
        DAY(86_400e9),
        MONTH(2_629_746e9),
        YEAR(31_556_952e9);

        final double nanos;

        Unit(double nanos) {
            this.nanos = nanos;
        }
    }

    private static final long DAY_NANOS = 86_400_000_000_000L;

    /// Every step there is, from fine to coarse. Days step within their month: 1, 8, 15, 22.
    static final TimeStep[] ALL = steps();

    private static TimeStep[] steps() {
        List<TimeStep> all = new ArrayList<>();
        add(all, Unit.MILLI, 1, 2, 5, 10, 20, 50, 100, 200, 500);
        add(all, Unit.SECOND, 1, 2, 5, 10, 15, 30);
        add(all, Unit.MINUTE, 1, 2, 5, 10, 15, 30);
        add(all, Unit.HOUR, 1, 2, 3, 6, 12);
        add(all, Unit.DAY, 1, 2, 7, 15);
        add(all, Unit.MONTH, 1, 3, 6);
        add(all, Unit.YEAR, 1, 2, 5, 10, 20, 50, 100, 200, 500);
        return all.toArray(new TimeStep[0]);
    }

    private static void add(List<TimeStep> all, Unit unit, int... counts) {
        for (int count : counts) {
            all.add(new TimeStep(unit, count));
        }
    }

    double nanos() {
        return unit.nanos * count;
    }

    /// The first border of this step behind `time`, in local time.
    LocalDateTime after(LocalDateTime time) {
        return switch (unit) {
            case YEAR -> {
                int year = Math.floorDiv(time.getYear(), count) * count + count;
                yield LocalDateTime.of(year, 1, 1, 0, 0);
            }
            case MONTH -> {
                int month = (time.getMonthValue() - 1) / count * count;
                yield LocalDateTime.of(time.getYear(), 1, 1, 0, 0).plusMonths(month + count);
            }
            case DAY -> nextDay(time);
            default -> {
                long step = (long) nanos();
                long ofDay = time.toLocalTime().toNanoOfDay();
                long next = Math.min(ofDay / step * step + step, DAY_NANOS);
                yield time.truncatedTo(ChronoUnit.DAYS).plusNanos(next);
            }
        };
    }

    private LocalDateTime nextDay(LocalDateTime time) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        int next = (day.getDayOfMonth() - 1) / count * count + count + 1;
        int last = day.toLocalDate().lengthOfMonth();
        // A border just before the next month would crowd out the month itself.
        boolean late = count > 1 && next > last - count / 2;
        return next > last || late ? day.withDayOfMonth(1).plusMonths(1) : day.withDayOfMonth(next);
    }
}
