package org.tickwright.bench;

import java.util.List;
import org.tickwright.desktop.chart.ChartBenchmark;

/// What a frame of a chart of a million bars costs, and what it costs to prepare them.
final class ChartBench {
    private static final double FRAME_LIMIT = 8_000_000;

    private ChartBench() {}

    static Suite suite() {
        return new Suite(
                "chart",
                ChartBenchmark::histogram,
                List.of(
                        new Comparison("pan, every bar in view", "ChartBenchmark.pan", null, 1, "frame", FRAME_LIMIT),
                        new Comparison("zoom, all to few bars", "ChartBenchmark.zoom", null, 1, "frame", FRAME_LIMIT),
                        new Comparison(
                                "tree of extremes",
                                "ChartBenchmark.pyramid",
                                null,
                                ChartBenchmark.BARS,
                                "bar",
                                Double.NaN)));
    }
}
