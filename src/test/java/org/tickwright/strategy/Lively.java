package org.tickwright.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tickwright.strategy.Wire.PortRef;

/// Makes a random strategy trade: most of those that are put together by chance never do.
final class Lively {
    private static final List<String> ENTERING = List.of("up", "down", "again");
    private static final List<String> LEAVING = List.of("late", "tired", "sunk", "down");

    private Lively() {}

    /// The strategy with each action true where it was and also on moves of the price, by the bars since the entry, its
    /// price or the profit. What some entries have besides their condition is disconnected.
    static StrategyDocument of(StrategyDocument document, SplittableRandom random) {
        StrategyDocument reasons = reasons(random.nextInt(1, 6), random.nextInt(1, 15));
        List<Node> nodes = new ArrayList<>(document.nodes());
        nodes.addAll(reasons.nodes());
        List<Wire> wires = new ArrayList<>(reasons.wires());
        Map<String, Boolean> whole = new HashMap<>();
        for (Wire wire : document.wires()) {
            Node to = document.node(wire.to().node()).orElseThrow();
            if (!StandardNodes.ACTIONS.contains(to.type())) {
                wires.add(wire);
            } else if (wire.to().port().equals(StandardNodes.WHEN)) {
                String either = "either-" + to.id();
                List<String> more = StandardNodes.EXITS.contains(to.type()) ? LEAVING : ENTERING;
                nodes.add(Node.of(either, "or", Map.of()));
                wires.add(new Wire(wire.from(), new PortRef(either, "a")));
                wires.add(Wire.of(more.get(random.nextInt(more.size())) + ".value", either + ".b"));
                wires.add(Wire.of(either + ".value", to.id() + ".when"));
            } else if (whole.computeIfAbsent(to.id(), id -> random.nextInt(3) == 0)) {
                wires.add(wire);
            }
        }
        return document.withGraph(nodes, wires);
    }

    private static StrategyDocument reasons(int before, int longest) {
        return new Graph()
                .node("price", "price")
                .node("before", "lag", "bars", before)
                .wire("price", "before.a")
                .node("up", "greater")
                .wire("price", "up.a")
                .wire("before", "up.b")
                .node("down", "crossesBelow")
                .wire("price", "down.a")
                .wire("before", "down.b")
                .node("in", "inPosition")
                .node("out", "not")
                .wire("in", "out.a")
                .node("again", "and")
                .wire("up", "again.a")
                .wire("out", "again.b")
                .node("bars", "barsSinceEntry")
                .node("longest", "constant", "value", longest)
                .node("late", "greaterOrEqual")
                .wire("bars", "late.a")
                .wire("longest", "late.b")
                .node("profit", "openProfit")
                .node("nothing", "constant")
                .node("losing", "less")
                .wire("profit", "losing.a")
                .wire("nothing", "losing.b")
                .node("tired", "and")
                .wire("late", "tired.a")
                .wire("losing", "tired.b")
                .node("paid", "entryPrice")
                .node("sunk", "crossesBelow")
                .wire("price", "sunk.a")
                .wire("paid", "sunk.b")
                .document();
    }
}
