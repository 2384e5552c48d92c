package org.tickwright.study.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.workbench.StrategyLibrary;

class SweepPlanTextTest {
    private static final StrategyDocument DOCUMENT = document();

    private static StrategyDocument document() {
        StrategyDocument template =
                new StrategyLibrary(java.nio.file.Path.of("unused")).templates().getFirst();
        return template.withParameters(List.of(
                new StrategyParameter("fast", true, 10, null, Map.of()),
                new StrategyParameter("level", false, 0.3, null, Map.of())));
    }

    private static ParameterRange range(String name, String text) {
        return ParameterRange.parse(DOCUMENT.parameter(name).orElseThrow(), text);
    }

    private static void readsBack(SweepPlan plan) {
        SweepPlan read = SweepPlanText.read(DOCUMENT, plan.toString());
        assertEquals(plan.toString(), read.toString());
        assertEquals(plan.size(), read.size());
        for (int point = 0; point < plan.size(); point++) {
            assertArrayEquals(plan.values(point), read.values(point));
        }
    }

    @Test
    void readsBackEveryKindOfPlan() {
        readsBack(SweepPlan.grid(List.of(range("fast", "2..6:2"), range("level", "0.1..0.5:0.1"))));
        readsBack(SweepPlan.random(List.of(range("level", "-1e-7..3"), range("fast", "5")), 20, -3));
        readsBack(SweepPlan.grid(List.of(range("level", "-0.5,0.25"))));
    }

    @Test
    void readsBackWhatAGuidedSearchLooksFor() {
        Objective fewTrades = new Objective(SweepFigure.TRADES, false, 25);
        SweepPlan plan = SweepPlan.guided(
                SweepPlan.Search.GENETIC, List.of(range("fast", "1..90:1"), range("level", "0..1")), 40, -7, fewTrades);
        SweepPlan read = SweepPlanText.read(DOCUMENT, plan.toString());
        assertEquals(plan.toString(), read.toString());
        assertEquals(fewTrades, read.objective());
        assertEquals(40, read.size());
        assertEquals(-7, read.seed());
        assertEquals(SweepPlan.Search.GENETIC, read.search());
    }

    @Test
    void readsBackALatinCubeThatLostEqualSamples() {
        SweepPlan plan = SweepPlan.latin(List.of(range("fast", "1..3:1"), range("level", "1,2,3")), 8, 5);
        assertTrue(plan.size() < plan.samples(), "some samples are equal");
        readsBack(plan);
    }

    @Test
    void refusesWhatIsNoPlan() {
        for (String text : List.of(
                "",
                "grid",
                "grid []x",
                "spiral [fast=[1.0]]",
                "random [fast=[1.0]]",
                "grid [fast]",
                "genetic 5 seed 1 [fast=[1.0, 2.0]]",
                "bayesian 5 seed 1 for luck max 3 [fast=[1.0, 2.0]]",
                "grid for sharpe max 10 [fast=[1.0]]",
                "latin 2 seed 1 for sharpe max 1 [fast=[1.0, 2.0]]")) {
            assertThrows(IllegalArgumentException.class, () -> SweepPlanText.read(DOCUMENT, text), text);
        }
        assertEquals(
                "The strategy has no parameter 'slow'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SweepPlanText.read(DOCUMENT, "grid [slow=[1.0, 2.0]]"))
                        .getMessage());
    }
}
