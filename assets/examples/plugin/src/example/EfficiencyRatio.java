package example;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// How straight a price went: the net move over n bars divided by the sum of the single moves, 0 to 1
/// (P. Kaufman, Smarter Trading, 1995).
public final class EfficiencyRatio implements IndicatorDefinition {
    private static final IndicatorSpec SPEC = new IndicatorSpec(
            "EFFICIENCY",
            "Efficiency ratio",
            "Momentum Indicators",
            "How straight the price went: |close − close n bars ago| ÷ sum of the n absolute changes. 1 is a straight"
                    + " line, 0 a walk that led nowhere (P. Kaufman, Smarter Trading, 1995).",
            List.of(new IndicatorSpec.Input("close", "close")),
            List.of(new IndicatorSpec.Parameter("period", "Period", true, 1, 1000, 10, List.of())),
            List.of(new IndicatorSpec.Output("ratio", IndicatorSpec.Unit.RATIO)),
            IndicatorSpec.Place.PANE);

    @Override
    public IndicatorSpec spec() {
        return SPEC;
    }

    @Override
    public int lookback(IndicatorArguments arguments) {
        return arguments.integer(0);
    }

    @Override
    public IndicatorKernel kernel(IndicatorArguments arguments, int begin) {
        int period = arguments.integer(0);
        return (inputs, from, to, outputs) -> {
            double[] close = inputs[0];
            for (int row = from; row < to; row++) {
                outputs[0][row] = row < begin + period ? Double.NaN : ratio(close, row, period);
            }
        };
    }

    /// Reads rows up to `row` and none behind it.
    private static double ratio(double[] close, int row, int period) {
        double walked = 0;
        for (int i = row - period + 1; i <= row; i++) {
            walked += Math.abs(close[i] - close[i - 1]);
        }
        return walked == 0 ? 0 : Math.abs(close[row] - close[row - period]) / walked;
    }
}
