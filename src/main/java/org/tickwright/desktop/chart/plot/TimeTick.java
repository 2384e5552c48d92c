package org.tickwright.desktop.chart.plot;

/// A label of the time axis: bar `index` is the first of what `text` names. `strong` marks what is
/// larger than its neighbours: a new year among months, a new day among hours.
public record TimeTick(int index, double x, String text, boolean strong, double halfWidth) {}
