package org.tickwright.plugin;

import org.tickwright.indicator.KernelFault;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// A plug-in's indicator whose specification was read once and checked, and whose kernels are fenced.
record FencedIndicator(String jar, IndicatorDefinition definition, IndicatorSpec spec) implements IndicatorDefinition {

    @Override
    public int lookback(IndicatorArguments arguments) {
        try {
            return definition.lookback(arguments);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            throw new KernelFault(name() + " has no lookback: " + PlugInWords.of(e), 0, e);
        }
    }

    @Override
    public IndicatorKernel kernel(IndicatorArguments arguments, int begin) {
        return new FencedKernel(name(), begin, () -> {
            IndicatorKernel kernel = definition.kernel(arguments, begin);
            return kernel::advance;
        });
    }

    private String name() {
        return spec.name() + " of " + jar;
    }
}
