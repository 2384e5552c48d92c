package org.tickwright.desktop.studio;

import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.tickwright.strategy.StrategyDocument.Point;

/// Lets the graph take what is dragged from the palette.
final class PaletteDrop {
    private final GraphView view;
    private final StudioModel model;
    private final GraphActions actions;

    PaletteDrop(GraphView view, StudioModel model, GraphActions actions) {
        this.view = view;
        this.model = model;
        this.actions = actions;
    }

    void install() {
        view.addEventHandler(DragEvent.DRAG_OVER, e -> {
            if (e.getDragboard().hasContent(PalettePane.NODE_TYPE)) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        view.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void dropped(DragEvent e) {
        if (e.getDragboard().getContent(PalettePane.NODE_TYPE) instanceof String name) {
            Point at = view.viewport().toPlane(e.getX(), e.getY());
            model.catalogue()
                    .find(name)
                    .ifPresent(type -> actions.add(type, new Point(at.x() - 72, at.y() - NodeCard.HEADER / 2)));
            e.setDropCompleted(true);
            view.requestFocus();
            e.consume();
        }
    }
}
