package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.SeriesInfo;
import org.tickwright.strategy.Problem;

/// What stands between the wizard and a run, in words, and the page where it is mended.
///
/// `anySeries` says that there is something to choose from; `seriesProblem` what is wrong with the universe or the
/// other
/// series that the strategy reads, empty if nothing is.
record WizardChecks(
        @Nullable StrategyChoice strategy,
        List<Problem> problems,
        List<ParameterRow> parameters,
        @Nullable SeriesInfo series,
        boolean anySeries,
        String seriesProblem,
        RunForm form) {

    /// Why it cannot run; empty if it can.
    String obstacle() {
        String strategyProblem = strategyProblem();
        if (!strategyProblem.isEmpty()) {
            return strategyProblem;
        }
        if (series == null) {
            return anySeries ? "Choose a series." : "There are no prices yet: import a file in Data.";
        }
        String range = rangeProblem(series);
        if (!range.isEmpty()) {
            return range;
        }
        if (!seriesProblem.isEmpty()) {
            return seriesProblem;
        }
        return costsProblem();
    }

    private String costsProblem() {
        if (form.costsValid()) {
            return "";
        }
        return form.entries().stream()
                .map(entry -> entry.problem().get())
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .map("A field of costs and fills needs mending: "::concat)
                .orElse("A field of costs and fills needs mending.");
    }

    private String strategyProblem() {
        if (strategy == null) {
            return "Choose a strategy.";
        }
        Optional<Problem> error = problems.stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            return "The strategy cannot run yet: " + error.get().message();
        }
        boolean wrong = parameters.stream().anyMatch(row -> !row.field().valid());
        return wrong ? "A parameter of the strategy needs mending." : "";
    }

    private String rangeProblem(SeriesInfo info) {
        if (!form.from().problem().get().isEmpty() || !form.to().problem().get().isEmpty()) {
            return "The range of time needs mending.";
        }
        Optional<Long> start = form.from().nanos(info.zone());
        Optional<Long> end = form.to().nanos(info.zone());
        if (start.isPresent() && end.isPresent() && start.get() > end.get()) {
            return "The range of time ends before it starts.";
        }
        boolean after = start.isPresent() && start.get() > info.to();
        boolean before = end.isPresent() && end.get() < info.from();
        return after || before ? "The series has no bars in that range of time." : "";
    }

    /// The page that holds what is wrong; the last one if nothing is.
    WizardStep step() {
        if (!strategyProblem().isEmpty()) {
            return WizardStep.STRATEGY;
        }
        if (series == null || !rangeProblem(series).isEmpty() || !seriesProblem.isEmpty()) {
            return WizardStep.DATA;
        }
        return costsProblem().isEmpty() ? WizardStep.REVIEW : WizardStep.COSTS;
    }
}
