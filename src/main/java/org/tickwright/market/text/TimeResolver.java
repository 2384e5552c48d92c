package org.tickwright.market.text;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Timeframe;
import org.tickwright.market.ZoneWindow;
import org.tickwright.market.audit.AuditLog;

/// Turns written times into instants: finds zone and timeframe, puts daily bars at midnight in the zone.
final class TimeResolver {
    /// The instant of a row whose time cannot be.
    static final long NONE = WallClock.NONE;

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final Rows rows;
    private final Layout layout;
    private final ImportOptions options;
    private final AuditLog log;
    private ZoneId zone = UTC;
    private boolean assumed;
    private String zoneText = "";
    private Timeframe timeframe = Timeframe.DAY;

    TimeResolver(Rows rows, Layout layout, ImportOptions options, AuditLog log) {
        this.rows = rows;
        this.layout = layout;
        this.options = options;
        this.log = log;
    }

    /// The zone found, stated or assumed.
    ZoneId zone() {
        return zone;
    }

    /// True where nothing stated the zone.
    boolean zoneAssumed() {
        return assumed;
    }

    /// The timeframe found or stated.
    Timeframe timeframe() {
        return timeframe;
    }

    /// Zone and timeframe in words.
    String describe() {
        return "zone " + zone.getId() + zoneText + "; timeframe " + timeframe
                + (options.timeframe() == null ? " found from the steps" : " as stated");
    }

    /// The opening instant of every row, [#NONE] where a row's time cannot be (which is then a finding).
    long[] resolve() {
        findZone();
        findTimeframe();
        long[] instants = timeframe.intraday() ? intraday() : daily();
        if (timeframe.intraday() && endsNamed()) {
            fromEnds(instants);
        }
        if (assumed && rows.size() > 0) {
            log.warn(
                    "ZONE_ASSUMED",
                    0,
                    "The times carry no zone and none was stated; they are read as " + zone.getId(),
                    "State the exchange's zone, such as America/New_York, if the bars are not in UTC");
        }
        return instants;
    }

    private void findZone() {
        @Nullable ZoneId stated = options.zone();
        if (stated != null) {
            zone = stated;
            zoneText = " as stated";
        } else if (layout.times().epoch()) {
            zone = UTC;
        } else if (rows.anyOffset()) {
            zoneFromOffsets();
        } else if (headerSaysUtc()) {
            zoneText = " by the header";
        } else {
            assumed = true;
            zoneText = " assumed";
        }
    }

    private void zoneFromOffsets() {
        int first = TimeParser.NO_OFFSET;
        boolean several = false;
        for (int i = 0; i < rows.size(); i++) {
            int offset = rows.offset(i);
            if (offset != TimeParser.NO_OFFSET) {
                several |= first != TimeParser.NO_OFFSET && offset != first;
                first = first == TimeParser.NO_OFFSET ? offset : first;
            }
        }
        if (!several) {
            zone = first == 0 ? UTC : ZoneOffset.ofTotalSeconds(first);
            zoneText = " from the file";
            return;
        }
        Optional<ZoneId> fitting = rows.mixedOffsets() ? Optional.empty() : ZoneFinder.fitting(rows);
        zone = fitting.orElse(UTC);
        zoneText = fitting.isPresent() ? ", whose offsets are those of the file" : "";
        log.warn(
                "ZONE_ASSUMED",
                0,
                fitting.isPresent()
                        ? "The offsets change as they do in " + zone.getId() + ", which is taken as the zone"
                        : "The offsets fit no known zone; days are taken as in UTC",
                "State the exchange's zone if it is another one");
    }

    private boolean headerSaysUtc() {
        List<String> header = layout.header();
        int time = layout.columns().time();
        String name = time < header.size() ? HeaderNames.plain(header.get(time)) : "";
        return name.contains("utc") || name.contains("gmt");
    }

    private boolean endsNamed() {
        int time = layout.columns().time();
        return time < layout.header().size()
                && HeaderNames.END.contains(HeaderNames.plain(layout.header().get(time)));
    }

    /// Turns times at which bars end to those at which they open; an end a millisecond early is the end.
    private void fromEnds(long[] instants) {
        long early = SECOND / 1_000;
        for (int i = 0; i < instants.length; i++) {
            if (instants[i] != NONE) {
                long end = Math.floorMod(instants[i] + early, SECOND) == 0 ? instants[i] + early : instants[i];
                instants[i] = end - timeframe.nanos();
            }
        }
        log.warn(
                "END_TIMES",
                0,
                "The times are those at which bars end; each bar opens " + timeframe + " before",
                "Rename the column to time if these are the times at which the bars open");
    }

