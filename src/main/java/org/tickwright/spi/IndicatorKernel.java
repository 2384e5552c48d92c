package org.tickwright.spi;

/// The running state of one indicator over one series.
///
/// The same call computes a whole column and a single new bar, so backtest, sweep and live cannot differ:
/// what is written at row `i` depends on inputs up to row `i` and on nothing else.
public interface IndicatorKernel {

    /// Computes rows `from` (inclusive) to `to` (exclusive).
    ///
    /// Calls come in order without gaps; the first starts at the row the kernel was created for.
    /// Inputs are defined (not NaN) from that row on. Every output must be written for every row,
    /// NaN while undefined. Columns may be replaced by longer copies between calls, so a kernel
    /// keeps no reference to them. O(1) per row where mathematics allows; no allocation.
    void advance(double[][] inputs, int from, int to, double[][] outputs);
}
