package org.tickwright.desktop.studio;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.studio.NodeCard.Tone;
import org.tickwright.strategy.PortType;

/// How types look: a colour and a shape each, so that they are told apart without colour too.
final class PortShape {
    private PortShape() {}

    /// The colour of a type's ports and wires.
    static Color colour(PortType type, Palette palette) {
        return switch (type) {
            case NUMBER -> palette.numberWire();
            case CONDITION -> palette.conditionWire();
            case SIZE -> palette.sizeWire();
            case PROTECTION -> palette.protectionWire();
            case ORDER -> palette.textMuted();
        };
    }

    /// The colour of a card's edge.
    static Color colour(Tone tone, Palette palette) {
        return switch (tone) {
            case NUMBER -> palette.numberWire();
            case CONDITION -> palette.conditionWire();
            case SIZE -> palette.sizeWire();
            case PROTECTION -> palette.protectionWire();
            case ORDER -> palette.textMuted();
            case LONG -> palette.up();
            case SHORT -> palette.down();
            case EXIT, UNKNOWN -> palette.textMuted();
        };
    }

    /// What a person calls a type.
    static String name(PortType type) {
        return switch (type) {
            case NUMBER -> "number";
            case CONDITION -> "condition";
            case SIZE -> "size";
            case PROTECTION -> "protection";
            case ORDER -> "order";
        };
    }

    /// Draws a port around a point: a circle for numbers, a diamond for conditions, a square for sizes, a triangle for
    /// protection, a tag for orders. `inside` fills it, `edge` outlines it.
    static void draw(GraphicsContext g, PortType type, double x, double y, double r, Color inside, Color edge) {
        g.setFill(inside);
        g.setStroke(edge);
        g.setLineWidth(1.5);
        switch (type) {
            case NUMBER -> {
                g.fillOval(x - r, y - r, 2 * r, 2 * r);
                g.strokeOval(x - r, y - r, 2 * r, 2 * r);
            }
            case CONDITION ->
                polygon(g, new double[] {x, x + r * 1.25, x, x - r * 1.25}, new double[] {
                    y - r * 1.25, y, y + r * 1.25, y
                });
            case SIZE -> {
                double s = r * 0.9;
                g.fillRect(x - s, y - s, 2 * s, 2 * s);
                g.strokeRect(x - s, y - s, 2 * s, 2 * s);
            }
            case PROTECTION ->
                polygon(g, new double[] {x - r, x + r * 1.2, x - r}, new double[] {y - r * 1.15, y, y + r * 1.15});
            case ORDER ->
                polygon(g, new double[] {x - r, x + r * 0.3, x + r * 1.2, x + r * 0.3, x - r}, new double[] {
                    y - r * 0.9, y - r * 0.9, y, y + r * 0.9, y + r * 0.9
                });
        }
    }

    private static void polygon(GraphicsContext g, double[] xs, double[] ys) {
        g.fillPolygon(xs, ys, xs.length);
        g.strokePolygon(xs, ys, xs.length);
    }
}
