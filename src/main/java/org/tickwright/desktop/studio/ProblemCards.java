package org.tickwright.desktop.studio;

import java.util.List;
import javafx.scene.layout.VBox;
import org.tickwright.strategy.Problem;

/// Problems with their mends in the inspector; they come and go while a person types beside them.
final class ProblemCards extends VBox {
    private List<Problem> shown = List.of();

    ProblemCards() {
        getStyleClass().add("studio-problem-cards");
        setManaged(false);
        visibleProperty().bind(managedProperty());
    }

    /// Shows these problems and no others.
    void show(List<Problem> problems) {
        if (!problems.equals(shown)) {
            shown = List.copyOf(problems);
            getChildren().setAll(problems.stream().map(ProblemList::card).toList());
            setManaged(!problems.isEmpty());
        }
    }
}
