package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

class TidyLayoutTest {

    /// A graph whose wires all lead from earlier to later nodes.
    static StrategyDocument random(int count, long seed) {
        Random random = new Random(seed);
        List<NodeType> types = Sketch.CATALOGUE.all();
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        List<NodeType> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NodeType type = types.get(random.nextInt(types.size()));
            chosen.add(type);
            nodes.add(Node.of("n" + i, type.type(), Map.of()));
            for (NodeType.Port port : type.inputs()) {
                int from = i == 0 ? 0 : random.nextInt(i);
                if (i > 0 && !chosen.get(from).outputs().isEmpty()) {
                    String output = chosen.get(from).outputs().getFirst().name();
                    wires.add(Wire.of("n" + from + "." + output, "n" + i + "." + port.name()));
                }
            }
        }
        return new StrategyDocument("random", "", List.of(), nodes, wires, Map.of(), Map.of());
    }

    private static List<NodeCard> placed(StrategyDocument document) {
        CardFactory factory = new CardFactory(Sketch.CATALOGUE);
        Map<String, Point> places = TidyLayout.of(factory.cards(document), document.wires());
        return factory.cards(document.withLayout(places));
    }

    @Property(tries = 100)
    void noCardLiesOnAnotherAndAllLieOnTheGrid(@ForAll @IntRange(min = 1, max = 60) int count, @ForAll long seed) {
        List<NodeCard> cards = placed(random(count, seed));
        for (int i = 0; i < cards.size(); i++) {
            NodeCard a = cards.get(i);
            assertEquals(0, a.at().x() % GraphScene.GRID);
            assertEquals(0, a.at().y() % GraphScene.GRID);
            for (NodeCard b : cards.subList(0, i)) {
                assertTrue(!a.box().intersects(b.box()), () -> a.id() + " lies on " + b.id());
            }
        }
    }

    @Property(tries = 100)
    void everyWireLeadsToTheRight(@ForAll @IntRange(min = 2, max = 60) int count, @ForAll long seed) {
        StrategyDocument document = random(count, seed);
        Map<String, NodeCard> byId = new LinkedHashMap<>();
        placed(document).forEach(card -> byId.put(card.id(), card));
        for (Wire wire : document.wires()) {
            double from = byId.get(wire.from().node()).at().x();
            double to = byId.get(wire.to().node()).at().x();
            assertTrue(from < to, wire::toString);
        }
    }

    @Test
    void theSameGraphIsLaidOutTheSameTwice() {
        StrategyDocument document = random(40, 3);
        CardFactory factory = new CardFactory(Sketch.CATALOGUE);

        assertEquals(
                TidyLayout.of(factory.cards(document), document.wires()),
                TidyLayout.of(new CardFactory(Sketch.CATALOGUE).cards(document), document.wires()));
    }

    @Test
    void aCircleIsLaidOutToo() {
        StrategyDocument circle = new StrategyDocument(
                "circle",
                "",
                List.of(),
                List.of(Node.of("a", "add", Map.of()), Node.of("b", "add", Map.of())),
                List.of(Wire.of("a.value", "b.a"), Wire.of("b.value", "a.a"), Wire.of("a.value", "a.b")),
                Map.of(),
                Map.of());

        assertEquals(
                2,
                TidyLayout.of(new CardFactory(Sketch.CATALOGUE).cards(circle), circle.wires())
                        .size());
    }

    @Test
    void tenThousandNodesInARowDoNotOverflowTheStack() {
        List<Node> nodes = new ArrayList<>();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            nodes.add(Node.of("n" + i, "negate", Map.of()));
            if (i > 0) {
                wires.add(Wire.of("n" + (i - 1) + ".value", "n" + i + ".a"));
            }
        }
        StrategyDocument chain = new StrategyDocument("chain", "", List.of(), nodes, wires, Map.of(), Map.of());

        Map<String, Point> places = TidyLayout.of(new CardFactory(Sketch.CATALOGUE).cards(chain), wires);

        assertTrue(places.get("n9999").x() > places.get("n9998").x());
    }
}
