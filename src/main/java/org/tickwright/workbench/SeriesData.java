package org.tickwright.workbench;

import org.tickwright.market.Frame;
import org.tickwright.market.SeriesKey;

/// Bars to work on, from the store or straight from a file.
///
/// @param key the series; for a file the symbol is the one stated or taken from its name
/// @param simulated whether a generator made them
/// @param frame the bars, and for a file its further columns
/// @param source where they come from, in words
public record SeriesData(SeriesKey key, boolean simulated, Frame frame, String source) {}
