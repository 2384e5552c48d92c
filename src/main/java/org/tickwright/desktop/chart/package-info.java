/// The chart as a control and as a place of the workstation; the drawing itself is done by the
/// engine in [org.tickwright.desktop.chart.plot], which knows neither JavaFX nor trading.
///
/// To embed a chart start at [ChartModel] (what is shown, without a toolkit) and [ChartPane] (the
/// control).
@NullMarked
package org.tickwright.desktop.chart;

import org.jspecify.annotations.NullMarked;
