package org.tickwright.desktop.studio;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.Connections.Connection;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire.PortRef;

/// What a person can do to the graph, by mouse or by key. Each call is one step of undo unless it says otherwise.
final class GraphActions {
    private final StudioModel model;
    private final Connections connections;
    private GraphEdits.@Nullable Clip clipboard;

    GraphActions(StudioModel model) {
        this.model = model;
        connections = new Connections(model);
    }

    /// What may be connected with what.
    Connections connections() {
        return connections;
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
            Connection connection =
                    connections.check(more, end, new End(new PortRef(node.id(), port.name()), !end.input()));
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

    /// Deletes what is selected: the wire, or the nodes with their wires.
    void deleteSelection() {
        if (model.selectedWire().isPresent()) {
            connections.disconnect(List.of(model.selectedWire().get()));
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

    private String titleOf(String id) {
        return model.document().node(id).map(model::titleOf).orElse(id);
    }
}
