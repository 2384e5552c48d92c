package org.tickwright.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.LongColumn;

/// Longer bars made of shorter ones as these become known, one after the other.
///
/// Spans within a day count from local midnight and end at the next one at the latest, weeks start on Monday, months
/// on the first; spans of several days, weeks or months are counted from fixed ones, so that they do not depend on
/// where the series starts. A bar appears when its span is over, and takes in nothing that is known later. Where a
/// session's close is given, a shorter bar that ends after the close of its own day belongs to no bar.
final class BarAggregation {
    private static final long EPOCH_MONDAY = LocalDate.of(1970, 1, 5).toEpochDay();

    private final BarClock source;
    private final Timeframe timeframe;
    private final @Nullable SessionClose close;
    private final ZoneWindow window;
    private final Bars bars;
    private final LongColumn known = new LongColumn(16);
    private long closingDay = Long.MIN_VALUE;
    private long closing;
    private int next;
    private boolean open;
    private long lastStart = Long.MIN_VALUE;
    private long start;
    private long end;
    private long knownAt;
    private double first;
    private double high;
    private double low;
    private double last;
    private double volume;

    BarAggregation(BarClock source, Timeframe timeframe) {
        this.source = source;
        this.timeframe = timeframe;
        close = source.close();
        window = new ZoneWindow(source.bars().zone());
        bars = new Bars(timeframe, source.bars().zone(), 16);
    }

    Bars bars() {
        return bars;
    }

    LongColumn known() {
        return known;
    }

    /// Takes in what was appended to the shorter bars.
    void advance() {
        for (; next < source.bars().size(); next++) {
            add(next);
        }
    }

    /// Says that a time has come: a bar whose span is over then appears, though no shorter bar follows it yet.
    void passed(long now) {
        if (open && next == source.bars().size() && now >= knownAt) {
            finish();
        }
    }

    private void add(int row) {
        long time = source.bars().time(row);
        long until = source.knownAt(row);
        if (open && time >= end) {
            finish();
        }
        if (!afterHours(time, until)) {
            take(row, time, until);
        }
        if (open && until >= end) {
            finish();
        }
    }

    private boolean afterHours(long time, long until) {
        SessionClose session = close;
        if (session == null || !source.bars().timeframe().intraday()) {
            return false;
        }
        long day = window.localDay(time);
        if (day != closingDay) {
            closingDay = day;
            closing = session.of(LocalDate.ofEpochDay(day));
        }
        return until > closing;
    }

    private void take(int row, long time, long until) {
        Bars from = source.bars();
        if (!open) {
            span(time);
            if (start <= lastStart) {
                return;
            }
            open = true;
            first = from.open(row);
            high = from.high(row);
            low = from.low(row);
            volume = 0;
        }
        high = Math.max(high, from.high(row));
        low = Math.min(low, from.low(row));
        last = from.close(row);
        volume += from.volume(row);
        knownAt = Math.max(end, until);
    }

    private void finish() {
        bars.append(start, first, high, low, last, volume);
        known.append(knownAt);
        lastStart = start;
        open = false;
    }

    /// The span around a time: where it starts, and from when its bar is known.
    private void span(long time) {
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
