package org.tickwright.study.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickwright.strategy.StrategyParameter;

class SweepPlanTest {
    private static final StrategyParameter FAST =
            new StrategyParameter("fast", true, 10, new StrategyParameter.Range(5, 50, 5), Map.of());
    private static final StrategyParameter SHARE = new StrategyParameter("share", false, 0.5, null, Map.of());

    private static ParameterRange fast(String text) {
        return ParameterRange.parse(FAST, text);
    }

    private static ParameterRange share(String text) {
        return ParameterRange.parse(SHARE, text);
    }

    @Test
    void countsStepsInDecimals() {
        assertEquals(List.of(0.1, 0.2, 0.3, 0.4, 0.5), share("0.1..0.5:0.1").values());
        assertEquals(List.of(5.0, 8.0), fast("5..10:3").values(), "the end is left out where no step meets it");
        assertEquals(List.of(7.0), fast("7").values());
        assertEquals(List.of(1.0, 2.0, 5.0), fast("5, 1,2,2").values());
    }

    @Test
    void takesStepsFromTheStrategyWhereNoneAreGiven() {
        assertEquals(List.of(10.0, 15.0, 20.0), fast("10..20").values());
        assertEquals(10, ParameterRange.own(FAST).values().size());
        assertEquals(null, ParameterRange.own(SHARE));
        assertTrue(share("0.25..0.5").continuous());
    }

    @ParameterizedTest
    @CsvSource({
        "5..1:1, must go up",
        "1..5:0, step above 0",
        "1..5:-1, step above 0",
        "1..x, no number",
        "1.5, whole number",
        "1..3:0.5, whole number",
        "1..9000000:1, more than 1"
    })
    void saysWhatIsWrongWithARange(String text, String found) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> fast(text)).getMessage();
        assertTrue(message.contains(found) && message.contains("fast"), message);
    }

    @Test
    void gridHasEveryCombinationWithTheLastParameterFastest() {
        SweepPlan plan = SweepPlan.grid(List.of(fast("1,2"), share("0.1,0.2,0.3")));
        assertEquals(6, plan.size());
        assertArrayEquals(new double[] {1, 0.1}, plan.values(0));
        assertArrayEquals(new double[] {1, 0.3}, plan.values(2));
        assertArrayEquals(new double[] {2, 0.1}, plan.values(3));
        assertEquals(Map.of("fast", 2.0, "share", 0.3), plan.parameters(5));
        assertThrows(IllegalArgumentException.class, () -> SweepPlan.grid(List.of(share("0..1"))));
        assertThrows(IllegalArgumentException.class, () -> SweepPlan.grid(List.of(fast("1"), fast("2"))));
        assertThrows(IllegalArgumentException.class, () -> SweepPlan.grid(List.of()));
    }

    @Test
    void drawsDifferentCombinationsTheSameForTheSameSeed() {
        List<ParameterRange> ranges = List.of(fast("1..30:1"), share("0..1"));
        SweepPlan plan = SweepPlan.random(ranges, 200, 7);
        assertEquals(200, plan.size());
        assertEquals(200, distinct(plan).size());
        assertEquals(distinct(plan), distinct(SweepPlan.random(ranges, 200, 7)));
        assertNotEquals(distinct(plan), distinct(SweepPlan.random(ranges, 200, 8)));
        for (int point = 0; point < plan.size(); point++) {
            double[] values = plan.values(point);
            assertTrue(values[0] == Math.rint(values[0]) && values[0] >= 1 && values[0] <= 30);
            assertTrue(values[1] >= 0 && values[1] < 1);
        }
        assertThrows(IllegalArgumentException.class, () -> SweepPlan.random(List.of(fast("1..30:1")), 31, 0));
        assertEquals(30, SweepPlan.random(List.of(fast("1..30:1")), 30, 0).size());
    }

    @Test
    void latinSearchHasEachPartOfEachRangeOnce() {
        int samples = 50;
        SweepPlan plan = SweepPlan.latin(List.of(fast("1..50:1"), share("0..1")), samples, 3);
        assertEquals(samples, plan.size());
        Set<Double> whole = new HashSet<>();
        Set<Integer> parts = new HashSet<>();
        for (int point = 0; point < samples; point++) {
            whole.add(plan.values(point)[0]);
            parts.add((int) (plan.values(point)[1] * samples));
        }
        assertEquals(samples, whole.size());
        assertEquals(samples, parts.size());
    }

    private static Set<String> distinct(SweepPlan plan) {
        Set<String> distinct = new HashSet<>();
        for (int point = 0; point < plan.size(); point++) {
            distinct.add(Arrays.toString(plan.values(point)));
        }
        return distinct;
    }
}
