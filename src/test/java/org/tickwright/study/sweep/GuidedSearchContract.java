package org.tickwright.study.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.StrategyParameter;

/// What every guided search keeps to, and that it is worth having: the tries that it needs until it is near the best of
/// a known function, beside those of random search, in the median of seeds.
public abstract class GuidedSearchContract {
    private static final int SEEDS = 9;

    /// The kind of search under test.
    protected abstract SweepPlan.Search kind();

    /// A search of a plan.
    protected abstract GuidedSearch search(SweepPlan plan);

    /// How many tries a search may make of the functions below.
    protected abstract int budget();

    /// By how much it must be faster than random search.
    protected abstract double times();

    private static ParameterRange range(String name, boolean integer, String values) {
        return ParameterRange.parse(new StrategyParameter(name, integer, 0, null, Map.of()), values);
    }

    private static final List<ParameterRange> STEPPED =
            List.of(range("fast", true, "1..100:1"), range("slow", true, "1..200:1"));
    private static final List<ParameterRange> ANY =
            List.of(range("a", false, "-2..2"), range("fixed", false, "7"), range("b", false, "-1..3"));

    private SweepPlan plan(List<ParameterRange> ranges, int runs, long seed) {
        return SweepPlan.guided(kind(), ranges, runs, seed, Objective.of(SweepFigure.SHARPE));
    }

    /// A broad hill at (37, 141), 0 at its top, over a ripple as figures of strategies have.
    private static double hill(double[] at) {
        double x = (at[0] - 37) / 100;
        double y = (at[1] - 141) / 200;
        return -(x * x + 2 * y * y) - 0.002 * (1 - Math.cos(at[0] - 37) * Math.cos(at[1] - 141));
    }

    /// Rosenbrock's valley, 0 at (1, 1).
    private static double valley(double[] at) {
        double x = at[0];
        double y = at[2];
        return -((1 - x) * (1 - x) + 10 * (y - x * x) * (y - x * x));
    }

    private List<double[]> tried(SweepPlan plan, ToDoubleFunction<double[]> function) {
        GuidedSearch search = search(plan);
        List<double[]> tried = new ArrayList<>();
        while (tried.size() < plan.size()) {
            int open = plan.size() - tried.size();
            List<double[]> asked = search.ask(open);
            assertTrue(!asked.isEmpty() && asked.size() <= open, () -> asked.size() + " of " + open);
            tried.addAll(asked);
            search.tell(asked.stream().mapToDouble(function).toArray());
        }
        return tried;
    }

    private static int triesUntil(List<double[]> tried, ToDoubleFunction<double[]> function, double good) {
        for (int i = 0; i < tried.size(); i++) {
            if (function.applyAsDouble(tried.get(i)) >= good) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private void outruns(List<ParameterRange> ranges, ToDoubleFunction<double[]> function, double good) {
        int[] guided = new int[SEEDS];
        int[] random = new int[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            guided[seed] = triesUntil(tried(plan(ranges, budget(), seed), function), function, good);
            SweepPlan chance = SweepPlan.random(ranges, 8_000, seed);
            List<double[]> drawn = new ArrayList<>();
            for (int point = 0; point < chance.size(); point++) {
                drawn.add(chance.values(point));
            }
            random[seed] = triesUntil(drawn, function, good);
        }
        Arrays.sort(guided);
        Arrays.sort(random);
        int ours = guided[SEEDS / 2];
        int theirs = random[SEEDS / 2];
        assertTrue(
                ours <= budget() && times() * ours <= theirs,
                () -> "needs " + Arrays.toString(guided) + " tries, random search " + Arrays.toString(random));
    }

    @Test
    void needsFarFewerTriesThanRandomSearchOnAGrid() {
        outruns(STEPPED, GuidedSearchContract::hill, -0.0006);
    }

    @Test
    void needsFarFewerTriesThanRandomSearchBetweenNumbers() {
        outruns(ANY, GuidedSearchContract::valley, -0.01);
    }

    @Test
    void triesNothingTwiceUntilAllIsTried() {
        List<ParameterRange> small = List.of(range("a", true, "1..8:1"), range("b", false, "0.5,1,4,9"));
        Set<List<Double>> different = new HashSet<>();
        for (double[] each : tried(plan(small, 32, 5), at -> at[0] - at[1])) {
            assertTrue(small.get(0).values().contains(each[0]), () -> Arrays.toString(each));
            assertTrue(small.get(1).values().contains(each[1]), () -> Arrays.toString(each));
            different.add(List.of(each[0], each[1]));
        }
        assertEquals(32, different.size());
    }

    @Test
    void staysWithinTheRangesAndKeepsWhatIsFixed() {
        for (double[] each : tried(plan(ANY, 60, 2), GuidedSearchContract::valley)) {
            assertTrue(each[0] >= -2 && each[0] < 2 && each[1] == 7 && each[2] >= -1 && each[2] < 3);
        }
    }

    @Test
    void theSameSeedProposesTheSameAndAnotherOther() {
        List<double[]> once = tried(plan(ANY, 60, 11), GuidedSearchContract::valley);
        List<double[]> again = tried(plan(ANY, 60, 11), GuidedSearchContract::valley);
        List<double[]> other = tried(plan(ANY, 60, 12), GuidedSearchContract::valley);
        for (int i = 0; i < once.size(); i++) {
            assertArrayEquals(once.get(i), again.get(i), "try " + i);
        }
        assertTrue(!Arrays.equals(once.getFirst(), other.getFirst()));
    }

    @Test
    void goesOnWhereNothingIsWorthAnything() {
        assertEquals(60, tried(plan(STEPPED, 60, 3), at -> Double.NaN).size());
        assertEquals(60, tried(plan(STEPPED, 60, 3), at -> 1).size());
        List<double[]> partly =
                tried(plan(STEPPED, budget(), 3), at -> at[0] > at[1] ? Double.NEGATIVE_INFINITY : hill(at));
        assertTrue(triesUntil(partly, GuidedSearchContract::hill, -0.01) < budget());
    }
}
