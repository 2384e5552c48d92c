package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

class GraphActionsTest {
    private final StudioModel model = Sketch.model(Sketch.row());
    private final GraphActions actions = new GraphActions(model);

    @Test
    void anAddedNodeIsSelectedLiesOnTheGridAndOnNoOther() {
        String id = actions.add(Sketch.type("indicator.RSI"), new Point(250, 10));

        assertEquals("rsi", id);
        assertEquals(Set.of("rsi"), model.selection());
        NodeCard card = model.scene().card(id).orElseThrow();
        assertEquals(0, card.at().x() % GraphScene.GRID);
        assertEquals(0, card.at().y() % GraphScene.GRID);
        for (NodeCard other : model.scene().cards()) {
            assertTrue(other.equals(card) || !other.box().intersects(card.box()), other::id);
        }
    }

    @Test
    void deletingWhatIsSelectedIsUndoneAsOneStep() {
        model.select(Set.of("sma", "above"));
        actions.deleteSelection();
        assertEquals(3, model.document().nodes().size());
        assertEquals(Set.of(), model.selection());

        model.undo();

        assertEquals(Sketch.row(), model.document());
    }

    @Test
    void aSelectedWireIsDeletedAlone() {
        model.select(Wire.of("price.value", "sma.real"));
        actions.deleteSelection();

        assertEquals(5, model.document().nodes().size());
        assertFalse(model.document().wires().contains(Wire.of("price.value", "sma.real")));
        assertTrue(model.selectedWire().isEmpty());
    }

    @Test
    void duplicatingTwiceDoesNotPutCopiesOnCopies() {
        model.select(Set.of("sma"));
        actions.duplicateSelection();
        model.select(Set.of("sma"));
        actions.duplicateSelection();

        assertEquals(7, model.document().layout().values().stream().distinct().count());
        assertEquals(Set.of("sma3"), model.selection());
    }

    @Test
    void whatWasCopiedIsPastedIntoAnotherStrategy() {
        model.select(Set.of("sma", "above"));
        actions.copySelection();
        model.open(StrategyDocument.empty("other"), null);

        actions.paste();

        assertEquals(2, model.document().nodes().size());
        assertEquals(List.of(Wire.of("sma.value", "above.b")), model.document().wires());
    }

    @Test
    void aDragOfManyEventsIsOneStepAndSnapsToTheGrid() {
        Map<String, Point> origin = actions.placesOf(Set.of("sma"));
        String key = model.freshMergeKey("move");
        for (int i = 0; i <= 50; i++) {
            actions.moveFrom(origin, i, 2 * i, key);
        }
        assertEquals(new Point(288, 96), model.document().layout().get("sma"));

        model.undo();

        assertEquals(Sketch.row(), model.document());
    }

    @Test
    void nudgesInARowAreOneStep() {
        model.select(Set.of("sma"));
        actions.nudge(1, 0);
        actions.nudge(1, 0);
        actions.nudge(0, 1);
        assertEquals(new Point(288, 24), model.document().layout().get("sma"));

        model.undo();

        assertEquals(new Point(240, 0), model.document().layout().get("sma"));
    }

    @Test
    void renamingRefusesWhatIsTakenAndSaysSo() {
        assertNotNull(actions.rename("sma", "price"));
        assertNotNull(actions.rename("sma", "not a name"));
        assertNull(actions.rename("sma", " average "));

        assertEquals(Set.of("average"), model.selection());
        assertTrue(model.document().wires().contains(Wire.of("average.value", "above.b")));
    }

    @Test
    void tidyingMovesBoxesAndChangesNothingElse() {
        StrategyDocument before = model.document();
        actions.tidy();

        assertTrue(StudioModel.sameMeaning(before, model.document()));
        model.undo();
        assertEquals(before, model.document());
    }

    @Test
    void aNodeOfAnUnknownTypeIsShownWithItsWiresAndKept() {
        StrategyDocument odd =
                model.document().withNode(Node.of("future", "quantum.oracle", Map.of("depth", 3.0)), new Point(0, 480));
        odd = odd.withGraph(
                odd.nodes(),
                Stream.concat(odd.wires().stream(), Stream.of(Wire.of("price.value", "future.seed")))
                        .toList());
        model.open(odd, null);

        NodeCard card = model.scene().card("future").orElseThrow();
        assertEquals(NodeCard.Tone.UNKNOWN, card.tone());
        assertTrue(card.spot("seed", true).isPresent());
        assertFalse(model.valid());
        actions.tidy();
        assertEquals(odd.nodes(), model.document().nodes());
    }
}
