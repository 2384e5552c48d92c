/// Tests of the chart engine, drawn on a [RecordingSurface].
@NullMarked
package org.tickwright.desktop.chart.plot;

import org.jspecify.annotations.NullMarked;
