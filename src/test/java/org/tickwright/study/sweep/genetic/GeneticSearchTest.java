package org.tickwright.study.sweep.genetic;

import org.tickwright.study.sweep.GuidedSearch;
import org.tickwright.study.sweep.GuidedSearchContract;
import org.tickwright.study.sweep.SweepPlan;

class GeneticSearchTest extends GuidedSearchContract {
    @Override
    protected SweepPlan.Search kind() {
        return SweepPlan.Search.GENETIC;
    }

    @Override
    protected GuidedSearch search(SweepPlan plan) {
        return new GeneticSearch(plan);
    }

    @Override
    protected int budget() {
        return 400;
    }

    @Override
    protected double times() {
        return 3;
    }
}
