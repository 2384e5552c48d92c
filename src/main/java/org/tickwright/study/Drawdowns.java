package org.tickwright.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far and how long a series lay below its highest value so far; the starting value counts as a peak.
public final class Drawdowns {
    private final ReturnSeries series;
    private final double[] depth;
    private final List<Episode> episodes;

    private Drawdowns(ReturnSeries series, double[] depth, List<Episode> episodes) {
        this.series = series;
        this.depth = depth;
        this.episodes = episodes;
    }

    /// One stretch below a peak, by points of the series (0 is the starting value).
    ///
    /// `peak` is the last point at the maximum before, `trough` the first at the lowest value, `recovery`
    /// the first at or above the peak again, or -1 if there is none; then the lengths run to the end.
    /// `depth` is negative. A date is null where it is not known, so are the days that would need it.
    public record Episode(
            int peak,
            int trough,
            int recovery,
            double depth,
            int lengthBars,
            @Nullable LocalDate peakDate,
            @Nullable LocalDate troughDate,
            @Nullable LocalDate recoveryDate,
            @Nullable Long lengthDays,
            @Nullable Long peakToTroughDays) {
        /// True if the peak was reached again.
        public boolean recovered() {
            return recovery >= 0;
        }
    }

    /// The drawdowns of a series.
    public static Drawdowns of(ReturnSeries series) {
        int points = series.size() + 1;
        double[] depth = new double[points];
        List<Episode> episodes = new ArrayList<>();
        int peak = 0;
        int trough = -1;
        for (int i = 1; i < points; i++) {
            double top = series.wealth(peak);
            if (series.wealth(i) >= top) {
                if (trough >= 0) {
                    episodes.add(episode(series, peak, trough, i, depth[trough]));
                }
                peak = i;
                trough = -1;
            } else {
                depth[i] = series.wealth(i) / top - 1;
                trough = trough < 0 || depth[i] < depth[trough] ? i : trough;
            }
        }
        if (trough >= 0) {
            episodes.add(episode(series, peak, trough, -1, depth[trough]));
        }
        return new Drawdowns(series, depth, List.copyOf(episodes));
    }

    private static Episode episode(ReturnSeries series, int peak, int trough, int recovery, double depth) {
        int end = recovery < 0 ? series.size() : recovery;
        return new Episode(
                peak,
                trough,
                recovery,
                depth,
                end - peak,
                series.date(peak),
                series.date(trough),
                series.date(recovery),
                days(series, peak, end),
                days(series, peak, trough));
    }

    private static @Nullable Long days(ReturnSeries series, int from, int to) {
        boolean known = series.day(from) != ReturnSeries.UNKNOWN_DAY && series.day(to) != ReturnSeries.UNKNOWN_DAY;
        return known ? series.day(to) - series.day(from) : null;
    }

    /// The number of points: one more than there are returns, the first being the starting value.
    public int size() {
        return depth.length;
    }

    /// The drawdown at point `i`: 0 at a peak, -0.25 a quarter below it.
    public double depth(int i) {
        return depth[i];
    }

    /// A copy of the drawdowns of all points.
    public double[] toArray() {
        return depth.clone();
    }

    /// The series they belong to.
    public ReturnSeries series() {
        return series;
    }

    /// All stretches below a peak, in order of time.
    public List<Episode> episodes() {
        return episodes;
    }

    /// The deepest ones, deepest first; of equal ones the earlier.
    public List<Episode> deepest(int count) {
        return episodes.stream()
                .sorted(Comparator.comparingDouble(Episode::depth))
                .limit(count)
                .toList();
    }

    /// The deepest one, if the series ever fell.
    public Optional<Episode> deepest() {
        return deepest(1).stream().findFirst();
    }
}
