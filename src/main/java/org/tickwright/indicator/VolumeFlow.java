package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.NUMBER;
import static org.tickwright.spi.IndicatorSpec.Unit.PERCENT;
import static org.tickwright.spi.IndicatorSpec.Unit.RATIO;

import java.util.List;
import java.util.function.DoublePredicate;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;

/// Measures of price and volume together that TA-Lib has not.
final class VolumeFlow {
    static final String GROUP = "Volume Flow";

    private VolumeFlow() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                chaikinFlow(),
                volumeOscillator(),
                index("NVI", "Negative volume index", "falls", change -> change < 0),
                index("PVI", "Positive volume index", "rises", change -> change > 0),
                force(),
                easeOfMovement());
    }

    private static IndicatorDefinition chaikinFlow() {
        return BuiltIn.named("CMF", "Chaikin money flow")
                .group(GROUP)
                .summary("""
                    `sum(v * volume, n) / sum(volume, n)` with the place of the close in its bar \
                    `v = ((close - low) - (high - close)) / (high - low)`, 0 for a bar without range. Undefined where \
                    nothing traded in n bars. Source: M. Chaikin.\
                    """)
                .prices("high", "low", "close", "volume")
                .period("Period", "Period", 1, 20)
                .output("Real", RATIO)
                .pane()
                .computedBy(p -> p.integer(0) - 1, p -> chaikinFlow(p.integer(0)));
    }

    private static IndicatorKernel chaikinFlow(int period) {
        Stage flow = Stage.simple(period);
        Stage units = Stage.simple(period);
        return (RowFormula) (in, row, out) -> {
            double range = in[0][row] - in[1][row];
            double place = (in[2][row] - in[1][row]) - (in[0][row] - in[2][row]);
            double volume = in[3][row];
            out[0][row] = flow.next(range == 0 ? 0 : place / range * volume) / units.next(volume);
        };
    }

    private static IndicatorDefinition volumeOscillator() {
        return BuiltIn.named("PVO", "Percentage volume oscillator")
                .group(GROUP)
                .summary("""
                    `100 * (EMA(volume, fast) / EMA(volume, slow) - 1)`, each average seeded with its own first mean, \
                    its exponential average (`Signal`) and the difference of the two (`Hist`). Undefined until \
                    something has traded.\
                    """)
                .prices("volume")
                .period("Fast", "Fast period", 2, 12)
                .period("Slow", "Slow period", 2, 26)
                .period("Signal", "Signal period", 1, 9)
                .output("PVO", PERCENT)
                .output("Signal", PERCENT)
                .output("Hist", PERCENT)
                .pane()
                .computedBy(
                        p -> Math.max(p.integer(0), p.integer(1)) + p.integer(2) - 2,
                        p -> volumeOscillator(p.integer(0), p.integer(1), p.integer(2)));
    }

    private static IndicatorKernel volumeOscillator(int fast, int slow, int signal) {
        Stage near = Stage.exponential(fast);
        Stage far = Stage.exponential(slow);
        Stage average = Stage.exponential(signal);
        return (RowFormula) (in, row, out) -> {
            double quick = near.next(in[0][row]);
            double calm = far.next(in[0][row]);
            double value = calm == 0 ? Double.NaN : 100 * (quick / calm - 1);
            double smooth = average.next(value);
            out[0][row] = value;
            out[1][row] = smooth;
            out[2][row] = value - smooth;
        };
    }

    private static IndicatorDefinition index(String name, String title, String moves, DoublePredicate counts) {
        return BuiltIn.named(name, title)
                .group(GROUP)
                .summary("""
                    Starts at 1000 and takes the price's change on the bars whose volume MOVES: \
                    `index * close / close[-1]`. Source: P. Dysart, 1936; N. Fosback, 1976.\
                    """.replace("MOVES", moves))
                .prices("close", "volume")
                .output("Real", NUMBER)
                .pane()
                .computedBy(p -> 0, p -> index(counts));
    }

    private static IndicatorKernel index(DoublePredicate counts) {
        Change volume = new Change();
        double[] state = {1_000, 0};
        return (RowFormula) (in, row, out) -> {
            double close = in[0][row];
            if (counts.test(volume.next(in[1][row])) && state[1] != 0) {
                state[0] *= close / state[1];
            }
            state[1] = close;
            out[0][row] = state[0];
        };
    }

    private static IndicatorDefinition force() {
        return BuiltIn.named("FORCE_INDEX", "Force index")
                .group(GROUP)
                .summary("""
                    The change of the close times the volume, smoothed: `EMA((close - close[-1]) * volume, n)`. \
                    Source: A. Elder, 1993.\
                    """)
                .prices("close", "volume")
                .period("Period", "Period", 1, 13)
                .output("Real", NUMBER)
                .pane()
                .computedBy(p -> p.integer(0), p -> force(p.integer(0)));
    }

    private static IndicatorKernel force(int period) {
        Change change = new Change();
        Stage average = Stage.exponential(period);
        return (RowFormula) (in, row, out) -> out[0][row] = average.next(change.next(in[0][row]) * in[1][row]);
    }

    private static IndicatorDefinition easeOfMovement() {
        return BuiltIn.named("EOM", "Ease of movement")
                .group(GROUP)
                .summary("""
                    How far little volume moved the price: the mean over n bars of the change of `(high + low) / 2` \
                    over `(volume / Scale) / (high - low)`, 0 for a bar without range or volume. Source: R. Arms.\
                    """)
                .prices("high", "low", "volume")
                .period("Period", "Period", 1, 14)
                .number("Scale", "Volume scale", 1e-9, 3e37, 1e8)
                .output("Real", NUMBER)
                .pane()
                .computedBy(p -> p.integer(0), p -> easeOfMovement(p.integer(0), p.real(1)));
    }

    private static IndicatorKernel easeOfMovement(int period, double scale) {
        Change change = new Change();
        Stage mean = Stage.simple(period);
        return (RowFormula) (in, row, out) -> {
            double range = in[0][row] - in[1][row];
            double box = in[2][row] / scale / range;
            double distance = change.next((in[0][row] + in[1][row]) / 2);
            boolean still = (range == 0 || in[2][row] == 0) && !Double.isNaN(distance);
            out[0][row] = mean.next(still ? 0 : distance / box);
        };
    }
}
