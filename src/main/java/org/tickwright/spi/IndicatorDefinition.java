package org.tickwright.spi;

/// An indicator: what it is called, what it needs and how it is computed. Stateless and shared between
/// threads.
public interface IndicatorDefinition {

    /// Name, inputs, parameters, outputs.
    IndicatorSpec spec();

    /// How many leading rows stay undefined in at least one output for these arguments.
    int lookback(IndicatorArguments arguments);

    /// A kernel whose first row is `begin`.
    IndicatorKernel kernel(IndicatorArguments arguments, int begin);
}
