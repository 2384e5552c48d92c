package org.tickwright.desktop.studio;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.desktop.studio.NodeCard.Fact;
import org.tickwright.desktop.studio.NodeCard.Spot;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.Problem.Severity;
import org.tickwright.strategy.Wire.PortRef;

/// Draws one card of the graph. Text that is too long ends in an ellipsis; it is never cut.
final class CardPainter {
    private static final double RADIUS = 12;
    private static final double PAD = 12;
    private static final double EDGE = 4;
    private static final double PORT_RADIUS = 5;
    private static final double BADGE = 16;
    /// Height of two lines of text, in sizes of its font.
    private static final double TWO_LINES = 2.4;
    /// How far a badge reaches below its card: not into the next one.
    private static final double BELOW = 6;
    private static final int REMEMBERED = 4000;

    private record Fitted(String text, String family, double size, double room) {}

    private final Map<Fitted, String> fitted = new HashMap<>();
    private final Text ruler = new Text();

    void paint(GraphicsContext g, GraphFrame frame, NodeCard card) {
        boolean selected = frame.selection().contains(card.id());
        boolean hovered = card.id().equals(GraphPainter.hoveredCard(frame.hover()));
        double zoom = frame.viewport().zoom();
        body(g, frame.palette(), card, selected, hovered);
        if (zoom < GraphPainter.BLOCKS_ONLY) {
            block(g, frame.palette(), card);
        } else if (zoom < GraphPainter.TITLES_ONLY) {
            title(g, frame, card);
        } else {
            header(g, frame, card);
            facts(g, frame, card);
            labels(g, frame, card);
            badge(g, frame, card);
        }
        ports(g, frame, card);
        Severity problem = frame.problems().get(card.id());
        if (problem != null) {
            mark(g, frame, card, problem);
        }
    }

    private static void body(GraphicsContext g, Palette palette, NodeCard card, boolean selected, boolean hovered) {
        double x = card.at().x();
        double y = card.at().y();
        double w = card.width();
        double h = card.height();
        if (selected) {
            g.setFill(GraphPainter.fade(palette.accent(), 0.28));
            g.fillRoundRect(x - 4, y - 4, w + 8, h + 8, RADIUS + 8, RADIUS + 8);
        } else {
            g.setFill(GraphPainter.fade(Color.BLACK, palette.dark() ? 0.28 : 0.06));
            g.fillRoundRect(x - 1, y + 1, w + 2, h + 2, RADIUS + 2, RADIUS + 2);
        }
        g.setFill(palette.surface());
        g.fillRoundRect(x, y, w, h, RADIUS, RADIUS);
        Color tone = PortShape.colour(card.tone(), palette);
        g.save();
        g.beginPath();
        g.rect(x, y, w, NodeCard.HEADER);
        g.clip();
        g.setFill(GraphPainter.fade(tone, palette.dark() ? 0.16 : 0.10));
        g.fillRoundRect(x, y, w, h, RADIUS, RADIUS);
        g.restore();
        g.save();
        g.beginPath();
        g.rect(x, y, EDGE, h);
        g.clip();
        g.setFill(tone);
        g.fillRoundRect(x, y, w, h, RADIUS, RADIUS);
        g.restore();
        g.setStroke(selected ? palette.accent() : hovered ? palette.textMuted() : palette.border());
        g.setLineWidth(selected ? 2 : 1);
        g.strokeRoundRect(x, y, w, h, RADIUS, RADIUS);
    }

    private static void block(GraphicsContext g, Palette palette, NodeCard card) {
        g.setFill(GraphPainter.fade(PortShape.colour(card.tone(), palette), 0.35));
        g.fillRoundRect(card.at().x(), card.at().y(), card.width(), card.height(), RADIUS, RADIUS);
    }

    private void header(GraphicsContext g, GraphFrame frame, NodeCard card) {
        double x = card.at().x() + PAD;
        double y = card.at().y();
        double room = card.width() - 2 * PAD;
        text(g, card.title(), frame.fonts().title(), frame.palette().text(), x, y + 14, room);
        text(g, card.subtitle(), frame.fonts().detail(), frame.palette().textMuted(), x, y + 29, room);
    }

    /// A tag on the lower edge, where no card needs to be wider for it.
    private void badge(GraphicsContext g, GraphFrame frame, NodeCard card) {
        if (!card.badge().shown()) {
            return;
        }
        Palette palette = frame.palette();
        Font font = frame.fonts().detail();
        String label = card.badge().label();
        double width = Math.ceil(width(label, font)) + 12;
        double x = card.at().x() + card.width() - PAD - width;
        double y = card.at().y() + card.height() - BADGE + BELOW;
        boolean repaints = card.badge().repaints();
        g.setFill(palette.surface());
        g.fillRoundRect(x, y, width, BADGE, BADGE, BADGE);
        g.setStroke(repaints ? palette.warning() : palette.border());
        g.setLineWidth(1);
        g.strokeRoundRect(x, y, width, BADGE, BADGE, BADGE);
        Color colour = repaints ? palette.warning() : palette.textMuted();
        text(g, label, font, colour, x + 6, y + BADGE / 2, width);
    }

