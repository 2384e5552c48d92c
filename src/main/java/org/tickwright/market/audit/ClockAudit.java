package org.tickwright.market.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.ZoneWindow;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.Session;

/// Guesses from the pattern of the week that the times of a series are in another zone than said.
///
/// The week is cut into half hours of the exchange's clock. Where the half hours that have bars fit those of the
/// sessions
/// only when all are moved by some time, the series is shifted (`ZONE_SHIFT`); where summer and winter want to be moved
/// by times that are an hour apart, its clock does not change with the exchange's (`CLOCK_CHANGE`). Where session after
/// session begins with the bar after its open and ends with one at its close, times are ends of bars (`CLOSE_STAMPED`).
public final class ClockAudit {
    private static final long SECOND = 1_000_000_000L;
    private static final long SLOT = 1_800 * SECOND;
    private static final int DAY_SLOTS = 48;
    private static final int WEEK_SLOTS = 7 * DAY_SLOTS;
    /// Zones are no farther apart.
    private static final int FARTHEST = 26;

    private static final int LEAST_DAYS = 8;
    private static final double THERE = 0.4;

    private final Bars bars;
    private final ExchangeCalendar calendar;
    private final boolean[] session = new boolean[WEEK_SLOTS];

    private ClockAudit(Bars bars, ExchangeCalendar calendar) {
        this.bars = bars;
        this.calendar = calendar;
    }

    /// Reports what the times of a series look like; of intraday bars of at most an hour and of calendars that close.
    /// True where they are not those of the exchange's clock.
    public static boolean run(Bars bars, ExchangeCalendar calendar, AuditLog log) {
        boolean judged = bars.size() > 1
                && bars.timeframe().intraday()
                && bars.timeframe().timed()
                && bars.timeframe().nanos() <= 2 * SLOT;
        return judged && new ClockAudit(bars, calendar).run(log);
    }

    /// A pattern of the week, of one half of the year.
    private static final class Pattern {
        final int[] counts = new int[WEEK_SLOTS];
        int days;

        boolean[] there() {
            int[] sorted =
                    Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
            double least = sorted.length == 0 ? 1 : Math.max(1, THERE * sorted[3 * sorted.length / 4]);
            boolean[] there = new boolean[WEEK_SLOTS];
            for (int i = 0; i < WEEK_SLOTS; i++) {
                there[i] = counts[i] >= least;
            }
            return there;
        }
    }

    private boolean run(AuditLog log) {
        ordinaryWeek();
        if (!closes()) {
            return false;
        }
        Pattern winter = new Pattern();
        Pattern summer = new Pattern();
        count(winter, summer);
        int inWinter = shift(winter);
        int inSummer = shift(summer);
        report(winter.days < LEAST_DAYS ? inSummer : inWinter, summer.days < LEAST_DAYS ? inWinter : inSummer, log);
        stamps(log);
        return inWinter != 0 || inSummer != 0;
    }

    private boolean closes() {
        for (boolean open : session) {
            if (!open) {
                return true;
            }
        }
        return false;
    }

    /// The half hours of a week without holidays, found as those that most of some weeks have.
    private void ordinaryWeek() {
        int[] seen = new int[WEEK_SLOTS];
        ZoneWindow window = new ZoneWindow(calendar.zone());
        LocalDate last = calendar.dayOf(bars.time(bars.size() - 1)).plusDays(1);
        int weeks = 9;
        for (LocalDate day = last.minusWeeks(weeks); day.isBefore(last); day = day.plusDays(1)) {
            calendar.session(day).ifPresent(hours -> {
                for (long at = hours.open(); at < hours.close(); at += SLOT) {
                    seen[slot(window.local(at))]++;
                }
            });
        }
        for (int i = 0; i < WEEK_SLOTS; i++) {
            session[i] = 2 * seen[i] > weeks;
        }
    }

    private static int slot(long local) {
        return (int) Math.floorMod(Math.floorDiv(local, SLOT), (long) WEEK_SLOTS);
    }

