package org.tickwright.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The span of a bar around a time: where it starts, and from when its bar is known.
///
/// Spans within a day count from local midnight and end at the next one at the latest, weeks start on Monday, months
/// on the first; spans of several days, weeks or months are counted from fixed ones, so that they do not depend on
/// where the series starts. One thread.
final class BarSpan {
    private static final long EPOCH_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

    private final Timeframe timeframe;
    private final @Nullable SessionClose close;
    private final ZoneWindow window;
    private long start;
    private long end = Long.MIN_VALUE;

    BarSpan(Timeframe timeframe, ZoneId zone, @Nullable SessionClose close) {
        this.timeframe = timeframe;
        this.close = close;
        window = new ZoneWindow(zone);
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /// The local day of a time.
    long day(long time) {
        return window.localDay(time);
    }

    /// Goes to the span around a time.
    void around(long time) {
        long day = window.localDay(time);
        if (timeframe.intraday()) {
            long midnight = window.startOfDay(day);
            start = midnight + Math.floorDiv(time - midnight, timeframe.nanos()) * timeframe.nanos();
            end = Math.min(start + timeframe.nanos(), window.startOfDay(day + 1));
            return;
        }
        LocalDate from = startOf(LocalDate.ofEpochDay(day));
        LocalDate after = timeframe.after(from);
        start = window.startOfDay(from.toEpochDay());
        end = close == null ? window.startOfDay(after.toEpochDay()) : closeOf(close, after.minusDays(1));
    }

    private long closeOf(SessionClose session, LocalDate lastDay) {
        return session.of(timeframe.unit() == Timeframe.Unit.DAY ? lastDay : SessionClose.lastSession(lastDay));
    }

    private LocalDate startOf(LocalDate day) {
        int count = timeframe.count();
        return switch (timeframe.unit()) {
            case WEEK -> {
                long week = Math.floorDiv(day.with(DayOfWeek.MONDAY).toEpochDay() - EPOCH_MONDAY, 7L);
                yield LocalDate.ofEpochDay(EPOCH_MONDAY + 7L * count * Math.floorDiv(week, count));
            }
            case MONTH -> {
                int month = Math.floorDiv(day.getYear() * 12 + day.getMonthValue() - 1, count) * count;
                yield LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1);
            }
            default -> LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), count) * count);
        };
    }
}
