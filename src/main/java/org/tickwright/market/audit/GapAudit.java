package org.tickwright.market.audit;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Timeframe;
import org.tickwright.market.ZoneWindow;

/// Finds missing bars by the series' own habit: the weekdays, and within them the times of day, on which it mostly has
/// bars. There is no exchange calendar behind it, so holidays look like gaps of one day; those are summed up.
public final class GapAudit {
    private static final int SHOWN = 20;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY_SECONDS = 86_400;
    private static final int WEEK_DAYS = 7;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Bars bars;
    private final long[] lines;
    private final AuditLog log;
    private final ZoneWindow window;

    private record Gap(int after, long missing) {}

    private GapAudit(Bars bars, long[] lines, AuditLog log) {
        this.bars = bars;
        this.lines = lines;
        this.log = log;
        this.window = new ZoneWindow(bars.zone());
    }

    /// Reports the gaps of a series; `lines` has the line of every bar in its file, or is empty.
    public static void run(Bars bars, long[] lines, AuditLog log) {
        GapAudit audit = new GapAudit(bars, lines, log);
        if (bars.size() < 3) {
            return;
        }
        switch (bars.timeframe().unit()) {
            case DAY -> audit.days();
            case WEEK, MONTH -> audit.longBars();
            default -> audit.intraday();
        }
    }

    private void longBars() {
        List<Gap> gaps = new ArrayList<>();
        long step = bars.timeframe().nanos();
        for (int i = 1; i < bars.size(); i++) {
            long steps = Math.round((bars.time(i) - bars.time(i - 1)) / (double) step);
            if (steps > 1) {
                gaps.add(new Gap(i - 1, steps - 1));
            }
        }
        report(gaps, bars.timeframe() + " bars");
    }

    private void days() {
        if (bars.timeframe().count() > 1) {
            longBars();
            return;
        }
        long[] days = new long[bars.size()];
        int[] perWeekday = new int[WEEK_DAYS];
        for (int i = 0; i < days.length; i++) {
            days[i] = Math.floorDiv(localSeconds(i), DAY_SECONDS);
            perWeekday[weekday(days[i])]++;
        }
        double weeks = Math.max(1, (days[days.length - 1] - days[0] + 1) / (double) WEEK_DAYS);
        boolean[] usual = new boolean[WEEK_DAYS];
        for (int d = 0; d < WEEK_DAYS; d++) {
            usual[d] = perWeekday[d] >= 0.5 * Math.floor(weeks) && perWeekday[d] > 0;
        }
        boolean weekends = usual[5] || usual[6];
        List<Gap> gaps = new ArrayList<>();
        int single = 0;
        int firstSingle = -1;
        for (int i = 1; i < days.length; i++) {
            long missing = missingDays(days[i - 1], days[i], usual);
            if (missing == 1 && !weekends) {
                single++;
                firstSingle = firstSingle < 0 ? i - 1 : firstSingle;
            } else if (missing > 0) {
                gaps.add(new Gap(i - 1, missing));
            }
        }
        report(gaps, "days that usually have a bar");
        if (single > 0) {
            log.warn(
                    "GAP",
                    line(firstSingle + 1),
                    single + (single == 1 ? " single weekday has" : " single weekdays have")
                            + " no bar, the first after " + text(firstSingle)
                            + ": mostly holidays, which no exchange calendar confirms yet",
                    "Nothing to do if these are holidays");
        }
    }

    private static long missingDays(long from, long to, boolean[] usual) {
        long missing = 0;
        long span = to - from - 1;
        if (span > 10L * WEEK_DAYS) {
            long perWeek = 0;
            for (boolean day : usual) {
                perWeek += day ? 1 : 0;
            }
            return span / WEEK_DAYS * perWeek;
        }
        for (long day = from + 1; day < to; day++) {
            missing += usual[weekday(day)] ? 1 : 0;
        }
        return missing;
    }

