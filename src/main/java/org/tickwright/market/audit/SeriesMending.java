package org.tickwright.market.audit;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.Bars.Field;
import org.tickwright.market.Finding;
import org.tickwright.market.Mend;
import org.tickwright.market.Mend.Action;
import org.tickwright.market.MendPlan;
import org.tickwright.market.ZoneWindow;
import org.tickwright.market.calendar.ExchangeCalendar;

/// Does to the bars of a stored series what a plan says about the findings of its audit. The bars that are given stay
/// as they are; what comes out is a series of its own. Which mend fits which finding is in
/// [Mend#fittingStored(String)].
///
/// First times are shifted, then prices scaled, then bars dropped or flattened, then gaps filled. A bar is dropped or
/// flattened once, whatever it is accused of.
public final class SeriesMending {
    private static final int BESIDE = 5;
    private static final byte DROPPED = 1;
    private static final byte FLAT = 2;
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_FILLED = 5_000_000;

    private final MendPlan plan;
    private final MendScope scope;
    private final @Nullable ExchangeCalendar calendar;
    private Bars bars;

    private SeriesMending(Bars bars, MendPlan plan, MendScope scope, @Nullable ExchangeCalendar calendar) {
        this.bars = bars;
        this.plan = plan;
        this.scope = scope;
        this.calendar = calendar;
    }

    /// The bars as the plan wants them. A mend that fits no finding, that needs a calendar where there is none, or that
    /// leaves no bar is an [IllegalArgumentException] that says what would do.
    public static Bars apply(Bars bars, MendPlan plan, MendScope scope, @Nullable ExchangeCalendar calendar) {
        plan.mends().forEach(SeriesMending::check);
        return new SeriesMending(bars, plan, scope, calendar).apply();
    }

