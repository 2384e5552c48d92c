package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.NodeCard.Spot;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.PortType;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;
import org.tickwright.strategy.Wire.PortRef;

/// What lies where on the plane: the cards and wires of one document, and what is under a point. Immutable.
final class GraphScene {
    /// Cards lie on a grid of this many pixels.
    static final double GRID = 24;

    private final List<NodeCard> cards;
    private final Map<String, NodeCard> byId = new LinkedHashMap<>();
    private final List<DrawnWire> wires = new ArrayList<>();
    private final Set<PortRef> fedInputs = new HashSet<>();
    private final Set<PortRef> readOutputs = new HashSet<>();

    /// A wire with its course and what flows through it.
    record DrawnWire(Wire wire, WireCurve curve, PortType type) {}

    /// What is under a point.
    sealed interface Hit {
        /// Nothing.
        record Plane() implements Hit {}

        /// A card away from its ports.
        record Body(NodeCard card) implements Hit {}

        /// A port.
        record OnPort(NodeCard card, Spot spot) implements Hit {
            PortRef ref() {
                return new PortRef(card.id(), spot.port().name());
            }
        }

        /// A wire.
        record OnWire(Wire wire) implements Hit {}
    }

    /// The scene of a document; `cards` are its cards.
    GraphScene(StrategyDocument document, List<NodeCard> cards) {
        this.cards = List.copyOf(cards);
        cards.forEach(card -> byId.put(card.id(), card));
        for (Wire wire : document.wires()) {
            readOutputs.add(wire.from());
            fedInputs.add(wire.to());
            DrawnWire drawn = drawn(wire);
            if (drawn != null) {
                wires.add(drawn);
            }
        }
    }

    private @Nullable DrawnWire drawn(Wire wire) {
        NodeCard from = byId.get(wire.from().node());
        NodeCard to = byId.get(wire.to().node());
        if (from == null || to == null) {
            return null;
        }
        Optional<Spot> output = from.spot(wire.from().port(), false);
        Optional<Spot> input = to.spot(wire.to().port(), true);
        if (output.isEmpty() || input.isEmpty()) {
            return null;
        }
        return new DrawnWire(
                wire,
                WireCurve.between(from.centre(output.get()), to.centre(input.get())),
                output.get().port().type());
    }

    List<NodeCard> cards() {
        return cards;
    }

    List<DrawnWire> wires() {
        return wires;
    }

    /// The card of a node.
    Optional<NodeCard> card(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Where a port lies.
    Optional<Point> centre(PortRef port, boolean input) {
        return card(port.node()).flatMap(c -> c.spot(port.port(), input).map(c::centre));
    }

    /// True if a wire ends at the port.
    boolean connected(PortRef port, boolean input) {
        return (input ? fedInputs : readOutputs).contains(port);
    }

    /// The rectangle around all cards.
    Box bounds() {
        return boundsOf(cards);
    }

    static Box boundsOf(List<NodeCard> some) {
        Box all = Box.EMPTY;
        for (NodeCard card : some) {
            all = all.union(card.box());
        }
        return all;
    }

    /// What is under a point of the plane, topmost first: ports reach `tolerance` around them, then cards, then wires.
    Hit hit(double x, double y, double tolerance) {
        for (int i = cards.size() - 1; i >= 0; i--) {
            NodeCard card = cards.get(i);
            if (!card.box().grown(tolerance).contains(x, y)) {
                continue;
            }
            Spot spot = nearestSpot(card, x, y, tolerance);
            if (spot != null) {
                return new Hit.OnPort(card, spot);
            }
            if (card.box().contains(x, y)) {
                return new Hit.Body(card);
            }
        }
        DrawnWire best = null;
        double nearest = tolerance * 0.75;
        for (DrawnWire wire : wires) {
            if (wire.curve().bounds().grown(tolerance).contains(x, y)) {
                double distance = wire.curve().distance(x, y);
                if (distance <= nearest) {
                    nearest = distance;
                    best = wire;
                }
            }
        }
        return best == null ? new Hit.Plane() : new Hit.OnWire(best.wire());
    }

    private static @Nullable Spot nearestSpot(NodeCard card, double x, double y, double tolerance) {
        Spot best = null;
        double nearest = tolerance;
        for (List<Spot> spots : List.of(card.inputs(), card.outputs())) {
            for (Spot spot : spots) {
                Point centre = card.centre(spot);
                double distance = Math.hypot(centre.x() - x, centre.y() - y);
                if (distance <= nearest) {
                    nearest = distance;
                    best = spot;
                }
            }
        }
        return best;
    }

    /// The cards that a rectangle touches.
    List<NodeCard> within(Box box) {
        return cards.stream().filter(c -> c.box().intersects(box)).toList();
    }

    /// The card that lies next in a direction (`dx`, `dy` of -1, 0, 1) from another one: what is ahead counts, what is
    /// beside costs twice.
    Optional<NodeCard> neighbour(NodeCard from, int dx, int dy) {
        double fromX = from.at().x() + from.width() / 2;
        double fromY = from.at().y() + from.height() / 2;
        NodeCard best = null;
        double least = Double.MAX_VALUE;
        for (NodeCard card : cards) {
            double x = card.at().x() + card.width() / 2 - fromX;
            double y = card.at().y() + card.height() / 2 - fromY;
            double ahead = x * dx + y * dy;
            double beside = Math.abs(x * dy) + Math.abs(y * dx);
            double cost = ahead + 2 * beside;
            if (!card.equals(from) && ahead > 1 && cost < least) {
                least = cost;
                best = card;
            }
        }
        return Optional.ofNullable(best);
    }

    /// The nodes in reading order: by column, then from top to bottom.
    List<String> readingOrder() {
        return cards.stream()
                .sorted(java.util.Comparator.comparingDouble((NodeCard c) -> c.at().x())
                        .thenComparingDouble(c -> c.at().y()))
                .map(NodeCard::id)
                .toList();
    }

    /// The free place nearest below `wish` for a card of that size, on the grid.
    Point freePlace(Point wish, double width, double height) {
        double x = Math.round(wish.x() / GRID) * GRID;
        double y = Math.round(wish.y() / GRID) * GRID;
        while (true) {
            Box box = new Box(x, y, width, height).grown(GRID / 2);
            double lowest = Double.NEGATIVE_INFINITY;
            for (NodeCard card : cards) {
                if (card.box().intersects(box)) {
                    lowest = Math.max(lowest, card.at().y() + card.height());
                }
            }
            if (lowest == Double.NEGATIVE_INFINITY) {
                return new Point(x, y);
            }
            y = Math.ceil((lowest + GRID / 2 + 0.5) / GRID) * GRID;
        }
    }
}
