package org.tickwright.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickwright.strategy.StrategyParameter;

class SweepGroupsTest {
    private static ParameterRange range(String name, String values) {
        return ParameterRange.parse(new StrategyParameter(name, true, 0, null, Map.of()), values);
    }

    private static final List<ParameterRange> RANGES =
            List.of(range("a", "1..13:1"), range("b", "7"), range("c", "1..9:1"), range("d", "1,2,4"));

    @ParameterizedTest
    @ValueSource(longs = {1, 4, 7, 16, 1000})
    void haveEveryCombinationOnceAndFewDifferentValues(long values) {
        for (SweepPlan plan : List.of(SweepPlan.grid(RANGES), SweepPlan.random(RANGES, 200, 1))) {
            SweepGroups groups = SweepGroups.of(plan, values);
            BitSet seen = new BitSet();
            for (int group = 0; group < groups.count(); group++) {
                int[] points = groups.points(group, new BitSet());
                assertTrue(points.length <= 64);
                Set<String> different = new HashSet<>();
                for (int point : points) {
                    assertTrue(!seen.get(point), "once");
                    seen.set(point);
                    plan.searched()
                            .forEach(range -> different.add(
                                    range.name() + plan.parameters(point).get(range.name())));
                }
                assertTrue(points.length == 1 || different.size() <= Math.max(values, 3), different::toString);
            }
            assertEquals(plan.size(), seen.cardinality());
        }
    }

    @Test
    void leaveOutWhatIsFinished() {
        SweepPlan plan = SweepPlan.grid(RANGES);
        BitSet finished = new BitSet();
        finished.set(0, 200);
        int left = 0;
        SweepGroups groups = SweepGroups.of(plan, 16);
        for (int group = 0; group < groups.count(); group++) {
            left += groups.points(group, finished).length;
        }
        assertEquals(plan.size() - 200, left);
    }
}
