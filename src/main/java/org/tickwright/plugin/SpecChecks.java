package org.tickwright.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeSpec;

/// What has to hold of a specification before anything else may rely on it. A breach is an
/// [IllegalArgumentException] that says what to mend.
final class SpecChecks {
    private static final Set<String> COLUMNS = Set.of("open", "high", "low", "close", "volume", "time", "session");

    private SpecChecks() {}

    static void check(IndicatorSpec spec) {
        Objects.requireNonNull(spec, "spec() is null");
        name(spec.name(), "name");
        text(spec.title(), "title");
        text(spec.group(), "group");
        text(spec.summary(), "summary");
        Objects.requireNonNull(spec.place(), "place is null");
        Objects.requireNonNull(spec.marks(), "marks is null");
        if (spec.inputs().isEmpty()) {
            throw new IllegalArgumentException("It has no inputs. Name at least one, such as close");
        }
        Set<String> inputs = new HashSet<>();
        for (IndicatorSpec.Input input : spec.inputs()) {
            fresh(inputs, input.name(), "input");
            column(input.name(), input.defaultColumn());
        }
        parameters(spec.parameters());
        Set<String> outputs = new HashSet<>();
        for (IndicatorSpec.Output output : spec.outputs()) {
            fresh(outputs, output.name(), "output");
            Objects.requireNonNull(output.unit(), () -> "The unit of output " + output.name() + " is null");
        }
        some(outputs);
    }

    static void check(NodeSpec spec) {
        Objects.requireNonNull(spec, "spec() is null");
        name(spec.name(), "name");
        text(spec.title(), "title");
        text(spec.category(), "category");
        Objects.requireNonNull(spec.marks(), "marks is null");
        text(spec.summary(), "summary");
        Set<String> inputs = new HashSet<>();
        for (NodeSpec.Input input : spec.inputs()) {
            fresh(inputs, input.name(), "input");
            if (input.kind() == NodeSpec.Kind.CONDITION
                    && !input.defaultColumn().isEmpty()) {
                throw new IllegalArgumentException("Condition " + input.name() + " has the default column "
                        + input.defaultColumn() + ". Leave it empty: bars hold numbers only");
            }
            if (!input.defaultColumn().isEmpty()) {
                column(input.name(), input.defaultColumn());
            }
        }
        parameters(spec.parameters());
        Set<String> outputs = new HashSet<>();
        for (NodeSpec.Output output : spec.outputs()) {
            fresh(outputs, output.name(), "output");
            Objects.requireNonNull(output.kind(), () -> "The kind of output " + output.name() + " is null");
            Objects.requireNonNull(output.unit(), () -> "The unit of output " + output.name() + " is null");
        }
        some(outputs);
    }

    private static void parameters(List<IndicatorSpec.Parameter> parameters) {
        Set<String> names = new HashSet<>();
        for (IndicatorSpec.Parameter parameter : parameters) {
            fresh(names, parameter.name(), "parameter");
            text(parameter.title(), "title of parameter " + parameter.name());
            double value = parameter.defaultValue();
            boolean whole = !parameter.integer() || value == Math.rint(value);
            if (!(parameter.from() <= value && value <= parameter.to()) || !whole) {
                throw new IllegalArgumentException("Parameter " + parameter.name() + " has the default " + value
                        + ", which its range " + parameter.from() + " to " + parameter.to() + " does not hold");
            }
            int choices = parameter.choices().size();
            if (choices > 0 && (parameter.from() != 0 || parameter.to() != choices - 1 || !parameter.integer())) {
                throw new IllegalArgumentException("Parameter " + parameter.name() + " has " + choices
                        + " choices. Make it an integer from 0 to " + (choices - 1));
            }
        }
    }

    private static void name(String name, String what) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "Its " + what + " is '" + name + "'. Begin with a letter and use letters, digits and underscore");
        }
    }

    private static void text(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Its " + what + " is empty. People read it in palette and help");
        }
    }

    private static void fresh(Set<String> names, String name, String what) {
        name(name, what);
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("It has two " + what + "s named " + name + ". Rename one");
        }
    }

    private static void column(String input, String column) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("Input " + input + " takes the column '" + column
                    + "', which bars do not have. Use one of open, high, low, close, volume, time, session");
        }
    }

    private static void some(Set<String> outputs) {
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("It has no outputs. Name at least one");
        }
    }
}
