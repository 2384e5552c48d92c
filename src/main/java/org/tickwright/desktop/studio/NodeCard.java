package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.StrategyDocument.Point;

/// A node as the graph shows it: its texts, its size, its ports, and where on the plane it lies. `type` is null for a
/// node whose type this version does not know.
record NodeCard(
        Node node,
        @Nullable NodeType type,
        Tone tone,
        String title,
        String subtitle,
        NodeBadge badge,
        List<Fact> facts,
        List<Spot> inputs,
        List<Spot> outputs,
        Point at,
        double width,
        double height) {

    /// Height of the part with title and subtitle.
    static final double HEADER = 40;
    /// Height of a row with ports.
    static final double PORT_ROW = 20;
    /// Height of a row with a setting.
    static final double FACT_ROW = 20;
    /// Space below the last row.
    static final double FOOT = 8;

    /// What the colour of a card's edge says.
    enum Tone {
        NUMBER,
        CONDITION,
        SIZE,
        PROTECTION,
        ORDER,
        LONG,
        SHORT,
        EXIT,
        UNKNOWN
    }

    /// A setting worth reading on the card; `linked` ones follow a parameter.
    record Fact(String name, String value, boolean linked) {}

    /// A port and its centre relative to the card's upper left corner.
    record Spot(Port port, boolean input, double x, double y) {}

    /// The node's id.
    String id() {
        return node.id();
    }

    /// The card's rectangle on the plane.
    Box box() {
        return new Box(at.x(), at.y(), width, height);
    }

    /// The same card elsewhere.
    NodeCard movedTo(Point place) {
        return new NodeCard(node, type, tone, title, subtitle, badge, facts, inputs, outputs, place, width, height);
    }

    /// The input or output of that name.
    Optional<Spot> spot(String port, boolean input) {
        return (input ? inputs : outputs)
                .stream().filter(s -> s.port().name().equals(port)).findFirst();
    }

    /// A port's centre on the plane.
    Point centre(Spot spot) {
        return new Point(at.x() + spot.x(), at.y() + spot.y());
    }
}
