package org.tickwright.study.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.StrategyParameter;

class PlateauTest {
    private static ParameterRange range(String name, String values) {
        return ParameterRange.parse(new StrategyParameter(name, false, 0, null, Map.of()), values);
    }

    private static final SweepPlan GRID = SweepPlan.grid(List.of(range("a", "1..5:1"), range("b", "1..5:1")));

    /// A hill around (4, 4) and a spike at (1, 2).
    private static double[] hill() {
        double[] figures = new double[25];
        for (int a = 1; a <= 5; a++) {
            for (int b = 1; b <= 5; b++) {
                figures[5 * (a - 1) + b - 1] = 3 - 0.5 * (Math.abs(a - 4) + Math.abs(b - 4));
            }
        }
        figures[1] = 9;
        return figures;
    }

    @Test
    void isWhereNeighboursAreGoodTooAndNotThePeak() {
        double[] figures = hill();
        assertEquals(1, Plateau.peak(SweepFigure.SHARPE, figures));
        Plateau plateau = Plateau.of(GRID, SweepFigure.SHARPE, figures);
        assertEquals(new Plateau(18, 2.5), plateau);
        assertEquals(Map.of("a", 4.0, "b", 4.0), GRID.parameters(18));
    }

    @Test
    void looksForTheLeastWhereLessIsBetter() {
        double[] figures = Arrays.stream(hill()).map(value -> -value).toArray();
        assertEquals(1, Plateau.peak(SweepFigure.ANNUAL_VOL, figures));
        assertEquals(new Plateau(18, -2.5), Plateau.of(GRID, SweepFigure.ANNUAL_VOL, figures));
    }

    @Test
    void takesWhatHasNoFigureForTheWorst() {
        double[] figures = hill();
        for (int point : new int[] {12, 13, 14, 17, 22}) {
            figures[point] = Double.NaN;
        }
        // Five of nine around (4, 4) are undefined, so its median is too.
        Plateau plateau = Plateau.of(GRID, SweepFigure.SHARPE, figures);
        assertEquals(24, plateau == null ? -1 : plateau.point(), "the corner keeps three of four");
        double[] none = new double[25];
        Arrays.fill(none, Double.NaN);
        assertNull(Plateau.of(GRID, SweepFigure.SHARPE, none));
        assertEquals(-1, Plateau.peak(SweepFigure.SHARPE, none));
    }

    @Test
    void needsAGridWithSomethingToSearch() {
        SweepPlan drawn = SweepPlan.random(List.of(range("a", "1..5:1")), 3, 1);
        assertNull(Plateau.of(drawn, SweepFigure.SHARPE, new double[3]));
        assertNull(Plateau.of(SweepPlan.grid(List.of(range("a", "3"))), SweepFigure.SHARPE, new double[1]));
    }

    private static final SweepPlan GUIDED = SweepPlan.guided(
            SweepPlan.Search.GENETIC,
            List.of(range("a", "1..5:1"), range("b", "1..5:1")),
            12,
            1,
            Objective.of(SweepFigure.SHARPE));

    private static final double[][] TRIED = {
        {1, 2}, {4, 4}, {5, 5}, {4, 5}, {3, 4}, {4, 3}, {1, 5}, {5, 1}, {2, 2}, {3, 3}, {5, 3}, {1, 1}
    };

    private static SweepCells cells(int count) {
        return Objects.requireNonNull(SweepCells.tried(GUIDED, IntStream.range(0, count), point -> TRIED[point]));
    }

    /// The hill above as the search came by: the spike at (1, 2) first, then around (4, 4).
    private static double[] found() {
        return Arrays.stream(TRIED)
                .mapToDouble(at -> hill()[5 * (int) (at[0] - 1) + (int) (at[1] - 1)])
                .toArray();
    }

    @Test
    void ofAGuidedSearchNeedsHalfOfItsNeighboursTried() {
        double[] figures = found();
        assertEquals(0, Plateau.peak(SweepFigure.SHARPE, figures));
        // Around (4, 4) seven of nine were tried: 3, 2.5, 2.5, 2.5, 2, 2, 2; at the corner (5, 5) three of four.
        assertEquals(new Plateau(1, 2.5), Plateau.of(cells(12), SweepFigure.SHARPE, figures));
        assertEquals(7, Plateau.around(cells(12), 1).length);
        assertEquals(2.5, Plateau.median(cells(12), SweepFigure.SHARPE, figures, 1));
        // Of the six around the spike three were tried, itself among them: 9, 0.5 and 1.
        assertEquals(1, Plateau.median(cells(12), SweepFigure.SHARPE, figures, 0));
        assertEquals(Double.NaN, Plateau.median(cells(11), SweepFigure.SHARPE, figures, 0), "two of six");
        assertNull(Plateau.of(cells(2), SweepFigure.SHARPE, Arrays.copyOf(figures, 2)), "none has enough");
    }

    @Test
    void cellsSayWhatWasTriedWhere() {
        SweepCells cells = cells(12);
        assertEquals(1, cells.point(18));
        assertEquals(18, cells.cell(1));
        assertEquals(-1, cells.point(2));
        assertEquals(-1, cells(3).cell(7));
        assertNull(SweepCells.of(GUIDED));
        SweepPlan any = SweepPlan.guided(
                SweepPlan.Search.BAYESIAN, List.of(range("a", "1..5")), 5, 1, Objective.of(SweepFigure.SHARPE));
        assertNull(SweepCells.tried(any, IntStream.empty(), point -> TRIED[point]));
    }
}
