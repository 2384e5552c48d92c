package org.tickwright.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickwright.kernel.CalendarDays;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;

/// The columns an indicator may read of a series: those of the [Frame], and two computed from the bars'
/// times.
///
/// `time` is the opening time in nanoseconds UTC. `session` is the number of the day (since 1970-01-01)
/// in which the bar opens, in the zone of the series; an indicator that starts anew each session watches
/// it change. Both follow bars that are appended. A column of the file by one of these names wins.
public final class InputColumns {
    /// The name of the column of opening times.
    public static final String TIME = "time";

    /// The name of the column of session numbers.
    public static final String SESSION = "session";

    private final Frame frame;
    private final DoubleColumn times = new DoubleColumn(0);
    private final DoubleColumn sessions = new DoubleColumn(0);
    private final CalendarDays days;

    /// The columns of a frame.
    public InputColumns(Frame frame) {
        this.frame = frame;
        days = new CalendarDays(frame.bars().zone());
    }

    /// True for the columns that are made of the bars' times.
    public static boolean ofTimes(String name) {
        return name.equals(TIME) || name.equals(SESSION);
    }

    /// True if every series has a column of that name: a field of its bars, or one computed from them.
    public static boolean isOfEverySeries(String name) {
        return ofTimes(name)
                || Arrays.stream(Bars.Field.values())
                        .anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    /// The number of rows.
    public int size() {
        return frame.bars().size();
    }

    /// A column by header or name, letter case aside. Only the first [#size()] values count.
    public Optional<double[]> column(String name) {
        Optional<double[]> column = frame.column(name);
        if (column.isPresent()) {
            return column;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case TIME -> Optional.of(timeColumn());
            case SESSION -> Optional.of(sessionColumn());
            default -> Optional.empty();
        };
    }

    /// The names of all columns: the bars' fields, the file's further headers, the computed ones.
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Bars.Field field : Bars.Field.values()) {
            names.add(field.name().toLowerCase(Locale.ROOT));
        }
        names.addAll(frame.headers());
        names.add(TIME);
        names.add(SESSION);
        return names.stream().distinct().toList();
    }

    private double[] timeColumn() {
        Bars bars = frame.bars();
        for (int i = times.size(); i < bars.size(); i++) {
            times.append((double) bars.time(i));
        }
        return times.array();
    }

    private double[] sessionColumn() {
        Bars bars = frame.bars();
        for (int i = sessions.size(); i < bars.size(); i++) {
            sessions.append((double) days.dayOf(bars.time(i)));
        }
        return sessions.array();
    }
}
