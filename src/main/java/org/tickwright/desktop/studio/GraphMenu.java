package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.tickwright.desktop.DeskCommand;

/// The menu of the right mouse button and of the menu key on the graph: the commands that fit what is selected, with
/// their keys.
final class GraphMenu {
    private static final String GAP = "";
    private static final List<String> PLANE = List.of(
            "studio.addNode", "studio.paste", GAP, "studio.selectAll", "studio.tidy", "studio.fit", GAP, "studio.undo");
    private static final List<String> NODE =
            List.of("studio.connect", "studio.rename", GAP, "studio.duplicate", "studio.copy", GAP, "studio.delete");
    private static final List<String> NODES = List.of("studio.duplicate", "studio.copy", GAP, "studio.delete");
    private static final List<String> WIRE = List.of("studio.delete");

    private final GraphView view;
    private final StudioModel model;
    private final Map<String, DeskCommand> commands;
    private final ContextMenu menu = new ContextMenu();

    GraphMenu(GraphView view, StudioModel model, List<DeskCommand> commands) {
        this.view = view;
        this.model = model;
        this.commands = commands.stream().collect(Collectors.toMap(DeskCommand::id, Function.identity()));
        menu.setId("studio-menu");
    }

    void install() {
        view.setOnContextMenuRequested(this::show);
    }

    private void show(ContextMenuEvent event) {
        menu.getItems().setAll(entries(model).stream().map(this::item).toList());
        menu.show(view, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    /// The ids of the commands for what is selected now; an empty text stands for a line between.
    static List<String> entries(StudioModel model) {
        if (model.selectedWire().isPresent()) {
            return WIRE;
        }
        int nodes = model.selection().size();
        return nodes == 0 ? PLANE : nodes == 1 ? NODE : NODES;
    }

    private MenuItem item(String id) {
        DeskCommand command = commands.get(id);
        if (command == null) {
            return new SeparatorMenuItem();
        }
        MenuItem item = new MenuItem(command.title());
        item.setAccelerator(command.key());
        item.setOnAction(e -> command.action().run());
        return item;
    }
}