    private void findTimeframe() {
        @Nullable Timeframe stated = options.timeframe();
        long step = commonStep();
        boolean datesOnly = !rows.anyClock();
        if (stated != null) {
            timeframe = stated;
            long found = datesOnly ? Math.max(step, DAY) : step;
            if (found > stated.nanos() * 3 / 2) {
                log.warn(
                        "TIMEFRAME_MISMATCH",
                        0,
                        "The rows are " + Timeframe.ofNanos(found) + " apart although " + stated + " was stated",
                        "State the timeframe of the file");
            }
        } else if (step > 0 && (step >= SECOND || datesOnly)) {
            timeframe = Timeframe.ofNanos(datesOnly ? Math.max(step, DAY) : step);
        } else if (datesOnly) {
            timeframe = Timeframe.DAY;
        } else if (rows.size() > 0) {
            timeframe = Timeframe.MINUTE;
            log.fatal(
                    "UNKNOWN_TIMEFRAME",
                    0,
                    step > 0
                            ? "The rows are less than a second apart: these may be trades, not bars"
                            : "One point in time does not show how long a bar is",
                    "State the timeframe, such as 1m, 1h or 1d");
        }
    }

    /// The most frequent step between neighbouring rows, or 0 where there is none.
    private long commonStep() {
        int n = Math.min(rows.size() - 1, 100_000);
        if (n < 1) {
            return 0;
        }
        long[] steps = new long[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            long step = Math.abs(rows.wall(i + 1) - rows.wall(i));
            if (step > 0) {
                steps[count++] = step;
            }
        }
        Arrays.sort(steps, 0, count);
        long common = 0;
        int most = 0;
        for (int i = 0; i < count; ) {
            int run = i;
            while (run < count && steps[run] == steps[i]) {
                run++;
            }
            if (run - i > most) {
                most = run - i;
                common = steps[i];
            }
            i = run;
        }
        return common;
    }

    private long[] daily() {
        long[] instants = new long[rows.size()];
        ZoneWindow window = new ZoneWindow(zone);
        for (int i = 0; i < instants.length; i++) {
            instants[i] = window.startOfDay(tradingDay(i, window));
        }
        if (rows.anyClock()) {
            new MixedRows(rows, instants, timeframe, log).reject();
        }
        return instants;
    }

    /// The day a row belongs to: as written, unless an instant is midnight in the zone.
    private long tradingDay(int row, ZoneWindow window) {
        long wall = rows.wall(row);
        int offset = rows.offset(row);
        boolean epoch = layout.times().epoch();
        if (!epoch && offset == TimeParser.NO_OFFSET) {
            return Math.floorDiv(wall, DAY);
        }
        long instant = epoch ? wall : wall - offset * SECOND;
        long local = window.local(instant);
        boolean midnightInZone = Math.floorMod(local, DAY) == 0;
        boolean writtenMidnight = Math.floorMod(wall, DAY) == 0;
        return Math.floorDiv(midnightInZone || (epoch && !writtenMidnight) ? local : wall, DAY);
    }

    private long[] intraday() {
        long[] instants = new long[rows.size()];
        WallClock clock = new WallClock(zone);
        long previous = Long.MIN_VALUE;
        for (int i = 0; i < instants.length; i++) {
            int offset = rows.offset(i);
            if (layout.times().epoch()) {
                instants[i] = rows.wall(i);
            } else if (offset != TimeParser.NO_OFFSET) {
                instants[i] = rows.wall(i) - offset * SECOND;
            } else {
                instants[i] = clock.instant(rows.wall(i), previous);
            }
            if (instants[i] == NONE) {
                reportImpossible(i);
            } else {
                previous = instants[i];
            }
        }
        return instants;
    }

    private void reportImpossible(int row) {
        long line = rows.lines()[row];
        LocalDateTime local = WallClock.local(rows.wall(row));
        log.error(
                "BAD_ROW",
                line,
                "Line " + line + ": " + local + " does not exist in " + zone.getId()
                        + ", where the clocks went forward then",
                "State the zone the times are written in",
                "the row was left out");
    }
}
