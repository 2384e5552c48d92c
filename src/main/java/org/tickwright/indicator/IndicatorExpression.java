package org.tickwright.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;

/// An indicator over a series as a person writes it: `NAME(inputs…, parameter=value…)`.
///
/// Inputs come first, in the indicator's order; those left out are its price columns. An input is a
/// column of the data by its header, quoted if it holds `( ) , = "`, or another expression; of one with
/// several outputs, one is taken by `.Output`. Parameters have TA-Lib's names; a kind of average may be
/// written by its name. Names of indicators, parameters and outputs are taken in any letter case.
///
///     SMA(optInTimePeriod=10)
///     SMA(RSI(optInTimePeriod=14), optInTimePeriod=5)
///     BBANDS(close, optInTimePeriod=20, optInMAType=EMA).RealUpperBand
///
/// [IndicatorCatalogue] says which indicators there are, [ExpressionColumns] evaluates.
public final class IndicatorExpression {
    private final String text;
    private final Term term;

    private IndicatorExpression(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    /// Reads an expression; names, parameters and ranges are checked, columns only when it is evaluated.
    public static IndicatorExpression parse(String text, IndicatorCatalogue catalogue) throws ExpressionException {
        return new IndicatorExpression(text.strip(), new ExpressionParser(text.strip(), catalogue).parse());
    }

    /// The expression as it was typed, without blanks around it.
    public String text() {
        return text;
    }

    /// The headers of its columns: the text itself, or `text.Output` for each of several outputs.
    public List<String> headers() {
        if (term instanceof Call call && call.output() == null) {
            List<String> outputs = call.definition().spec().outputs().stream()
                    .map(output -> text + "." + output.name())
                    .toList();
            return outputs.size() == 1 ? List.of(text) : outputs;
        }
        return List.of(text);
    }

    Term term() {
        return term;
    }

    /// A part of an expression and where it begins, counted from 1.
    sealed interface Term {
        int position();

        /// The same for every way of writing the same thing.
        String key();
    }

    /// A column of the data.
    record Column(String name, int position) implements Term {
        @Override
        public String key() {
            return '"' + name + '"';
        }
    }

    /// An indicator over its inputs, or one of its outputs.
    record Call(
            IndicatorDefinition definition,
            IndicatorArguments arguments,
            List<Term> inputs,
            @Nullable Integer output,
            int position)
            implements Term {
        @Override
        public String key() {
            return output == null ? allOutputs() : allOutputs() + "." + output;
        }

        /// The key of the call whichever output is taken.
        String allOutputs() {
            List<String> keys = inputs.stream().map(Term::key).toList();
            return definition.spec().name() + arguments + keys;
        }

        Call withOutput(int index) {
            return new Call(definition, arguments, inputs, index, position);
        }
    }
}
