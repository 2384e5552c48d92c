package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

class StudioModelTest {
    private final StudioModel model = Sketch.model(Sketch.row());

    @Test
    void anOpenedStrategyIsCleanAndHasNothingToUndo() {
        assertFalse(model.dirty());
        assertTrue(model.undoLabelProperty().get().isEmpty());
        assertTrue(model.valid());
    }

    @Test
    void undoingBackToWhatWasSavedIsCleanAgain() {
        model.apply("Rename", null, model.document().withName("other"));
        assertTrue(model.dirty());

        model.undo();

        assertFalse(model.dirty());
    }

    @Test
    void savingWhileEditingGoesOnLeavesTheNewerEditUnsaved() {
        model.apply("one", null, model.document().withName("one"));
        StrategyDocument written = model.document();
        model.apply("two", null, model.document().withName("two"));

        model.savedAs(written, Optional.of(Path.of("one.strategy.json")));

        assertTrue(model.dirty());
        model.undo();
        assertFalse(model.dirty());
    }

    @Test
    void aRestoredDraftIsUnsaved() {
        model.restore(Sketch.row(), null);

        assertTrue(model.dirty());
    }

    @Test
    void problemsAppearWithTheEditAndGoWithTheUndo() {
        new GraphActions(model).connections().disconnect(Set.of(Wire.of("above.value", "buy.when")));
        assertFalse(model.valid());
        assertFalse(model.problemsOf("buy").isEmpty());

        model.undo();

        assertTrue(model.valid());
        assertTrue(model.problemsOf("buy").isEmpty());
    }

    @Test
    void whoHearsOfAnEditFindsItsProblemsAlreadyThere() {
        List<Boolean> heard = new ArrayList<>();
        model.documentProperty().addListener((o, was, now) -> heard.add(model.valid()));

        new GraphActions(model).connections().disconnect(Set.of(Wire.of("above.value", "buy.when")));

        assertEquals(List.of(false), heard);
    }

    @Test
    void movingABoxValidatesNothing() {
        AtomicInteger changes = new AtomicInteger();
        model.problemsProperty().addListener((o, was, now) -> changes.incrementAndGet());

        new GraphActions(model).tidy();

        assertEquals(0, changes.get());
    }

    @Test
    void undoDropsFromTheSelectionWhatIsNoLongerThere() {
        new GraphActions(model).add(Sketch.type("indicator.RSI"), new Point(0, 0));
        assertEquals(Set.of("rsi"), model.selection());

        model.undo();

        assertEquals(Set.of(), model.selection());
    }

    @Test
    void nodesAndAWireAreNeverSelectedTogether() {
        model.select(Set.of("sma"));
        model.select(Wire.of("price.value", "sma.real"));
        assertEquals(Set.of(), model.selection());

        model.toggle("price");

        assertTrue(model.selectedWire().isEmpty());
        assertEquals(Set.of("price"), model.selection());
    }

    @Test
    void nodesWithoutAPlaceGetOne() {
        StrategyDocument bare = Sketch.row().withLayout(Map.of());

        model.open(bare, null);

        assertEquals(5, model.document().layout().size());
        assertEquals(5, model.document().layout().values().stream().distinct().count());
        assertFalse(model.dirty());
    }

    @Test
    void cardsOfUntouchedNodesAreNotMadeAgain() {
        NodeCard before = model.scene().card("price").orElseThrow();

        model.apply("Rename", null, GraphEdits.rename(model.document(), "sma", "average"));

        assertSame(before, model.scene().card("price").orElseThrow());
    }

    @Test
    void theGraphIsToldInWords() {
        model.select(Set.of("sma"));

        String words = new GraphSpeech(model).describe();

        assertTrue(words.contains("SMA 20"), words);
        assertTrue(words.contains("from price.value"), words);
        assertTrue(words.contains("above.b"), words);
    }

    @Test
    void whatACheckFoundStaysAtItsNodeUntilAnEdit() {
        StudioModel model = Sketch.model(Sketch.row());
        StrategyDocument checked = model.document();
        Problem leak = new Problem(Problem.Severity.WARNING, "sma", "value", "It looks ahead.", "Take it out.");
        model.warn(checked, List.of(leak));
        assertEquals(List.of(leak), model.problemsOf("sma"));
        model.warn(checked.withName("another name"), List.of(leak));
        assertEquals(List.of(leak), model.problemsOf("sma"), "once, and whatever the name");
        model.warn(checked.withGraph(checked.nodes(), List.of()), List.of());
        assertEquals(List.of(leak), model.problemsOf("sma"), "a check of another graph says nothing of this one");
        new GraphActions(model).connections().disconnect(List.of(checked.wires().getFirst()));
        assertFalse(model.problemsOf("sma").contains(leak));
    }
}
