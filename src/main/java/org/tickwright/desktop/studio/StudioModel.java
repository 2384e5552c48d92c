package org.tickwright.desktop.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyValidator;
import org.tickwright.strategy.Wire;

/// The strategy that Studio edits: document with history, selection, problems, and whether it is saved.
///
/// One thread, without a toolkit. Every change goes through [#apply]; views listen to the properties, whose values are
/// immutable. [GraphActions] is what a person can do to it.
final class StudioModel {
    private NodeCatalogue catalogue;
    private StrategyValidator validator;
    private CardFactory cards;
    private DocumentHistory history = new DocumentHistory(StrategyDocument.empty("untitled"));
    private StrategyDocument saved = history.current();
    private List<Problem> found = List.of();
    private int edits;
    private int openings;

    private final ReadOnlyObjectWrapper<StrategyDocument> document = new ReadOnlyObjectWrapper<>(history.current());
    private final ReadOnlyObjectWrapper<GraphScene> scene;
    private final ReadOnlyObjectWrapper<Set<String>> selection = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Optional<Wire>> wire = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> undoLabel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoLabel = new ReadOnlyObjectWrapper<>(Optional.empty());

    StudioModel(NodeCatalogue catalogue) {
        this.catalogue = catalogue;
        validator = new StrategyValidator(catalogue);
        cards = new CardFactory(catalogue);
        scene = new ReadOnlyObjectWrapper<>(new GraphScene(history.current(), List.of()));
    }

    // What there is

    NodeCatalogue catalogue() {
        return catalogue;
    }

    /// Knows these node types from now on; the document is checked and drawn anew.
    void use(NodeCatalogue nodes) {
        catalogue = nodes;
        validator = new StrategyValidator(nodes);
        cards = new CardFactory(nodes);
        found = validator.validate(history.current());
        refresh();
    }

    StrategyValidator validator() {
        return validator;
    }

    ReadOnlyObjectProperty<StrategyDocument> documentProperty() {
        return document.getReadOnlyProperty();
    }

    StrategyDocument document() {
        return document.get();
    }

    ReadOnlyObjectProperty<GraphScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    GraphScene scene() {
        return scene.get();
    }

    /// Ids of the selected nodes in the order of selection.
    ReadOnlyObjectProperty<Set<String>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    Set<String> selection() {
        return selection.get();
    }

    /// The one selected node, if it is one.
    Optional<Node> selectedNode() {
        return selection().size() == 1 ? document().node(selection().iterator().next()) : Optional.empty();
    }

    /// The selected wire; nodes and a wire are never selected together.
    ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
        return wire.getReadOnlyProperty();
    }

    Optional<Wire> selectedWire() {
        return wire.get();
    }

    /// Problems of the document, errors first.
    ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    List<Problem> problems() {
        return found;
    }

    List<Problem> problemsOf(String node) {
        return problems().stream().filter(p -> node.equals(p.node())).toList();
    }

    /// True if the strategy can run.
    boolean valid() {
        return problems().stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// True while there is something a save would write.
    ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    boolean dirty() {
        return dirty.get();
    }

    ReadOnlyObjectProperty<Optional<String>> undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<String>> redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /// A node as a person calls it: `SMA 10`.
    String titleOf(Node node) {
        return cards.title(node);
    }

    Optional<NodeType> typeOf(Node node) {
        return catalogue.find(node.type());
    }

    // Opening and saving

    /// Shows another document; history starts anew. Nodes without a place get one.
    void open(StrategyDocument opened, @Nullable Path from) {
        StrategyDocument placed = placed(opened);
        openings++;
        history = new DocumentHistory(placed);
        saved = placed;
        file.set(Optional.ofNullable(from));
        selection.set(Set.of());
        wire.set(Optional.empty());
        refresh();
    }

    /// How often a document was opened: who remembers it notices another strategy.
    int openings() {
        return openings;
    }

    /// Shows what was not saved when the program ended: like [#open], but a save is due.
    void restore(StrategyDocument draft, @Nullable Path from) {
        open(draft, from);
        saved = StrategyDocument.empty("");
        dirty.set(true);
    }

    /// Says that `written` needs no save any more, and where it lies. Edits since then stay unsaved.
    void savedAs(StrategyDocument written, Optional<Path> to) {
        saved = written;
        file.set(to);
        history.seal();
        dirty.set(!history.current().equals(saved));
    }

    private StrategyDocument placed(StrategyDocument opened) {
        if (opened.nodes().stream().allMatch(n -> opened.layout().containsKey(n.id()))) {
            return opened;
        }
        return opened.withLayout(TidyLayout.of(cards.cards(opened), opened.wires()));
    }

    // Editing

    /// Makes `next` the document. Edits with the same `mergeKey` in a row are one step of undo; null never merges.
    void apply(String label, @Nullable String mergeKey, StrategyDocument next) {
        if (history.apply(label, mergeKey, next)) {
            refresh();
        }
    }

    /// Adds what a check found in a document, as long as the strategy still means the same; an edit takes it away.
    void warn(StrategyDocument checked, List<Problem> warnings) {
        if (sameMeaning(checked, history.current())) {
            List<Problem> all = new ArrayList<>(warnings);
            all.addAll(validator.validate(checked));
            all.sort(Comparator.comparing(Problem::severity));
            found = List.copyOf(all);
            problems.set(found);
        }
    }

    /// Ends a run of merged edits.
    void seal() {
        history.seal();
    }

    void undo() {
        if (history.undo()) {
            refresh();
        }
    }

    void redo() {
        if (history.redo()) {
            refresh();
        }
    }

    /// A key for edits that belong together until the gesture ends.
    String freshMergeKey(String gesture) {
        return gesture + "#" + edits++;
    }

    private void refresh() {
        StrategyDocument before = document.get();
        StrategyDocument now = history.current();
        // Who hears of the new document finds its own problems already there.
        if (!sameMeaning(before, now) || before.name().isEmpty()) {
            found = validator.validate(now);
        }
        scene.set(new GraphScene(now, cards.cards(now)));
        document.set(now);
        dirty.set(!now.equals(saved));
        undoLabel.set(Optional.ofNullable(history.undoLabel()));
        redoLabel.set(Optional.ofNullable(history.redoLabel()));
        problems.set(found);
        Set<String> left = new LinkedHashSet<>(selection());
        left.removeIf(id -> now.node(id).isEmpty());
        if (left.size() != selection().size()) {
            selection.set(left);
        }
        if (selectedWire().filter(w -> !now.wires().contains(w)).isPresent()) {
            wire.set(Optional.empty());
        }
    }

    /// True if two documents differ at most in name, description and layout. Cheap: edits share what they keep.
    static boolean sameMeaning(StrategyDocument a, StrategyDocument b) {
        return a.nodes().equals(b.nodes())
                && a.wires().equals(b.wires())
                && a.parameters().equals(b.parameters());
    }

    // Selecting

    /// Selects exactly these nodes.
    void select(Set<String> ids) {
        wire.set(Optional.empty());
        if (!ids.equals(selection())) {
            history.seal();
            selection.set(java.util.Collections.unmodifiableSet(new LinkedHashSet<>(ids)));
        }
    }

    /// Selects a node, or takes it out of the selection.
    void toggle(String id) {
        Set<String> ids = new LinkedHashSet<>(selection());
        if (!ids.remove(id)) {
            ids.add(id);
        }
        select(ids);
    }

    /// Selects a wire and no node.
    void select(Wire selected) {
        select(Set.of());
        wire.set(Optional.of(selected));
    }
}
