package org.tickwright.study.sweep.genetic;

import io.jenetics.Alterer;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.LineCrossover;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.TruncationSelector;
import io.jenetics.UniformCrossover;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tickwright.study.sweep.GuidedSearch;
import org.tickwright.study.sweep.SearchSpace;
import org.tickwright.study.sweep.SweepPlan;

/// Breeds combinations: the first generation is spread evenly, each further one descends from the best that were tried.
///
/// Parents are chosen by tournament, cross over, and mutate by a step in some of their parameters. A child that was
/// tried before mutates until it is new, and where its surroundings are used up chance takes its place, so that every
/// try counts. The best of parents and children are the next parents. A generation is asked for at once.
public final class GeneticSearch implements GuidedSearch {
    private static final int FEWEST = 8;
    private static final int MOST = 64;
    private static final int TOURNAMENT = 3;
    private static final double CROSSED = 0.7;
    private static final int MUTATIONS = 8;

    private final SearchSpace space;
    private final SplittableRandom random;
    private final int size;
    private final StepMutator mutator;
    private final Alterer<DoubleGene, Double> alterer;
    private final TournamentSelector<DoubleGene, Double> chosen = new TournamentSelector<>(TOURNAMENT);
    private final TruncationSelector<DoubleGene, Double> surviving = new TruncationSelector<>();
    private ISeq<Phenotype<DoubleGene, Double>> parents = ISeq.empty();
    private List<double[]> asked = List.of();
    private long generation;

    /// The search of a plan.
    public GeneticSearch(SweepPlan plan) {
        space = new SearchSpace(plan);
        random = new SplittableRandom(plan.seed());
        size = Math.clamp(Math.round(Math.sqrt(2.0 * plan.size())), FEWEST, MOST);
        mutator = new StepMutator(space);
        alterer = Alterer.of(new UniformCrossover<>(CROSSED), new LineCrossover<>(CROSSED / 2, 0.3), mutator);
    }

    @Override
    public List<double[]> ask(int most) {
        int count = Math.min(size, most);
        asked = parents.isEmpty()
                ? space.spread(count, random)
                : RandomRegistry.with(random).call(() -> children(count));
        return asked.stream().map(space::values).toList();
    }

    private List<double[]> children(int count) {
        generation++;
        ISeq<Phenotype<DoubleGene, Double>> bred = alterer.alter(
                        chosen.select(parents, size, Optimize.MAXIMUM), generation)
                .population();
        List<double[]> children = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            children.add(fresh(bred.get(i)
                    .genotype()
                    .chromosome()
                    .as(DoubleChromosome.class)
                    .toArray()));
        }
        return children;
    }

    /// The child itself, else one near it, else any.
    private double[] fresh(double[] places) {
        double[] point = space.snapped(places);
        for (int i = 0; i < MUTATIONS; i++) {
            if (space.propose(point)) {
                return point;
            }
            point = space.snapped(mutator.moved(point, random));
        }
        return space.propose(point) ? point : space.chance(random);
    }

    @Override
    public void tell(double[] scores) {
        List<Phenotype<DoubleGene, Double>> family = new ArrayList<>(parents.asList());
        for (int i = 0; i < scores.length; i++) {
            family.add(Phenotype.of(
                    genotype(asked.get(i)),
                    generation,
                    Double.isNaN(scores[i]) ? Double.NEGATIVE_INFINITY : scores[i]));
        }
        parents = RandomRegistry.with(random)
                .call(() -> surviving.select(ISeq.of(family), Math.min(size, family.size()), Optimize.MAXIMUM));
    }

    private static Genotype<DoubleGene> genotype(double[] point) {
        List<DoubleGene> genes = new ArrayList<>(point.length);
        for (double place : point) {
            genes.add(DoubleGene.of(place, 0, 1));
        }
        return Genotype.of(DoubleChromosome.of(genes));
    }
}
