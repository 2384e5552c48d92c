package org.tickwright.market.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;

/// Finds bars whose price leaps: from close to close, or from the body to high or low, by far more than the series
/// moves around them.
///
/// How far is far: a robust z-score above [#OUTLIER], that is the move in units of 1.4826 times the median move of the
/// 384 bars around it, and at least 5 % within the day, 20 % from day to day. A leap by a factor that is taken back by
/// the same factor is a span in another scale (`PRICE_SCALE`: pence for pounds, a decimal point, a split applied to
/// some
/// rows only); a leap near a ratio of small whole numbers that stays looks like a split that was not applied (`SPLIT`,
/// from a score of [#SPLIT_LIKE] on); any other is an `OUTLIER`, which only warns: markets do leap.
public final class OutlierAudit {
    /// The robust z-score from which a move is an outlier.
    public static final double OUTLIER = 15;
    /// The robust z-score from which a move near a plain ratio looks like a split.
    public static final double SPLIT_LIKE = 6;

    private static final int LEAST_BARS = 20;
    /// How many bars a span in another scale may have; longer ones are two splits.
    private static final int LONGEST_SPAN = 260;

    private static final double LEAST_SCALE = 3;
    /// The part of a leap, as a logarithm, that may be left when it is taken back.
    private static final double REST = 0.2;

    private static final double STAYS = 0.15;
    /// Splits in smaller ratios are told from bad news by the volume, which news multiply.
    private static final double PLAIN_FACTOR = 1.9;

    private static final double NEWS = 3;
    private static final int BEFORE = 20;
    private static final int BESIDE = 5;

    private final Bars bars;
    private final long[] lines;
    private final AuditLog log;
    private final Severity scaled;
    private final double least;
    private final UsualMoves usual;

    private OutlierAudit(Bars bars, long[] lines, AuditLog log, Severity scaled) {
        this.bars = bars;
        this.lines = lines;
        this.log = log;
        this.scaled = scaled;
        this.least = bars.timeframe().intraday() ? 0.05 : 0.20;
        this.usual = new UsualMoves(bars);
    }

    /// Reports the outliers of a series; `lines` has the line of every bar in its file, or is empty.
    public static void run(Bars bars, long[] lines, AuditLog log) {
        run(bars, lines, log, Severity.WARNING);
    }

    /// The same; `scaled` is how severe a span in another scale is.
    public static void run(Bars bars, long[] lines, AuditLog log, Severity scaled) {
        if (bars.size() >= LEAST_BARS) {
            new OutlierAudit(bars, lines, log, scaled).run();
        }
    }

    /// A leap from one close to the next.
    private record Leap(int bar, double ratio, double score) {
        double factor() {
            return Math.max(ratio, 1 / ratio);
        }
    }

    private void run() {
        List<Leap> leaps = leaps();
        int done = 0;
        for (int i = 0; i < leaps.size(); i++) {
            Leap leap = leaps.get(i);
            if (leap.bar() < done) {
                continue;
            }
            int back = backFrom(leaps, i);
            if (back > 0) {
                scale(leap, leaps.get(back).bar());
                done = leaps.get(back).bar() + 1;
            } else {
                report(leap);
            }
        }
    }

    /// The leaps that count, oldest first; far highs and lows are reported on the way.
    private List<Leap> leaps() {
        List<Leap> found = new ArrayList<>();
        double limit = 1 + least;
        double jump = Math.min(limit, 1.2);
        double before = bars.close(0);
        for (int i = 0; i < bars.size(); i++) {
            double close = bars.close(i);
            boolean leapt = i > 0 && (close > before * jump || before > close * jump) && add(found, i, close / before);
            if (!leapt) {
                reach(i, limit);
            }
            before = close;
        }
        return found;
    }

    private boolean add(List<Leap> found, int i, double ratio) {
        double factor = Math.max(ratio, 1 / ratio);
        double score = usual.moveScore(i);
        boolean outlier = factor > 1 + least && score > OUTLIER;
        if (outlier || (factor > 1.2 && score > SPLIT_LIKE && splitLike(i, ratio))) {
            found.add(new Leap(i, ratio, score));
            return true;
        }
        return false;
    }

    private void reach(int i, double limit) {
        double top = Math.max(bars.open(i), bars.close(i));
        double bottom = Math.min(bars.open(i), bars.close(i));
        if ((bars.high(i) > top * limit || bottom > bars.low(i) * limit) && usual.spanScore(i) > OUTLIER) {
            warn(
                    "OUTLIER",
                    i,
                    "high " + bars.high(i) + " or low " + bars.low(i) + " is far from open " + bars.open(i)
                            + " and close " + bars.close(i),
                    "Compare with another source; a wrong high or low makes stops fill that never did");
        }
    }

