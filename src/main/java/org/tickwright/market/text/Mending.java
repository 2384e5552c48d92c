package org.tickwright.market.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Mend;
import org.tickwright.market.Mend.Action;
import org.tickwright.market.MendPlan;
import org.tickwright.market.ZoneWindow;
import org.tickwright.market.audit.AuditLog;

/// Does to the rows of a file what a plan says. Which mend fits which finding, and what it does, is in
/// [Mend#fitting(String)]; any other is an [ImportException] that lists those that fit.
final class Mending {
    private static final int MOST_FILLED = 5_000_000;
    private static final long NONE = TimeResolver.NONE;
    private static final long DAY = 86_400_000_000_000L;

    private final String name;
    private final MendPlan plan;
    private final ImportOptions options;

    Mending(String name, ImportOptions stated) throws ImportException {
        this.name = name;
        plan = stated.mends();
        ImportOptions mended = stated;
        Set<String> accepted = new TreeSet<>(stated.accept());
        for (Mend mend : plan.mends()) {
            check(mend);
            if (mend.action() == Action.SHIFT) {
                mended = mended.withZone(mend.zone());
            } else {
                accepted.add(mend.finding());
            }
        }
        options = new ImportOptions(
                mended.symbol(),
                mended.timeframe(),
                mended.zone(),
                mended.format(),
                mended.columns(),
                mended.dateOrder(),
                accepted,
                plan);
    }

    private void check(Mend mend) throws ImportException {
        Set<Action> fitting = Mend.fitting(mend.finding());
        if (!fitting.contains(mend.action())) {
            throw new ImportException(name + " cannot be mended by " + mend + ": " + mend.finding() + " allows "
                    + String.join(
                            ", ",
                            fitting.stream()
                                    .map(action -> action.name().toLowerCase(java.util.Locale.ROOT))
                                    .sorted()
                                    .toList())
                    + ".");
        }
    }

    /// The options with what the plan means for them.
    ImportOptions options() {
        return options;
    }

    /// Bars, the row of each of them in the file (-1: put in), and how many of them are rows that were
    /// read.
    record Mended(Bars bars, int[] rows, int read) {}

    /// Mends rows before they are judged: merges those of one time, leaves out those that go back in time.
    void rows(long[] times, Rows rows, AuditLog log) {
        if (plan.does("OUT_OF_ORDER", Action.DROP)) {
            dropDisorder(times, rows, log);
        }
        if (plan.does("DUPLICATE", Action.MERGE)) {
            merge(times, rows, log);
        }
    }

    private static void dropDisorder(long[] times, Rows rows, AuditLog log) {
        int up = 0;
        int down = 0;
        for (int i = 1; i < times.length; i++) {
            up += times[i] > times[i - 1] ? 1 : 0;
            down += times[i] < times[i - 1] ? 1 : 0;
        }
        boolean falling = down > 0 && down >= 9L * up;
        int latest = -1;
        for (int i = 0; i < times.length; i++) {
            if (times[i] == NONE || !possible(rows, i)) {
                continue;
            }
            if (latest >= 0 && (falling ? times[i] > times[latest] : times[i] < times[latest])) {
                times[i] = NONE;
                warn(log, "OUT_OF_ORDER", rows, i, "lies out of order behind line " + rows.lines()[latest], "left out");
            } else {
                latest = i;
            }
        }
    }

    private static void merge(long[] times, Rows rows, AuditLog log) {
        Map<Long, Integer> first = new HashMap<>();
        for (int i = 0; i < times.length; i++) {
            if (times[i] == NONE || !possible(rows, i)) {
                continue;
            }
            Integer into = first.putIfAbsent(times[i], i);
            if (into != null) {
                rows.field(1)
                        .set(
                                into,
                                Math.max(rows.field(1).get(into), rows.field(1).get(i)));
                rows.field(2)
                        .set(
                                into,
                                Math.min(rows.field(2).get(into), rows.field(2).get(i)));
                rows.field(3).set(into, rows.field(3).get(i));
                rows.field(4).set(into, rows.field(4).get(into) + rows.field(4).get(i));
                times[i] = NONE;
                long line = rows.lines()[into];
                warn(log, "DUPLICATE", rows, i, "has the time of line " + line, "merged into line " + line);
            }
        }
    }

    private static void warn(AuditLog log, String code, Rows rows, int row, String what, String done) {
        long line = rows.lines()[row];
        log.warn(code, line, "Line " + line + " " + what + ". Mended: " + done, "Nothing to do");
    }

