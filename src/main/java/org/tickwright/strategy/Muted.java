package org.tickwright.strategy;

import java.util.Arrays;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeKernel;
import org.tickwright.spi.NodeSpec;

/// Stands in for a kernel that failed, so that the nodes beside it can still be checked: it gives nothing.
final class Muted {
    private Muted() {}

    /// An indicator that is undefined at every row.
    record Indicator(IndicatorSpec spec) implements IndicatorDefinition {
        @Override
        public int lookback(IndicatorArguments arguments) {
            return Integer.MAX_VALUE;
        }

        @Override
        public IndicatorKernel kernel(IndicatorArguments arguments, int begin) {
            return (inputs, from, to, outputs) -> silence(outputs, from, to);
        }
    }

    /// A node that is undefined at every row.
    record Brought(NodeSpec spec) implements NodeDefinition {
        @Override
        public int lookback(IndicatorArguments arguments) {
            return Integer.MAX_VALUE;
        }

        @Override
        public NodeKernel kernel(IndicatorArguments arguments) {
            return (inputs, from, to, outputs) -> silence(outputs, from, to);
        }
    }

    private static void silence(double[][] outputs, int from, int to) {
        for (double[] output : outputs) {
            Arrays.fill(output, from, to, Double.NaN);
        }
    }
}
