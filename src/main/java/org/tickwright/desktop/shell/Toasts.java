package org.tickwright.desktop.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Messages at the lower left: they never take the focus; errors stay until they are dismissed.
final class Toasts {
    private static final Duration READING_TIME = Duration.seconds(6);
    private static final int MOST = 4;

    private final VBox view = new VBox();

    Toasts() {
        view.getStyleClass().add("tw-toasts");
        view.setPickOnBounds(false);
        view.setMaxSize(VBox.USE_PREF_SIZE, VBox.USE_PREF_SIZE);
        // What a page is left by, its main button, lies at the right.
        StackPane.setAlignment(view, Pos.BOTTOM_LEFT);
    }

    VBox view() {
        return view;
    }

    /// Shows a message; the same one twice is shown once.
    void show(String message, boolean error) {
        view.getChildren().removeIf(node -> message.equals(node.getUserData()));
        while (view.getChildren().size() >= MOST) {
            view.getChildren().removeFirst();
        }
        HBox toast = toast(message, error);
        view.getChildren().add(toast);
        if (!error) {
            PauseTransition reading = new PauseTransition(READING_TIME);
            reading.setOnFinished(event -> view.getChildren().remove(toast));
            reading.play();
        }
    }

    /// Takes the newest message away; false if there is none.
    boolean dismissNewest() {
        if (view.getChildren().isEmpty()) {
            return false;
        }
        view.getChildren().removeLast();
        return true;
    }

    private HBox toast(String message, boolean error) {
        Label text = new Label(message);
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button close = new Button(null, Icons.of("fth-x"));
        close.getStyleClass().addAll("tw-icon-button", "tw-dense");
        close.setAccessibleText("Dismiss");
        close.setFocusTraversable(false);
        HBox toast = new HBox(
                Icons.of(error ? "fth-alert-triangle" : "fth-info", error ? "tw-danger" : "tw-muted"), text, close);
        toast.getStyleClass().add("tw-toast");
        if (error) {
            toast.getStyleClass().add("tw-error");
        }
        toast.setUserData(message);
        close.setOnAction(event -> view.getChildren().remove(toast));
        return toast;
    }
}