    private static boolean possible(Rows rows, int i) {
        return pricedAboveZero(rows, i) && encloses(rows, i) && rows.field(4).get(i) >= 0;
    }

    private static boolean pricedAboveZero(Rows rows, int i) {
        return rows.field(0).get(i) > 0
                && rows.field(1).get(i) > 0
                && rows.field(2).get(i) > 0
                && rows.field(3).get(i) > 0;
    }

    private static boolean encloses(Rows rows, int i) {
        double high = rows.field(1).get(i);
        double low = rows.field(2).get(i);
        return high >= rows.field(0).get(i)
                && high >= rows.field(3).get(i)
                && low <= rows.field(0).get(i)
                && low <= rows.field(3).get(i);
    }

    /// Mends bars after their rows were judged: puts flat ones in for rows that are none, and where some
    /// are missing within a day.
    Mended bars(Bars bars, int[] sound, long[] times, Rows rows, AuditLog log) throws ImportException {
        Mended mended = new Mended(bars, sound, bars.size());
        long[] missing = rowsToFill(times, rows);
        if (missing.length > 0) {
            mended = filled(mended, missing);
        }
        return plan.does("GAP", Action.FILL) ? filled(mended, gaps(mended.bars(), log)) : mended;
    }

    /// The times of rows that are no bars and shall be flat ones.
    private long[] rowsToFill(long[] times, Rows rows) {
        boolean prices = plan.does("NON_POSITIVE_PRICE", Action.FILL);
        boolean shapes = plan.does("IMPOSSIBLE_OHLC", Action.FILL);
        boolean volumes = plan.does("NEGATIVE_VOLUME", Action.FILL);
        if (!prices && !shapes && !volumes) {
            return new long[0];
        }
        long[] fill = new long[times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            boolean above = pricedAboveZero(rows, i);
            boolean shape = encloses(rows, i);
            boolean wanted = !above ? prices : !shape ? shapes : rows.field(4).get(i) < 0 && volumes;
            if (times[i] != NONE && wanted) {
                fill[count++] = times[i];
            }
        }
        long[] sorted = Arrays.copyOf(fill, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// The times at which bars are missing between two of one day.
    private long[] gaps(Bars bars, AuditLog log) throws ImportException {
        if (!bars.timeframe().intraday()) {
            throw new ImportException(name + " cannot be mended by GAP=fill: bars of " + bars.timeframe()
                    + " have no day to fill, and a day without a bar may be a holiday. Use GAP=keep.");
        }
        ZoneWindow window = new ZoneWindow(bars.zone());
        long step = bars.timeframe().nanos();
        long[] fill = new long[16];
        int count = 0;
        for (int i = 1; i < bars.size(); i++) {
            boolean sameDay = Math.floorDiv(window.local(bars.time(i)), DAY)
                    == Math.floorDiv(window.local(bars.time(i - 1)), DAY);
            for (long time = bars.time(i - 1) + step; sameDay && time < bars.time(i); time += step) {
                if (count == MOST_FILLED) {
                    throw new ImportException(
                            name + " has more than " + MOST_FILLED + " missing bars; it is not filled. Use GAP=keep.");
                }
                fill = count == fill.length ? Arrays.copyOf(fill, count * 2) : fill;
                fill[count++] = time;
            }
        }
        if (count > 0) {
            log.warn(
                    "FILLED",
                    0,
                    count + " missing bars within days were put in, flat at the close before and without volume",
                    "Nothing to do");
        }
        return Arrays.copyOf(fill, count);
    }

    /// Puts flat bars in at times in rising order; those at a time that has a bar, and those before the
    /// first, are left out.
    private static Mended filled(Mended before, long[] times) {
        Bars bars = before.bars();
        Bars full = new Bars(bars.timeframe(), bars.zone(), bars.size() + times.length);
        int[] rows = new int[bars.size() + times.length];
        int at = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i <= bars.size(); i++) {
            long until = i < bars.size() ? bars.time(i) : Long.MAX_VALUE;
            for (; at < times.length && times[at] < until; at++) {
                if (i > 0 && times[at] > last) {
                    double close = bars.close(i - 1);
                    rows[full.size()] = -1;
                    full.append(times[at], close, close, close, close, 0);
                    last = times[at];
                }
            }
            if (i < bars.size()) {
                rows[full.size()] = before.rows()[i];
                full.append(until, bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
                last = until;
            }
        }
        return new Mended(full, Arrays.copyOf(rows, full.size()), before.read());
    }
}
