package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;

/// From which bar on a strategy's decisions say something about the market rather than about where its data begin.
///
/// `definedFrom` is the first bar at which everything that feeds actions is defined. From `stableFrom` on it is
/// also the same, within 1e-6 of its size, whether the data begin at the first bar or later; null where it never
/// is. Both count bars from the first of the series. `note` says it in a sentence that a report can print.
public record StrategyWarmUp(int definedFrom, @Nullable Integer stableFrom, String note) {}
