package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorSpec;

/// TA-Lib's group Price Transform: one price for a bar, and how far prices lie from their mean.
final class PriceTransforms {
    static final String GROUP = "Price Transform";

    private PriceTransforms() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                price(
                        "AVGPRICE",
                        "Average price",
                        "(open + high + low + close) / 4",
                        (in, row) -> (in[1][row] + in[2][row] + in[3][row] + in[0][row]) / 4,
                        "open",
                        "high",
                        "low",
                        "close"),
                price(
                        "MEDPRICE",
                        "Median price",
                        "(high + low) / 2",
                        (in, row) -> (in[0][row] + in[1][row]) / 2,
                        "high",
                        "low"),
                price(
                        "TYPPRICE",
                        "Typical price",
                        "(high + low + close) / 3",
                        (in, row) -> typical(in[0][row], in[1][row], in[2][row]),
                        "high",
                        "low",
                        "close"),
                price(
                        "WCLPRICE",
                        "Weighted close price",
                        "(high + low + 2 * close) / 4",
                        (in, row) -> (in[0][row] + in[1][row] + in[2][row] * 2) / 4,
                        "high",
                        "low",
                        "close"),
                averageDeviation());
    }

    static double typical(double high, double low, double close) {
        return (high + low + close) / 3;
    }

    private static IndicatorDefinition price(
            String name, String title, String formula, BuiltIn.RowFunction function, String... prices) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary("One price for each bar: `" + formula + "`. Source: TA-Lib, function " + name + ".")
                .prices(prices)
                .output("Real", PRICE)
                .overlay()
                .rowByRow(function);
    }

    private static IndicatorDefinition averageDeviation() {
        return BuiltIn.named("AVGDEV", "Average deviation")
                .group(GROUP)
                .summary("""
                    How far the last n values lie from their mean on average: `sum |x - mean| / n`. \
                    Source: TA-Lib, function AVGDEV.\
                    """)
                .real()
                .cost(IndicatorSpec.Cost.WINDOW)
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PRICE)
                .pane()
                .transformedBy(arguments -> new MeanDistance(arguments.integer(0)));
    }
}
