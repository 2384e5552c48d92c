package org.tickwright.strategy;

import java.util.List;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeKernel;
import org.tickwright.spi.NodeSpec;

/// Nodes as a plug-in brings them, with conditions in and out and a state of their own.
final class Brought {
    private Brought() {}

    static List<NodeDefinition> nodes() {
        return List.of(
                node("counter", NodeSpec.Kind.NUMBER, Brought::counting),
                node("toggle", NodeSpec.Kind.CONDITION, Brought::toggling));
    }

    private static NodeDefinition node(String name, NodeSpec.Kind kind, java.util.function.Supplier<NodeKernel> made) {
        NodeSpec spec = new NodeSpec(
                name,
                name,
                "Test",
                "Made for a test.",
                List.of(
                        new NodeSpec.Input("on", NodeSpec.Kind.CONDITION, ""),
                        new NodeSpec.Input("number", NodeSpec.Kind.NUMBER, "close")),
                List.of(),
                List.of(new NodeSpec.Output("value", kind, IndicatorSpec.Unit.NUMBER)));
        return new NodeDefinition() {
            @Override
            public NodeSpec spec() {
                return spec;
            }

            @Override
            public int lookback(IndicatorArguments arguments) {
                return 0;
            }

            @Override
            public NodeKernel kernel(IndicatorArguments arguments) {
                return made.get();
            }
        };
    }

    /// How often the condition was true at a defined number; undefined where the number is.
    private static NodeKernel counting() {
        int[] count = new int[1];
        return (inputs, from, to, outputs) -> {
            for (int row = from; row < to; row++) {
                boolean defined = !Double.isNaN(inputs[1][row]);
                count[0] += defined && inputs[0][row] == 1 ? 1 : 0;
                outputs[0][row] = defined ? count[0] : Double.NaN;
            }
        };
    }

    /// Changes whenever the condition is true; undefined while that is.
    private static NodeKernel toggling() {
        boolean[] on = new boolean[1];
        return (inputs, from, to, outputs) -> {
            for (int row = from; row < to; row++) {
                on[0] ^= inputs[0][row] == 1;
                outputs[0][row] = Double.isNaN(inputs[0][row]) ? Double.NaN : on[0] ? 1 : 0;
            }
        };
    }
}
