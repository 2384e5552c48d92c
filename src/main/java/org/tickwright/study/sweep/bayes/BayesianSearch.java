package org.tickwright.study.sweep.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tickwright.study.sweep.GuidedSearch;
import org.tickwright.study.sweep.SearchSpace;
import org.tickwright.study.sweep.SweepPlan;

/// Tries where the expected improvement is largest, after a start that is spread evenly.
///
/// Four combinations are asked for at once: after each the process is told that it came to its mean (Ginsbourger, Le
/// Riche, Carraro 2010, kriging believer), so that the next goes elsewhere. What is worth nothing counts as the worst
/// that was seen. The kernel is chosen anew whenever a quarter more is known. Points to look at come from chance
/// and from around the best.
public final class BayesianSearch implements GuidedSearch {
    private static final int BATCH = 4;
    private static final int ANYWHERE = 384;
    private static final int NEAR = 32;
    private static final int BEST = 8;
    private static final int SHORTLIST = 48;
    private static final int KERNEL_POINTS = 160;

    private final SearchSpace space;
    private final SplittableRandom random;
    private final int first;
    private final List<double[]> points = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();
    private List<double[]> asked = List.of();
    private Kernel kernel;
    private int fitted;

    /// The search of a plan.
    public BayesianSearch(SweepPlan plan) {
        space = new SearchSpace(plan);
        random = new SplittableRandom(plan.seed());
        first = Math.clamp(4L * space.dimensions(), 8, 32);
        double[] lengths = new double[space.dimensions()];
        Arrays.fill(lengths, 0.3);
        kernel = new Kernel(lengths, 1e-3);
    }

    @Override
    public List<double[]> ask(int most) {
        boolean known = scores.stream().anyMatch(Double::isFinite);
        asked = known ? guided(Math.min(BATCH, most)) : space.spread(Math.min(first, most), random);
        return asked.stream().map(space::values).toList();
    }

    @Override
    public void tell(double[] told) {
        points.addAll(asked);
        Arrays.stream(told).forEach(scores::add);
    }

    private List<double[]> guided(int count) {
        double[] values = standardised();
        double best = Arrays.stream(values).max().orElseThrow();
        GaussianProcess process = process(values);
        List<double[]> shortlist = shortlist(process, best);
        List<double[]> chosen = new ArrayList<>(count);
        while (chosen.size() < count) {
            double[] next = best(shortlist, process, best);
            if (next.length == 0) {
                chosen.add(space.chance(random));
                continue;
            }
            space.propose(next);
            chosen.add(next);
            values = Arrays.copyOf(values, values.length + 1);
            values[values.length - 1] = process.mean(next);
            process = process.plus(next, values);
        }
        return chosen;
    }

    /// Scores of mean 0 and variance 1.
    private double[] standardised() {
        double worst =
                scores.stream().filter(Double::isFinite).min(Double::compare).orElseThrow();
        double[] values = scores.stream()
                .mapToDouble(score -> Double.isFinite(score) ? score : worst)
                .toArray();
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean) / values.length;
        }
        double deviation = square > 0 ? Math.sqrt(square) : 1;
        double middle = mean;
        return Arrays.stream(values).map(value -> (value - middle) / deviation).toArray();
    }

    private GaussianProcess process(double[] values) {
        int n = values.length;
        double[][] all = points.toArray(double[][]::new);
        if (4 * n >= 5 * fitted) {
            fitted = n;
            // The newest are where the search is; what came long before says less of the lengths there.
            int from = Math.max(0, n - KERNEL_POINTS);
            kernel = KernelSearch.likeliest(
                    Arrays.copyOfRange(all, from, n), Arrays.copyOfRange(values, from, n), kernel, random);
        }
        return GaussianProcess.of(kernel, all, values);
    }

    /// Points nobody tried, those with the largest expected improvement first.
    private List<double[]> shortlist(GaussianProcess process, double best) {
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < ANYWHERE; i++) {
            candidates.add(space.drawn(random));
        }
        for (int at : bestTried()) {
            for (int i = 0; i < NEAR; i++) {
                candidates.add(near(points.get(at), 0.4 / (1 + i / 8.0)));
            }
        }
        List<double[]> open = candidates.stream().filter(space::untried).toList();
        double[] improvements = open.stream()
                .mapToDouble(point -> process.at(point).improvement(best))
                .toArray();
        return IntStream.range(0, open.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -improvements[i]))
                .limit(SHORTLIST)
                .map(open::get)
                .toList();
    }

    private int[] bestTried() {
        return IntStream.range(0, scores.size())
                .filter(i -> Double.isFinite(scores.get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores.get(i)))
                .limit(BEST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] near(double[] point, double width) {
        double[] near = point.clone();
        for (int i = 0; i < near.length; i++) {
            double step = width * (random.nextDouble() + random.nextDouble() - 1);
            near[i] += random.nextBoolean() ? step + Math.copySign(space.step(i), step) : 0;
        }
        return space.snapped(near);
    }

    /// The untried point of the largest expected improvement; empty where there is none.
    private double[] best(List<double[]> shortlist, GaussianProcess process, double best) {
        double[] chosen = new double[0];
        double most = Double.NEGATIVE_INFINITY;
        for (double[] point : shortlist) {
            double improvement = space.untried(point) ? process.at(point).improvement(best) : Double.NaN;
            if (improvement > most) {
                most = improvement;
                chosen = point;
            }
        }
        return chosen;
    }
}
