package org.tickwright.indicator.ta4j;

import org.jspecify.annotations.Nullable;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// An indicator of ta4j, asked for one bar after the other as the bars come, and never again for an earlier
/// one: what it says of a bar is what it said when that bar was the last.
record BorrowedIndicator(IndicatorSpec spec, Maker maker) implements IndicatorDefinition {
    private static final double[][] ONE_BAR = {{1}};

    /// Makes the indicator over a series.
    @FunctionalInterface
    interface Maker {
        Indicator<?> over(BarFeed feed, IndicatorArguments arguments);
    }

    @Override
    public int lookback(IndicatorArguments arguments) {
        BarFeed feed = new BarFeed();
        feed.add(ONE_BAR, 0);
        return undefined(maker.over(feed, arguments));
    }

    @Override
    public IndicatorKernel kernel(IndicatorArguments arguments, int begin) {
        return new Rows(arguments);
    }

    private static int undefined(Indicator<?> indicator) {
        return Math.max(0, indicator.getCountOfUnstableBars());
    }

    /// Grows the series row by row. The indicator is made at the first row: some look at it at once.
    private final class Rows implements IndicatorKernel {
        private final BarFeed feed = new BarFeed();
        private final IndicatorArguments arguments;
        private @Nullable Indicator<?> made;

        Rows(IndicatorArguments arguments) {
            this.arguments = arguments;
        }

        @Override
        public void advance(double[][] inputs, int from, int to, double[][] outputs) {
            for (int row = from; row < to; row++) {
                feed.add(inputs, row);
                outputs[0][row] = latest(feed.series().getEndIndex());
            }
        }

        private double latest(int index) {
            Indicator<?> indicator = made;
            if (indicator == null) {
                indicator = maker.over(feed, arguments);
                made = indicator;
            }
            // Asked for while undefined as well: recursions start from there.
            double value = number(indicator.getValue(index));
            return index < undefined(indicator) ? Double.NaN : value;
        }
    }

    /// The value as a double, true as 1 and false as 0, what is not finite as undefined.
    private static double number(Object value) {
        return switch (value) {
            case Num num -> Double.isFinite(num.doubleValue()) ? num.doubleValue() : Double.NaN;
            case Boolean flag -> flag ? 1 : 0;
            default -> throw new IllegalStateException("ta4j answered " + value.getClass() + ", expected a number");
        };
    }
}