    private void count(Pattern winter, Pattern summer) {
        ZoneWindow window = new ZoneWindow(calendar.zone());
        ZoneRules rules = calendar.zone().getRules();
        long standard = rules.getStandardOffset(Instant.ofEpochSecond(Math.floorDiv(bars.time(0), SECOND)))
                        .getTotalSeconds()
                * SECOND;
        int wide = (int) Math.max(1, bars.timeframe().nanos() / SLOT);
        long before = Long.MIN_VALUE;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.time(i);
            long offset = window.offset(time);
            Pattern pattern = offset == standard ? winter : summer;
            long local = time + offset;
            int slot = slot(local);
            for (int k = 0; k < wide; k++) {
                pattern.counts[(slot + k) % WEEK_SLOTS]++;
            }
            long day = Math.floorDiv(local, DAY_SLOTS * SLOT);
            pattern.days += day == before ? 0 : 1;
            before = day;
        }
    }

    /// By how many half hours the bars lie later than the sessions; 0 where that cannot be told.
    private int shift(Pattern pattern) {
        if (pattern.days < LEAST_DAYS) {
            return 0;
        }
        boolean[] there = pattern.there();
        int asItIs = apart(there, 0);
        int least = asItIs;
        for (int shift = -FARTHEST; shift <= FARTHEST; shift++) {
            least = Math.min(least, apart(there, shift));
        }
        boolean fits = least * 10 <= open() && asItIs >= 2 * least + 2;
        return fits ? only(there, least) : 0;
    }

    /// The one shift by whole hours that differs so little, else the one by half hours; 0 where there are several.
    private int only(boolean[] there, int least) {
        for (int step = 2; step >= 1; step--) {
            int found = 0;
            int alike = 0;
            for (int shift = -FARTHEST; shift <= FARTHEST; shift += step) {
                if (apart(there, shift) == least) {
                    found = shift;
                    alike++;
                }
            }
            if (alike > 0) {
                return alike == 1 ? found : 0;
            }
        }
        return 0;
    }

    private int open() {
        int open = 0;
        for (boolean each : session) {
            open += each ? 1 : 0;
        }
        return open;
    }

    /// In how many half hours bars and sessions differ, once the bars are moved back.
    private int apart(boolean[] there, int shift) {
        int apart = 0;
        for (int i = 0; i < WEEK_SLOTS; i++) {
            apart += session[i] == there[Math.floorMod(i + shift, WEEK_SLOTS)] ? 0 : 1;
        }
        return apart;
    }

    private void report(int winter, int summer, AuditLog log) {
        if (winter == summer && winter != 0) {
            warn(
                    log,
                    "ZONE_SHIFT",
                    "All bars lie " + hours(winter) + " than the sessions of " + calendar.id()
                            + "; the times seem to be in another zone than "
                            + bars.zone().getId(),
                    "Import again with the zone that the times are in, or shift the series");
        } else if (winter != summer && Math.abs(winter - summer) == 2) {
            warn(
                    log,
                    "CLOCK_CHANGE",
                    "Sessions move by an hour when the clocks of " + calendar.id() + " change: bars lie "
                            + hours(winter) + " than the sessions in winter and " + hours(summer) + " in summer",
                    "Import again with the zone that the times are in: one with or without daylight saving time");
        } else if (winter != 0 || summer != 0) {
            int shift = winter == 0 ? summer : winter;
            warn(
                    log,
                    "ZONE_SHIFT",
                    "Bars of " + (winter == 0 ? "summer" : "winter") + " lie " + hours(shift) + " than the sessions of "
                            + calendar.id(),
                    "Import again with the zone that the times are in, or shift the series");
        }
    }

    private static String hours(int slots) {
        if (slots == 0) {
            return "no other";
        }
        Duration by = Duration.ofMinutes(30L * Math.abs(slots));
        String minutes = by.toMinutesPart() == 0 ? "" : ":" + by.toMinutesPart();
        return by.toHours() + minutes + " h " + (slots > 0 ? "later" : "earlier");
    }

    private void warn(AuditLog log, String code, String message, String mend) {
        log.report(new Finding(code, Severity.WARNING, 0, message, mend, bars.time(0), bars.time(bars.size() - 1)));
    }

    /// Sessions that begin one bar late and end with a bar at their close, against the others.
    private void stamps(AuditLog log) {
        long step = bars.timeframe().nanos();
        int late = 0;
        int all = 0;
        LocalDate last = calendar.dayOf(bars.time(bars.size() - 1));
        for (LocalDate day = calendar.dayOf(bars.time(0)); !day.isAfter(last); day = day.plusDays(1)) {
            Session hours = calendar.session(day).orElse(null);
            if (hours != null && has(hours.open() + step)) {
                all++;
                late += !has(hours.open()) && has(hours.close()) ? 1 : 0;
            }
        }
        if (all >= LEAST_DAYS && late * 10 >= all * 9) {
            warn(
                    log,
                    "CLOSE_STAMPED",
                    "Sessions begin with the bar after the open and end with one at the close: the times seem to be the"
                            + " ends of bars, not their beginnings",
                    "Import again with times moved back by " + bars.timeframe()
                            + "; a bar would else be known too late and join the wrong day");
        }
    }

    private boolean has(long time) {
        int at = bars.indexAtOrAfter(time);
        return at < bars.size() && bars.time(at) == time;
    }
}
