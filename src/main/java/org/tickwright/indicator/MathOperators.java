package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.BARS;
import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.tickwright.spi.IndicatorDefinition;

/// TA-Lib's group Math Operators.
final class MathOperators {
    static final String GROUP = "Math Operators";

    private MathOperators() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                operator("ADD", "Sum of two series", (x, y) -> x + y, "real0 + real1"),
                operator("SUB", "Difference of two series", (x, y) -> x - y, "real0 - real1"),
                operator("MULT", "Product of two series", (x, y) -> x * y, "real0 * real1"),
                operator("DIV", "Quotient of two series", (x, y) -> x / y, "real0 / real1"),
                max(),
                min(),
                minMax(),
                maxIndex(),
                minIndex(),
                minMaxIndex(),
                sum());
    }

    private static IndicatorDefinition operator(
            String name, String title, DoubleBinaryOperator operator, String formula) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary("Row by row `" + formula + "`. Source: TA-Lib, function " + name + ".")
                .reals("high", "low")
                .output("Real", NUMBER)
                .pane()
                .combinedBy(operator);
    }

    private static BuiltIn.Description window(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary(summary.strip() + " Source: TA-Lib, function " + name + ".")
                .real()
                .period("optInTimePeriod", "Period", 2, 30);
    }

    private static IndicatorDefinition max() {
        return window("MAX", "Highest value", """
            The highest of the last n values, the newest included. Of `high` it is the upper line of \
            Donchian's channel.\
            """)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> Extreme.highest(arguments.integer(0)));
    }

    private static IndicatorDefinition min() {
        return window("MIN", "Lowest value", """
            The lowest of the last n values, the newest included. Of `low` it is the lower line of \
            Donchian's channel.\
            """)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(arguments -> Extreme.lowest(arguments.integer(0)));
    }

    private static IndicatorDefinition minMax() {
        return window("MINMAX", "Lowest and highest value", """
            The lowest (`Min`) and the highest (`Max`) of the last n values, the newest included.\
            """)
                .output("Min", PRICE)
                .output("Max", PRICE)
                .overlay()
                .computedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    Extreme lowest = Extreme.lowest(arguments.integer(0));
                    Extreme highest = Extreme.highest(arguments.integer(0));
                    return (inputs, from, to, outputs) -> {
                        lowest.apply(inputs[0], from, outputs[0], from, to - from);
                        highest.apply(inputs[0], from, outputs[1], from, to - from);
                    };
                });
    }

    private static IndicatorDefinition maxIndex() {
        return window("MAXINDEX", "Row of the highest value", """
            The row of the highest of the last n values, counted from 0 at the first row of the series.\
            """)
                .output("Integer", BARS)
                .pane()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    ExtremeRow highest = ExtremeRow.ofHighest(arguments.integer(0));
                    return position(highest, arguments.integer(0));
                });
    }

    private static IndicatorDefinition minIndex() {
        return window("MININDEX", "Row of the lowest value", """
            The row of the lowest of the last n values, counted from 0 at the first row of the series.\
            """)
                .output("Integer", BARS)
                .pane()
                .followedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    ExtremeRow lowest = ExtremeRow.ofLowest(arguments.integer(0));
                    return position(lowest, arguments.integer(0));
                });
    }

    private static IndicatorDefinition minMaxIndex() {
        return window("MINMAXINDEX", "Rows of the lowest and the highest value", """
            The rows of the lowest (`MinIdx`) and the highest (`MaxIdx`) of the last n values, counted from \
            0 at the first row of the series.\
            """)
                .output("MinIdx", BARS)
                .output("MaxIdx", BARS)
                .pane()
                .computedBy(arguments -> arguments.integer(0) - 1, arguments -> {
                    int period = arguments.integer(0);
                    BuiltIn.RowFunction lowest = position(ExtremeRow.ofLowest(period), period);
                    BuiltIn.RowFunction highest = position(ExtremeRow.ofHighest(period), period);
                    return (inputs, from, to, outputs) -> {
                        for (int row = from; row < to; row++) {
                            outputs[0][row] = lowest.value(inputs, row);
                            outputs[1][row] = highest.value(inputs, row);
                        }
                    };
                });
    }

    /// Row numbers from the rows that an extreme lies back.
    private static BuiltIn.RowFunction position(ExtremeRow extreme, int period) {
        return (inputs, row) -> {
            int back = extreme.next(inputs[0][row]);
            return extreme.rows() < period ? Double.NaN : row - back;
        };
    }

    private static IndicatorDefinition sum() {
        return window("SUM", "Sum", "The sum of the last n values: `x[i-n+1] + … + x[i]`.")
                .output("Real", NUMBER)
                .pane()
                .transformedBy(arguments -> SimpleAverage.sum(arguments.integer(0)));
    }
}
