package org.tickwright.desktop.studio;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.desktop.studio.GraphScene.DrawnWire;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

/// Draws a graph: plane, wires, cards, and what a gesture shows. Only what is in view is drawn, and only as fine as the
/// zoom can show.
final class GraphPainter {
    /// Below this zoom a card shows its title alone.
    static final double TITLES_ONLY = 0.55;
    /// Below this zoom a card is a coloured block.
    static final double BLOCKS_ONLY = 0.3;

    private static final double FEWEST_PIXELS_BETWEEN_DOTS = 16;

    private final CardPainter cards = new CardPainter();

    /// Draws a frame on the whole canvas of `g`.
    void paint(GraphicsContext g, GraphFrame frame) {
        Palette palette = frame.palette();
        Viewport view = frame.viewport();
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.setFill(palette.background());
        g.fillRect(0, 0, frame.width(), frame.height());
        dots(g, frame);
        g.save();
        g.setTransform(view.zoom(), 0, 0, view.zoom(), -view.x() * view.zoom(), -view.y() * view.zoom());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setLineCap(StrokeLineCap.ROUND);
        Box visible = view.visible(frame.width(), frame.height());
        wires(g, frame, visible);
        for (NodeCard card : frame.scene().cards()) {
            if (card.box().grown(12).intersects(visible)) {
                cards.paint(g, frame, card);
            }
        }
        if (frame.drag() != null) {
            draggedWire(g, frame, frame.drag());
        }
        if (frame.marquee() != null) {
            marquee(g, frame, frame.marquee());
        }
        g.restore();
    }

    private static void dots(GraphicsContext g, GraphFrame frame) {
        Viewport view = frame.viewport();
        double step = GraphScene.GRID;
        while (step * view.zoom() < FEWEST_PIXELS_BETWEEN_DOTS) {
            step *= 2;
        }
        double size = 2;
        g.setFill(fade(frame.palette().textMuted(), frame.palette().dark() ? 0.24 : 0.32));
        double firstX = Math.ceil(view.x() / step) * step;
        double firstY = Math.ceil(view.y() / step) * step;
        for (double y = firstY; (y - view.y()) * view.zoom() < frame.height(); y += step) {
            double py = (y - view.y()) * view.zoom();
            for (double x = firstX; (x - view.x()) * view.zoom() < frame.width(); x += step) {
                g.fillRect((x - view.x()) * view.zoom() - size / 2, py - size / 2, size, size);
            }
        }
    }

    private static void wires(GraphicsContext g, GraphFrame frame, Box visible) {
        WireDrag drag = frame.drag();
        Wire hovered = frame.hover() instanceof Hit.OnWire on ? on.wire() : null;
        for (DrawnWire wire : frame.scene().wires()) {
            if (!wire.curve().bounds().grown(4).intersects(visible)
                    || (drag != null && wire.wire().equals(drag.detached()))) {
                continue;
            }
            Color colour = PortShape.colour(wire.type(), frame.palette());
            boolean selected = wire.wire().equals(frame.selectedWire());
            boolean near = frame.selection().contains(wire.wire().from().node())
                    || frame.selection().contains(wire.wire().to().node());
            if (selected) {
                stroke(g, wire.curve(), fade(colour, 0.35), 8);
            }
            boolean strong = selected || near || wire.wire().equals(hovered);
            double width = strong ? 2.5 : 2;
            stroke(
                    g,
                    wire.curve(),
                    strong ? colour : fade(colour, 0.72),
                    Math.max(width, 1 / frame.viewport().zoom()));
        }
    }

    private static void stroke(GraphicsContext g, WireCurve curve, Color colour, double width) {
        g.setStroke(colour);
        g.setLineWidth(width);
        g.beginPath();
        g.moveTo(curve.x1(), curve.y1());
        g.bezierCurveTo(curve.c1(), curve.y1(), curve.c2(), curve.y2(), curve.x2(), curve.y2());
        g.stroke();
    }

    private static void draggedWire(GraphicsContext g, GraphFrame frame, WireDrag drag) {
        End from = drag.from();
        Point start = frame.scene().centre(from.port(), from.input()).orElse(drag.pointer());
        End target = drag.target();
        Point end = drag.targetFits() && target != null
                ? frame.scene().centre(target.port(), target.input()).orElse(drag.pointer())
                : drag.pointer();
        boolean refused = target != null && !drag.targetFits();
        Color colour = refused ? frame.palette().danger() : colourOf(frame, from);
        WireCurve curve = from.input() ? WireCurve.between(end, start) : WireCurve.between(start, end);
        if (refused) {
            g.setLineDashes(6, 6);
        }
        stroke(g, curve, colour, 2.5);
        g.setLineDashes();
    }

    private static Color colourOf(GraphFrame frame, End end) {
        return frame.scene()
                .card(end.port().node())
                .flatMap(card -> card.spot(end.port().port(), end.input()))
                .map(spot -> PortShape.colour(spot.port().type(), frame.palette()))
                .orElse(frame.palette().accent());
    }

    private static void marquee(GraphicsContext g, GraphFrame frame, Box box) {
        Color accent = frame.palette().accent();
        g.setFill(fade(accent, 0.12));
        g.fillRect(box.x(), box.y(), box.width(), box.height());
        g.setStroke(accent);
        g.setLineWidth(1 / frame.viewport().zoom());
        g.strokeRect(box.x(), box.y(), box.width(), box.height());
    }

    /// The same colour, less opaque.
    static Color fade(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }

    /// The card or wire end under the pointer, or null.
    static @Nullable String hoveredCard(Hit hover) {
        return switch (hover) {
            case Hit.Body body -> body.card().id();
            case Hit.OnPort port -> port.card().id();
            default -> null;
        };
    }
}
