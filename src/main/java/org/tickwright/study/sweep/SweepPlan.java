package org.tickwright.study.sweep;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Which combinations of parameter values a sweep tries, numbered from 0.
///
/// The same ranges, search, number and seed give the same combinations in the same order. A grid has every combination,
/// the last parameter running fastest, and keeps none of them in memory. Random search draws different ones, each as
/// likely as any other. Latin search cuts every range into as many parts as there are samples and has each part once;
/// where short ranges make two samples equal, the second is left out. Parameters with one value are fixed.
///
/// A guided search ([Search#guided()]) chooses each combination by what came of those before it: its plan says what it
/// looks for and how many it may try, and the combinations are known once they were run.
public final class SweepPlan {
    /// The most combinations of a grid.
    public static final int MOST_POINTS = 100_000_000;
    /// The most combinations that are drawn.
    public static final int MOST_SAMPLES = 1_000_000;
    /// The most combinations that a Bayesian search tries: its own arithmetic grows with their cube.
    public static final int MOST_BAYESIAN = 1_000;

    private static final int ATTEMPTS = 200;

    private final List<ParameterRange> ranges;
    private final Search search;
    private final long seed;
    private final int samples;
    private final double[][] drawn;
    private final int size;
    private final @Nullable Objective objective;

    /// How combinations are chosen.
    public enum Search {
        GRID,
        RANDOM,
        LATIN,
        GENETIC,
        BAYESIAN;

        /// Whether what comes next depends on what came before.
        public boolean guided() {
            return this == GENETIC || this == BAYESIAN;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private SweepPlan(List<ParameterRange> ranges, Search search, long seed, int samples, double[][] drawn) {
        this(ranges, search, seed, samples, drawn, null);
    }

    private SweepPlan(
            List<ParameterRange> ranges,
            Search search,
            long seed,
            int samples,
            double[][] drawn,
            @Nullable Objective objective) {
        this.ranges = List.copyOf(ranges);
        this.objective = objective;
        this.search = search;
        this.seed = seed;
        this.samples = samples;
        this.drawn = drawn;
        size = search == Search.GRID || search.guided() ? samples : drawn.length;
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("A sweep needs at least one parameter");
        }
        if (ranges.stream().map(ParameterRange::name).distinct().count() < ranges.size()) {
            throw new IllegalArgumentException("A sweep names each parameter once");
        }
    }

