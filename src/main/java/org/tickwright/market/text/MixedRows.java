package org.tickwright.market.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.tickwright.market.Timeframe;
import org.tickwright.market.audit.AuditLog;

/// Finds rows of a shorter timeframe among bars of days or longer.
///
/// Such bars are written at one time of day, or at few where clocks change with the season; a row of another time
/// on a day that has several rows is none of them. Where a day has a row at a usual time that one stays, else none
/// does; what is left of a time goes too where half of it went, or where it is not usual. Rows of one time on one
/// day are not judged here: they are duplicates.
final class MixedRows {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    /// A time of day is usual that comes up no less than this part of the most frequent one.
    private static final int PART = 4;

    private final Rows rows;
    private final long[] days;
    private final Timeframe timeframe;
    private final AuditLog log;
    private final Map<Long, Integer> times = new HashMap<>();
    private final Map<Long, Day> byDay = new HashMap<>();
    private final Map<Long, Integer> rejected = new HashMap<>();
    private int most;

    /// Over rows whose bars open at `days`, [TimeResolver#NONE] where a row is rejected already.
    MixedRows(Rows rows, long[] days, Timeframe timeframe, AuditLog log) {
        this.rows = rows;
        this.days = days;
        this.timeframe = timeframe;
        this.log = log;
    }

    /// Reports the rows of another timeframe and rejects them among the days.
    void reject() {
        for (int row = 0; row < days.length; row++) {
            times.merge(time(row), 1, Integer::sum);
        }
        if (times.size() < 2) {
            return;
        }
        for (int row = 0; row < days.length; row++) {
            if (days[row] != TimeResolver.NONE) {
                byDay.computeIfAbsent(days[row], day -> new Day()).add(row);
            }
        }
        most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int row = 0; row < days.length; row++) {
            Day day = byDay.get(days[row]);
            if (day != null && day.several && !(usual(day.best) && time(row) == time(day.best))) {
                String kept = usual(day.best) ? ", of which line " + line(day.best) + " has the usual one" : "";
                reject(row, "one of several times of that day" + kept);
            }
        }
        for (int row = 0; row < days.length; row++) {
            if (days[row] != TimeResolver.NONE && foreign(row)) {
                reject(row, "a time that other days have besides the usual one");
            }
        }
    }

    private boolean usual(int row) {
        return PART * count(row) >= most;
    }

    /// Whether its time is that of rows which were rejected.
    private boolean foreign(int row) {
        int gone = rejected.getOrDefault(time(row), 0);
        return gone > 0 && (!usual(row) || 2 * gone >= count(row));
    }

    /// The rows of a day: whether they are of several times, and one of the most frequent time in the file.
    private final class Day {
        int best = -1;
        boolean several;

        void add(int row) {
            if (best < 0) {
                best = row;
                return;
            }
            several |= time(row) != time(best);
            best = count(row) > count(best) ? row : best;
        }
    }

    private long time(int row) {
        return Math.floorMod(rows.wall(row), DAY);
    }

    private int count(int row) {
        return times.getOrDefault(time(row), 0);
    }

    private long line(int row) {
        return rows.lines()[row];
    }

    private void reject(int row, String why) {
        days[row] = TimeResolver.NONE;
        rejected.merge(time(row), 1, Integer::sum);
        String at = LocalDate.ofEpochDay(Math.floorDiv(rows.wall(row), DAY)) + " "
                + LocalTime.ofNanoOfDay(Math.floorMod(rows.wall(row), DAY));
        log.error(
                "MIXED_TIMEFRAME",
                line(row),
                "Line " + line(row) + " is of " + at + ", " + why
                        + ": rows of a shorter timeframe are mixed in with bars of " + timeframe,
                "Put each timeframe into a file of its own, state --timeframe if the file is of a shorter one, or"
                        + " accept MIXED_TIMEFRAME to leave such rows out",
                "the row was left out");
    }
}
