package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.NodeCard.Spot;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;
import org.tickwright.strategy.Wire.PortRef;

/// What a person can do to the graph, by mouse or by key. Each call is one step of undo unless it says otherwise.
final class GraphActions {
    private final StudioModel model;
    private GraphEdits.@Nullable Clip clipboard;

    GraphActions(StudioModel model) {
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

    // Nodes

    /// Adds a node of a type at the free place nearest to `wish` and selects it; returns its id.
    String add(NodeType type, Point wish) {
        StrategyDocument document = model.document();
        Node node = Node.of(GraphEdits.freeId(document, NodeSearch.wishedId(type)), type.type(), Map.of());
        model.apply("Add " + type.title(), null, document.withNode(node, freePlace(node, wish)));
        model.select(Set.of(node.id()));
        return node.id();
    }

    /// Adds a node and connects its first fitting port with `end`, in one step.
    String addConnected(NodeType type, Point wish, End end) {
        StrategyDocument document = model.document();
        Node node = Node.of(GraphEdits.freeId(document, NodeSearch.wishedId(type)), type.type(), Map.of());
        StrategyDocument more = document.withNode(node, freePlace(node, wish));
        for (Port port : end.input() ? type.outputs() : type.inputs()) {
            Connection connection = check(more, end, new End(new PortRef(node.id(), port.name()), !end.input()));
            if (connection.allowed() && connection.wire() != null) {
                more = GraphEdits.connect(more, connection.wire(), connection.replaced());
                break;
            }
        }
        model.apply("Add " + type.title(), null, more);
        model.select(Set.of(node.id()));
        return node.id();
    }

    private Point freePlace(Node node, Point wish) {
        StrategyDocument alone = StrategyDocument.empty("").withNode(node, new Point(0, 0));
        NodeCard card = new CardFactory(model.catalogue()).cards(alone).getFirst();
        return model.scene().freePlace(wish, card.width(), card.height());
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

    /// Deletes what is selected: the wire, or the nodes with their wires.
    void deleteSelection() {
        if (model.selectedWire().isPresent()) {
            disconnect(List.of(model.selectedWire().get()));
            return;
        }
        Set<String> ids = model.selection();
        if (!ids.isEmpty()) {
            String label =
                    ids.size() == 1 ? "Delete " + titleOf(ids.iterator().next()) : "Delete " + ids.size() + " nodes";
            model.apply(label, null, GraphEdits.remove(model.document(), ids));
        }
    }

    /// Copies the selected nodes and the wires among them beside the originals and selects the copies.
    void duplicateSelection() {
        if (!model.selection().isEmpty()) {
            paste(GraphEdits.clip(model.document(), model.selection()), "Duplicate");
        }
    }

    /// Keeps the selected nodes for [#paste()]; they outlive a change of strategy.
    void copySelection() {
        if (!model.selection().isEmpty()) {
            clipboard = GraphEdits.clip(model.document(), model.selection());
        }
    }

    /// Adds what was copied and selects it.
    void paste() {
        if (clipboard != null) {
            paste(clipboard, "Paste");
        }
    }

    private void paste(GraphEdits.Clip clip, String label) {
        double by = 2 * GraphScene.GRID;
        GraphEdits.Copy copy = GraphEdits.paste(model.document(), clip, by, by);
        while (overlapsOthers(copy)) {
            by += GraphScene.GRID;
            copy = GraphEdits.paste(model.document(), clip, by, by);
        }
        model.apply(label, null, copy.document());
        model.select(new LinkedHashSet<>(copy.ids().values()));
    }

    private boolean overlapsOthers(GraphEdits.Copy copy) {
        Collection<Point> taken = model.document().layout().values();
        return copy.ids().values().stream()
                .anyMatch(id -> taken.contains(copy.document().layout().get(id)));
    }

    /// Gives a node another id; returns why not, or null if it was done.
    @Nullable
    String rename(String id, String wish) {
        String name = wish.strip();
        if (name.equals(id)) {
            return null;
        }
        if (!GraphEdits.validId(name)) {
            return "A name starts with a letter and has up to 40 letters, digits, - or _.";
        }
        if (model.document().node(name).isPresent()) {
            return "There is already a node called " + name + ".";
        }
        model.apply("Rename " + id, null, GraphEdits.rename(model.document(), id, name));
        model.select(Set.of(name));
        return null;
    }

    // Places

    /// Puts nodes where they were at `origin` plus a distance, on the grid. Calls with the same key merge.
    void moveFrom(Map<String, Point> origin, double dx, double dy, String mergeKey) {
        Map<String, Point> places = new LinkedHashMap<>();
        origin.forEach((id, at) -> places.put(id, new Point(snap(at.x() + dx), snap(at.y() + dy))));
        model.apply(
                origin.size() == 1 ? "Move node" : "Move nodes", mergeKey, GraphEdits.move(model.document(), places));
    }

    /// Moves the selected nodes by steps of the grid; repeated calls are one step of undo.
    void nudge(int columns, int rows) {
        Map<String, Point> origin = placesOf(model.selection());
        if (!origin.isEmpty()) {
            moveFrom(origin, columns * GraphScene.GRID, rows * GraphScene.GRID, "nudge");
        }
    }

    Map<String, Point> placesOf(Collection<String> ids) {
        Map<String, Point> places = new LinkedHashMap<>();
        ids.forEach(id -> places.put(id, model.document().layout().getOrDefault(id, new Point(0, 0))));
        return places;
    }

    /// Lays all nodes out anew.
    void tidy() {
        Map<String, Point> places =
                TidyLayout.of(model.scene().cards(), model.document().wires());
        model.apply("Tidy", null, GraphEdits.move(model.document(), places));
    }

    private static double snap(double value) {
        return Math.round(value / GraphScene.GRID) * GraphScene.GRID;
    }

    // Wires

    /// What connecting two ports would mean, in either order.
    Connection check(End a, End b) {
        return check(model.document(), a, b);
    }

    private Connection check(StrategyDocument document, End a, End b) {
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
    List<End> targets(End end, @Nullable Wire moving) {
        StrategyDocument document =
                moving == null ? model.document() : GraphEdits.disconnect(model.document(), List.of(moving));
        Optional<Spot> from = spot(end);
        List<End> fits = new ArrayList<>();
        if (from.isEmpty()) {
            return fits;
        }
        for (String id : model.scene().readingOrder()) {
            NodeCard card = model.scene().card(id).orElseThrow();
            for (Spot spot : end.input() ? card.outputs() : card.inputs()) {
                End other = new End(new PortRef(id, spot.port().name()), spot.input());
                if (spot.port().type() == from.get().port().type()
                        && check(document, end, other).allowed()) {
                    fits.add(other);
                }
            }
        }
        return fits;
    }

    private String titleOf(String id) {
        return model.document().node(id).map(model::titleOf).orElse(id);
    }
}
