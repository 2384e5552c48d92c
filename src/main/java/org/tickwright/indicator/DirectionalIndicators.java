package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tickwright.spi.IndicatorDefinition;

/// Wilder's directional movement and what is made of it, part of TA-Lib's group Momentum Indicators.
final class DirectionalIndicators {
    private DirectionalIndicators() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                adx(),
                adxr(),
                dx(),
                movement("PLUS_DM", "Plus directional movement", "rises of the high", DirectionalMovement::rises),
                movement("MINUS_DM", "Minus directional movement", "falls of the low", DirectionalMovement::falls),
                indicator("PLUS_DI", "Plus directional indicator", "rises of the high", m -> m.share(m.rises())),
                indicator("MINUS_DI", "Minus directional indicator", "falls of the low", m -> m.share(m.falls())));
    }

    private static BuiltIn.Description described(String name, String title, String summary) {
        return BuiltIn.named(name, title)
                .group(MomentumIndicators.GROUP)
                .summary(summary.strip() + " Source: J. W. Wilder, New Concepts in Technical Trading Systems, 1978, by "
                        + "TA-Lib, function " + name + ".");
    }

    private static IndicatorDefinition adx() {
        return described("ADX", "Average directional index", """
            How strong a trend is, whichever way it goes, 0 to 100: the smoothed mean of \
            `100 * |DI+ - DI-| / (DI+ + DI-)`, where DI+ and DI- are the shares of rises of the high \
            and falls of the low in the true range.\
            """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(
                        arguments -> DirectionalIndex.lookback(arguments.integer(0)),
                        arguments -> new DirectionalIndex(arguments.integer(0)));
    }

    private static IndicatorDefinition adxr() {
        return described("ADXR", "Average directional index rating", """
            The mean of the average directional index and its value n - 1 bars before.\
            """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> 3 * arguments.integer(0) - 2, arguments -> {
                    DirectionalIndex index = new DirectionalIndex(arguments.integer(0));
                    double[] ring = new double[arguments.integer(0)];
                    Arrays.fill(ring, Double.NaN);
                    return rating(index, ring);
                });
    }

    private static BuiltIn.RowFunction rating(DirectionalIndex index, double[] ring) {
        return (inputs, row) -> {
            ring[row % ring.length] = index.value(inputs, row);
            return (ring[row % ring.length] + ring[(row + 1) % ring.length]) / 2;
        };
    }

    private static IndicatorDefinition dx() {
        return described("DX", "Directional movement index", """
            How one-sided the movement is, 0 to 100: `100 * |DI+ - DI-| / (DI+ + DI-)`; the value before \
            where nothing moves.\
            """)
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 2, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> arguments.integer(0), arguments -> {
                    DirectionalMovement movement = new DirectionalMovement(arguments.integer(0));
                    double[] last = new double[1];
                    return (in, row) -> {
                        movement.next(in[0][row], in[1][row], in[2][row]);
                        if (!movement.isSmoothed()) {
                            return Double.NaN;
                        }
                        last[0] = movement.strength(last[0]);
                        return last[0];
                    };
                });
    }

    private static IndicatorDefinition movement(
            String name, String title, String what, ToDoubleFunction<DirectionalMovement> output) {
        return described(
                        name,
                        title,
                        "The " + what + " where they outdo the other side, summed over n - 1 changes and then smoothed "
                                + "by `sum - sum / n + x`.")
                .prices("high", "low")
                .period("optInTimePeriod", "Period", 1, 14)
                .output("Real", PRICE)
                .pane()
                .followedBy(arguments -> Math.max(arguments.integer(0) - 1, 1), arguments -> {
                    DirectionalMovement movement = new DirectionalMovement(arguments.integer(0));
                    return (in, row) -> {
                        movement.next(in[0][row], in[1][row], in[1][row]);
                        return movement.isSummed() ? output.applyAsDouble(movement) : Double.NaN;
                    };
                });
    }

    private static IndicatorDefinition indicator(
            String name, String title, String what, ToDoubleFunction<DirectionalMovement> output) {
        return described(
                        name,
                        title,
                        "The " + what + " where they outdo the other side as a share of the true range, both smoothed, "
                                + "in percent; over one bar as a fraction, as TA-Lib has it.")
                .prices("high", "low", "close")
                .period("optInTimePeriod", "Period", 1, 14)
                .output("Real", PERCENT)
                .pane()
                .followedBy(arguments -> arguments.integer(0), arguments -> {
                    DirectionalMovement movement = new DirectionalMovement(arguments.integer(0));
                    return (in, row) -> {
                        movement.next(in[0][row], in[1][row], in[2][row]);
                        return movement.isSmoothed() ? output.applyAsDouble(movement) : Double.NaN;
                    };
                });
    }
}
