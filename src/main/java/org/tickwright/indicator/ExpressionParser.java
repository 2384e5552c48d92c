package org.tickwright.indicator;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.indicator.IndicatorExpression.Call;
import org.tickwright.indicator.IndicatorExpression.Column;
import org.tickwright.indicator.IndicatorExpression.Term;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// Reads one expression from left to right.
final class ExpressionParser {
    private static final String SPECIAL = "(),=\"";
    private static final int DEEPEST = 50;

    private final String text;
    private final IndicatorCatalogue catalogue;
    private int at;
    private int depth;

    ExpressionParser(String text, IndicatorCatalogue catalogue) {
        this.text = text;
        this.catalogue = catalogue;
    }

    Term parse() throws ExpressionException {
        Term term = term();
        skipBlanks();
        if (at < text.length()) {
            throw error(at, "Unexpected '" + text.charAt(at) + "' after the end of the expression");
        }
        return term;
    }

    private Term term() throws ExpressionException {
        skipBlanks();
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            return new Column(quoted(), start + 1);
        }
        String name = word();
        if (name.isEmpty()) {
            throw error(at, "Expected an indicator or a column here");
        }
        if (at < text.length() && text.charAt(at) == '(') {
            return output(call(name, start));
        }
        return new Column(name, start + 1);
    }

    private Call call(String name, int start) throws ExpressionException {
        IndicatorDefinition definition = catalogue
                .find(name)
                .orElseThrow(() -> error(
                        start,
                        "There is no indicator " + name + ": "
                                + NearNames.hint(
                                        name,
                                        catalogue.all().stream()
                                                .map(known -> known.spec().name())
                                                .toList(),
                                        "'indicator list' shows all of them")));
        if (++depth > DEEPEST) {
            throw error(start, "Expressions may be nested " + DEEPEST + " deep");
        }
        ArgumentReader arguments = new ArgumentReader(definition.spec());
        at++;
        skipBlanks();
        boolean more = at < text.length() && text.charAt(at) != ')';
        while (more) {
            arguments.read();
            skipBlanks();
            more = at < text.length() && text.charAt(at) == ',';
            at += more ? 1 : 0;
        }
        if (at >= text.length() || text.charAt(at) != ')') {
            throw error(Math.min(at, text.length()), "Expected ',' or ')' to end " + name + "(…)");
        }
        at++;
        depth--;
        return new Call(definition, arguments.values(), arguments.inputs(start), null, start + 1);
    }

    /// Takes `.Output` behind a call, if it is there.
    private Call output(Call call) throws ExpressionException {
        if (at >= text.length() || text.charAt(at) != '.') {
            return call;
        }
        int start = ++at;
        String name = word();
        List<String> names = call.definition().spec().outputs().stream()
                .map(IndicatorSpec.Output::name)
                .toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return call.withOutput(i);
            }
        }
        throw error(
                start,
                call.definition().spec().name() + " has no output '" + name + "', it has " + String.join(", ", names));
    }

    /// Characters up to the next special one, without blanks at the end.
    private String word() {
        int start = at;
        while (at < text.length() && SPECIAL.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private String quoted() throws ExpressionException {
        int start = at;
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw error(start, "This quotation mark has no partner");
        }
        at = end + 1;
        return text.substring(start + 1, end);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ExpressionException error(int index, String problem) {
        return new ExpressionException(text, index + 1, problem);
    }

    /// Collects what stands between the brackets of one call.
    private final class ArgumentReader {
        private final IndicatorSpec spec;
        private final List<Term> inputs = new ArrayList<>();
        private final double[] values;
        private final boolean[] given;
        private boolean parametersBegun;

        ArgumentReader(IndicatorSpec spec) {
            this.spec = spec;
            values = spec.parameters().stream()
                    .mapToDouble(IndicatorSpec.Parameter::defaultValue)
                    .toArray();
            given = new boolean[values.length];
        }

        void read() throws ExpressionException {
            skipBlanks();
            int start = at;
            String name = word();
            if (!name.isEmpty() && at < text.length() && text.charAt(at) == '=') {
                at++;
                parameter(name, start);
                return;
            }
            at = start;
            if (parametersBegun) {
                throw error(start, "Inputs stand before parameters in " + spec.name() + "(…)");
            }
            if (inputs.size() == spec.inputs().size()) {
                throw error(start, tooMany());
            }
            inputs.add(single(term()));
        }

        private String tooMany() {
            List<String> names =
                    spec.inputs().stream().map(IndicatorSpec.Input::name).toList();
            return spec.name() + " takes " + names.size() + (names.size() == 1 ? " input" : " inputs") + " ("
                    + String.join(", ", names) + ") and parameters as name=value" + parameterNames();
        }

        private String parameterNames() {
            List<String> names = spec.parameters().stream()
                    .map(IndicatorSpec.Parameter::name)
                    .toList();
            return names.isEmpty() ? "" : ": " + String.join(", ", names);
        }

        private void parameter(String name, int start) throws ExpressionException {
            parametersBegun = true;
            int index = parameterIndex(name, start);
            if (given[index]) {
                throw error(start, name + " is given twice");
            }
            given[index] = true;
            skipBlanks();
            int valueStart = at;
            values[index] = value(spec.parameters().get(index), word(), valueStart);
        }

        private int parameterIndex(String name, int start) throws ExpressionException {
            for (int i = 0; i < values.length; i++) {
                if (spec.parameters().get(i).name().equalsIgnoreCase(name)) {
                    return i;
                }
            }
            String known = parameterNames();
            throw error(
                    start,
                    spec.name() + " has no parameter '" + name + "'"
                            + (known.isEmpty() ? "; it has none" : ", it has" + known.substring(1)));
        }

        private double value(IndicatorSpec.Parameter parameter, String word, int start) throws ExpressionException {
            for (int i = 0; i < parameter.choices().size(); i++) {
                if (parameter.choices().get(i).equalsIgnoreCase(word)) {
                    return i;
                }
            }
            double value;
            try {
                value = Double.parseDouble(word);
            } catch (NumberFormatException e) {
                throw error(start, parameter.name() + " must be " + range(parameter) + ", was '" + word + "'");
            }
            boolean whole = !parameter.integer() || value == Math.rint(value);
            if (!(value >= parameter.from() && value <= parameter.to()) || !whole) {
                throw error(start, parameter.name() + " must be " + range(parameter) + ", was " + word);
            }
            return value + 0.0;
        }

        private static String range(IndicatorSpec.Parameter parameter) {
            if (!parameter.choices().isEmpty()) {
                return "one of " + String.join(", ", parameter.choices());
            }
            return parameter.integer()
                    ? "a whole number from " + (long) parameter.from() + " to " + (long) parameter.to()
                    : "a number from " + parameter.from() + " to " + parameter.to();
        }

        /// An input must be one column.
        private Term single(Term term) throws ExpressionException {
            if (term instanceof Call call
                    && call.output() == null
                    && call.definition().spec().severalOutputs()) {
                List<String> outputs = call.definition().spec().outputs().stream()
                        .map(IndicatorSpec.Output::name)
                        .toList();
                throw error(
                        term.position() - 1,
                        call.definition().spec().name() + " has several outputs; choose one by writing ."
                                + String.join(" or .", outputs) + " behind its bracket");
            }
            return term;
        }

        IndicatorArguments values() {
            return new IndicatorArguments(values);
        }

        /// The inputs given, and the price columns of those that are not.
        List<Term> inputs(int start) {
            List<Term> all = new ArrayList<>(inputs);
            for (int i = all.size(); i < spec.inputs().size(); i++) {
                all.add(new Column(spec.inputs().get(i).defaultColumn(), start + 1));
            }
            return List.copyOf(all);
        }
    }
}
