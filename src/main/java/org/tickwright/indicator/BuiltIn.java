package org.tickwright.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// A built-in indicator: its description beside its kernel. [#named(String, String)] starts one,
/// `computedBy` ends it.
record BuiltIn(
        IndicatorSpec spec,
        ToIntFunction<IndicatorArguments> rowsBefore,
        BiFunction<IndicatorArguments, Integer, IndicatorKernel> start)
        implements IndicatorDefinition {
    /// The largest period TA-Lib takes.
    static final int LONGEST = 100_000;

    static Description named(String name, String title) {
        return new Description(name, title);
    }

    @Override
    public int lookback(IndicatorArguments arguments) {
        return rowsBefore.applyAsInt(arguments);
    }

    @Override
    public IndicatorKernel kernel(IndicatorArguments arguments, int begin) {
        return start.apply(arguments, begin);
    }

    /// What is said of an indicator so far.
    static final class Description {
        private final String name;
        private final String title;
        private String group = "";
        private String summary = "";
        private final List<IndicatorSpec.Input> inputs = new ArrayList<>();
        private final List<IndicatorSpec.Parameter> parameters = new ArrayList<>();
        private final List<IndicatorSpec.Output> outputs = new ArrayList<>();
        private boolean repaints;
        private IndicatorSpec.Cost cost = IndicatorSpec.Cost.CONSTANT;

        private Description(String name, String title) {
            this.name = name;
            this.title = title;
        }

        /// TA-Lib's group, or one of our own where TA-Lib has no such function.
        Description group(String text) {
            group = text;
            return this;
        }

        /// Markdown: what it tells, its formula, its source.
        Description summary(String text) {
            summary = text.strip();
            return this;
        }

        /// One input of any series, by default the close.
        Description real() {
            inputs.add(new IndicatorSpec.Input("real", "close"));
            return this;
        }

        /// Two inputs of any series, by default these price columns.
        Description reals(String first, String second) {
            inputs.add(new IndicatorSpec.Input("real0", first));
            inputs.add(new IndicatorSpec.Input("real1", second));
            return this;
        }

        /// An input that no bar has: a column of the file by that name, unless another is given.
        Description given(String input) {
            inputs.add(new IndicatorSpec.Input(input, input));
            return this;
        }

        /// Inputs named like the price columns they take.
        Description prices(String... columns) {
            for (String column : columns) {
                inputs.add(new IndicatorSpec.Input(column, column));
            }
            return this;
        }

        Description period(String parameter, String parameterTitle, int from, int byDefault) {
            parameters.add(
                    new IndicatorSpec.Parameter(parameter, parameterTitle, true, from, LONGEST, byDefault, List.of()));
            return this;
        }

        /// A whole number within bounds.
        Description count(String parameter, String parameterTitle, int from, int to, int byDefault) {
            parameters.add(
                    new IndicatorSpec.Parameter(parameter, parameterTitle, true, from, to, byDefault, List.of()));
            return this;
        }

        /// A number in TA-Lib's range of reals.
        Description factor(String parameter, String parameterTitle, double byDefault) {
            parameters.add(
                    new IndicatorSpec.Parameter(parameter, parameterTitle, false, -3e37, 3e37, byDefault, List.of()));
            return this;
        }

        /// A real number within a range.
        Description number(String parameter, String parameterTitle, double from, double to, double byDefault) {
            parameters.add(
                    new IndicatorSpec.Parameter(parameter, parameterTitle, false, from, to, byDefault, List.of()));
            return this;
        }

        /// A kind of moving average, by default the simple one.
        Description average(String parameter, String parameterTitle) {
            List<String> kinds = MovingAverages.KINDS;
            parameters.add(
                    new IndicatorSpec.Parameter(parameter, parameterTitle, true, 0, kinds.size() - 1.0, 0, kinds));
            return this;
        }

        Description output(String output, IndicatorSpec.Unit unit) {
            outputs.add(new IndicatorSpec.Output(output, unit));
            return this;
        }

        /// Its kernel emits at confirmation because its drawing would change the past.
        Description repaints() {
            repaints = true;
            return this;
        }

        Description cost(IndicatorSpec.Cost ofARow) {
            cost = ofARow;
            return this;
        }

        Drawn overlay() {
            return new Drawn(spec(IndicatorSpec.Place.OVERLAY));
        }

        Drawn pane() {
            return new Drawn(spec(IndicatorSpec.Place.PANE));
        }

        private IndicatorSpec spec(IndicatorSpec.Place place) {
            return new IndicatorSpec(
                    name,
                    title,
                    group,
                    summary,
                    List.copyOf(inputs),
                    List.copyOf(parameters),
                    List.copyOf(outputs),
                    place,
                    new IndicatorSpec.Marks(repaints, cost));
        }
    }

    /// The value of a row from the inputs of that row; called for every row in order.
    interface RowFunction {
        double value(double[][] inputs, int row);
    }

    /// A whole description that waits for its kernel.
    record Drawn(IndicatorSpec spec) {
        IndicatorDefinition computedBy(
                ToIntFunction<IndicatorArguments> rowsBefore, Function<IndicatorArguments, IndicatorKernel> start) {
            return new BuiltIn(spec, rowsBefore, (arguments, begin) -> start.apply(arguments));
        }

        /// A kernel that wants to know its first row.
        IndicatorDefinition computedBy(
                ToIntFunction<IndicatorArguments> rowsBefore,
                BiFunction<IndicatorArguments, Integer, IndicatorKernel> start) {
            return new BuiltIn(spec, rowsBefore, start);
        }

        /// Each row by itself, from one input.
        IndicatorDefinition mappedBy(DoubleUnaryOperator function) {
            return rowByRow((inputs, row) -> function.applyAsDouble(inputs[0][row]));
        }

        /// Each row by itself, from two inputs.
        IndicatorDefinition combinedBy(DoubleBinaryOperator function) {
            return rowByRow((inputs, row) -> function.applyAsDouble(inputs[0][row], inputs[1][row]));
        }

        /// Each row by itself, from all inputs.
        IndicatorDefinition rowByRow(RowFunction function) {
            return new BuiltIn(spec, arguments -> 0, (arguments, begin) -> (inputs, from, to, outputs) -> {
                for (int row = from; row < to; row++) {
                    outputs[0][row] = function.value(inputs, row);
                }
            });
        }

        /// Each row beside the row `period` (the first parameter) before it.
        IndicatorDefinition comparedBy(DoubleBinaryOperator function) {
            return new BuiltIn(
                    spec,
                    arguments -> arguments.integer(0),
                    (arguments, begin) -> new LaggedComparison(arguments.integer(0), begin, function));
        }

        /// One output, row by row, out of what the kernel remembers.
        IndicatorDefinition followedBy(
                ToIntFunction<IndicatorArguments> rowsBefore, Function<IndicatorArguments, RowFunction> start) {
            return new BuiltIn(spec, rowsBefore, (arguments, begin) -> {
                RowFunction function = start.apply(arguments);
                return (inputs, from, to, outputs) -> {
                    for (int row = from; row < to; row++) {
                        outputs[0][row] = function.value(inputs, row);
                    }
                };
            });
        }

        /// An indicator of one input and one output.
        IndicatorDefinition transformedBy(Function<IndicatorArguments, RowTransform> start) {
            return new BuiltIn(spec, arguments -> start.apply(arguments).lookback(), (arguments, begin) -> {
                RowTransform transform = start.apply(arguments);
                return (inputs, from, to, outputs) -> transform.apply(inputs[0], from, outputs[0], from, to - from);
            });
        }
    }
}