    /// From afar the title alone, as large as it stays readable, on two lines where one is too short and there is room.
    private void title(GraphicsContext g, GraphFrame frame, NodeCard card) {
        Font near = frame.fonts().title();
        Font far = Font.font(
                near.getFamily(), near.getSize() * 0.84 / frame.viewport().zoom());
        double x = card.at().x() + PAD;
        double middle = card.at().y() + card.height() / 2;
        double room = card.width() - 2 * PAD;
        Color colour = frame.palette().text();
        int space = card.title().lastIndexOf(' ');
        boolean low = card.height() < TWO_LINES * far.getSize();
        if (low || space < 0 || width(card.title(), far) <= room) {
            text(g, card.title(), far, colour, x, middle, room);
            return;
        }
        double line = far.getSize() * 0.6;
        text(g, card.title().substring(0, space), far, colour, x, middle - line, room);
        text(g, card.title().substring(space + 1), far, colour, x, middle + line, room);
    }

    private void facts(GraphicsContext g, GraphFrame frame, NodeCard card) {
        double y = card.at().y() + NodeCard.HEADER + NodeCard.FACT_ROW / 2 + 1;
        double left = card.at().x() + PAD;
        double right = card.at().x() + card.width() - PAD;
        Font font = frame.fonts().detail();
        for (Fact fact : card.facts()) {
            String value = fact.linked() ? "◆ " + fact.value() : fact.value();
            double taken = width(value, font);
            g.setTextAlign(TextAlignment.RIGHT);
            Color colour =
                    fact.linked() ? frame.palette().accent() : frame.palette().text();
            text(g, value, font, colour, right, y, card.width() - 2 * PAD);
            g.setTextAlign(TextAlignment.LEFT);
            text(g, fact.name(), font, frame.palette().textMuted(), left, y, right - left - taken - 8);
            y += NodeCard.FACT_ROW;
        }
    }

    private void labels(GraphicsContext g, GraphFrame frame, NodeCard card) {
        Font font = frame.fonts().detail();
        Color colour = frame.palette().textMuted();
        double half = card.width() / 2;
        boolean bothSides = !card.inputs().isEmpty() && !card.outputs().isEmpty();
        double room = bothSides ? half - PAD : card.width() - 2 * PAD;
        for (Spot spot : card.inputs()) {
            text(
                    g,
                    spot.port().name(),
                    font,
                    colour,
                    card.at().x() + PAD,
                    card.at().y() + spot.y(),
                    room);
        }
        g.setTextAlign(TextAlignment.RIGHT);
        for (Spot spot : card.outputs()) {
            if (spot.port().name().equals(NodeCatalogue.VALUE)) {
                continue;
            }
            double x = card.at().x() + card.width() - PAD;
            text(g, spot.port().name(), font, colour, x, card.at().y() + spot.y(), room);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private static void ports(GraphicsContext g, GraphFrame frame, NodeCard card) {
        card.inputs().forEach(spot -> port(g, frame, card, spot));
        card.outputs().forEach(spot -> port(g, frame, card, spot));
    }

    private static void port(GraphicsContext g, GraphFrame frame, NodeCard card, Spot spot) {
        Palette palette = frame.palette();
        PortRef ref = new PortRef(card.id(), spot.port().name());
        Color colour = PortShape.colour(spot.port().type(), palette);
        double x = card.at().x() + spot.x();
        double y = card.at().y() + spot.y();
        WireDrag drag = frame.drag();
        End end = new End(ref, spot.input());
        boolean lit = drag != null && (drag.fits().contains(end) || drag.from().equals(end));
        boolean dimmed = drag != null && !lit;
        boolean hovered = frame.hover() instanceof Hit.OnPort on
                && on.ref().equals(ref)
                && on.spot().input() == spot.input();
        if (lit || (hovered && drag == null)) {
            g.setFill(GraphPainter.fade(colour, 0.30));
            g.fillOval(x - 10, y - 10, 20, 20);
        }
        boolean filled = frame.scene().connected(ref, spot.input());
        Color inside = filled ? colour : palette.surface();
        Color edge = dimmed ? GraphPainter.fade(colour, 0.35) : colour;
        PortShape.draw(g, spot.port().type(), x, y, PORT_RADIUS, dimmed && filled ? palette.border() : inside, edge);
    }

    private static void mark(GraphicsContext g, GraphFrame frame, NodeCard card, Severity severity) {
        Palette palette = frame.palette();
        double x = card.at().x() + card.width() - 4;
        double y = card.at().y() + 4;
        g.setFill(severity == Severity.ERROR ? palette.danger() : palette.warning());
        g.fillOval(x - 8, y - 8, 16, 16);
        g.setStroke(palette.background());
        g.setLineWidth(2);
        g.strokeOval(x - 8, y - 8, 16, 16);
        g.setStroke(palette.background());
        g.setLineWidth(2);
        g.strokeLine(x, y - 4, x, y + 0.5);
        g.strokeLine(x, y + 3.5, x, y + 3.6);
    }

    private void text(GraphicsContext g, String text, Font font, Color colour, double x, double y, double room) {
        g.setFont(font);
        g.setFill(colour);
        g.fillText(fit(text, font, room), x, y);
    }

    private String fit(String text, Font font, double room) {
        if (fitted.size() > REMEMBERED) {
            fitted.clear();
        }
        return fitted.computeIfAbsent(
                new Fitted(text, font.getName(), font.getSize(), room), key -> shorten(text, font, room));
    }

    private String shorten(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end).stripTrailing() + "…", font) > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
