package org.tickwright.market.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tickwright.market.Bars;
import org.tickwright.market.ZoneWindow;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.Session;

/// How many of the bars that a calendar expects a series has, day by day, with its gaps.
///
/// A day is a trading day of the calendar. Of the first and last day only the part between the first and the last bar
/// is
/// expected. Of daily bars one is expected each trading day; for longer ones there is no coverage.
public final class Coverage {
    private final ExchangeCalendar calendar;
    private final Bars bars;
    private final List<Session> sessions;
    private final long firstDay;
    private final int[] expected;
    private final int[] present;
    private final int[] outside;
    private final List<Gap> gaps = new ArrayList<>();

    /// Bars that are missing between bar `after` and the next; `sessions` of them are whole sessions. `from` and `to`
    /// are the opening times of the first and last missing bar.
    public record Gap(int after, long missing, int sessions, long from, long to) {}

    /// A day: what is expected, what is there, and how many bars lie outside of the session.
    public record Day(LocalDate day, int expected, int present, int outside) {
        /// The part of the expected bars that is there, 1 where none is expected.
        public double share() {
            return expected == 0 ? 1 : Math.min(1, present / (double) expected);
        }
    }

    private Coverage(Bars bars, ExchangeCalendar calendar) {
        this.bars = bars;
        this.calendar = calendar;
        ZoneWindow window = new ZoneWindow(bars.zone());
        boolean daily = !bars.timeframe().intraday();
        firstDay = daily
                ? window.localDay(bars.time(0))
                : calendar.dayOf(bars.time(0)).toEpochDay();
        long lastDay = daily
                ? window.localDay(bars.time(bars.size() - 1))
                : calendar.dayOf(bars.time(bars.size() - 1)).toEpochDay() + 1;
        int days = Math.toIntExact(lastDay - firstDay + 1);
        expected = new int[days];
        present = new int[days];
        outside = new int[days];
        sessions = daily ? List.of() : sessions(lastDay);
        if (daily) {
            countDays(window);
        } else {
            countSlots();
        }
    }

    /// Whether there can be a coverage of such bars: daily ones and shorter ones that have a length in time.
    public static boolean measures(Bars bars) {
        return bars.size() > 0
                && bars.timeframe().timed()
                && (bars.timeframe().intraday() || bars.timeframe().equals(org.tickwright.market.Timeframe.DAY));
    }

    /// Compares bars, of which there is at least one, with a calendar. Bars that have no coverage are an
    /// [IllegalArgumentException].
    public static Coverage of(Bars bars, ExchangeCalendar calendar) {
        if (!measures(bars)) {
            throw new IllegalArgumentException("Bars of " + bars.timeframe() + " have no coverage");
        }
        return new Coverage(bars, calendar);
    }

    /// The calendar it was compared with.
    public ExchangeCalendar calendar() {
        return calendar;
    }

    /// The first day.
    public LocalDate first() {
        return LocalDate.ofEpochDay(firstDay);
    }

    /// The last day.
    public LocalDate last() {
        int last = expected.length - 1;
        while (last > 0 && expected[last] == 0 && outside[last] == 0) {
            last--;
        }
        return first().plusDays(last);
    }

    /// What is known of a day from the first to the last.
    public Day day(LocalDate day) {
        int i = Math.toIntExact(day.toEpochDay() - firstDay);
        return new Day(day, expected[i], present[i], outside[i]);
    }

    /// The gaps, oldest first.
    public List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /// The opening times of all bars that are missing between the first and the last, oldest first; more than `most` of
    /// them are an [IllegalArgumentException].
    long[] missingTimes(int most) {
        if (missing() > most) {
            throw new IllegalArgumentException(
                    "More than " + most + " bars are missing; nothing was filled. Use GAP=keep");
        }
        boolean daily = !bars.timeframe().intraday();
        ZoneWindow window = new ZoneWindow(bars.zone());
        long[] times = new long[Math.toIntExact(missing())];
        int count = 0;
        for (Gap gap : gaps) {
            count = daily ? days(gap, window, times, count) : slots(gap, times, count);
        }
        return Arrays.copyOf(times, count);
    }

    private int days(Gap gap, ZoneWindow window, long[] times, int from) {
        int count = from;
        long last = window.localDay(gap.to());
        for (long day = window.localDay(gap.from()); day <= last; day++) {
            if (calendar.trades(LocalDate.ofEpochDay(day))) {
                times[count++] = window.startOfDay(day);
            }
        }
        return count;
    }

