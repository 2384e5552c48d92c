package org.tickwright.desktop.chart;

/// To come.
public final class ChartPane {
    private ChartPane() {}
}
