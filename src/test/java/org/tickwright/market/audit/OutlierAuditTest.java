package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Finding.Severity;
import org.tickwright.market.Timeframe;

class OutlierAuditTest {
    private static final long DAY = 86_400_000_000_000L;

    @Property(tries = 200)
    void findsEachLeapOfAQuietWalkAndNothingElse(
            @ForAll long seed,
            @ForAll @IntRange(min = 300, max = 900) int count,
            @ForAll @IntRange(max = 5) int leaps) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] closes = new double[count];
        closes[0] = 100;
        int planted = 0;
        for (int i = 1; i < count; i++) {
            boolean leap = planted < leaps && i % 50 == 49;
            planted += leap ? 1 : 0;
            double step = leap ? 0.06 + 0.1 * random.nextDouble() : 0.0005 * random.nextDouble();
            closes[i] = random.nextBoolean() ? closes[i - 1] * (1 + step) : closes[i - 1] / (1 + step);
        }
        AuditLog log = audit(Timeframe.MINUTE, closes, i -> 1);
        assertEquals(planted, log.counts().getOrDefault("OUTLIER", 0));
        assertEquals(planted == 0 ? 0 : 1, log.counts().size());
    }

    @Test
    void tellsASpanInAnotherScaleFromTheLeapsAtItsEnds() {
        double[] closes = walk(200);
        for (int i = 100; i < 120; i++) {
            closes[i] *= 100;
        }
        List<Finding> findings = audit(Timeframe.DAY, closes, i -> 1).findings();
        assertEquals(1, findings.size());
        Finding finding = findings.getFirst();
        assertEquals("PRICE_SCALE", finding.code());
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(100 * DAY, finding.from());
        assertEquals(119 * DAY, finding.to());
        assertTrue(finding.message().contains("20 bars"), finding.message());
    }

    @Test
    void takesALeapNearAPlainRatioThatStaysForASplit() {
        double[] closes = walk(200);
        for (int i = 100; i < 200; i++) {
            closes[i] /= 7.1;
        }
        Finding finding = audit(Timeframe.DAY, closes, i -> 1).findings().getFirst();
        assertEquals("SPLIT", finding.code());
        assertEquals(Severity.WARNING, finding.severity());
        assertTrue(finding.message().contains("7 for 1"), finding.message());
    }

    @Test
    void takesABadDayOnManyTimesTheVolumeForNews() {
        double[] closes = walk(200);
        for (int i = 100; i < 200; i++) {
            closes[i] /= 1.5;
        }
        assertEquals(
                Map.of("SPLIT", 1), audit(Timeframe.DAY, closes, i -> 1_000).counts());
        assertEquals(
                Map.of("OUTLIER", 1),
                audit(Timeframe.DAY, closes, i -> i == 100 ? 5_000 : 1_000).counts());
    }

    @Test
    void saysNothingOfAMarketThatAlwaysLeaps() {
        double[] closes = new double[300];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = i % 2 == 0 ? 100 : 130;
        }
        assertEquals(Map.of(), audit(Timeframe.DAY, closes, i -> 1).counts());
    }

    private static double[] walk(int count) {
        SplittableRandom random = new SplittableRandom(7);
        double[] closes = new double[count];
        closes[0] = 100;
        for (int i = 1; i < count; i++) {
            closes[i] = closes[i - 1] * (1 + 0.02 * (random.nextDouble() - 0.5));
        }
        return closes;
    }

    private static AuditLog audit(Timeframe timeframe, double[] closes, IntToDoubleFunction volume) {
        Bars bars = new Bars(timeframe, ZoneOffset.UTC, closes.length);
        for (int i = 0; i < closes.length; i++) {
            double c = closes[i];
            bars.append(i * timeframe.nanos(), c, c * 1.0001, c / 1.0001, c, volume.applyAsDouble(i));
        }
        AuditLog log = new AuditLog(Set.of());
        OutlierAudit.run(bars, new long[0], log, Severity.ERROR);
        return log;
    }
}
