package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.NodeCard.Spot;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;
import org.tickwright.strategy.Wire.PortRef;

/// What may be connected with what, and connecting it. Each edit is one step of undo.
final class Connections {
    private final StudioModel model;

    Connections(StudioModel model) {
        this.model = model;
    }

    /// A port of the graph and on which side of its node it lies.
    record End(PortRef port, boolean input) {}

    /// What connecting two ports would mean: the wire, the wires it replaces, or why it is refused.
    record Connection(
            @Nullable Wire wire,
            List<Wire> replaced,
            @Nullable String refusal) {
        boolean allowed() {
            return refusal == null && wire != null;
        }
    }

    /// What connecting two ports would mean, in either order.
    Connection check(End a, End b) {
        return check(model.document(), a, b);
    }

    /// What moving a wire's end from where it is would mean.
    Connection check(@Nullable Wire moving, End a, End b) {
        StrategyDocument without =
                moving == null ? model.document() : GraphEdits.disconnect(model.document(), List.of(moving));
        return check(without, a, b);
    }

    /// What connecting two ports of a document would mean.
    Connection check(StrategyDocument document, End a, End b) {
        if (a.input() == b.input()) {
            return new Connection(
                    null,
                    List.of(),
                    a.input()
                            ? "Both are inputs. Connect an output to an input."
                            : "Both are outputs. Connect an output to an input.");
        }
        Wire wire = a.input() ? new Wire(b.port(), a.port()) : new Wire(a.port(), b.port());
        String refusal = model.validator().refusal(document, wire);
        if (refusal == null) {
            return new Connection(wire, List.of(), null);
        }
        List<Wire> taken =
                document.wires().stream().filter(w -> w.to().equals(wire.to())).toList();
        if (taken.isEmpty() || taken.contains(wire)) {
            return new Connection(wire, List.of(), refusal);
        }
        String otherwise = model.validator().refusal(GraphEdits.disconnect(document, taken), wire);
        return new Connection(wire, otherwise == null ? taken : List.of(), otherwise);
    }

    /// Connects two ports if that is allowed; what was in the input goes. Returns why not, or null if it was done.
    @Nullable
    String connect(End a, End b) {
        Connection connection = check(a, b);
        if (connection.allowed() && connection.wire() != null) {
            model.apply(
                    "Connect " + connection.wire().from() + " to "
                            + connection.wire().to(),
                    null,
                    GraphEdits.connect(model.document(), connection.wire(), connection.replaced()));
            return null;
        }
        return connection.refusal();
    }

    /// Moves a wire's end to another port in one step; returns why not, or null if it was done.
    @Nullable
    String reconnect(Wire wire, End from, End to) {
        StrategyDocument without = GraphEdits.disconnect(model.document(), List.of(wire));
        Connection connection = check(without, from, to);
        if (connection.allowed() && connection.wire() != null) {
            model.apply(
                    "Reconnect " + connection.wire().from(),
                    null,
                    GraphEdits.connect(without, connection.wire(), connection.replaced()));
            return null;
        }
        return connection.refusal();
    }

    /// Removes wires.
    void disconnect(Collection<Wire> wires) {
        model.apply(
                wires.size() == 1 ? "Disconnect" : "Disconnect wires",
                null,
                GraphEdits.disconnect(model.document(), wires));
    }

    /// All ports that `end` may be connected to, in reading order.
    List<End> targets(End end) {
        return sameType(end).stream()
                .filter(other -> check(end, other).allowed())
                .toList();
    }

    /// All ports of the type of `end` on the other side of other nodes, in reading order; quick in any graph.
    List<End> sameType(End end) {
        Optional<Spot> from = spot(end);
        List<End> same = new ArrayList<>();
        if (from.isEmpty()) {
            return same;
        }
        for (String id : model.scene().readingOrder()) {
            NodeCard card = model.scene().card(id).orElseThrow();
            for (Spot spot : end.input() ? card.outputs() : card.inputs()) {
                if (spot.port().type() == from.get().port().type()
                        && !id.equals(end.port().node())) {
                    same.add(new End(new PortRef(id, spot.port().name()), spot.input()));
                }
            }
        }
        return same;
    }

    /// The types that have a port which `end` may be connected to.
    List<NodeType> fitting(End end) {
        Optional<Spot> spot = spot(end);
        if (spot.isEmpty()) {
            return List.of();
        }
        List<NodeType> types = new ArrayList<>();
        for (NodeType type : model.catalogue().all()) {
            List<Port> ports = end.input() ? type.outputs() : type.inputs();
            boolean sameType =
                    ports.stream().anyMatch(p -> p.type() == spot.get().port().type());
            if (sameType && takes(type, ports, end)) {
                types.add(type);
            }
        }
        return types;
    }

    private boolean takes(NodeType type, List<Port> ports, End end) {
        Node node = Node.of(GraphEdits.freeId(model.document(), "candidate"), type.type(), Map.of());
        StrategyDocument with = model.document().withNode(node, new Point(0, 0));
        return ports.stream()
                .anyMatch(p -> check(with, end, new End(new PortRef(node.id(), p.name()), !end.input()))
                        .allowed());
    }

    private Optional<Spot> spot(End end) {
        return model.scene()
                .card(end.port().node())
                .flatMap(card -> card.spot(end.port().port(), end.input()));
    }
}
