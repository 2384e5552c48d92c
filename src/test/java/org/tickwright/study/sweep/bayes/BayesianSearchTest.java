package org.tickwright.study.sweep.bayes;

import org.tickwright.study.sweep.GuidedSearch;
import org.tickwright.study.sweep.GuidedSearchContract;
import org.tickwright.study.sweep.SweepPlan;

class BayesianSearchTest extends GuidedSearchContract {
    @Override
    protected SweepPlan.Search kind() {
        return SweepPlan.Search.BAYESIAN;
    }

    @Override
    protected GuidedSearch search(SweepPlan plan) {
        return new BayesianSearch(plan);
    }

    @Override
    protected int budget() {
        return 80;
    }

    @Override
    protected double times() {
        return 8;
    }
}
