package org.tickwright.strategy;

import java.util.Arrays;
import java.util.List;
import org.tickwright.indicator.IndicatorColumn;
import org.tickwright.indicator.InputColumns;
import org.tickwright.market.Bars;

/// Numbers at each bar, NaN while undefined.
abstract non-sealed class NumberColumn extends Column {
    /// The rows; only the filled ones count. Replaced when the column grows.
    double[] values = {};

    NumberColumn(boolean stepwise) {
        super(stepwise);
    }

    @Override
    void reserve(int rows) {
        if (rows > values.length) {
            values = Arrays.copyOf(values, rows);
        }
    }

    @Override
    void ensure(int rows) {
        if (rows > values.length) {
            reserve(roomFor(rows, values.length));
        }
    }

    @Override
    final double at(int bar) {
        return values[bar];
    }

    /// Arithmetic that overflows is as undefined as a division by zero.
    static double defined(double result) {
        return Math.abs(result) <= Double.MAX_VALUE ? result : Double.NaN;
    }

    /// A column of the bars, not copied.
    static final class Field extends NumberColumn {
        private final Bars bars;
        private final Bars.Field field;

        Field(Bars bars, Bars.Field field) {
            super(false);
            this.bars = bars;
            this.field = field;
        }

        @Override
        void reserve(int rows) {
            // the series has the room
        }

        @Override
        void ensure(int rows) {
            values = bars.column(field);
        }

        @Override
        void fill(int from, int to) {
            // the rows are the series' own
        }
    }

    /// A column made of the bars' times.
    static final class Derived extends NumberColumn {
        private final InputColumns inputs;
        private final String name;

        Derived(InputColumns inputs, String name) {
            super(false);
            this.inputs = inputs;
            this.name = name;
        }

        @Override
        void reserve(int rows) {
            // made as a whole
        }

        @Override
        void ensure(int rows) {
            values = inputs.column(name)
                    .orElseThrow(() -> new IllegalStateException("There is no column " + name + " in the bars"));
        }

        @Override
        void fill(int from, int to) {
            // the rows were made with the array
        }
    }

    /// The mean of several columns, summed in their order.
    static final class Mean extends NumberColumn {
        private final NumberColumn[] inputs;

        Mean(NumberColumn... inputs) {
            super(false);
            this.inputs = inputs;
        }

        @Override
        List<Column> inputs() {
            return List.of(inputs);
        }

        @Override
        double computed(int row) {
            double sum = 0;
            for (NumberColumn input : inputs) {
                sum += input.point(row);
            }
            return defined(sum / inputs.length);
        }

        @Override
        void fill(int from, int to) {
            for (NumberColumn input : inputs) {
                input.advance(to);
            }
            for (int row = from; row < to; row++) {
                double sum = 0;
                for (NumberColumn input : inputs) {
                    sum += input.values[row];
                }
                values[row] = defined(sum / inputs.length);
            }
        }
    }

    /// The same number at every bar.
    static final class Constant extends NumberColumn {
        private final double value;

        Constant(double value) {
            super(false);
            this.value = value;
        }

        double value() {
            return value;
        }

        @Override
        double computed(int row) {
            return value;
        }

        @Override
        void fill(int from, int to) {
            Arrays.fill(values, from, to, value);
        }
    }

    /// What another column was some bars ago.
    static final class Lag extends NumberColumn {
        private final NumberColumn input;
        private final int bars;

        Lag(NumberColumn input, int bars) {
            super(input.stepwise());
            this.input = input;
            this.bars = bars;
        }

        int bars() {
            return bars;
        }

        @Override
        List<Column> inputs() {
            return List.of(input);
        }

        @Override
        double computed(int row) {
            return row < bars ? Double.NaN : input.point(row - bars);
        }

        /// The value so many bars before a row.
        static double before(double[] values, int row, int bars) {
            return row < bars ? Double.NaN : values[row - bars];
        }

        @Override
        void fill(int from, int to) {
            int first = Math.clamp(bars, from, to);
            Arrays.fill(values, from, first, Double.NaN);
            System.arraycopy(input.values, Math.max(first - bars, 0), values, first, to - first);
        }
    }

    /// One output of an indicator, which several columns may share.
    static final class Output extends NumberColumn {
        private final NodeSite site;
        private final IndicatorColumn indicator;
        private final NumberColumn[] inputs;
        private final double[][] rows;
        private final int index;

        Output(NodeSite site, IndicatorColumn indicator, NumberColumn[] inputs, int index, boolean stepwise) {
            super(stepwise);
            this.site = site;
            this.indicator = indicator;
            this.inputs = inputs;
            this.rows = new double[inputs.length][];
            this.index = index;
        }

        @Override
        List<Column> inputs() {
            return List.of(inputs);
        }

        @Override
        void reserve(int to) {
            indicator.reserve(to);
        }

        @Override
        void ensure(int to) {
            if (indicator.size() < to) {
                for (int i = 0; i < inputs.length; i++) {
                    rows[i] = inputs[i].values;
                }
                run(to);
            }
            values = indicator.output(index);
        }

        private void run(int to) {
            try {
                indicator.advance(rows, to);
            } catch (RuntimeException e) {
                throw site.fault(e, indicator.size());
            }
        }

        @Override
        void fill(int from, int to) {
            // the indicator has written the rows
        }
    }
}
