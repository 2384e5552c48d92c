package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;

/// The graph in words, for a screen reader: the selected node with its wires and problems, or the whole.
final class GraphSpeech {
    private final StudioModel model;

    GraphSpeech(StudioModel model) {
        this.model = model;
    }

    String describe() {
        Optional<Node> node = model.selectedNode();
        if (node.isPresent()) {
            return describe(node.get());
        }
        if (model.selectedWire().isPresent()) {
            Wire wire = model.selectedWire().get();
            return "Wire from " + wire.from() + " to " + wire.to() + ".";
        }
        StrategyDocument document = model.document();
        String selected =
                model.selection().isEmpty() ? "" : " " + model.selection().size() + " nodes selected.";
        return "Graph of " + document.name() + ", " + document.nodes().size() + " nodes, "
                + document.wires().size() + " wires, " + model.problems().size() + " problems." + selected
                + " Tab moves between nodes, A adds one.";
    }

    private String describe(Node node) {
        List<String> parts = new ArrayList<>();
        parts.add(model.titleOf(node) + ", called " + node.id() + ".");
        model.scene()
                .card(node.id())
                .map(card -> card.badge().words().replace("\n", " "))
                .filter(words -> !words.isEmpty())
                .ifPresent(parts::add);
        model.typeOf(node).ifPresent(type -> type.inputs().forEach(port -> parts.add(input(node, port))));
        List<String> readers = model.document().wires().stream()
                .filter(w -> w.from().node().equals(node.id()))
                .map(w -> w.to().toString())
                .toList();
        if (!readers.isEmpty()) {
            parts.add("Goes to " + String.join(", ", readers) + ".");
        }
        for (Problem problem : model.problemsOf(node.id())) {
            parts.add("Problem: " + problem.message() + " " + problem.mend());
        }
        return String.join(" ", parts);
    }

    private String input(Node node, Port port) {
        Optional<Wire> wire = model.document().wires().stream()
                .filter(w -> w.to().node().equals(node.id()) && w.to().port().equals(port.name()))
                .findFirst();
        return "Input " + port.name() + ": "
                + wire.map(w -> "from " + w.from()).orElse(port.optional() ? "not connected" : "needs a wire") + ".";
    }
}
