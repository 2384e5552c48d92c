package org.tickwright.desktop.studio;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar above the graph: which strategy, files, undo, layout, and the way to a backtest.
final class StudioToolbar extends HBox {
    private final StudioModel model;
    private final Label name = new Label();
    private final Label unsaved = new Label("unsaved");
    private final Button undo;
    private final Button redo;

    StudioToolbar(StudioModel model, GraphActions actions, GraphView view, StudioFiles files, Runnable backtest) {
        this.model = model;
        getStyleClass().addAll("tw-toolbar", "studio-toolbar");
        name.getStyleClass().add("tw-heading");
        name.setMinWidth(0);
        unsaved.getStyleClass().addAll("tw-badge", "tw-warn");
        unsaved.setId("studio-unsaved");
        unsaved.managedProperty().bind(unsaved.visibleProperty());
        unsaved.visibleProperty().bind(model.dirtyProperty());
        undo = icon(Feather.CORNER_UP_LEFT, "Undo", model::undo, "studio-undo");
        redo = icon(Feather.CORNER_UP_RIGHT, "Redo", model::redo, "studio-redo");
        Button templates = new Button("Templates", new FontIcon(Feather.GRID));
        templates.setId("studio-templates");
        templates.getStyleClass().add("flat");
        templates.setTooltip(new Tooltip("Open a strategy or start from a template (Ctrl+O)"));
        templates.setOnAction(e -> files.gallery());
        Button run = new Button("Run backtest", new FontIcon(Feather.PLAY));
        run.setId("studio-run");
        run.getStyleClass().add("accent");
        run.setMinWidth(USE_PREF_SIZE);
        run.setOnAction(e -> backtest.run());
        getChildren()
                .addAll(
                        name,
                        unsaved,
                        Pages.spring(),
                        icon(Feather.FILE_PLUS, "New strategy (Ctrl+N)", files::fresh, "studio-new"),
                        icon(Feather.FOLDER, "Open (Ctrl+O)", files::gallery, "studio-open"),
                        templates,
                        icon(Feather.SAVE, "Save (Ctrl+S)", files::save, "studio-save"),
                        icon(Feather.COPY, "Save as (Ctrl+Shift+S)", files::saveAs, "studio-save-as"),
                        divider(),
                        undo,
                        redo,
                        divider(),
                        icon(Feather.PLUS, "Add a node (A)", () -> view.popups().addNode(null), "studio-add"),
                        icon(Feather.LAYOUT, "Tidy the layout (T)", () -> tidy(actions, view), "studio-tidy"),
                        icon(Feather.MAXIMIZE, "Show the whole graph (F)", view::fit, "studio-fit"),
                        divider(),
                        run);
        model.documentProperty().addListener(o -> show());
        model.undoLabelProperty().addListener(o -> show());
        model.redoLabelProperty().addListener(o -> show());
        show();
    }

    private static void tidy(GraphActions actions, GraphView view) {
        actions.tidy();
        view.fit();
    }

    private void show() {
        name.setText(model.document().name());
        label(undo, "Undo", model.undoLabelProperty().get().orElse(""), "Ctrl+Z");
        label(redo, "Redo", model.redoLabelProperty().get().orElse(""), "Ctrl+Y");
    }

    private static void label(Button button, String verb, String what, String key) {
        button.setDisable(what.isEmpty());
        String words = what.isEmpty() ? verb : verb + ": " + what;
        button.setAccessibleText(words);
        button.getTooltip().setText(words + " (" + key + ")");
    }

    private static Button icon(Feather glyph, String words, Runnable run, String id) {
        Button button = Pages.iconButton(glyph, words, false);
        button.setId(id);
        button.setOnAction(e -> run.run());
        return button;
    }

    private static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("studio-toolbar-divider");
        return line;
    }
}
