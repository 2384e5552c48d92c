package org.tickwright.desktop.studio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tickwright.desktop.DeskCommand;

/// Everything in Studio that has a name: what the command palette offers, the keys page lists and keys run.
final class StudioCommands {
    private static final double ZOOM = 1.25;

    private final List<DeskCommand> all;

    StudioCommands(
            StudioModel model,
            GraphActions actions,
            GraphView view,
            StudioFiles files,
            Runnable preview,
            Runnable backtest) {
        all = List.of(
                DeskCommand.of(
                        "studio.addNode", "Add a node", "A", () -> view.popups().addNode(null)),
                DeskCommand.of(
                        "studio.insertNode",
                        "Add a node (other key)",
                        "Insert",
                        () -> view.popups().addNode(null)),
                DeskCommand.of(
                        "studio.connect",
                        "Connect ports",
                        "C",
                        () -> view.popups().connect()),
                DeskCommand.of("studio.rename", "Rename the node", "F2", () -> rename(model, view)),
                DeskCommand.of("studio.delete", "Delete what is selected", "Delete", actions::deleteSelection),
                DeskCommand.of(
                        "studio.deleteBack",
                        "Delete what is selected (other key)",
                        "Backspace",
                        actions::deleteSelection),
                DeskCommand.of("studio.duplicate", "Duplicate", "Shortcut+D", actions::duplicateSelection),
                DeskCommand.of("studio.copy", "Copy nodes", "Shortcut+C", actions::copySelection),
                DeskCommand.of("studio.paste", "Paste nodes", "Shortcut+V", actions::paste),
                DeskCommand.of("studio.selectAll", "Select all nodes", "Shortcut+A", () -> selectAll(model)),
                DeskCommand.of("studio.undo", "Undo", "Shortcut+Z", model::undo),
                DeskCommand.of("studio.redo", "Redo", "Shortcut+Y", model::redo),
                DeskCommand.of("studio.redoShift", "Redo (other key)", "Shortcut+Shift+Z", model::redo),
                DeskCommand.of("studio.tidy", "Tidy the layout", "T", () -> {
                    actions.tidy();
                    view.fit();
                }),
                DeskCommand.of("studio.fit", "Show the whole graph", "F", view::fit),
                DeskCommand.of("studio.zoomIn", "Zoom in", "Plus", () -> view.zoom(ZOOM)),
                DeskCommand.of("studio.zoomOut", "Zoom out", "Minus", () -> view.zoom(1 / ZOOM)),
                DeskCommand.of(
                        "studio.zoomReset",
                        "Zoom to 100 %",
                        "0",
                        () -> view.zoom(1 / view.viewport().zoom())),
                DeskCommand.of("studio.new", "New strategy", "Shortcut+N", files::fresh),
                DeskCommand.of("studio.open", "Open a strategy or template", "Shortcut+O", files::gallery),
                DeskCommand.of("studio.save", "Save the strategy", "Shortcut+S", files::save),
                DeskCommand.of("studio.saveAs", "Save the strategy as", "Shortcut+Shift+S", files::saveAs),
                DeskCommand.of("studio.preview", "Show or hide the preview", "P", preview),
                DeskCommand.of("studio.backtest", "Run a backtest", "Shortcut+Enter", backtest));
    }

    List<DeskCommand> all() {
        return all;
    }

    private static void rename(StudioModel model, GraphView view) {
        model.selectedNode().ifPresent(node -> view.popups().rename(node.id()));
    }

    private static void selectAll(StudioModel model) {
        Set<String> ids = new LinkedHashSet<>();
        model.document().nodes().forEach(node -> ids.add(node.id()));
        model.select(ids);
    }
}
