package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tickwright.strategy.StrategyDocument;

class DocumentHistoryTest {
    private final StrategyDocument start = StrategyDocument.empty("a");

    @Test
    void undoGoesBackToTheDocumentBeforeTheEditAndRedoForwardAgain() {
        DocumentHistory history = new DocumentHistory(start);
        StrategyDocument next = start.withName("b");

        history.apply("Rename", null, next);

        assertEquals("Rename", history.undoLabel());
        assertTrue(history.undo());
        assertSame(start, history.current());
        assertEquals("Rename", history.redoLabel());
        assertTrue(history.redo());
        assertSame(next, history.current());
    }

    @Test
    void editsWithOneKeyInARowAreOneStepUntilTheyAreSealed() {
        DocumentHistory history = new DocumentHistory(start);
        history.apply("Type", "name", start.withName("b"));
        history.apply("Type", "name", start.withName("bc"));
        history.seal();
        history.apply("Type", "name", start.withName("bcd"));

        history.undo();
        assertEquals("bc", history.current().name());
        history.undo();
        assertEquals("a", history.current().name());
        assertFalse(history.undo());
    }

    @Test
    void anEditAfterUndoForgetsWhatCouldBeRedone() {
        DocumentHistory history = new DocumentHistory(start);
        history.apply("one", null, start.withName("b"));
        history.undo();
        history.apply("two", null, start.withName("c"));

        assertNull(history.redoLabel());
        assertFalse(history.redo());
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        DocumentHistory history = new DocumentHistory(start);

        assertFalse(history.apply("nothing", null, StrategyDocument.empty("a")));
        assertNull(history.undoLabel());
    }

    @Test
    void anUndoneMergedEditIsNotContinuedByTheNextOfItsKey() {
        DocumentHistory history = new DocumentHistory(start);
        history.apply("Type", "name", start.withName("b"));
        history.apply("Other", null, start.withName("c"));
        history.undo();
        history.apply("Type", "name", start.withName("bd"));
        history.undo();

        assertEquals("b", history.current().name());
    }

    @Test
    void keepsTheNewestStepsOnly() {
        DocumentHistory history = new DocumentHistory(start);
        for (int i = 0; i < DocumentHistory.LIMIT + 10; i++) {
            history.apply("edit", null, start.withName("n" + i));
        }
        int steps = 0;
        while (history.undo()) {
            steps++;
        }

        assertEquals(DocumentHistory.LIMIT, steps);
        assertEquals("n9", history.current().name());
    }

    @Property(tries = 200)
    void undoingEverythingAndRedoingEverythingVisitsTheSameDocuments(@ForAll @Size(max = 30) List<Integer> edits) {
        DocumentHistory history = new DocumentHistory(start);
        List<StrategyDocument> visited = new ArrayList<>(List.of(start));
        for (int edit : edits) {
            if (history.apply("edit", null, start.withName("n" + edit))) {
                visited.add(history.current());
            }
        }
        List<StrategyDocument> back = new ArrayList<>(List.of(history.current()));
        while (history.undo()) {
            back.addFirst(history.current());
        }
        List<StrategyDocument> forth = new ArrayList<>(List.of(history.current()));
        while (history.redo()) {
            forth.add(history.current());
        }

        assertEquals(visited, back);
        assertEquals(visited, forth);
    }
}
