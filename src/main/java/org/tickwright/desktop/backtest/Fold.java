package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.function.IntSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// A part of a form that is folded away until someone needs it; its title says how much is set inside.
final class Fold {
    private final String title;
    private final IntSupplier given;
    private final Button button;
    private final VBox content = new VBox();
    private final VBox view;

    /// A closed one; its button has the id `fold-ID`.
    Fold(String id, String title, IntSupplier given, Node... parts) {
        this.title = title;
        this.given = given;
        button = Nodes.button(title, "fth-chevron-right", () -> unfold(!unfolded()));
        button.setId("fold-" + id.toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("flat", "tw-fold");
        content.getStyleClass().add("tw-fold-content");
        content.getChildren().addAll(parts);
        view = new VBox(button, content);
        unfold(false);
    }

    VBox view() {
        return view;
    }

    boolean unfolded() {
        return content.isVisible();
    }

    void unfold(boolean open) {
        Nodes.visible(content, open);
        button.setGraphic(new FontIcon(open ? "fth-chevron-down" : "fth-chevron-right"));
        button.setAccessibleHelp(open ? "Open" : "Closed");
        follow();
    }

    /// Says anew how much is set.
    void follow() {
        int set = given.getAsInt();
        button.setText(set == 0 ? title : title + " (" + set + " set)");
    }
}
