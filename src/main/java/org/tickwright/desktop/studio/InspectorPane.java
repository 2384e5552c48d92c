package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;

/// The right side of Studio: what is selected, or the strategy as a whole. A section lives as long as its shape, so
/// that typing never loses the caret.
final class InspectorPane extends ScrollPane {
    private final StudioModel model;
    private final GraphActions graph;
    private final SettingActions settings;
    private final PreviewModel preview;
    private final Function<StrategyDocument, String> describe;
    private @Nullable Object shape;
    private Runnable refresh = () -> {};

    InspectorPane(
            StudioModel model,
            GraphActions graph,
            SettingActions settings,
            PreviewModel preview,
            Function<StrategyDocument, String> describe) {
        this.model = model;
        this.graph = graph;
        this.settings = settings;
        this.preview = preview;
        this.describe = describe;
        setId("studio-inspector");
        getStyleClass().addAll("tw-panel", "studio-inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        List.of(
                        model.documentProperty(),
                        model.selectionProperty(),
                        model.selectedWireProperty(),
                        model.problemsProperty(),
                        preview.stateProperty(),
                        preview.choicesProperty())
                .forEach(cause -> cause.addListener(o -> show()));
        show();
    }

    private void show() {
        Object now = shapeNow();
        if (now.equals(shape)) {
            refresh.run();
            return;
        }
        shape = now;
        setContent(section());
        setVvalue(0);
    }

    private Object shapeNow() {
        Optional<org.tickwright.strategy.Node> node = model.selectedNode();
        if (node.isPresent()) {
            return List.of("node", NodeSection.shape(model, node.get()));
        }
        if (model.selectedWire().isPresent()) {
            return model.selectedWire().get();
        }
        return model.selection().isEmpty()
                ? List.of("strategy", StrategySection.shape(model))
                : List.of("several", model.selection());
    }

    private Node section() {
        refresh = () -> {};
        Optional<org.tickwright.strategy.Node> node = model.selectedNode();
        if (node.isPresent()) {
            NodeSection section = new NodeSection(model, graph, settings, this::choices, node.get());
            refresh = section::refresh;
            return section;
        }
        if (model.selectedWire().isPresent()) {
            return wire(model.selectedWire().get());
        }
        if (!model.selection().isEmpty()) {
            return several();
        }
        StrategySection section = new StrategySection(model, settings, describe);
        refresh = section::refresh;
        return section;
    }

    private SeriesChoices choices() {
        return new SeriesChoices(
                preview.choicesProperty().get(), preview.state().series());
    }

    private Node wire(Wire wire) {
        VBox box = new VBox(
                Pages.paragraph("Wire", "tw-heading"),
                Pages.paragraph("From " + wire.from()),
                Pages.paragraph("To " + wire.to()),
                action("Delete wire", Feather.TRASH_2, graph::deleteSelection));
        box.getStyleClass().add("studio-section");
        return box;
    }

    private Node several() {
        VBox box = new VBox(
                Pages.paragraph(model.selection().size() + " nodes selected", "tw-heading"),
                Pages.paragraph("Drag them together, or use the keys.", "tw-muted"),
                action("Duplicate", Feather.COPY, graph::duplicateSelection),
                action("Delete", Feather.TRASH_2, graph::deleteSelection));
        box.getStyleClass().add("studio-section");
        return box;
    }

    private static Button action(String text, Feather icon, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setOnAction(e -> run.run());
        return button;
    }
}
