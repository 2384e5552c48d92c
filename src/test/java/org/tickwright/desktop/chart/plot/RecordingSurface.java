package org.tickwright.desktop.chart.plot;

import java.util.ArrayList;
import java.util.List;

/// A surface that keeps what was drawn, for tests to look at. Every character is seven pixels wide.
public final class RecordingSurface implements Surface {
    private static final double CHARACTER = 7;

    private final double pixel;
    private final List<Box> rects = new ArrayList<>();
    private final List<Words> texts = new ArrayList<>();
    private final List<Stroke> lines = new ArrayList<>();
    private final List<Stroke> polygons = new ArrayList<>();
    private int dashes;
    private int commands;

    /// A rectangle.
    public record Box(double x, double y, double width, double height, int argb) {}

    /// A text and the box it takes.
    public record Words(String text, Box box, Face face) {}

    /// A line or the outline of an area.
    public record Stroke(double[] x, double[] y, int argb) {}

    /// On a screen whose device pixels have that side.
    public RecordingSurface(double pixel) {
        this.pixel = pixel;
    }

    /// How many commands were given.
    public int commands() {
        return commands;
    }

    /// How many dashed lines were drawn.
    public int dashes() {
        return dashes;
    }

    /// The rectangles drawn.
    public List<Box> rects() {
        return rects;
    }

    /// The rectangles of a colour.
    public List<Box> rects(int argb) {
        return rects.stream().filter(box -> box.argb() == argb).toList();
    }

    /// The texts drawn.
    public List<Words> texts() {
        return texts;
    }

    /// The lines drawn.
    public List<Stroke> lines() {
        return lines;
    }

    /// The areas filled.
    public List<Stroke> polygons() {
        return polygons;
    }

    @Override
    public double pixel() {
        return pixel;
    }

    @Override
    public void rect(double x, double y, double width, double height, int argb) {
        commands++;
        rects.add(new Box(x, y, width, height, argb));
    }

    @Override
    public void polyline(double[] x, double[] y, int count, double width, int argb) {
        commands++;
        lines.add(new Stroke(java.util.Arrays.copyOf(x, count), java.util.Arrays.copyOf(y, count), argb));
    }

    @Override
    public void dashed(double x1, double y1, double x2, double y2, double width, int argb) {
        commands++;
        dashes++;
    }

    @Override
    public void polygon(double[] x, double[] y, int count, int argb) {
        commands++;
        polygons.add(new Stroke(java.util.Arrays.copyOf(x, count), java.util.Arrays.copyOf(y, count), argb));
    }

    @Override
    public void text(String text, double x, double y, Align align, Face face, int argb) {
        commands++;
        double width = textWidth(text, face);
        double left = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        texts.add(new Words(text, new Box(left, y - 7, width, 14, argb), face));
    }

    @Override
    public double textWidth(String text, Face face) {
        return CHARACTER * text.length();
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        commands++;
    }

    @Override
    public void unclip() {
        commands++;
    }
}