    private int slots(Gap gap, long[] times, int from) {
        int count = from;
        long step = bars.timeframe().nanos();
        for (Session session : sessions) {
            if (session.close() > gap.from() && session.open() <= gap.to()) {
                long first = Math.max(0, Math.ceilDiv(gap.from() - session.open(), step));
                long last = Math.min(session.bars(step) - 1, Math.floorDiv(gap.to() - session.open(), step));
                for (long k = first; k <= last && count < times.length; k++) {
                    times[count++] = session.open() + k * step;
                }
            }
        }
        return count;
    }

    /// How many bars are expected.
    public long expected() {
        return sum(expected);
    }

    /// How many of the bars lie where one is expected.
    public long present() {
        return sum(present);
    }

    /// How many bars lie outside of the sessions.
    public long outside() {
        return sum(outside);
    }

    /// How many bars are missing.
    public long missing() {
        return gaps.stream().mapToLong(Gap::missing).sum();
    }

    /// The part of the expected bars that is there.
    public double share() {
        long all = expected();
        return all == 0 ? 1 : Math.min(1, (all - missing()) / (double) all);
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private void countDays(ZoneWindow window) {
        long before = firstDay - 1;
        for (int i = 0; i < bars.size(); i++) {
            long day = window.localDay(bars.time(i));
            int at = (int) (day - firstDay);
            boolean trades = calendar.trades(LocalDate.ofEpochDay(day));
            (trades ? present : outside)[at]++;
            missingDays(i, before, day, window);
            expected[at] = trades ? 1 : 0;
            before = day;
        }
    }

    private void missingDays(int i, long before, long day, ZoneWindow window) {
        int missing = 0;
        long from = 0;
        long to = 0;
        for (long between = before + 1; between < day; between++) {
            if (calendar.trades(LocalDate.ofEpochDay(between))) {
                expected[(int) (between - firstDay)] = 1;
                from = missing == 0 ? between : from;
                to = between;
                missing++;
            }
        }
        if (missing > 0) {
            gaps.add(new Gap(i - 1, missing, missing, window.startOfDay(from), window.startOfDay(to)));
        }
    }

    private List<Session> sessions(long lastDay) {
        List<Session> found = new ArrayList<>();
        for (long day = firstDay; day <= lastDay; day++) {
            calendar.session(LocalDate.ofEpochDay(day)).ifPresent(found::add);
        }
        return found;
    }

    private void countSlots() {
        long step = bars.timeframe().nanos();
        expect(step);
        int at = 0;
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.time(i);
            while (at < sessions.size() && sessions.get(at).close() <= time) {
                at++;
            }
            if (i > 0 && 2 * (time - bars.time(i - 1)) > 3 * step) {
                missingSlots(i - 1, at, step);
            }
            if (at < sessions.size() && sessions.get(at).open() <= time) {
                present[index(sessions.get(at))]++;
            } else {
                outside[Math.clamp(calendar.dayOf(time).toEpochDay() - firstDay, 0, outside.length - 1)]++;
            }
        }
    }

    private int index(Session session) {
        return (int) (session.day().toEpochDay() - firstDay);
    }

    private void expect(long step) {
        long first = bars.time(0);
        long last = bars.time(bars.size() - 1);
        for (Session session : sessions) {
            expected[index(session)] += (int) slots(session, step, first - 1, last + 1);
        }
    }

    /// How many of a session's bars open after one instant and before another.
    private static long slots(Session session, long step, long after, long before) {
        long count = session.bars(step);
        long from = Math.max(0, Math.floorDiv(after - session.open(), step) + 1);
        long to = Math.min(count - 1, Math.ceilDiv(before - session.open(), step) - 1);
        return Math.max(0, to - from + 1);
    }

    /// The bars that are missing between one and the next, which lies at or before the session `at`.
    private void missingSlots(int after, int at, long step) {
        long from = bars.time(after) + step / 2;
        long to = bars.time(after + 1) - step / 2;
        long missing = 0;
        int whole = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int s = Math.min(at, sessions.size() - 1);
                s >= 0 && sessions.get(s).close() > from;
                s--) {
            Session session = sessions.get(s);
            long here = slots(session, step, from, to);
            if (here > 0) {
                missing += here;
                whole += here == session.bars(step) ? 1 : 0;
                long k = Math.max(0, Math.floorDiv(from - session.open(), step) + 1);
                first = Math.min(first, session.open() + k * step);
                last = Math.max(last, session.open() + (k + here - 1) * step);
            }
        }
        if (missing > 0) {
            gaps.add(new Gap(after, missing, whole, first, last));
        }
    }
}
