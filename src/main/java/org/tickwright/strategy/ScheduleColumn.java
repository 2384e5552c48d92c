package org.tickwright.strategy;

import java.time.LocalDate;
import org.tickwright.market.Bars;
import org.tickwright.market.ZoneWindow;

/// True on the first bar of each period by its opening in the zone of the series, or on every nth bar from the first
/// one on. The first bar of the series starts a period.
final class ScheduleColumn extends ConditionColumn {
    private static final long THURSDAY_TO_MONDAY = 3;

    private final Bars bars;
    private final String period;
    private final int count;
    private final ZoneWindow window;

    /// `period` is one of [StandardNodes#PERIODS].
    ScheduleColumn(Bars bars, String period, int count) {
        super(false);
        this.bars = bars;
        this.period = period;
        this.count = count;
        window = new ZoneWindow(bars.zone());
    }

    @Override
    void fill(int from, int to) {
        long before = from == 0 ? Long.MIN_VALUE : number(from - 1);
        for (int bar = from; bar < to; bar++) {
            long now = number(bar);
            values[bar] = of(now != before);
            before = now;
        }
    }

    /// A number that changes with the period.
    private long number(int bar) {
        if (period.equals("bars")) {
            return bar / count;
        }
        long day = window.localDay(bars.time(bar));
        return switch (period) {
            case "day" -> day;
            case "week" -> Math.floorDiv(day + THURSDAY_TO_MONDAY, 7L);
            case "month" -> month(day);
            default -> Math.floorDiv(month(day), 3L);
        };
    }

    private static long month(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }
}
