package org.tickwright.market.audit;

import java.util.Arrays;
import java.util.Locale;
import org.tickwright.market.Bars;

/// Finds bars whose price leaps: from close to close, or from the body to high or low, by far more than the series
/// usually moves. A leap of a plain ratio is named as a possible split. Outliers only warn: markets do leap.
public final class OutlierAudit {
    private static final double TIMES_USUAL = 25;
    private static final int[] SPLITS = {2, 3, 4, 5, 7, 8, 10, 15, 20, 25, 50, 100};

    private OutlierAudit() {}

    /// Reports the outliers of a series; `lines` has the line of every bar in its file, or is empty.
    public static void run(Bars bars, long[] lines, AuditLog log) {
        int n = bars.size();
        double least = bars.timeframe().intraday() ? 0.05 : 0.20;
        if (n < 20 || calm(bars, least)) {
            return;
        }
        double[] moves = new double[n];
        double[] spans = new double[n];
        for (int i = 0; i < n; i++) {
            moves[i] = i == 0 ? 0 : Math.abs(StrictMath.log(bars.close(i) / bars.close(i - 1)));
            spans[i] = span(bars, i);
        }
        double usualMove = Math.max(least, TIMES_USUAL * median(moves));
        double usualSpan = Math.max(least, TIMES_USUAL * median(spans));
        for (int i = 0; i < n; i++) {
            long line = i < lines.length ? lines[i] : 0;
            if (moves[i] > usualMove) {
                log.warn("OUTLIER", line, where(bars, line, i) + leap(bars, i), "Compare with another source");
            } else if (spans[i] > usualSpan) {
                log.warn(
                        "OUTLIER",
                        line,
                        where(bars, line, i) + "high " + bars.high(i) + " or low " + bars.low(i) + " is far from open "
                                + bars.open(i) + " and close " + bars.close(i),
                        "Compare with another source; a wrong high or low makes stops fill that never did");
            }
        }
    }

    /// Whether nothing moves as far as the least that is ever an outlier, so that the usual need not be known.
    private static boolean calm(Bars bars, double least) {
        double limit = StrictMath.exp(least) * (1 - 1e-9);
        double before = bars.close(0);
        for (int i = 0; i < bars.size(); i++) {
            double open = bars.open(i);
            double close = bars.close(i);
            boolean leaps = close > before * limit || before > close * limit;
            boolean reaches =
                    bars.high(i) > Math.max(open, close) * limit || Math.min(open, close) > bars.low(i) * limit;
            if (leaps || reaches) {
                return false;
            }
            before = close;
        }
        return true;
    }

    /// How far high or low reach beyond the body, as a logarithm.
    private static double span(Bars bars, int i) {
        double top = Math.max(bars.open(i), bars.close(i));
        double bottom = Math.min(bars.open(i), bars.close(i));
        return StrictMath.log(Math.max(bars.high(i) / top, bottom / bars.low(i)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String where(Bars bars, long line, int i) {
        return line > 0
                ? "Line " + line + ": "
                : java.time.Instant.ofEpochSecond(Math.floorDiv(bars.time(i), 1_000_000_000L)) + ": ";
    }

    private static String leap(Bars bars, int i) {
        double before = bars.close(i - 1);
        double now = bars.close(i);
        String text = String.format(
                Locale.ROOT, "the close goes from %s to %s (%+.0f %%)", before, now, 100 * (now / before - 1));
        double ratio = Math.max(before / now, now / before);
        for (int split : SPLITS) {
            if (Math.abs(ratio / split - 1) < 0.05) {
                return text + "; perhaps a split of " + (before > now ? split + " for 1" : "1 for " + split);
            }
        }
        return text;
    }
}
