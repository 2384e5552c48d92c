package org.tickwright.market.audit;

import java.util.Locale;
import org.tickwright.market.Bars;
import org.tickwright.market.Bars.Field;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;

/// Finds prices that stand still (`STALE`: so many bars in a row with one price for open, high, low and close) and bars
/// without volume in a series that has one (`ZERO_VOLUME`).
public final class StaleAudit {
    /// From how many equal daily or longer bars on a price is stale.
    public static final int DAYS = 5;
    /// From how many equal shorter bars on.
    public static final int SHORT_BARS = 60;

    private static final int SHOWN = 20;

    private StaleAudit() {}

    /// Reports stale prices and missing volume.
    public static void run(Bars bars, AuditLog log) {
        if (bars.size() > 0) {
            stale(bars, log);
            volume(bars, log);
        }
    }

    /// Takes the first and the last bar of a run of equal ones.
    interface Runs {
        void run(int from, int to);
    }

    private static void stale(Bars bars, AuditLog log) {
        int[] runs = new int[1];
        eachRun(bars, (from, to) -> report(bars, from, to, ++runs[0], log));
    }

    /// Gives all stale runs, oldest first.
    static void eachRun(Bars bars, Runs taker) {
        double[] high = bars.column(Field.HIGH);
        double[] low = bars.column(Field.LOW);
        int least = bars.timeframe().intraday() ? SHORT_BARS : DAYS;
        int start = 0;
        for (int i = 1; i <= bars.size(); i++) {
            boolean goesOn =
                    i < bars.size() && high[i] == low[i] && high[i] == high[i - 1] && low[i - 1] == high[i - 1];
            if (!goesOn) {
                if (i - start >= least && high[start] == low[start]) {
                    taker.run(start, i - 1);
                }
                start = i;
            }
        }
    }

    private static void report(Bars bars, int from, int to, int runs, AuditLog log) {
        if (runs > SHOWN) {
            log.countFurther("STALE", 1);
            return;
        }
        log.report(new Finding(
                "STALE",
                Severity.WARNING,
                0,
                (to - from + 1) + " bars from " + BarTimes.text(bars, from) + " to " + BarTimes.text(bars, to)
                        + " have the one price " + bars.close(from),
                "Check whether the instrument traded; a price that stands still fills orders that could not be filled",
                bars.time(from),
                bars.time(to)));
    }

    private static void volume(Bars bars, AuditLog log) {
        double[] volume = bars.column(Field.VOLUME);
        int zero = 0;
        int first = -1;
        int last = -1;
        for (int i = 0; i < bars.size(); i++) {
            if (volume[i] == 0) {
                first = zero == 0 ? i : first;
                last = i;
                zero++;
            }
        }
        if (zero == 0) {
            return;
        }
        boolean none = zero == bars.size();
        String message = none
                ? "No bar has a volume"
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d bars have no volume, the first at %s",
                        zero,
                        bars.size(),
                        BarTimes.text(bars, first));
        log.report(new Finding(
                "ZERO_VOLUME",
                Severity.NOTE,
                0,
                message,
                "Nothing that counts volume can be relied on there, and no fill is capped by it",
                bars.time(first),
                bars.time(last)));
    }
}
