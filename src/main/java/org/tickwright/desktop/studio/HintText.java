package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Locale;
import org.tickwright.desktop.studio.Connections.Connection;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.Problem;

/// What the graph says of what is under the pointer: problems with their mend first, then what it is.
final class HintText {
    private final StudioModel model;

    HintText(StudioModel model) {
        this.model = model;
    }

    /// Words about a place of the graph; empty for the plane.
    String about(Hit under) {
        return switch (under) {
            case Hit.Plane plane -> "";
            case Hit.OnWire on -> on.wire().from() + " → " + on.wire().to();
            case Hit.OnPort on -> port(on);
            case Hit.Body body -> node(body.card());
        };
    }

    private String node(NodeCard card) {
        List<Problem> problems = model.problemsOf(card.id());
        if (!problems.isEmpty()) {
            return problems(problems);
        }
        Node node = card.node();
        return model.typeOf(node)
                .map(type -> type.title() + " · " + node.id() + "\n" + type.summary() + badge(card))
                .orElse("This version does not know nodes of type " + node.type()
                        + ". The node is kept as it is when you save.");
    }

    private static String badge(NodeCard card) {
        return card.badge().shown() ? "\n" + card.badge().words() : "";
    }

    private String port(Hit.OnPort on) {
        Port port = on.spot().port();
        String what = port.name() + ": " + PortShape.name(port.type()) + unit(port)
                + (on.spot().input() ? port.optional() ? ", may stay open" : ", needed" : "");
        List<Problem> here = model.problemsOf(on.card().id()).stream()
                .filter(p -> port.name().equals(p.port()))
                .toList();
        return here.isEmpty() ? what : what + "\n" + problems(here);
    }

    private static String problems(List<Problem> problems) {
        return String.join(
                "\n", problems.stream().map(p -> p.message() + " " + p.mend()).toList());
    }

    /// A port's unit in words, with a leading blank; empty where any unit fits.
    static String unit(Port port) {
        return port.unit() == null ? "" : " (" + port.unit().name().toLowerCase(Locale.ROOT) + ")";
    }

    /// What dropping a wire here will do.
    String fits(Connection connection) {
        String wire = connection.wire() == null
                ? ""
                : connection.wire().from() + " → " + connection.wire().to();
        return connection.replaced().isEmpty()
                ? wire
                : wire + "\nReplaces " + connection.replaced().getFirst().from();
    }
}
