package org.tickwright.indicator;

import java.util.ArrayList;
import java.util.List;
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
        Function<IndicatorArguments, IndicatorKernel> start)
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
        return start.apply(arguments);
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

        /// A number within bounds.
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

    /// A whole description that waits for its kernel.
    record Drawn(IndicatorSpec spec) {
        IndicatorDefinition computedBy(
                ToIntFunction<IndicatorArguments> rowsBefore, Function<IndicatorArguments, IndicatorKernel> start) {
            return new BuiltIn(spec, rowsBefore, start);
        }

        /// An indicator of one input and one output.
        IndicatorDefinition transformedBy(Function<IndicatorArguments, RowTransform> start) {
            return new BuiltIn(spec, arguments -> start.apply(arguments).lookback(), arguments -> {
                RowTransform transform = start.apply(arguments);
                return (inputs, from, to, outputs) -> transform.apply(inputs[0], from, outputs[0], from, to - from);
            });
        }
    }
}
