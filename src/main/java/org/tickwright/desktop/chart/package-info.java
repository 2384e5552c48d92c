/// The chart: scales, panes, layers on a canvas with level of detail, and its view model.
///
/// Start at [ChartPane].
@NullMarked
package org.tickwright.desktop.chart;

import org.jspecify.annotations.NullMarked;