    private static void check(Mend mend) {
        Set<Action> fitting = Mend.fittingStored(mend.finding());
        if (!fitting.contains(mend.action())) {
            throw new IllegalArgumentException("A stored series cannot be mended by " + mend + ": " + mend.finding()
                    + " allows "
                    + fitting.stream()
                            .map(action -> action.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    private Bars apply() {
        shift("ZONE_SHIFT");
        shift("CLOCK_CHANGE");
        if (plan.does("PRICE_SCALE", Action.SCALE) || plan.does("SPLIT", Action.SCALE)) {
            scale();
        }
        byte[] marks = marks();
        bars = marked(marks);
        if (bars.size() == 0) {
            throw new IllegalArgumentException("The mends would leave no bar; delete the series, or mend less");
        }
        if (plan.does("GAP", Action.FILL)) {
            fill(expected());
        }
        return bars;
    }

    // Times

    /// Reads the local times of the bars in another zone. Times that meet there become one bar, the first.
    private void shift(String code) {
        ZoneId zone = plan.of(code)
                .filter(mend -> mend.action() == Action.SHIFT)
                .map(Mend::zone)
                .orElse(null);
        if (zone == null) {
            return;
        }
        ZoneWindow window = new ZoneWindow(bars.zone());
        Bars shifted = new Bars(bars.timeframe(), zoneOfDays(zone), bars.size());
        for (int i = 0; i < bars.size(); i++) {
            long local = window.local(bars.time(i));
            LocalDateTime wall = LocalDateTime.ofEpochSecond(Math.floorDiv(local, SECOND), 0, ZoneOffset.UTC);
            long time = wall.atZone(zone).toEpochSecond() * SECOND + Math.floorMod(local, SECOND);
            if (shifted.size() == 0 || time > shifted.time(shifted.size() - 1)) {
                copy(i, time, shifted);
            }
        }
        bars = shifted;
    }

    /// What a day is stays with the exchange where it is known; else the zone that the times were read in says it.
    private ZoneId zoneOfDays(ZoneId read) {
        return calendar != null && bars.timeframe().intraday() ? calendar.zone() : read;
    }

    // Prices

    private void scale() {
        double[] factors = new double[bars.size()];
        Arrays.fill(factors, 1);
        for (Finding finding : leaps()) {
            if (plan.does(finding.code(), Action.SCALE) && covers(finding)) {
                int from = bars.indexAtOrAfter(finding.from());
                int to = bars.indexAtOrAfter(finding.to());
                if (finding.code().equals("SPLIT")) {
                    splitAt(from).ifPresent(ratio -> multiply(factors, 0, from, ratio.old() / (double) ratio.shares()));
                } else {
                    spanFactor(from, to).ifPresent(ratio -> multiply(factors, from, to + 1, ratio));
                }
            }
        }
        Bars scaled = new Bars(bars.timeframe(), bars.zone(), bars.size());
        for (int i = 0; i < factors.length; i++) {
            double f = factors[i];
            scaled.append(
                    bars.time(i),
                    bars.open(i) * f,
                    bars.high(i) * f,
                    bars.low(i) * f,
                    bars.close(i) * f,
                    bars.volume(i) / f);
        }
        bars = scaled;
    }

    private static void multiply(double[] factors, int from, int to, double by) {
        for (int i = from; i < to; i++) {
            factors[i] *= by;
        }
    }

    private Optional<Splits.Ratio> splitAt(int i) {
        double before = bars.close(i - 1);
        return Splits.near(before / bars.close(i)).or(() -> Splits.near(before / bars.open(i)));
    }

    /// By what a span in another scale is multiplied: the plain ratio near that of the closes beside the two leaps. A
    /// ratio that is not plain is nobody's scale, and such a span stays as it is.
    private Optional<Double> spanFactor(int from, int to) {
        int last = bars.size() - 1;
        double within = mean(from, Math.min(to, from + BESIDE - 1)) + mean(Math.max(from, to - BESIDE + 1), to);
        double outside = mean(Math.max(0, from - BESIDE), from - 1) + mean(to + 1, Math.min(last, to + BESIDE));
        return Splits.scale(within / outside);
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += bars.close(i);
        }
        return sum / (to - from + 1);
    }

    // Bars that are left out or flattened

    private byte[] marks() {
        byte[] marks = new byte[bars.size()];
        leapsTo(marks);
        StaleAudit.eachRun(bars, (from, to) -> mark("STALE", from, to, marks));
        if (does("ZERO_VOLUME")) {
            double[] volume = bars.column(Field.VOLUME);
            for (int i = 0; i < marks.length; i++) {
                if (volume[i] == 0) {
                    mark("ZERO_VOLUME", i, i, marks);
                }
            }
        }
        if (does("CLOSED_DAY") || does("OUTSIDE_SESSION")) {
            ExchangeCalendar hours = needed("CLOSED_DAY=drop and OUTSIDE_SESSION=drop");
            for (int i = 0; i < marks.length; i++) {
                String strange = CalendarAudit.strange(bars, i, hours);
                if (!strange.isEmpty()) {
                    mark(strange, i, i, marks);
                }
            }
        }
        return marks;
    }

    private boolean does(String code) {
        return plan.does(code, Action.DROP) || plan.does(code, Action.FILL);
    }

    private void leapsTo(byte[] marks) {
        if (!does("OUTLIER") && !does("PRICE_SCALE")) {
            return;
        }
        for (Finding finding : leaps()) {
            int from = bars.indexAtOrAfter(finding.from());
            if (!finding.code().equals("OUTLIER") || !returns(from, marks)) {
                mark(finding.code(), from, bars.indexAtOrAfter(finding.to()), marks);
            }
        }
    }

    /// Whether a bar only comes back to where the price was before the bars that are left out or flattened.
    private boolean returns(int i, byte[] marks) {
        int before = i - 1;
        while (before >= 0 && marks[before] != 0) {
            before--;
        }
        return before >= 0
                && before < i - 1
                && Math.abs(StrictMath.log(bars.close(i) / bars.close(before)))
                        < 0.5 * Math.abs(StrictMath.log(bars.close(i) / bars.close(i - 1)));
    }

    private void mark(String code, int from, int to, byte[] marks) {
        byte mark = plan.does(code, Action.DROP) ? DROPPED : plan.does(code, Action.FILL) ? FLAT : 0;
        if (mark == 0 || !scope.covers(code, bars.time(from), bars.time(to))) {
            return;
        }
        for (int i = from; i <= to; i++) {
            marks[i] = marks[i] == 0 ? mark : marks[i];
        }
    }

    private Bars marked(byte[] marks) {
        Bars mended = new Bars(bars.timeframe(), bars.zone(), bars.size());
        for (int i = 0; i < marks.length; i++) {
            if (marks[i] == 0) {
                copy(i, bars.time(i), mended);
            } else if (marks[i] == FLAT && mended.size() > 0) {
                flat(bars.time(i), mended);
            }
        }
        return mended;
    }

    // Gaps

    /// The times at which bars are missing: by the calendar, else those between two of one day.
    private long[] expected() {
        @Nullable Coverage coverage = calendar == null || !Coverage.measures(bars) ? null : Coverage.of(bars, calendar);
        long[] times = coverage != null ? coverage.missingTimes(MOST_FILLED) : withinDays();
        return Arrays.stream(times)
                .filter(time -> scope.covers("GAP", time, time))
                .toArray();
    }

    private long[] withinDays() {
        if (!bars.timeframe().intraday()) {
            needed("GAP=fill of " + bars.timeframe() + " bars");
        }
        ZoneWindow window = new ZoneWindow(bars.zone());
        long step = bars.timeframe().nanos();
        long[] missing = new long[64];
        int count = 0;
        for (int i = 1; i < bars.size(); i++) {
            boolean sameDay = window.localDay(bars.time(i)) == window.localDay(bars.time(i - 1));
            for (long time = bars.time(i - 1) + step; sameDay && time < bars.time(i); time += step) {
                missing = count == missing.length ? Arrays.copyOf(missing, count * 2) : missing;
                missing[count++] = time;
                checkFilled(count);
            }
        }
        return Arrays.copyOf(missing, count);
    }

    private static void checkFilled(long count) {
        if (count > MOST_FILLED) {
            throw new IllegalArgumentException(
                    "More than " + MOST_FILLED + " bars are missing; nothing was filled. Use GAP=keep");
        }
    }

    private void fill(long[] times) {
        Bars full = new Bars(bars.timeframe(), bars.zone(), bars.size() + times.length);
        int at = 0;
        for (int i = 0; i < bars.size(); i++) {
            for (; at < times.length && times[at] < bars.time(i); at++) {
                if (full.size() > 0 && times[at] > full.time(full.size() - 1)) {
                    flat(times[at], full);
                }
            }
            copy(i, bars.time(i), full);
        }
        bars = full;
    }

    // Of all of them

    private java.util.List<Finding> leaps() {
        AuditLog log = new AuditLog(Set.of());
        OutlierAudit.run(bars, new long[0], log);
        return log.findings();
    }

    private boolean covers(Finding finding) {
        return scope.covers(finding.code(), finding.from(), finding.to());
    }

    private ExchangeCalendar needed(String what) {
        if (calendar == null) {
            throw new IllegalArgumentException(what + " needs the calendar of the exchange, and none is chosen or fits."
                    + " Choose one (data instrument SYMBOL --calendar ID), or keep the rows");
        }
        return calendar;
    }

    private void copy(int i, long time, Bars into) {
        into.append(time, bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
    }

    /// A bar at the close before, without volume.
    private static void flat(long time, Bars into) {
        double close = into.close(into.size() - 1);
        into.append(time, close, close, close, close, 0);
    }
}
