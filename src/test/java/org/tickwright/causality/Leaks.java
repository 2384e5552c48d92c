package org.tickwright.causality;

import java.util.List;

/// Nodes that look ahead, each in a way that is met in the wild.
final class Leaks {
    private static final String DAYS = "long day(double[] s, int i) { return (long) s[i]; }";

    private Leaks() {}

    static List<Fixture> all() {
        return List.of(
                Fixture.of("CENTRED_WINDOW", """
                    for (int i = from; i < to; i++) {
                        double sum = 0; int n = 0;
                        for (int j = Math.max(begin, i - 3); j <= Math.min(c.length - 1, i + 3); j++) { sum += c[j]; n++; }
                        out[i] = sum / n;
                    }\
                    """),
                Fixture.of("WHOLE_ZSCORE", """
                    double sum = 0, squares = 0;
                    for (double x : c) { sum += x; squares += x * x; }
                    double mean = sum / c.length, sd = Math.sqrt(squares / c.length - mean * mean);
                    for (int i = from; i < to; i++) out[i] = (c[i] - mean) / sd;\
                    """),
                new Fixture("MIN_MAX_SCALED", "double low = Double.NaN, high = Double.NaN;", """
                    if (Double.isNaN(low)) {
                        low = Double.MAX_VALUE; high = -Double.MAX_VALUE;
                        for (double x : c) { low = Math.min(low, x); high = Math.max(high, x); }
                    }
                    for (int i = from; i < to; i++) out[i] = (c[i] - low) / (high - low);\
                    """),
                new Fixture(
                        "FUTURE_WEEK",
                        "long week(double[] s, int i) { return Math.floorDiv((long) s[i] + 3, 7L); }",
                        """
                        for (int i = from; i < to; i++) {
                            int j = i;
                            while (j + 1 < c.length && week(session, j + 1) == week(session, i)) j++;
                            out[i] = c[j];
                        }\
                        """),
                new Fixture("STAMPED_AT_START", "", """
                    for (int i = from; i < to; i++) {
                        int last = Math.min(c.length - 1, i - i % 5 + 4);
                        out[i] = c[last] - o[i - i % 5];
                    }\
                    """),
                Fixture.row("SAME_BAR_GATE", "i + 1 < c.length && c[i + 1] > o[i + 1] ? 1 : 0"),
                Fixture.row("NEGATIVE_LAG", "i + 1 < c.length ? c[i + 1] : c[i]"),
                new Fixture("REPAINTING_ZIGZAG", "double extreme = Double.NaN; int at; int sign = 1;", """
                    for (int i = from; i < to; i++) {
                        if (Double.isNaN(extreme)) { extreme = c[i]; at = i; }
                        out[i] = 0;
                        if ((c[i] - extreme) * sign > 0) { extreme = c[i]; at = i; }
                        else if (Math.abs(c[i] / extreme - 1) > 0.03) {
                            out[at] = sign; sign = -sign; extreme = c[i]; at = i;
                        }
                    }\
                    """),
                Fixture.of("PIVOT_AT_THE_PIVOT", """
                    for (int i = from; i < to; i++) {
                        boolean pivot = i >= begin + 2 && i + 2 < h.length;
                        for (int j = -2; pivot && j <= 2; j++) pivot = j == 0 || h[i + j] < h[i];
                        out[i] = pivot ? 1 : 0;
                    }\
                    """),
                new Fixture("REGRESSION_ON_ALL", "double slope, level; boolean fitted;", """
                    if (!fitted) {
                        double sx = 0, sy = 0, sxx = 0, sxy = 0; int n = c.length;
                        for (int i = 0; i < n; i++) { sx += i; sy += c[i]; sxx += (double) i * i; sxy += i * c[i]; }
                        slope = (n * sxy - sx * sy) / (n * sxx - sx * sx); level = (sy - slope * sx) / n;
                        fitted = true;
                    }
                    for (int i = from; i < to; i++) out[i] = c[i] - level - slope * i;\
                    """),
                Fixture.of("PRINCIPAL_AXIS_OF_ALL", """
                    double a = 0, b = 0, ab = 0, ma = 0, mb = 0;
                    for (int i = 1; i < c.length; i++) { ma += h[i] / l[i] - 1; mb += c[i] / o[i] - 1; }
                    ma /= c.length; mb /= c.length;
                    for (int i = 1; i < c.length; i++) {
                        double x = h[i] / l[i] - 1 - ma, y = c[i] / o[i] - 1 - mb;
                        a += x * x; b += y * y; ab += x * y;
                    }
                    double angle = 0.5 * Math.atan2(2 * ab, a - b);
                    for (int i = from; i < to; i++)
                        out[i] = Math.cos(angle) * (h[i] / l[i] - 1) + Math.sin(angle) * (c[i] / o[i] - 1);\
                    """),
                Fixture.of("QUANTILE_BINS", """
                    double[] sorted = c.clone(); Arrays.sort(sorted);
                    double q1 = sorted[c.length / 4], q2 = sorted[c.length / 2], q3 = sorted[3 * (c.length / 4)];
                    for (int i = from; i < to; i++) out[i] = c[i] < q1 ? 0 : c[i] < q2 ? 1 : c[i] < q3 ? 2 : 3;\
                    """),
                Fixture.of("BACKFILL", """
                    for (int i = from; i < to; i++) {
                        int j = i;
                        while (j + 1 < v.length && j < i + 50 && !(c[j] > o[j])) j++;
                        out[i] = c[j];
                    }\
                    """),
                Fixture.row("READS_LENGTH", "(double) i / c.length"),
                Fixture.of("INTERPOLATION", """
                    for (int i = from; i < to; i++) {
                        int a = i - i % 10, b = Math.min(a + 10, c.length - 1);
                        out[i] = a == b ? c[a] : c[a] + (c[b] - c[a]) * (i - a) / (b - a);
                    }\
                    """),
                Fixture.of("FILTFILT", """
                    int n = to;
                    double[] f = new double[n];
                    double s = c[begin];
                    for (int i = begin; i < n; i++) { s += 0.2 * (c[i] - s); f[i] = s; }
                    for (int i = n - 1; i >= from; i--) { s += 0.2 * (f[i] - s); out[i] = s; }\
                    """),
                Fixture.row("FUTURE_VOLUME", "i + 1 < v.length && v[i + 1] > v[i] ? c[i] : o[i]"),
                Fixture.of("RANK_OVER_ALL", """
                    double[] sorted = c.clone(); Arrays.sort(sorted);
                    for (int i = from; i < to; i++) {
                        int at = Arrays.binarySearch(sorted, c[i]);
                        out[i] = (double) at / c.length;
                    }\
                    """),
                new Fixture("RESAMPLED_LABEL_LEFT", DAYS, """
                    for (int i = from; i < to; i++) {
                        int j = i; double top = h[i];
                        while (j + 1 < h.length && day(session, j + 1) / 5 == day(session, i) / 5) top = Math.max(top, h[++j]);
                        out[i] = top;
                    }\
                    """),
                Fixture.of("CUMULATIVE_FROM_END", """
                    double[] sum = new double[v.length + 1];
                    for (int i = v.length - 1; i >= from; i--) sum[i] = sum[i + 1] + v[i];
                    for (int i = from; i < to; i++) out[i] = sum[i];\
                    """),
                Fixture.row(
                        "ONLY_ON_SPECIAL_DAYS", "((long) session[i]) % 61 == 0 && i + 1 < c.length ? c[i + 1] : c[i]"),
                new Fixture("STATIC_MEMORY", "static double[] seen;", """
                    if (seen == null) seen = c.clone();
                    for (int i = from; i < to; i++) out[i] = i + 1 < seen.length ? seen[i + 1] : c[i];\
                    """),
                new Fixture("RUN_COUNTER", "static int runs; boolean counted;", """
                    if (!counted) { runs++; counted = true; }
                    for (int i = from; i < to; i++) out[i] = c[i] + runs;\
                    """),
                new Fixture("OWN_CHANCE", "final Random random = new Random();", """
                    for (int i = from; i < to; i++) out[i] = c[i] + random.nextGaussian();\
                    """),
                Fixture.row("LAST_BAR_OF_DAY", "i + 1 < session.length && session[i + 1] != session[i] + 1 ? 1 : 0"),
                new Fixture("BEST_EXIT_WITHIN_5", "", """
                    for (int i = from; i < to; i++) {
                        double best = c[i];
                        for (int j = i + 1; j < Math.min(c.length, i + 6); j++) best = Math.max(best, c[j]);
                        out[i] = best > c[i] * 1.02 ? 1 : 0;
                    }\
                    """),
                Fixture.row(
                        "HIDES_FROM_POISON",
                        "i + 1 < c.length && c[i + 1] > 0 && c[i + 1] < 3 * c[i] ? c[i + 1] : c[i]"),
                Fixture.row("ONLY_IN_BLOCKS", "to - from > 1 && i + 1 < c.length ? c[i + 1] : c[i]"),
                Fixture.row("LAST_MOVE_OF_BLOCK", "i == to - 1 ? c[i] : c[i] + 1e-9 * (c[to - 1] > c[i] ? 1 : 0)"),
                new Fixture("OVERWRITES_YESTERDAY", "", """
                    for (int i = from; i < to; i++) { out[i] = c[i]; if (i > begin && c[i] < c[i - 1]) out[i - 1] = 0; }\
                    """));
    }
}
