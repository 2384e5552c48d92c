package example;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeKernel;
import org.tickwright.spi.NodeSpec;

/// Lets a condition through the first `times` times that it is true in a session.
public final class FirstOfSession implements NodeDefinition {
    private static final NodeSpec SPEC = new NodeSpec(
            "FIRST_OF_SESSION",
            "First of the session",
            "Logic",
            "True where its condition is true for one of the first times in the session; false afterwards until the"
                    + " next session opens. Undefined where the condition is.",
            List.of(
                    new NodeSpec.Input("when", NodeSpec.Kind.CONDITION, ""),
                    new NodeSpec.Input("session", NodeSpec.Kind.NUMBER, "session")),
            List.of(new IndicatorSpec.Parameter("times", "Times", true, 1, 1000, 1, List.of())),
            List.of(new NodeSpec.Output("value", NodeSpec.Kind.CONDITION, IndicatorSpec.Unit.NUMBER)));

    @Override
    public NodeSpec spec() {
        return SPEC;
    }

    @Override
    public int lookback(IndicatorArguments arguments) {
        return 0;
    }

    @Override
    public NodeKernel kernel(IndicatorArguments arguments) {
        return new Kernel(arguments.integer(0));
    }

    /// State lives in the kernel, one per series and run, never in the definition.
    private static final class Kernel implements NodeKernel {
        private final int times;
        private double session = Double.NaN;
        private int seen;

        Kernel(int times) {
            this.times = times;
        }

        @Override
        public void advance(double[][] inputs, int from, int to, double[][] outputs) {
            for (int row = from; row < to; row++) {
                if (inputs[1][row] != session) {
                    session = inputs[1][row];
                    seen = 0;
                }
                double when = inputs[0][row];
                outputs[0][row] = Double.isNaN(when) ? Double.NaN : when == 1 && seen++ < times ? 1 : 0;
            }
        }
    }
}
