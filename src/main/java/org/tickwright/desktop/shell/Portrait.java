package org.tickwright.desktop.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/// Takes a picture of the frame at a size once nothing moves any more.
final class Portrait {
    /// Frames without background work that count as settled: layout, drawing on canvases, a late layout pass.
    private static final int CALM_FRAMES = 3;

    private final Frame frame;
    private final BooleanSupplier idle;

    Portrait(Frame frame, BooleanSupplier idle) {
        this.frame = frame;
        this.idle = idle;
    }

    CompletionStage<WritableImage> take(int width, int height) {
        CompletableFuture<WritableImage> picture = new CompletableFuture<>();
        resize(width, height);
        new AnimationTimer() {
            private int calm;

            @Override
            public void handle(long now) {
                calm = idle.getAsBoolean() ? calm + 1 : 0;
                if (calm > CALM_FRAMES) {
                    stop();
                    resize(width, height);
                    picture.complete(frame.scene().snapshot(new WritableImage(width, height)));
                }
            }
        }.start();
        return picture;
    }

    private void resize(int width, int height) {
        Window window = frame.scene().getWindow();
        if (frame.scene().getWidth() != width || frame.scene().getHeight() != height) {
            window.setWidth(width + window.getWidth() - frame.scene().getWidth());
            window.setHeight(height + window.getHeight() - frame.scene().getHeight());
        }
    }
}
