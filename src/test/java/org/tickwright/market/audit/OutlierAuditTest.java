package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

class OutlierAuditTest {

    @Property(tries = 400)
    void findsWhatIsFarFromTheUsualWhetherOrNotItLooksForTheUsual(
            @ForAll long seed, @ForAll @IntRange(min = 15, max = 200) int count, @ForAll @IntRange(max = 9) int leaps) {
        Bars bars = walk(seed, count, leaps);
        AuditLog log = new AuditLog(Set.of());
        OutlierAudit.run(bars, new long[0], log);
        assertEquals(expected(bars), log.counts().getOrDefault("OUTLIER", 0));
    }

    /// Every bar against 25 times the median, or 5 %, whichever is more.
    private static int expected(Bars bars) {
        int n = bars.size();
        if (n < 20) {
            return 0;
        }
        double[] moves = new double[n];
        double[] spans = new double[n];
        for (int i = 0; i < n; i++) {
            moves[i] = i == 0 ? 0 : Math.abs(StrictMath.log(bars.close(i) / bars.close(i - 1)));
            double top = Math.max(bars.open(i), bars.close(i));
            double bottom = Math.min(bars.open(i), bars.close(i));
            spans[i] = StrictMath.log(Math.max(bars.high(i) / top, bottom / bars.low(i)));
        }
        double usualMove = Math.max(0.05, 25 * median(moves));
        double usualSpan = Math.max(0.05, 25 * median(spans));
        int found = 0;
        for (int i = 0; i < n; i++) {
            found += moves[i] > usualMove || spans[i] > usualSpan ? 1 : 0;
        }
        return found;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// A walk of small steps with some leaps, most of them around the least that counts.
    private static Bars walk(long seed, int count, int leaps) {
        SplittableRandom random = new SplittableRandom(seed);
        Bars bars = new Bars(Timeframe.MINUTE, ZoneOffset.UTC, count);
        double close = 100;
        for (int i = 0; i < count; i++) {
            double open = close;
            boolean leap = leaps > 0 && random.nextInt(count) < leaps;
            double step = leap ? 0.04 + 0.02 * random.nextDouble() : 0.0005 * random.nextDouble();
            close = random.nextBoolean() ? open * (1 + step) : open / (1 + step);
            double reach = random.nextInt(count) < leaps ? 1 + 0.06 * random.nextDouble() : 1.0001;
            bars.append(
                    i * 60_000_000_000L, open, Math.max(open, close) * reach, Math.min(open, close) / reach, close, 1);
        }
        return bars;
    }
}
