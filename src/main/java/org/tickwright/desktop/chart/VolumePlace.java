package org.tickwright.desktop.chart;

/// Where volume is drawn.
public enum VolumePlace {
    /// At the foot of the price pane.
    FOOT,
    /// In a pane of its own.
    PANE,
    HIDDEN
}