    /// Habit of a week in slots of one bar: which slots mostly have one.
    private void intraday() {
        long step = Math.max(1, bars.timeframe().nanos() / SECOND);
        int slotsPerDay = (int) ((DAY_SECONDS + step - 1) / step);
        boolean[] usual = usualSlots(step, slotsPerDay);
        long[] before = new long[usual.length + 1];
        for (int i = 0; i < usual.length; i++) {
            before[i + 1] = before[i] + (usual[i] ? 1 : 0);
        }
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            if (bars.time(i) - bars.time(i - 1) > bars.timeframe().nanos()) {
                long missing = missingSlots(slot(i - 1, step, slotsPerDay), slot(i, step, slotsPerDay), before);
                if (missing > 0) {
                    gaps.add(new Gap(i - 1, missing));
                }
            }
        }
        report(gaps, bars.timeframe() + " bars at times that usually have one");
    }

    /// Usual slots between two absolute slots, both excluded.
    private static long missingSlots(long from, long to, long[] before) {
        int week = before.length - 1;
        return usualBefore(to, before, week) - usualBefore(from + 1, before, week);
    }

    private static long usualBefore(long slot, long[] before, int week) {
        return Math.floorDiv(slot, (long) week) * before[week] + before[(int) Math.floorMod(slot, (long) week)];
    }

    private long slot(int bar, long step, int slotsPerDay) {
        long local = localSeconds(bar);
        return Math.floorDiv(local, DAY_SECONDS) * slotsPerDay + Math.floorMod(local, DAY_SECONDS) / step;
    }

    private boolean[] usualSlots(long step, int slotsPerDay) {
        int slots = slotsPerDay * WEEK_DAYS;
        int[] counts = new int[slots];
        int[] activeDays = new int[WEEK_DAYS];
        long lastDay = Long.MIN_VALUE;
        for (int i = 0; i < bars.size(); i++) {
            long slot = slot(i, step, slotsPerDay);
            counts[(int) Math.floorMod(slot, (long) slots)]++;
            long day = Math.floorDiv(slot, slotsPerDay);
            if (day != lastDay) {
                activeDays[(int) Math.floorMod(day, (long) WEEK_DAYS)]++;
                lastDay = day;
            }
        }
        int days = Arrays.stream(activeDays).sum();
        boolean byWeekday = days >= 4 * WEEK_DAYS;
        boolean[] usual = new boolean[slots];
        for (int slot = 0; slot < slots; slot++) {
            int day = slot / slotsPerDay;
            int seen = byWeekday ? counts[slot] : sameTime(counts, slot % slotsPerDay, slotsPerDay);
            int possible = byWeekday ? activeDays[day] : days;
            boolean dayUsual = activeDays[day] > 0 && (byWeekday ? 4 * activeDays[day] * WEEK_DAYS >= days : true);
            usual[slot] = dayUsual && seen * 2 > possible;
        }
        return usual;
    }

    private static int sameTime(int[] counts, int time, int slotsPerDay) {
        int sum = 0;
        for (int slot = time; slot < counts.length; slot += slotsPerDay) {
            sum += counts[slot];
        }
        return sum;
    }

    private void report(List<Gap> gaps, String what) {
        List<Gap> longest = new ArrayList<>(gaps);
        longest.sort(Comparator.comparingLong(Gap::missing).reversed().thenComparingInt(Gap::after));
        for (Gap gap : longest.subList(0, Math.min(SHOWN, longest.size()))) {
            int after = gap.after();
            log.report(new Finding(
                    "GAP",
                    Finding.Severity.WARNING,
                    line(after + 1),
                    gap.missing() + " " + what + " are missing between " + text(after) + " and " + text(after + 1),
                    "Fetch the missing bars if they exist; indicators run over the bars there are",
                    bars.time(after),
                    bars.time(after + 1)));
        }
        if (longest.size() > SHOWN) {
            List<Gap> rest = longest.subList(SHOWN, longest.size());
            long missing = rest.stream().mapToLong(Gap::missing).sum();
            log.warn(
                    "GAP",
                    0,
                    rest.size() + " further gaps, each shorter, miss " + missing + " " + what,
                    "Fetch the missing bars if they exist; indicators run over the bars there are");
            log.countFurther("GAP", rest.size() - 1);
        }
    }

    private long line(int bar) {
        return bar < lines.length ? lines[bar] : 0;
    }

    /// The local time of a bar as seconds since 1970 local.
    private long localSeconds(int bar) {
        return Math.floorDiv(window.local(bars.time(bar)), SECOND);
    }

    private static int weekday(long day) {
        return (int) Math.floorMod(day + DayOfWeek.THURSDAY.getValue() - 1, (long) WEEK_DAYS);
    }

    private String text(int bar) {
        LocalDateTime local = LocalDateTime.ofEpochSecond(localSeconds(bar), 0, ZoneOffset.UTC);
        return bars.timeframe().compareTo(Timeframe.DAY) >= 0
                ? local.toLocalDate().toString()
                : local.format(MINUTE);
    }
}
