package org.tickwright.desktop.chart.plot;

import java.util.ArrayList;
import java.util.List;

/// A strip of the chart with its own vertical axis and layers.
public final class Pane {
    private final ValueScale scale = new ValueScale();
    private final ValueTicks ticks = new ValueTicks();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private double weight;
    private int decimals = -1;
    private boolean brief;
    private double top;
    private double height;

    /// A pane that takes its share of the height by weight; the price pane usually has 1.
    public Pane(double weight) {
        this.weight = weight;
    }

    /// Its vertical axis.
    public ValueScale scale() {
        return scale;
    }

    ValueTicks ticks() {
        return ticks;
    }

    /// What it shows, bottom first. May be changed between frames.
    public List<Layer> layers() {
        return layers;
    }

    /// Values marked on its axis, the most important first; those that would overlap an earlier one
    /// are left out.
    public List<Tag> tags() {
        return tags;
    }

    /// Its share of the height relative to the other panes.
    public double weight() {
        return weight;
    }

    /// Changes its share of the height.
    public void weight(double newWeight) {
        weight = newWeight;
    }

    /// Fixes the decimals of its axis; a negative count takes as many as the labels need.
    public void decimals(int count) {
        decimals = count;
        scale.smallest(count < 0 ? 1e-12 : Math.pow(10, -count));
    }

    /// Writes large values in short, as volumes are read.
    public void brief(boolean wanted) {
        brief = wanted;
    }

    /// Its upper edge in the last frame.
    public double top() {
        return top;
    }

    /// Its height in the last frame.
    public double height() {
        return height;
    }

    void place(double newTop, double newHeight) {
        top = newTop;
        height = newHeight;
        scale.place(newTop, newHeight);
    }

    void follow(Extent extent, int from, int to) {
        extent.clear();
        for (Layer layer : layers) {
            layer.extent(extent, from, to);
        }
        scale.follow(extent.low(), extent.high());
    }

    double smallest() {
        return decimals < 0 ? 1e-12 : Math.pow(10, -decimals);
    }

    /// A value as its axis labels write it.
    String label(NumberText numbers, double value) {
        if (brief) {
            return numbers.brief(value);
        }
        return numbers.fixed(value, decimals < 0 ? NumberText.decimalsOfStep(ticks.step()) : decimals);
    }

    /// A value as its tags write it, at least as fine as the labels.
    String tag(NumberText numbers, double value) {
        if (brief) {
            return numbers.brief(value);
        }
        int fine = Math.min(Math.max(NumberText.decimalsOfStep(ticks.step()) + 1, 2), NumberText.MOST);
        return numbers.fixed(value, decimals < 0 ? fine : decimals);
    }
}
