package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;
import org.tickwright.strategy.Wire.PortRef;

/// Edits of a strategy's graph as functions from document to document. Nothing here decides whether an edit is wise;
/// the validator does.
final class GraphEdits {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final Pattern TRAILING_NUMBER = Pattern.compile("\\d+$");

    private GraphEdits() {}

    /// A copy of nodes with the wires among them; `ids` maps old to new ids in the order of the originals.
    record Copy(StrategyDocument document, Map<String, String> ids) {}

    /// Nodes and the wires among them on their way to another place or another strategy.
    record Clip(List<Node> nodes, List<Wire> wires, Map<String, Point> layout) {}

    /// True if text can be the id of a node: a letter, then up to 39 letters, digits, `_` or `-`.
    static boolean validId(String text) {
        return ID.matcher(text).matches();
    }

    /// `wish` if no node is called so, else `wish` with the first free number behind it.
    static String freeId(StrategyDocument document, String wish) {
        Set<String> taken = new HashSet<>();
        document.nodes().forEach(n -> taken.add(n.id()));
        return freeId(taken, wish);
    }

    private static String freeId(Set<String> taken, String wish) {
        if (!taken.contains(wish)) {
            return wish;
        }
        String stem = TRAILING_NUMBER.matcher(wish).replaceFirst("");
        String base = stem.isEmpty() ? wish : stem;
        int number = 2;
        while (taken.contains(base + number)) {
            number++;
        }
        return base + number;
    }

    /// Without these nodes, their wires and their places.
    static StrategyDocument remove(StrategyDocument document, Collection<String> ids) {
        Set<String> gone = new HashSet<>(ids);
        List<Node> nodes =
                document.nodes().stream().filter(n -> !gone.contains(n.id())).toList();
        List<Wire> wires = document.wires().stream()
                .filter(w -> !gone.contains(w.from().node()) && !gone.contains(w.to().node()))
                .toList();
        Map<String, Point> layout = new LinkedHashMap<>(document.layout());
        layout.keySet().removeAll(gone);
        return document.withGraph(nodes, wires).withLayout(layout);
    }

    /// With one wire more; wires in `replaced` go.
    static StrategyDocument connect(StrategyDocument document, Wire wire, Collection<Wire> replaced) {
        List<Wire> wires = new ArrayList<>(document.wires());
        wires.removeAll(replaced);
        wires.add(wire);
        return document.withGraph(document.nodes(), wires);
    }

    /// Without these wires.
    static StrategyDocument disconnect(StrategyDocument document, Collection<Wire> gone) {
        List<Wire> wires = new ArrayList<>(document.wires());
        return wires.removeAll(gone) ? document.withGraph(document.nodes(), wires) : document;
    }

    /// With nodes at other places.
    static StrategyDocument move(StrategyDocument document, Map<String, Point> places) {
        Map<String, Point> layout = new LinkedHashMap<>(document.layout());
        layout.putAll(places);
        return document.withLayout(layout);
    }

    /// With a node under another id, its wires and its place kept.
    static StrategyDocument rename(StrategyDocument document, String id, String changed) {
        List<Node> nodes = document.nodes().stream()
                .map(n -> n.id().equals(id) ? new Node(changed, n.type(), n.params(), n.unknown()) : n)
                .toList();
        List<Wire> wires = document.wires().stream()
                .map(w -> new Wire(renamed(w.from(), id, changed), renamed(w.to(), id, changed)))
                .toList();
        Map<String, Point> layout = new LinkedHashMap<>();
        document.layout().forEach((node, at) -> layout.put(node.equals(id) ? changed : node, at));
        return document.withGraph(nodes, wires).withLayout(layout);
    }

    private static PortRef renamed(PortRef port, String id, String changed) {
        return port.node().equals(id) ? new PortRef(changed, port.port()) : port;
    }

    /// With a node replaced by one of the same id.
    static StrategyDocument replace(StrategyDocument document, Node changed) {
        List<Node> nodes = document.nodes().stream()
                .map(n -> n.id().equals(changed.id()) ? changed : n)
                .toList();
        return document.withGraph(nodes, document.wires());
    }

    /// The nodes of these ids and the wires among them.
    static Clip clip(StrategyDocument document, Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        Map<String, Point> layout = new LinkedHashMap<>(document.layout());
        layout.keySet().retainAll(wanted);
        return new Clip(
                document.nodes().stream().filter(n -> wanted.contains(n.id())).toList(),
                document.wires().stream()
                        .filter(w -> wanted.contains(w.from().node()) && wanted.contains(w.to().node()))
                        .toList(),
                layout);
    }

    /// With a clip's nodes added under free ids, moved by `dx`, `dy`.
    static Copy paste(StrategyDocument document, Clip clip, double dx, double dy) {
        Set<String> taken = new HashSet<>();
        document.nodes().forEach(n -> taken.add(n.id()));
        Map<String, String> ids = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>(document.nodes());
        Map<String, Point> layout = new LinkedHashMap<>(document.layout());
        for (Node node : clip.nodes()) {
            String id = freeId(taken, node.id());
            taken.add(id);
            ids.put(node.id(), id);
            nodes.add(new Node(id, node.type(), node.params(), node.unknown()));
            Point at = clip.layout().getOrDefault(node.id(), new Point(0, 0));
            layout.put(id, new Point(at.x() + dx, at.y() + dy));
        }
        List<Wire> wires = new ArrayList<>(document.wires());
        for (Wire wire : clip.wires()) {
            wires.add(new Wire(copied(wire.from(), ids), copied(wire.to(), ids)));
        }
        return new Copy(document.withGraph(nodes, wires).withLayout(layout), ids);
    }

    private static PortRef copied(PortRef port, Map<String, String> ids) {
        return new PortRef(ids.getOrDefault(port.node(), port.node()), port.port());
    }
}
