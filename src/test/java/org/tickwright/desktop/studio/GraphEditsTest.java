package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

class GraphEditsTest {
    private final StrategyDocument row = Sketch.row();

    @Test
    void removingANodeTakesItsWiresAndItsPlaceAlong() {
        StrategyDocument left = GraphEdits.remove(row, Set.of("sma"));

        assertTrue(left.node("sma").isEmpty());
        assertFalse(left.layout().containsKey("sma"));
        assertEquals(
                List.of(
                        Wire.of("price.value", "above.a"),
                        Wire.of("above.value", "buy.when"),
                        Wire.of("above.value", "sell.when")),
                left.wires());
        assertEquals(row.parameters(), left.parameters());
    }

    @Test
    void renamingANodeKeepsItsWiresItsPlaceAndItsPositionInTheFile() {
        StrategyDocument renamed = GraphEdits.rename(row, "sma", "average");

        assertEquals("average", renamed.nodes().get(1).id());
        assertEquals(row.layout().get("sma"), renamed.layout().get("average"));
        assertTrue(renamed.wires().contains(Wire.of("price.value", "average.real")));
        assertTrue(renamed.wires().contains(Wire.of("average.value", "above.b")));
        assertEquals(row, GraphEdits.rename(renamed, "average", "sma"));
    }

    @Test
    void aPastedClipHasFreeIdsAndTheWiresAmongItsNodesOnly() {
        GraphEdits.Clip clip = GraphEdits.clip(row, Set.of("sma", "above"));

        GraphEdits.Copy copy = GraphEdits.paste(row, clip, 48, 24);

        assertEquals(Map.of("sma", "sma2", "above", "above2"), copy.ids());
        assertEquals(new Point(288, 24), copy.document().layout().get("sma2"));
        assertTrue(copy.document().wires().contains(Wire.of("sma2.value", "above2.b")));
        assertEquals(row.wires().size() + 1, copy.document().wires().size());
        assertEquals(
                row.node("sma").orElseThrow().params(),
                copy.document().node("sma2").orElseThrow().params());
    }

    @Test
    void aPastedNodeKeepsTheFieldsThisVersionDoesNotKnow() {
        Node odd = new Node("odd", "price", Map.of(), Map.of("color", "red"));
        StrategyDocument with = row.withNode(odd, new Point(0, 480));

        GraphEdits.Copy copy = GraphEdits.paste(with, GraphEdits.clip(with, Set.of("odd")), 24, 24);

        assertEquals(
                Map.of("color", "red"),
                copy.document().node("odd2").orElseThrow().unknown());
    }

    @Test
    void aFreeIdCountsOnFromTheNumberThatIsThere() {
        StrategyDocument two = row.withNode(Node.of("sma2", "indicator.SMA", Map.of()), new Point(0, 0));

        assertEquals("sma3", GraphEdits.freeId(two, "sma"));
        assertEquals("sma3", GraphEdits.freeId(two, "sma2"));
        assertEquals("rsi", GraphEdits.freeId(two, "rsi"));
    }

    @Test
    void idsThatWouldNotSurviveTheFileAreRefused() {
        assertTrue(GraphEdits.validId("fast-average_2"));
        assertFalse(GraphEdits.validId(""));
        assertFalse(GraphEdits.validId("2fast"));
        assertFalse(GraphEdits.validId("a.b"));
        assertFalse(GraphEdits.validId("with space"));
    }

    @Test
    void movingChangesTheLayoutAlone() {
        StrategyDocument moved = GraphEdits.move(row, Map.of("sma", new Point(24, 48)));

        assertTrue(StudioModel.sameMeaning(row, moved));
        assertEquals(new Point(24, 48), moved.layout().get("sma"));
    }
}