    /// Every combination.
    public static SweepPlan grid(List<ParameterRange> ranges) {
        for (ParameterRange range : ranges) {
            if (range.continuous()) {
                throw new IllegalArgumentException("A grid needs a step for parameter " + range.name() + ", as in "
                        + range.name() + "=a..b:step; or search at random");
            }
        }
        double combinations = combinations(ranges);
        if (combinations > MOST_POINTS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The grid would have %,.0f combinations, more than %,d. Take larger steps, or search at random",
                    combinations,
                    MOST_POINTS));
        }
        return new SweepPlan(ranges, Search.GRID, 0, (int) combinations, new double[0][]);
    }

    /// So many different combinations drawn by chance.
    public static SweepPlan random(List<ParameterRange> ranges, int samples, long seed) {
        check(ranges, samples);
        SplittableRandom random = new SplittableRandom(seed);
        Distinct points = new Distinct();
        for (long attempt = 0; points.size() < samples && attempt < (long) ATTEMPTS * samples; attempt++) {
            points.add(ranges.stream()
                    .mapToDouble(range -> range.at(random.nextDouble()))
                    .toArray());
        }
        return new SweepPlan(ranges, Search.RANDOM, seed, samples, points.toArray());
    }

    /// So many combinations spread evenly over each range (McKay, Beckman, Conover 1979).
    public static SweepPlan latin(List<ParameterRange> ranges, int samples, long seed) {
        check(ranges, samples);
        SplittableRandom random = new SplittableRandom(seed);
        double[][] cube = new double[samples][ranges.size()];
        for (int i = 0; i < ranges.size(); i++) {
            int[] parts = shuffled(samples, random);
            for (int sample = 0; sample < samples; sample++) {
                double place = Math.min((parts[sample] + random.nextDouble()) / samples, Math.nextDown(1.0));
                cube[sample][i] = ranges.get(i).at(place);
            }
        }
        Distinct points = new Distinct();
        for (double[] point : cube) {
            points.add(point);
        }
        return new SweepPlan(ranges, Search.LATIN, seed, samples, points.toArray());
    }

    /// So many combinations, chosen by a genetic or a Bayesian search that looks for something.
    public static SweepPlan guided(
            Search search, List<ParameterRange> ranges, int runs, long seed, Objective objective) {
        if (!search.guided()) {
            throw new IllegalArgumentException("A " + search + " search looks for nothing");
        }
        if (search == Search.BAYESIAN && runs > MOST_BAYESIAN) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A Bayesian search tries at most %,d combinations, was %,d; a genetic one tries more",
                    MOST_BAYESIAN,
                    runs));
        }
        check(ranges, runs);
        return new SweepPlan(ranges, search, seed, runs, new double[0][], objective);
    }

    private static void check(List<ParameterRange> ranges, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("The number of samples must be 1 to 1,000,000, was " + samples);
        }
        double combinations = combinations(ranges);
        if (samples > combinations) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "There are only %,.0f combinations, fewer than the %,d samples asked for; search the grid",
                    combinations,
                    samples));
        }
    }

    private static double combinations(List<ParameterRange> ranges) {
        double product = 1;
        for (ParameterRange range : ranges) {
            product *= range.continuous()
                    ? Double.POSITIVE_INFINITY
                    : range.values().size();
        }
        return product;
    }

    static int[] shuffled(int count, RandomGenerator random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /// Points in the order in which they came, each once.
    private static final class Distinct {
        private final Set<List<Double>> points = new LinkedHashSet<>();

        void add(double[] point) {
            points.add(Arrays.stream(point).boxed().toList());
        }

        int size() {
            return points.size();
        }

        double[][] toArray() {
            return points.stream()
                    .map(point ->
                            point.stream().mapToDouble(Double::doubleValue).toArray())
                    .toArray(double[][]::new);
        }
    }

    /// The parameters with their values, in the order given.
    public List<ParameterRange> ranges() {
        return ranges;
    }

    /// How its combinations were chosen.
    public Search search() {
        return search;
    }

    /// What chance started from; 0 for a grid.
    public long seed() {
        return seed;
    }

    /// How many combinations were asked for: all of a grid, and of a search by chance no fewer than [#size()].
    public int samples() {
        return samples;
    }

    /// How many combinations there are.
    public int size() {
        return size;
    }

    /// What a guided search looks for; null for any other.
    public @Nullable Objective objective() {
        return objective;
    }

    /// The values of a combination in the order of the ranges. Those of a guided search are in its rows alone.
    public double[] values(int point) {
        if (search.guided()) {
            throw new IllegalStateException("Combinations of a " + search + " search are in its rows");
        }
        if (search != Search.GRID) {
            return drawn[point].clone();
        }
        double[] values = new double[ranges.size()];
        int rest = point;
        for (int i = values.length - 1; i >= 0; i--) {
            List<Double> all = ranges.get(i).values();
            values[i] = all.get(rest % all.size());
            rest /= all.size();
        }
        return values;
    }

    /// The values of a combination by the names of the parameters.
    public Map<String, Double> parameters(int point) {
        return parameters(values(point));
    }

    /// Values in the order of the ranges by the names of the parameters.
    public Map<String, Double> parameters(double[] values) {
        Map<String, Double> parameters = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            parameters.put(ranges.get(i).name(), values[i]);
        }
        return parameters;
    }

    /// The values of parameters by name in the order of the ranges.
    public double[] values(Map<String, Double> parameters) {
        return ranges.stream()
                .mapToDouble(range -> parameters.getOrDefault(range.name(), Double.NaN))
                .toArray();
    }

    /// The ranges with more than one value, which are those that are searched.
    public List<ParameterRange> searched() {
        return ranges.stream()
                .filter(range -> range.continuous() || range.values().size() > 1)
                .toList();
    }

    /// All that the plan is, in one line: equal texts mean equal combinations, and [SweepPlanText] reads it back.
    @Override
    public String toString() {
        return search
                + (search == Search.GRID ? "" : " " + samples + " seed " + seed)
                + (objective == null ? "" : " for " + objective)
                + " "
                + ranges;
    }
}
