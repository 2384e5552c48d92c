package org.tickwright.strategy;

import java.util.HashSet;
import java.util.Set;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.StrategyParameter.Range;

/// What can be wrong with the parameters of a strategy by themselves.
final class ParameterChecks {
    private final StrategyDocument document;
    private final ProblemList problems;

    ParameterChecks(StrategyDocument document, ProblemList problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        Set<String> used = new HashSet<>();
        for (Node node : document.nodes()) {
            for (Object value : node.params().values()) {
                if (value instanceof ParameterRef(String name)) {
                    used.add(name);
                }
            }
        }
        Set<String> names = new HashSet<>();
        for (StrategyParameter parameter : document.parameters()) {
            String name = parameter.name();
            if (!names.add(name)) {
                error("There are two parameters named " + name + ".", "Rename one of them.");
            }
            if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")) {
                error(
                        "Parameter name '" + name + "' cannot be used on a command line.",
                        "Begin with a letter and use letters, digits, dot, hyphen and underscore.");
            }
            if (!used.contains(name)) {
                warning("Parameter " + name + " is not used by any node.", "Use it in a setting or delete it.");
            }
            value(parameter);
            range(parameter);
        }
    }

    private void value(StrategyParameter parameter) {
        double value = parameter.value();
        if (!Double.isFinite(value)) {
            error("Parameter " + parameter.name() + " has no value.", "Give it a number.");
        } else if (parameter.integer() && value != Math.rint(value)) {
            error(
                    "Parameter " + parameter.name() + " holds whole numbers, was " + StrategyWriter.number(value) + ".",
                    "Give it a whole number, or make it a number parameter.");
        }
    }

    private void range(StrategyParameter parameter) {
        Range range = parameter.range();
        if (range == null) {
            return;
        }
        String name = parameter.name();
        if (!(range.from() <= range.to()) || !(range.step() > 0)) {
            error(
                    "The range of parameter " + name + " is empty or has no step.",
                    "Let it run from a smaller to a larger number in steps above 0.");
        } else if (parameter.value() < range.from() || parameter.value() > range.to()) {
            warning(
                    "Parameter " + name + " lies outside its own range.",
                    "Widen the range or change the value; the strategy runs with the value as it is.");
        }
        boolean whole = range.from() == Math.rint(range.from()) && range.step() == Math.rint(range.step());
        if (parameter.integer() && !whole) {
            error(
                    "The range of parameter " + name + " contains fractions, but it holds whole numbers.",
                    "Use a whole start and step.");
        }
    }

    private void error(String message, String mend) {
        problems.error(null, null, message, mend);
    }

    private void warning(String message, String mend) {
        problems.warning(null, null, message, mend);
    }
}
