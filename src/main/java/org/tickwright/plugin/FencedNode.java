package org.tickwright.plugin;

import org.tickwright.indicator.KernelFault;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeKernel;
import org.tickwright.spi.NodeSpec;

/// A plug-in's node whose specification was read once and checked, and whose kernels are fenced.
record FencedNode(String jar, NodeDefinition definition, NodeSpec spec) implements NodeDefinition {

    @Override
    public int lookback(IndicatorArguments arguments) {
        try {
            return definition.lookback(arguments);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new KernelFault(name() + " has no lookback: " + PlugInWords.of(e), 0, e);
        }
    }

    @Override
    public NodeKernel kernel(IndicatorArguments arguments) {
        return new FencedKernel(name(), 0, () -> {
            NodeKernel kernel = definition.kernel(arguments);
            return kernel::advance;
        });
    }

    private String name() {
        return spec.name() + " of " + jar;
    }
}
