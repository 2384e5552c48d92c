package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// An indicator a person put on a chart: which, with what parameters, over which columns, in which
/// colours.
///
/// `id` survives changes; `inputs` are columns of the bars in the order of the specification;
/// `slot` is the first of its colours.
public record ActiveIndicator(
        String id,
        IndicatorDefinition definition,
        IndicatorArguments arguments,
        List<String> inputs,
        int slot,
        boolean hidden) {

    /// Takes an unmodifiable copy.
    public ActiveIndicator {
        inputs = List.copyOf(inputs);
    }

    /// With the defaults of the catalogue.
    public static ActiveIndicator of(String id, IndicatorDefinition definition, int slot) {
        IndicatorSpec spec = definition.spec();
        double[] defaults = spec.parameters().stream()
                .mapToDouble(IndicatorSpec.Parameter::defaultValue)
                .toArray();
        return new ActiveIndicator(id, definition, new IndicatorArguments(defaults), defaultInputs(spec), slot, false);
    }

    private static List<String> defaultInputs(IndicatorSpec spec) {
        return spec.inputs().stream().map(IndicatorSpec.Input::defaultColumn).toList();
    }

    /// The specification of the catalogue.
    public IndicatorSpec spec() {
        return definition.spec();
    }

    /// The same with another value of a parameter.
    public ActiveIndicator with(int parameter, double value) {
        double[] values = arguments.values().clone();
        values[parameter] = value;
        return new ActiveIndicator(id, definition, new IndicatorArguments(values), inputs, slot, hidden);
    }

    /// The same over another column.
    public ActiveIndicator withInput(int input, String column) {
        List<String> changed = new ArrayList<>(inputs);
        changed.set(input, column);
        return new ActiveIndicator(id, definition, arguments, changed, slot, hidden);
    }

    /// The same, shown or hidden.
    public ActiveIndicator hidden(boolean hide) {
        return new ActiveIndicator(id, definition, arguments, inputs, slot, hide);
    }

    /// What is wrong with a value of a parameter, in words; empty if nothing is.
    public static Optional<String> trouble(IndicatorSpec.Parameter parameter, double value) {
        if (!Double.isFinite(value)) {
            return Optional.of("A number is needed.");
        }
        if (parameter.integer() && value != Math.rint(value)) {
            return Optional.of("A whole number is needed.");
        }
        if (value < parameter.from() || value > parameter.to()) {
            return Optional.of("From " + number(parameter.from()) + " to " + number(parameter.to()) + ".");
        }
        return Optional.empty();
    }

    /// How it is called on the chart: `SMA 20`, `MACD 12 26 9`, with the column where it is not the
    /// usual one.
    public String title() {
        StringBuilder title = new StringBuilder(spec().name());
        List<IndicatorSpec.Parameter> parameters = spec().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            IndicatorSpec.Parameter parameter = parameters.get(i);
            double value = arguments.real(i);
            if (parameter.choices().isEmpty()) {
                title.append(' ').append(number(value));
            } else if (value != parameter.defaultValue()) {
                title.append(' ').append(parameter.choices().get((int) value));
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).equals(spec().inputs().get(i).defaultColumn())) {
                title.append(' ').append(inputs.get(i));
            }
        }
        return title.toString();
    }

    /// A number without needless zeros.
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// As text that [#parse] reads: `SMA;20.0;close;0;shown`.
    String text() {
        String values = String.join(
                ",",
                Arrays.stream(arguments.values()).mapToObj(Double::toString).toList());
        return String.join(
                ";",
                spec().name(),
                values,
                String.join(",", inputs),
                Integer.toString(slot),
                hidden ? "hidden" : "shown");
    }

    /// Reads [#text()]; empty where the catalogue no longer knows it or a value no longer fits.
    static Optional<ActiveIndicator> parse(String id, String text, IndicatorCatalogue catalogue) {
        String[] parts = text.split(";", -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        return catalogue.find(parts[0]).flatMap(definition -> {
            try {
                double[] values = parts[1].isEmpty()
                        ? new double[0]
                        : Arrays.stream(parts[1].split(",", -1))
                                .mapToDouble(Double::parseDouble)
                                .toArray();
                List<String> inputs = parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",", -1));
                ActiveIndicator read = new ActiveIndicator(
                        id,
                        definition,
                        new IndicatorArguments(values),
                        inputs,
                        Integer.parseInt(parts[3]),
                        parts[4].equals("hidden"));
                return read.valid() ? Optional.of(read) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    private boolean valid() {
        List<IndicatorSpec.Parameter> parameters = spec().parameters();
        if (arguments.values().length != parameters.size()
                || inputs.size() != spec().inputs().size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (trouble(parameters.get(i), arguments.real(i)).isPresent()) {
                return false;
            }
        }
        return true;
    }
}
