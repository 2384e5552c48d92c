package org.tickwright.desktop.chart.plot;

/// What lies under a point: which part of the chart, which pane (its index, -1 outside), which bar
/// (possibly outside the series) and which value.
public record Spot(Part part, int pane, int bar, double value) {

    /// A part of the chart.
    public enum Part {
        PANE,
        VALUE_AXIS,
        TIME_AXIS,
        /// The border below pane `pane`.
        DIVIDER,
        CORNER
    }
}
