package org.tickwright.spi;

/// The running state of one node over one series.
///
/// What is written at row `i` depends on inputs up to row `i` and on nothing else; a row is the same whether
/// it comes alone, as it does live, or with thousands of others.
public interface NodeKernel {

    /// Computes rows `from` (inclusive) to `to` (exclusive).
    ///
    /// Calls come in order without gaps; the first starts at row 0. Numbers that are undefined are NaN;
    /// conditions are 1, 0, or NaN while undefined, as inputs and as outputs. A row that is not written is
    /// undefined. Columns may be longer than `to`: rows from there on hold nothing that may be read. They may
    /// be replaced by longer copies between calls, so a kernel keeps no reference to them. O(1) per row where
    /// mathematics allows; no allocation.
    void advance(double[][] inputs, int from, int to, double[][] outputs);
}
