/// Tests of the chart as a control and as a place: view models without a toolkit, journeys with TestFX.
@NullMarked
package org.tickwright.desktop.chart;

import org.jspecify.annotations.NullMarked;
