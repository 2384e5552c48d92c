package org.tickwright.spi;

/// A node of the strategy graph: what it is called, what flows in and out and how it is computed. Stateless
/// and shared between threads.
///
/// A plug-in's indicator is a node already (`indicator.NAME`); this face is for what an indicator cannot
/// say: conditions as inputs or outputs, numbers that may be undefined. Files name the node `node.NAME`.
public interface NodeDefinition {

    /// Name, ports, parameters.
    NodeSpec spec();

    /// How many leading rows stay undefined for these arguments.
    int lookback(IndicatorArguments arguments);

    /// A kernel whose first row is row 0 of the series.
    NodeKernel kernel(IndicatorArguments arguments);
}
