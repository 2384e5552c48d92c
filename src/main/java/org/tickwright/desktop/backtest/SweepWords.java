package org.tickwright.desktop.backtest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickwright.report.Figures;
import org.tickwright.study.sweep.Objective;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.Plateau;
import org.tickwright.study.sweep.SweepCells;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepPlan.Search;

/// A sweep's figures, combinations and plateau in words.
final class SweepWords {
    private final Figures figures;

    SweepWords(Locale locale) {
        figures = new Figures(locale);
    }

    /// A figure as its kind is written.
    String figure(SweepFigure figure, double value) {
        if (!Double.isFinite(value)) {
            return Figures.NONE;
        }
        return switch (figure) {
            case TOTAL_RETURN, CAGR -> figures.percent(value, true);
            case MAX_DRAWDOWN, ANNUAL_VOL, WIN_RATE, EXPOSURE, BUY_HOLD_RETURN -> figures.percent(value, false);
            case TRADES, LONGS, SHORTS, WIN_TRADES, MARGIN_CALLS, BARS -> figures.count(Math.round(value));
            case SHARPE, PROFIT_FACTOR, SQN, AVG_BARS_HELD -> figures.price(value, 2);
            default -> figures.money(value);
        };
    }

    /// A value of a parameter.
    String value(double value) {
        return figures.plain(Math.rint(value * 1e6) / 1e6);
    }

    /// What was searched, value by value: `fast 12, slow 40`.
    String combination(SweepResults results, int point) {
        SweepPlan plan = results.plan();
        Map<String, Double> values = results.parameters(point);
        return (plan.searched().isEmpty() ? plan.ranges() : plan.searched())
                .stream()
                        .map(ParameterRange::name)
                        .map(name -> name + " " + value(values.getOrDefault(name, Double.NaN)))
                        .collect(Collectors.joining(", "));
    }

    /// How combinations are chosen: `grid of fast × slow`.
    String plan(SweepPlan plan) {
        String names = plan.searched().stream().map(ParameterRange::name).collect(Collectors.joining(" × "));
        Objective objective = plan.objective();
        return search(plan.search()) + " of " + (names.isEmpty() ? "one combination" : names)
                + (objective == null
                        ? ""
                        : " for the " + (objective.highest() ? "highest " : "lowest ") + name(objective.figure()));
    }

    static String search(Search search) {
        return switch (search) {
            case GRID -> "grid";
            case RANDOM -> "random search";
            case LATIN -> "Latin hypercube";
            case GENETIC -> "genetic search";
            case BAYESIAN -> "Bayesian search";
        };
    }

    /// How many of how many.
    String finished(int finished, int all) {
        return finished == all
                ? figures.count(all) + (all == 1 ? " run" : " runs")
                : figures.count(finished) + " of " + figures.count(all) + " runs";
    }

    /// The peak and the plateau, and why the second is worth more.
    String plateau(SweepResults results, SweepMarks marks, boolean complete) {
        SweepFigure figure = marks.figure();
        String name = name(figure);
        if (marks.peak() < 0) {
            return complete ? "No combination has a " + name + "." : "Peak and plateau are marked as results come in.";
        }
        String peak = combination(results, marks.peak());
        String top = figure(figure, results.of(figure, marks.peak()));
        String soFar = complete ? "" : "So far: ";
        Plateau plateau = marks.plateau();
        SweepCells cells = marks.cells();
        if (plateau == null || cells == null) {
            return soFar + "Best " + name + " " + top + " at " + peak + " (ring). "
                    + (cells == null
                            ? "Only a grid has neighbours, so no plateau is marked: "
                            : "Too few neighbours were tried to mark a plateau: ")
                    + "search a grid around the best to see whether it stands alone.";
        }
        int near = Plateau.around(cells, plateau.point()).length - 1;
        String middle = figure(figure, plateau.median());
        String around = (near == 1 ? "its neighbour" : "its " + figures.count(near) + " neighbours")
                + (cells.whole() ? "" : " that were tried");
        if (plateau.point() == marks.peak()) {
            return soFar + "Peak and plateau are one: " + peak + " has the best " + name + ", " + top + ", and with "
                    + around + " the best median, " + middle + ". A small error in the parameters costs little there.";
        }
        return soFar + "Plateau (frame): " + combination(results, plateau.point()) + ", " + name + " "
                + figure(figure, results.of(figure, plateau.point())) + ", with " + around + " " + middle
                + " in the median: a small error in the parameters costs little there. The peak (ring), " + peak
                + ", reaches " + top + beside(cells, marks, plateau);
    }

    private String beside(SweepCells cells, SweepMarks marks, Plateau plateau) {
        boolean within = Arrays.stream(Plateau.around(cells, plateau.point())).anyMatch(point -> point == marks.peak());
        return within
                ? " and lies beside it."
                : Double.isNaN(marks.peakMedian())
                        ? ", but too few of its neighbours were tried to say whether it stands alone."
                        : ", but its surroundings have " + figure(marks.figure(), marks.peakMedian())
                                + " in the median: a peak above poorer neighbours is often luck.";
    }

    static String name(SweepFigure figure) {
        return figure == SweepFigure.SHARPE || figure == SweepFigure.CAGR || figure == SweepFigure.SQN
                ? figure.heading()
                : figure.heading().toLowerCase(Locale.ROOT);
    }
}
