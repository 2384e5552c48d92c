package org.tickwright.causality;

import java.util.List;

/// Honest nodes that look like those of [Leaks].
final class CleanNodes {
    private CleanNodes() {}

    static List<Fixture> all() {
        return List.of(
                Fixture.of("TRAILING_WINDOW", """
                    for (int i = from; i < to; i++) {
                        double sum = 0; int n = 0;
                        for (int j = Math.max(begin, i - 6); j <= i; j++) { sum += c[j]; n++; }
                        out[i] = sum / n;
                    }\
                    """),
                new Fixture("EXPANDING_ZSCORE", "double n, mean, m2;", """
                    for (int i = from; i < to; i++) {
                        n++; double d = c[i] - mean; mean += d / n; m2 += d * (c[i] - mean);
                        out[i] = n < 2 || m2 == 0 ? Double.NaN : (c[i] - mean) / Math.sqrt(m2 / n);
                    }\
                    """),
                new Fixture("EXPANDING_MIN_MAX", "double low = Double.MAX_VALUE, high = -Double.MAX_VALUE;", """
                    for (int i = from; i < to; i++) {
                        low = Math.min(low, c[i]); high = Math.max(high, c[i]);
                        out[i] = high > low ? (c[i] - low) / (high - low) : Double.NaN;
                    }\
                    """),
                new Fixture(
                        "LAST_WEEK",
                        "long week = Long.MIN_VALUE; double last = Double.NaN, running = Double.NaN;",
                        """
                        for (int i = from; i < to; i++) {
                            long now = Math.floorDiv((long) session[i] + 3, 7L);
                            if (now != week) { last = running; week = now; }
                            running = c[i];
                            out[i] = last;
                        }\
                        """),
                Fixture.row("GROUP_SO_FAR", "c[i] - o[i - i % 5]"),
                Fixture.row("OWN_BAR_GATE", "c[i] > o[i] ? 1 : 0"),
                Fixture.row("POSITIVE_LAG", "i > begin ? c[i - 1] : Double.NaN"),
                new Fixture("CONFIRMED_ZIGZAG", "double extreme = Double.NaN, pivot = Double.NaN; int sign = 1;", """
                    for (int i = from; i < to; i++) {
                        if (Double.isNaN(extreme)) extreme = c[i];
                        if ((c[i] - extreme) * sign > 0) extreme = c[i];
                        else if (Math.abs(c[i] / extreme - 1) > 0.03) { pivot = extreme; sign = -sign; extreme = c[i]; }
                        out[i] = pivot;
                    }\
                    """),
                Fixture.of("PIVOT_WHEN_CONFIRMED", """
                    for (int i = from; i < to; i++) {
                        boolean pivot = i >= begin + 4;
                        for (int j = 0; pivot && j <= 4; j++) pivot = j == 2 || h[i - j] < h[i - 2];
                        out[i] = pivot ? h[i - 2] : Double.NaN;
                    }\
                    """),
                new Fixture("EXPANDING_REGRESSION", "double n, sx, sy, sxx, sxy;", """
                    for (int i = from; i < to; i++) {
                        n++; sx += i; sy += c[i]; sxx += (double) i * i; sxy += i * c[i];
                        double d = n * sxx - sx * sx;
                        double slope = d == 0 ? 0 : (n * sxy - sx * sy) / d;
                        out[i] = c[i] - (sy - slope * sx) / n - slope * i;
                    }\
                    """),
                new Fixture("EXPANDING_QUANTILE", "final TreeMap<Double, Integer> seen = new TreeMap<>(); int n;", """
                    for (int i = from; i < to; i++) {
                        seen.merge(c[i], 1, Integer::sum); n++;
                        out[i] = seen.firstKey() == c[i] ? 0 : seen.lastKey() == c[i] ? 1 : 0.5;
                    }\
                    """),
                new Fixture("FORWARD_FILL", "double last = Double.NaN;", """
                    for (int i = from; i < to; i++) { if (c[i] > o[i]) last = c[i]; out[i] = last; }\
                    """),
                Fixture.row("READS_INDEX", "(double) i / 1000"),
                Fixture.of("EXTRAPOLATION", """
                    for (int i = from; i < to; i++) {
                        int b = i - i % 10, a = Math.max(b - 10, begin);
                        out[i] = a == b ? c[b] : c[b] + (c[b] - c[a]) * (i - b) / (b - a);
                    }\
                    """),
                new Fixture("FORWARD_FILTER", "double s = Double.NaN, t;", """
                    for (int i = from; i < to; i++) {
                        if (Double.isNaN(s)) { s = c[i]; t = s; }
                        s += 0.2 * (c[i] - s); t += 0.2 * (s - t); out[i] = t;
                    }\
                    """),
                Fixture.row("PAST_VOLUME", "i > begin && v[i] > v[i - 1] ? c[i] : o[i]"),
                Fixture.of("RANK_IN_WINDOW", """
                    for (int i = from; i < to; i++) {
                        int below = 0, n = Math.min(i - begin + 1, 50);
                        for (int j = i - n + 1; j <= i; j++) if (c[j] < c[i]) below++;
                        out[i] = (double) below / n;
                    }\
                    """),
                new Fixture(
                        "RESAMPLED_LABEL_RIGHT", "double top = Double.NaN, done = Double.NaN; long group = -1;", """
                            for (int i = from; i < to; i++) {
                                long now = ((long) session[i]) / 5;
                                if (now != group) { done = top; top = h[i]; group = now; } else top = Math.max(top, h[i]);
                                out[i] = done;
                            }\
                            """),
                new Fixture("CUMULATIVE_FROM_START", "double sum;", """
                    for (int i = from; i < to; i++) { sum += v[i]; out[i] = sum; }\
                    """),
                Fixture.row("ANOTHER_VALUE_ON_SPECIAL_DAYS", "((long) session[i]) % 61 == 0 ? o[i] : c[i]"),
                new Fixture("STATIC_CONSTANT", "static final double[] WEIGHTS = {0.5, 0.3, 0.2};", """
                    for (int i = from; i < to; i++) {
                        double sum = 0;
                        for (int j = 0; j < 3; j++) sum += WEIGHTS[j] * c[Math.max(begin, i - j)];
                        out[i] = sum;
                    }\
                    """),
                new Fixture("SEEDED_CHANCE", "final SplittableRandom random = new SplittableRandom(7);", """
                    for (int i = from; i < to; i++) out[i] = c[i] + random.nextDouble();\
                    """),
                Fixture.row("FIRST_BAR_OF_DAY", "i == begin || session[i] != session[i - 1] + 1 ? 1 : 0"),
                new Fixture("OWN_RING", "final double[] ring = new double[20]; int n;", """
                    for (int i = from; i < to; i++) {
                        double old = ring[n % 20]; ring[n++ % 20] = c[i];
                        out[i] = n > 20 ? c[i] / old : Double.NaN;
                    }\
                    """),
                Fixture.row("DEEP_LAG", "i - 400 >= begin ? c[i - 400] : Double.NaN"),
                new Fixture("READS_OWN_OUTPUT", "", """
                    for (int i = from; i < to; i++) out[i] = i == begin ? c[i] : 0.9 * out[i - 1] + 0.1 * c[i];\
                    """),
                Fixture.row("FREQUENTLY_UNDEFINED", "c[i] > o[i] ? Math.log(c[i] - o[i]) : Double.NaN"),
                Fixture.row("MONTH_OF_THE_TIME", "(double) (((long) (time[i] / 86400e9)) % 30)"),
                new Fixture("BOXES", "double level = Double.NaN;", """
                    for (int i = from; i < to; i++) {
                        if (Double.isNaN(level)) level = c[i];
                        while (c[i] > level + 2) level += 2;
                        while (c[i] < level - 2) level -= 2;
                        out[i] = level;
                    }\
                    """));
    }
}
