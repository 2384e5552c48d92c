package org.tickwright.desktop.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.chart.plot.Column;

/// Computed columns as a chart draws them: over the prices or in a pane of their own.
///
/// `id` tells indicators of a chart apart and survives a change of parameters. `decimals` below 0
/// lets the axis choose; `brief` writes large values in short, as volumes are read. `band` fills
/// between two outputs; `levels` are fine lines across. What `repaints` is drawn from the bar that confirms it.
public record ChartIndicator(
        String id,
        String title,
        boolean overlay,
        List<Output> outputs,
        @Nullable Band band,
        List<Double> levels,
        int decimals,
        boolean brief,
        boolean hidden,
        boolean repaints) {

    /// How an output is drawn.
    public enum Shape {
        LINE,
        HISTOGRAM
    }

    /// One column: its name, empty where there is only one, and the slot of its colour.
    public record Output(String name, Column column, Shape shape, int slot) {}

    /// The area between two outputs, by their indices.
    public record Band(int upper, int lower) {}

    /// Takes unmodifiable copies.
    public ChartIndicator {
        outputs = List.copyOf(outputs);
        levels = List.copyOf(levels);
    }

    /// A line over the prices or in a pane of its own, from values that were computed elsewhere,
    /// one per bar.
    public static ChartIndicator line(String id, String title, boolean overlay, double[] values, int slot) {
        Column column = new Column(values, values.length);
        return new ChartIndicator(
                id,
                title,
                overlay,
                List.of(new Output("", column, Shape.LINE, slot)),
                null,
                List.of(),
                -1,
                false,
                false,
                false);
    }

    /// The same, shown or hidden.
    public ChartIndicator hidden(boolean hide) {
        return new ChartIndicator(id, title, overlay, outputs, band, levels, decimals, brief, hide, repaints);
    }
}
