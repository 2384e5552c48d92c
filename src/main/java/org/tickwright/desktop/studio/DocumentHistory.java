package org.tickwright.desktop.studio;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.StrategyDocument;

/// Undo and redo over immutable documents: a step is the document before it, so nothing has to be reversed by hand.
///
/// Consecutive edits with the same merge key count as one step until [#seal()], so that typing a number or dragging a
/// node is undone at once. The newest [#LIMIT] steps are kept; documents share what did not change.
final class DocumentHistory {
    /// How many steps can be undone.
    static final int LIMIT = 500;

    private record Step(String label, StrategyDocument document) {}

    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private StrategyDocument current;
    private @Nullable String openKey;

    DocumentHistory(StrategyDocument start) {
        current = start;
    }

    /// The document in force.
    StrategyDocument current() {
        return current;
    }

    /// Takes `next` as the document in force. `mergeKey` null means a step of its own. Returns false if nothing
    /// changed.
    boolean apply(String label, @Nullable String mergeKey, StrategyDocument next) {
        if (next.equals(current)) {
            return false;
        }
        boolean continues = mergeKey != null && mergeKey.equals(openKey);
        if (!continues) {
            undo.push(new Step(label, current));
            if (undo.size() > LIMIT) {
                undo.removeLast();
            }
        }
        openKey = mergeKey;
        redo.clear();
        current = next;
        return true;
    }

    /// Ends a run of merged edits: the next one is a step of its own.
    void seal() {
        openKey = null;
    }

    /// What undo would take back, or null if there is nothing.
    @Nullable
    String undoLabel() {
        Step top = undo.peek();
        return top == null ? null : top.label();
    }

    /// What redo would do again, or null if there is nothing.
    @Nullable
    String redoLabel() {
        Step top = redo.peek();
        return top == null ? null : top.label();
    }

    /// Goes back one step; false if there is none.
    boolean undo() {
        return swap(undo, redo);
    }

    /// Goes forward one step; false if there is none.
    boolean redo() {
        return swap(redo, undo);
    }

    private boolean swap(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step == null) {
            return false;
        }
        to.push(new Step(step.label(), current));
        current = step.document();
        openKey = null;
        return true;
    }
}
