package org.tickwright.desktop.chart.plot;

/// A value marked on the vertical axis in the colour of a slot, with a fine line across the pane if
/// wanted.
public record Tag(double value, int slot, boolean line) {}
