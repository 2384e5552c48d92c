package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.Chooser.Choice;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.desktop.studio.NodeCard.Spot;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.PortType;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire.PortRef;

/// What opens above the graph: the search for a node, the list of ports to connect to, the field to rename a node. At
/// most one is open.
final class GraphPopups {
    private static final double RENAME_HEIGHT = 32;

    private final GraphView view;
    private final StudioModel model;
    private final GraphActions actions;
    private final Pane floating;
    private @Nullable Chooser chooser;
    private @Nullable TextField rename;
    private String renamed = "";
    private Point wish = new Point(0, 0);

    GraphPopups(GraphView view, StudioModel model, GraphActions actions, Pane floating) {
        this.view = view;
        this.model = model;
        this.actions = actions;
        this.floating = floating;
    }

    /// True while something is open.
    boolean open() {
        return chooser != null || rename != null;
    }

    /// Searches all node types; the chosen one is added at a point of the plane, or where there is room.
    void addNode(@Nullable Point at) {
        Point shown = at == null ? new Point(view.getWidth() / 2 - Chooser.WIDTH / 2, 48) : toView(at);
        Consumer<NodeType> add = type -> {
            if (at == null) {
                view.addInView(type);
            } else {
                view.reveal(actions.add(type, at));
            }
        };
        choose(
                "Add a node",
                "Search nodes",
                text -> nodeChoices(model.catalogue().all(), text, add),
                shown);
    }

    /// Searches the node types that fit the loose end of a wire; the chosen one is added at `at` and connected.
    void addConnected(End end, Point at) {
        List<NodeType> fitting = actions.connections().fitting(end);
        String heading = (end.input() ? "What " + end.port() + " can read" : "What can read " + end.port());
        choose(
                heading,
                "Search fitting nodes",
                text -> nodeChoices(fitting, text, type -> view.reveal(actions.addConnected(type, at, end))),
                toView(at));
    }

    private static List<Choice> nodeChoices(List<NodeType> types, String text, Consumer<NodeType> add) {
        return NodeSearch.find(types, text).stream()
                .map(type -> new Choice(NodeSearch.listed(type), detail(type), output(type), () -> add.accept(type)))
                .toList();
    }

    private static String detail(NodeType type) {
        boolean named =
                type.type().startsWith("indicator.") && NodeSearch.listed(type).equals(type.title());
        return named ? NodeSearch.shortName(type) : type.category();
    }

    /// The type of a node's first output, or null for one that acts.
    static @Nullable PortType output(NodeType type) {
        return type.outputs().isEmpty() ? null : type.outputs().getFirst().type();
    }

    /// Connects by keyboard: a port of the selected node (or of any) first, then one of those that fit.
    void connect() {
        List<End> sources = model.scene().readingOrder().stream()
                .filter(id -> model.selection().isEmpty() || model.selection().contains(id))
                .flatMap(id -> model.scene().card(id).stream())
                .flatMap(card -> java.util.stream.Stream.concat(card.outputs().stream(), card.inputs().stream())
                        .map(spot -> end(card, spot)))
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        if (sources.size() == 1) {
            connectFrom(sources.getFirst());
            return;
        }
        choose(
                "Connect: from which port?",
                "Search ports",
                text -> portChoices(sources, text, this::connectFrom),
                middle());
    }

    private void connectFrom(End source) {
        List<End> targets = actions.connections().targets(source);
        String heading = "Connect " + source.port() + (source.input() ? ": what shall it read?" : ": to which port?");
        choose(
                heading,
                "Search ports",
                text -> portChoices(
                        targets, text, target -> actions.connections().connect(source, target)),
                middle());
    }

    private Point middle() {
        return new Point(view.getWidth() / 2 - Chooser.WIDTH / 2, 48);
    }

    private List<Choice> portChoices(List<End> ends, String text, Consumer<End> chosen) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return ends.stream()
                .filter(end ->
                        (title(end) + " " + end.port()).toLowerCase(Locale.ROOT).contains(wanted))
                .map(end -> new Choice(
                        end.port().toString(),
                        title(end) + (end.input() ? " · input" : " · output"),
                        type(end),
                        () -> chosen.accept(end)))
                .toList();
    }

    private String title(End end) {
        return model.document().node(end.port().node()).map(model::titleOf).orElse("");
    }

    private @Nullable PortType type(End end) {
        return model.scene()
                .card(end.port().node())
                .flatMap(card -> card.spot(end.port().port(), end.input()))
                .map(spot -> spot.port().type())
                .orElse(null);
    }

    private static End end(NodeCard card, Spot spot) {
        return new End(new PortRef(card.id(), spot.port().name()), spot.input());
    }

    private void choose(String heading, String prompt, Function<String, List<Choice>> find, Point at) {
        close();
        Chooser opened = new Chooser(heading, prompt, find, () -> {
            close();
            view.requestFocus();
        });
        chooser = opened;
        wish = at;
        opened.setManaged(false);
        floating.getChildren().add(opened);
        view.redraw();
        opened.focusField();
    }

    /// Lets a person type another id for a node, on its card.
    void rename(String id) {
        close();
        TextField field = new TextField(id);
        field.setId("studio-rename");
        field.setAccessibleText("New name of " + id);
        field.setManaged(false);
        rename = field;
        renamed = id;
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                commitRename(id, field);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                view.requestFocus();
                event.consume();
            }
        });
        field.focusedProperty().addListener((o, was, focused) -> {
            if (!focused && field.equals(rename)) {
                close();
            }
        });
        floating.getChildren().add(field);
        view.redraw();
        field.requestFocus();
        field.selectAll();
    }

    private void commitRename(String id, TextField field) {
        String refusal = actions.rename(id, field.getText());
        if (refusal == null) {
            close();
            view.requestFocus();
        } else {
            view.hint().now(refusal, field.getLayoutX(), field.getLayoutY() + RENAME_HEIGHT, true);
        }
    }

    /// Closes what is open; false if nothing was.
    boolean close() {
        boolean wasOpen = open();
        floating.getChildren().removeAll(chooser, rename);
        chooser = null;
        rename = null;
        if (wasOpen) {
            view.hint().hide();
        }
        return wasOpen;
    }

    /// Lays out what is open inside a view of that size.
    void place(double width, double height) {
        if (chooser != null) {
            double h = Math.min(Chooser.HEIGHT, Math.max(160, height - 16));
            double x = Math.clamp(wish.x(), 8, Math.max(8, width - Chooser.WIDTH - 8));
            double y = Math.clamp(wish.y(), 8, Math.max(8, height - h - 8));
            chooser.resizeRelocate(Math.rint(x), Math.rint(y), Chooser.WIDTH, h);
        }
        TextField field = rename;
        if (field != null) {
            model.scene().card(renamed).ifPresent(card -> {
                Point at = toView(card.at());
                double w = Math.max(160, card.width() * view.viewport().zoom());
                field.resizeRelocate(Math.rint(at.x()), Math.rint(at.y()), w, RENAME_HEIGHT);
            });
        }
    }

    private Point toView(Point plane) {
        return view.viewport().toView(plane.x(), plane.y());
    }
}
