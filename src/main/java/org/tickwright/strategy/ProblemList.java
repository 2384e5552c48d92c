package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Problem.Severity;

/// Collects problems in the order in which they are found.
final class ProblemList {
    private final List<Problem> problems = new ArrayList<>();

    void error(@Nullable String node, @Nullable String port, String message, String mend) {
        problems.add(new Problem(Severity.ERROR, node, port, message, mend));
    }

    void warning(@Nullable String node, @Nullable String port, String message, String mend) {
        problems.add(new Problem(Severity.WARNING, node, port, message, mend));
    }

    /// All problems, errors first.
    List<Problem> sorted() {
        return problems.stream().sorted(Comparator.comparing(Problem::severity)).toList();
    }
}
