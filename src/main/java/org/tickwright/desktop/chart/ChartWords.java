package org.tickwright.desktop.chart;

import java.util.stream.Collectors;

/// A chart in words, for a screen reader.
final class ChartWords {
    private ChartWords() {}

    /// The series, how many bars are in view, and every value at the crosshair or the last bar.
    static String of(ChartModel model) {
        ChartSeries series = model.series().get();
        if (series == null) {
            return "Chart without a series";
        }
        int bar = model.readoutBar();
        if (bar < 0) {
            return "Chart of " + series.key() + ", which has no bars";
        }
        String values = Readout.of(model, bar).sections().stream()
                .map(section -> section.title() + ": "
                        + section.rows().stream()
                                .map(row -> row.name() + " " + row.text())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(". "));
        String flow = String.join(". ", model.flowNotes());
        long bars = Math.round(model.visibleRange().get().bars());
        return "Chart of " + series.key() + (series.simulated() ? ", simulated" : "") + ", " + bars + " bars in view. "
                + (flow.isEmpty() ? "" : flow + ". ") + values;
    }
}
