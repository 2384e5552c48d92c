package org.tickwright.desktop.backtest;

import java.util.Optional;
import javafx.beans.property.ReadOnlyProperty;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.tickwright.desktop.Palette;

/// A drawing whose boxes tell their hint under the pointer.
final class HintedDrawing extends StackPane {
    private final DrawingCanvas canvas;
    private final Tooltip hint = new Tooltip();

    HintedDrawing(ReadOnlyProperty<Palette> palette) {
        canvas = new DrawingCanvas(palette);
        hint.setShowDelay(Duration.millis(100));
        getChildren().add(canvas);
        setMinSize(0, 0);
        setOnMouseMoved(event -> {
            Optional<String> told = canvas.hintAt(event.getX(), event.getY());
            if (told.isPresent() && getScene() != null) {
                hint.setText(told.get());
                hint.show(this, event.getScreenX() + 12, event.getScreenY() + 16);
            } else {
                hint.hide();
            }
        });
        setOnMouseExited(event -> hint.hide());
        sceneProperty().addListener((property, before, now) -> hint.hide());
    }

    void show(DrawingCanvas.Maker maker) {
        canvas.show(maker);
    }
}