    /// The leap that takes this one back, as an index; 0 if none does within reach.
    private int backFrom(List<Leap> leaps, int i) {
        Leap leap = leaps.get(i);
        if (leap.factor() < LEAST_SCALE) {
            return 0;
        }
        for (int j = i + 1; j < leaps.size() && leaps.get(j).bar() - leap.bar() <= LONGEST_SPAN; j++) {
            double rest = Math.abs(StrictMath.log(leap.ratio() * leaps.get(j).ratio()));
            boolean opposite = leap.ratio() > 1 != leaps.get(j).ratio() > 1;
            if (opposite && rest < REST * StrictMath.log(leap.factor())) {
                return j;
            }
        }
        return 0;
    }

    private void scale(Leap leap, int end) {
        int from = leap.bar();
        int count = end - from;
        String times =
                leap.ratio() > 1 ? text(leap.ratio()) + " times" : "one part in " + text(1 / leap.ratio()) + " of";
        log.report(new Finding(
                "PRICE_SCALE",
                scaled,
                line(from),
                where(from) + (count == 1 ? "the prices of this bar are " : "the prices of " + count + " bars are ")
                        + times + " what they are before and after (close " + bars.close(from - 1) + ", then "
                        + bars.close(from) + ", then " + bars.close(end) + ")",
                "Drop these bars or bring them to the scale of the others; a run would trade a leap that never was",
                bars.time(from),
                bars.time(end - 1)));
    }

    private void report(Leap leap) {
        int i = leap.bar();
        double before = bars.close(i - 1);
        double now = bars.close(i);
        String text = String.format(
                Locale.ROOT, "the close goes from %s to %s (%+.0f %%)", before, now, 100 * (leap.ratio() - 1));
        if (splitLike(i, leap.ratio())) {
            warn(
                    "SPLIT",
                    i,
                    text + " and stays there; perhaps a split of "
                            + splitOf(i).orElseThrow().inWords() + " that the prices before lack",
                    "Give the split as a corporate action, or bring the series adjusted");
        } else {
            String score = Double.isInfinite(leap.score())
                    ? ", where nothing else moves"
                    : String.format(Locale.ROOT, ", a robust z-score of %.0f", leap.score());
            warn("OUTLIER", i, text + score, "Compare with another source");
        }
    }

    /// Near a plain ratio, with an open to it, and the closes stay there.
    private boolean splitLike(int i, double ratio) {
        double factor = Math.max(ratio, 1 / ratio);
        if (splitOf(i).isEmpty() || (factor < PLAIN_FACTOR && news(i))) {
            return false;
        }
        double opened = bars.open(i) / bars.close(i - 1);
        double apart = Math.max(opened / ratio, ratio / opened);
        return apart < 1 + 0.3 * (factor - 1) && stays(i, ratio);
    }

    /// The ratio that the close is near to, else that the open is near to.
    private Optional<Splits.Ratio> splitOf(int i) {
        double before = bars.close(i - 1);
        return Splits.near(before / bars.close(i)).or(() -> Splits.near(before / bars.open(i)));
    }

    /// Whether far more was traded than before.
    private boolean news(int i) {
        double sum = 0;
        int from = Math.max(0, i - BEFORE);
        for (int k = from; k < i; k++) {
            sum += bars.volume(k);
        }
        return sum > 0 && bars.volume(i) > NEWS * sum / (i - from);
    }

    private boolean stays(int i, double ratio) {
        double before = mean(Math.max(0, i - BESIDE), i);
        double after = mean(i, Math.min(bars.size(), i + BESIDE));
        double stayed = after / before / ratio;
        return stayed > 1 - STAYS && stayed < 1 + STAYS;
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += bars.close(i);
        }
        return sum / (to - from);
    }

    private void warn(String code, int i, String what, String mend) {
        log.report(new Finding(code, Severity.WARNING, line(i), where(i) + what, mend, bars.time(i), bars.time(i)));
    }

    private long line(int i) {
        return i < lines.length ? lines[i] : 0;
    }

    private String where(int i) {
        return line(i) > 0 ? "Line " + line(i) + ": " : BarTimes.text(bars, i) + ": ";
    }

    private static String text(double factor) {
        return factor >= 9.5 ? String.format(Locale.ROOT, "%,.0f", factor) : String.format(Locale.ROOT, "%.2f", factor);
    }
}
