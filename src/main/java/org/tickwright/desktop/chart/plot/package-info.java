/// The chart engine: scales, panes, layers and what they draw, on a [Surface] it is given.
///
/// Knows neither JavaFX nor trading: it shows columns of numbers over the bars of a time axis.
/// Start at [Plot], which holds a [TimeScale] and [Pane]s of [Layer]s. A new kind of picture is one
/// more [Layer]; a new target (a file, say) is one more [Surface]. Everything here runs on one
/// thread, the one that draws.
@NullMarked
package org.tickwright.desktop.chart.plot;

import org.jspecify.annotations.NullMarked;
