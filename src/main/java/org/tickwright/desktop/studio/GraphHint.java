package org.tickwright.desktop.studio;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// A few words beside the pointer: what something is, what is wrong with it, why a wire is refused.
final class GraphHint extends Label {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double BESIDE = 16;
    private static final double WIDEST = 320;

    private final PauseTransition delay = new PauseTransition(Duration.millis(450));
    private double pointerX;
    private double pointerY;

    GraphHint() {
        getStyleClass().add("studio-hint");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        setWrapText(true);
        setMaxWidth(WIDEST);
    }

    /// Shows words at once.
    void now(String text, double x, double y, boolean refused) {
        delay.stop();
        pseudoClassStateChanged(REFUSED, refused);
        setText(text);
        pointerX = x;
        pointerY = y;
        setVisible(true);
        requestParentLayout();
        if (getParent() != null && getParent().getParent() != null) {
            getParent().getParent().requestLayout();
        }
    }

    /// Shows words once the pointer has rested.
    void soon(String text, double x, double y) {
        hide();
        delay.setOnFinished(e -> now(text, x, y, false));
        delay.playFromStart();
    }

    void hide() {
        delay.stop();
        setVisible(false);
    }

    /// Lies beside the pointer, inside a view of that size.
    void place(double width, double height) {
        if (!isVisible()) {
            return;
        }
        double w = Math.ceil(Math.min(WIDEST, prefWidth(-1)));
        double h = Math.ceil(prefHeight(w));
        double x = pointerX + BESIDE + w > width ? pointerX - BESIDE - w : pointerX + BESIDE;
        double y = pointerY + BESIDE + h > height ? pointerY - BESIDE - h : pointerY + BESIDE;
        resizeRelocate(Math.clamp(x, 0, Math.max(0, width - w)), Math.clamp(y, 0, Math.max(0, height - h)), w, h);
    }
}
