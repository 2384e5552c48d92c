package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.NodeType.Port;
import org.tickwright.strategy.NodeType.Setting;
import org.tickwright.strategy.Wire;

/// The inspector of one node: name, problems, settings, inputs and where they come from, and what the node does.
final class NodeSection extends VBox {
    private final StudioModel model;
    private final GraphActions graph;
    private final SettingActions settings;
    private final String id;
    private final Supplier<SeriesChoices> choices;
    private final List<Runnable> editors = new ArrayList<>();
    private final Label title = new Label();
    private final ProblemCards problems = new ProblemCards();
    private final Label badge = Pages.paragraph("", "tw-small", "tw-muted");

    NodeSection(
            StudioModel model,
            GraphActions graph,
            SettingActions settings,
            Supplier<SeriesChoices> choices,
            Node node) {
        this.model = model;
        this.graph = graph;
        this.settings = settings;
        this.choices = choices;
        this.id = node.id();
        getStyleClass().add("studio-section");
        title.getStyleClass().add("tw-heading");
        title.setWrapText(true);
        getChildren().add(title);
        Optional<NodeType> type = model.typeOf(node);
        type.ifPresent(t -> getChildren().add(Pages.paragraph(what(t, model.titleOf(node)), "tw-small", "tw-muted")));
        getChildren().addAll(badge, problems);
        name();
        if (type.isPresent()) {
            series(node, type.get());
            settings(type.get());
            inputs(type.get());
            help(type.get());
        } else {
            getChildren()
                    .add(Pages.paragraph(
                            "This version does not know nodes of type " + node.type()
                                    + ". The node and its settings are kept as they are when you save; the strategy"
                                    + " cannot run while it is here.",
                            "tw-muted"));
        }
        refresh();
    }

    private static String what(NodeType type, String title) {
        return title.equals(type.title()) ? type.category() : type.title() + " · " + type.category();
    }

    /// What decides the shape of the section; another shape needs another section.
    static Object shape(StudioModel model, Node node) {
        List<Object> links = new ArrayList<>();
        node.params().forEach((name, value) -> {
            if (value instanceof Node.ParameterRef) {
                links.add(List.of(name, value));
            }
        });
        List<Wire> wires = model.document().wires().stream()
                .filter(w -> w.to().node().equals(node.id()))
                .toList();
        List<String> parameters =
                model.document().parameters().stream().map(p -> p.name()).toList();
        return List.of(node.id(), node.type(), links, wires, parameters);
    }

    void refresh() {
        model.document().node(id).ifPresent(node -> title.setText(model.titleOf(node)));
        problems.show(model.problemsOf(id));
        NodeBadge known = model.scene().card(id).map(NodeCard::badge).orElse(NodeBadge.NONE);
        badge.setText(known.words());
        badge.setVisible(known.shown());
        badge.setManaged(known.shown());
        editors.forEach(Runnable::run);
    }

    private void name() {
        TextField field = new TextField(id);
        field.setId("studio-node-name");
        field.getStyleClass().add("tw-dense");
        field.setAccessibleText("Name of the node");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label fault = new Label();
        fault.getStyleClass().add("tw-field-error");
        fault.setWrapText(true);
        fault.setVisible(false);
        fault.managedProperty().bind(fault.visibleProperty());
        Runnable commit = () -> {
            if (model.document().node(id).isEmpty()) {
                return;
            }
            String refusal = graph.rename(id, field.getText());
            fault.setText(refusal == null ? "" : refusal);
            fault.setVisible(refusal != null);
        };
        field.setOnAction(e -> commit.run());
        field.focusedProperty().addListener((o, was, focused) -> {
            if (!focused && !field.getText().equals(id)) {
                commit.run();
            }
        });
        VBox box = new VBox(new Label("Name"), field, fault);
        box.getStyleClass().add("studio-setting");
        getChildren().add(box);
    }

    /// A node reads a series of its own where an input is open or there is none; what is set all the same can be
    /// removed here.
    private void series(Node node, NodeType type) {
        boolean set =
                node.params().containsKey(NodeType.INSTRUMENT) || node.params().containsKey(NodeType.TIMEFRAME);
        boolean reads = type.ofSeries() && (type.inputs().isEmpty() || !connected(type));
        boolean trades = type.namesInstrument() && !type.ofSeries();
        if (type.namesInstrument() && (set || reads || trades)) {
            SeriesEditor editor = new SeriesEditor(model, settings, choices, id, type);
            getChildren().addAll(Pages.heading("Series"), editor);
            editors.add(editor::refresh);
        }
    }

    private boolean connected(NodeType type) {
        return type.inputs().stream()
                .allMatch(port -> model.document().wires().stream()
                        .anyMatch(w -> w.to().node().equals(id) && w.to().port().equals(port.name())));
    }

    private void settings(NodeType type) {
        if (type.settings().isEmpty()) {
            return;
        }
        getChildren().add(Pages.heading("Settings"));
        for (Setting setting : type.settings()) {
            SettingEditor editor = new SettingEditor(model, settings, id, setting);
            editors.add(editor::refresh);
            getChildren().add(editor);
        }
    }

    private void inputs(NodeType type) {
        if (type.inputs().isEmpty()) {
            return;
        }
        getChildren().add(Pages.heading("Inputs"));
        for (Port port : type.inputs()) {
            Optional<Wire> wire = model.document().wires().stream()
                    .filter(w -> w.to().node().equals(id) && w.to().port().equals(port.name()))
                    .findFirst();
            HBox row = new HBox(new PortMark(port.type()), new Label(port.name()), Pages.spring());
            row.getStyleClass().add("studio-port-row");
            String from = wire.map(w -> w.from().toString()).orElse(port.optional() ? "open" : "needs a wire");
            Label source = new Label(from);
            source.getStyleClass().addAll("tw-small", wire.isPresent() || port.optional() ? "tw-muted" : "tw-danger");
            row.getChildren().add(source);
            wire.ifPresent(w -> {
                Button cut = Pages.iconButton(Feather.X, "Disconnect " + w.from(), true);
                cut.setOnAction(e -> graph.connections().disconnect(List.of(w)));
                row.getChildren().add(cut);
            });
            getChildren().add(row);
        }
    }

    private void help(NodeType type) {
        getChildren().add(Pages.heading("What it does"));
        getChildren().add(Pages.paragraph(type.summary().replace("`", ""), "tw-muted"));
        for (Port port : type.outputs()) {
            HBox row = new HBox(
                    new PortMark(port.type()),
                    new Label(port.name()),
                    Pages.spring(),
                    Pages.paragraph(PortShape.name(port.type()) + HintText.unit(port), "tw-small", "tw-muted"));
            row.getStyleClass().add("studio-port-row");
            getChildren().add(row);
        }
    }
}
