package org.tickwright.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The length of a bar: a count of seconds, minutes, hours, days, weeks or months, or of what was traded.
///
/// Written `1s`, `5m`, `1h`, `1d`, `1w`, `1mo`; `100t` for bars of 100 trades, `5000v` for bars of 5,000 units,
/// `100000n` for bars of a notional value of 100,000 (dollar bars). `1t` is a trade by itself. Bars of what was traded
/// have no length in time and are finer than any that have.
public record Timeframe(int count, Unit unit) implements Comparable<Timeframe> {
    /// One trading day.
    public static final Timeframe DAY = new Timeframe(1, Unit.DAY);
    /// One minute.
    public static final Timeframe MINUTE = new Timeframe(1, Unit.MINUTE);

    /// A trade by itself.
    public static final Timeframe TRADE = new Timeframe(1, Unit.TRADE);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})(s|m|h|d|w|mo)|(\\d{1,9})([tvn])");
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// What a timeframe counts.
    public enum Unit {
        TRADE("t", 0),
        VOLUME("v", 0),
        NOTIONAL("n", 0),
        SECOND("s", 1),
        MINUTE("m", 60),
        HOUR("h", 3600),
        DAY("d", 86_400),
        WEEK("w", 604_800),
        MONTH("mo", 2_629_746);

        private final String suffix;
        private final long seconds;

        Unit(String suffix, long seconds) {
            this.suffix = suffix;
            this.seconds = seconds;
        }
    }

    /// Checks that the count is positive.
    public Timeframe {
        if (count < 1) {
            throw new IllegalArgumentException("Timeframe count must be at least 1, was " + count);
        }
    }

    /// Reads `5m` and the like; throws [IllegalArgumentException] with the accepted forms otherwise.
    public static Timeframe parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            boolean timed = matcher.group(2) != null;
            for (Unit unit : Unit.values()) {
                if (unit.suffix.equals(matcher.group(timed ? 2 : 4))) {
                    return new Timeframe(Integer.parseInt(matcher.group(timed ? 1 : 3)), unit);
                }
            }
        }
        throw new IllegalArgumentException(
                "Timeframe must be a number and s, m, h, d, w or mo (1d, 5m, 1h), or t, v or n for bars of so many"
                        + " trades, units or so much money, was '" + text + "'");
    }

    /// True for a length in time; false for bars that end when so much was traded.
    public boolean timed() {
        return unit.seconds > 0;
    }

    /// The timeframe whose length is nearest to `nanos`.
    public static Timeframe ofNanos(long nanos) {
        long seconds = Math.max(1, Math.round(nanos / (double) NANOS_PER_SECOND));
        if (seconds >= 28 * 86_400L) {
            return new Timeframe((int) Math.max(1, Math.round(seconds / 2_629_746.0)), Unit.MONTH);
        }
        Unit best = Unit.SECOND;
        for (Unit unit : Unit.values()) {
            if (unit != Unit.MONTH && unit.seconds > 0 && seconds >= unit.seconds && seconds % unit.seconds == 0) {
                best = unit;
            }
        }
        return new Timeframe((int) (seconds / best.seconds), best);
    }

    /// True below one day: bars have equal length and are known at their end.
    public boolean intraday() {
        return unit.compareTo(Unit.DAY) < 0;
    }

    /// The length in nanoseconds; for months the mean length of a month, 0 where it is none in time.
    public long nanos() {
        return Math.multiplyExact(count * unit.seconds, NANOS_PER_SECOND);
    }

    /// The length as a duration.
    public Duration duration() {
        return Duration.ofNanos(nanos());
    }

    /// When a bar that opened at `open` (UTC nanoseconds) is complete, and so may be known: the end of its span for
    /// intraday bars, the next midnight in `zone` after its last day otherwise. Bars of what was traded keep that
    /// themselves, see [Bars#knownAt(int)].
    public long knownAt(long open, ZoneId zone) {
        if (intraday()) {
            return open + nanos();
        }
        ZonedDateTime end = after(localDate(open, zone)).atStartOfDay(zone);
        return Math.multiplyExact(end.toEpochSecond(), NANOS_PER_SECOND);
    }

    /// The local date of an instant in UTC nanoseconds.
    static LocalDate localDate(long nanos, ZoneId zone) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND))
                .atZone(zone)
                .toLocalDate();
    }

    /// The first day after a span that starts on a day; of days, weeks and months alone.
    LocalDate after(LocalDate first) {
        return switch (unit) {
            case WEEK -> first.plusWeeks(count);
            case MONTH -> first.plusMonths(count);
            default -> first.plusDays(count);
        };
    }

    /// True if bars of a shorter timeframe fill one of this evenly, so that it can be made of them.
    public boolean madeOf(Timeframe shorter) {
        if (!timed() || !shorter.timed() || shorter.compareTo(this) >= 0 || (intraday() && nanos() > DAY.nanos())) {
            return false;
        }
        if (shorter.intraday()) {
            return (intraday() ? nanos() : DAY.nanos()) % shorter.nanos() == 0;
        }
        return unit == shorter.unit ? count % shorter.count == 0 : shorter.equals(DAY);
    }

    @Override
    public int compareTo(Timeframe other) {
        int length = Long.compare(nanos(), other.nanos());
        int traded = timed() ? 0 : unit.compareTo(other.unit);
        return length != 0 || timed() ? length : traded != 0 ? traded : Integer.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + unit.suffix;
    }
}
