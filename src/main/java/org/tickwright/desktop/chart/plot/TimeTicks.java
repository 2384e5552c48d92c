package org.tickwright.desktop.chart.plot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Labels of a time axis over bars: calendar borders in the series' zone, coarse before fine, none
/// overlapping.
///
/// A label stands at the first bar of what it names and says only what begins there: a year where
/// the year changed since the bar before, else a month, else a day, else that bar's own time of
/// day.
public final class TimeTicks {
    private static final long SECOND = 1_000_000_000L;

    private final List<TimeTick> ticks = new ArrayList<>();
    private ZoneId zone = ZoneId.of("UTC");
    private DateTimeFormatter month = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private DateTimeFormatter full = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.US);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /// The zone that decides what a day is, and the language of months and weekdays.
    public void use(ZoneId newZone, Locale locale) {
        zone = newZone;
        month = DateTimeFormatter.ofPattern("MMM", locale);
        full = DateTimeFormatter.ofPattern("EEE d MMM yyyy", locale);
    }

    /// Chooses labels for what is in view. `barNanos` is the nominal length of a bar.
    public List<TimeTick> choose(Candles bars, long barNanos, TimeScale scale, Surface surface) {
        ticks.clear();
        int first = scale.first();
        int end = scale.end(0);
        if (first >= end) {
            return ticks;
        }
        TimeStep step = step(bars, barNanos, scale);
        for (TimeStep.Unit unit : new TimeStep.Unit[] {TimeStep.Unit.YEAR, TimeStep.Unit.MONTH, TimeStep.Unit.DAY}) {
            if (unit.compareTo(step.unit()) > 0) {
                add(bars, barNanos, scale, surface, new TimeStep(unit, 1), step);
            }
        }
        add(bars, barNanos, scale, surface, step, step);
        return ticks;
    }

    private static TimeStep step(Candles bars, long barNanos, TimeScale scale) {
        double span = bars.size() > 1 ? (double) bars.time(bars.size() - 1) - bars.time(0) : barNanos;
        double overall = Math.max(span / Math.max(bars.size() - 1, 1), 1);
        for (TimeStep step : TimeStep.ALL) {
            boolean intraday = step.unit().compareTo(TimeStep.Unit.DAY) < 0;
            double perBar = intraday ? barNanos : overall;
            if (step.nanos() / perBar >= 0.999 && step.nanos() / perBar * scale.barWidth() >= spacing(step)) {
                return step;
            }
        }
        return TimeStep.ALL[TimeStep.ALL.length - 1];
    }

    private static double spacing(TimeStep step) {
        return switch (step.unit()) {
            case MILLI -> 112;
            case SECOND -> 88;
            case MINUTE, HOUR -> 72;
            case DAY -> 38;
            case MONTH -> 46;
            default -> 56;
        };
    }

    private void add(Candles bars, long barNanos, TimeScale scale, Surface surface, TimeStep step, TimeStep finest) {
        int first = scale.first();
        int end = scale.end(0);
        double gap = spacing(finest) * 0.75;
        LocalDateTime before = before(bars, first, barNanos);
        while (true) {
            long border = nanos(step.after(before));
            int index = bars.indexAtOrAfter(border, first);
            if (index >= end) {
                return;
            }
            place(bars, barNanos, scale, surface, index, step.unit(), finest.unit());
            int skip = Math.max(index, scale.barAt(scale.centre(index) + gap) - 1);
            before = local(bars.time(Math.min(skip, bars.size() - 1)));
            first = Math.max(index + 1, Math.min(skip, bars.size() - 1));
        }
    }

    private LocalDateTime before(Candles bars, int index, long barNanos) {
        return local(index > 0 ? bars.time(index - 1) : bars.time(0) - barNanos);
    }

    private void place(
            Candles bars,
            long barNanos,
            TimeScale scale,
            Surface surface,
            int index,
            TimeStep.Unit otherwise,
            TimeStep.Unit finest) {
        LocalDateTime now = local(bars.time(index));
        TimeStep.Unit unit = changed(before(bars, index, barNanos), now, otherwise);
        boolean strong = unit.compareTo(finest) > 0;
        String text = text(now, unit);
        double x = scale.centrePixel(index) + scale.pixel() / 2;
        double half = surface.textWidth(text, strong ? Surface.Face.STRONG : Surface.Face.LABEL) / 2;
        if (x - half < 2 || x + half > scale.width() - 2) {
            return;
        }
        for (TimeTick tick : ticks) {
            if (Math.abs(tick.x() - x) < tick.halfWidth() + half + 12) {
                return;
            }
        }
        ticks.add(new TimeTick(index, x, text, strong, half));
    }

    /// The largest part of the date that changed between two bars.
    private static TimeStep.Unit changed(LocalDateTime earlier, LocalDateTime now, TimeStep.Unit otherwise) {
        if (now.getYear() != earlier.getYear()) {
            return TimeStep.Unit.YEAR;
        }
        if (now.getMonthValue() != earlier.getMonthValue()) {
            return TimeStep.Unit.MONTH;
        }
        return now.getDayOfMonth() != earlier.getDayOfMonth() ? TimeStep.Unit.DAY : otherwise;
    }

    private String text(LocalDateTime time, TimeStep.Unit unit) {
        return switch (unit) {
            case YEAR -> Integer.toString(time.getYear());
            case MONTH -> month.format(time);
            case DAY -> Integer.toString(time.getDayOfMonth());
            case SECOND -> SECONDS.format(time);
            case MILLI -> MILLIS.format(time);
            default -> time.getSecond() == 0 ? MINUTES.format(time) : SECONDS.format(time);
        };
    }

    /// The time of a bar in full, as the crosshair shows it: with the time of day for bars shorter
    /// than a day.
    public String full(long nanos, long barNanos) {
        LocalDateTime time = local(nanos);
        String day = full.format(time);
        if (barNanos >= TimeStep.Unit.DAY.nanos) {
            return day;
        }
        if (barNanos < SECOND) {
            return day + "  " + MILLIS.format(time);
        }
        return day + "  " + (barNanos < 60 * SECOND || time.getSecond() != 0 ? SECONDS : MINUTES).format(time);
    }

    /// The local time of an instant in the axis' zone.
    public LocalDateTime local(long nanos) {
        return LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND)), zone);
    }

    private long nanos(LocalDateTime time) {
        Instant instant = time.atZone(zone).toInstant();
        long seconds = Math.clamp(instant.getEpochSecond(), -9_223_372_036L, 9_223_372_035L);
        return seconds * SECOND + instant.getNano();
    }
}
