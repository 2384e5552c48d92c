package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.Problem.Severity;

/// The problems of the strategy below the graph; a click or Enter goes to the node. Not there while there are none.
final class ProblemList extends VBox {
    private static final double ROW = 28;
    private static final int MOST_ROWS = 4;

    private final ListView<Problem> list = new ListView<>();

    ProblemList(StudioModel model, Consumer<String> reveal) {
        getStyleClass().add("studio-problems");
        list.setId("studio-problems");
        list.setAccessibleText("Problems of the strategy");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ProblemCell());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, problem) -> {
            if (problem != null && problem.node() != null) {
                model.select(Set.of(problem.node()));
                reveal.accept(problem.node());
            }
        });
        getChildren().add(list);
        visibleProperty().bind(managedProperty());
        model.problemsProperty().addListener((o, was, now) -> show(now));
        show(model.problems());
    }

    private void show(List<Problem> problems) {
        setManaged(!problems.isEmpty());
        list.getSelectionModel().clearSelection();
        list.getItems().setAll(problems);
        double height = ROW * Math.min(MOST_ROWS, problems.size());
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    /// A problem with its mend, for the inspector.
    static Node card(Problem problem) {
        boolean error = problem.severity() == Severity.ERROR;
        FontIcon icon = new FontIcon(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
        icon.getStyleClass().add(error ? "tw-danger" : "tw-warning");
        VBox words =
                new VBox(Pages.paragraph(problem.message()), Pages.paragraph(problem.mend(), "tw-small", "tw-muted"));
        HBox card = new HBox(icon, words);
        card.getStyleClass().addAll("studio-problem", error ? "error" : "warning");
        return card;
    }

    private static final class ProblemCell extends ListCell<Problem> {
        private final FontIcon icon = new FontIcon(Feather.ALERT_CIRCLE);
        private final Label message = new Label();
        private final Label mend = new Label();
        private final HBox row = new HBox(icon, message, mend);

        ProblemCell() {
            row.getStyleClass().add("studio-problem-row");
            message.setMinWidth(0);
            mend.getStyleClass().add("tw-muted");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            if (empty || problem == null) {
                setGraphic(null);
                return;
            }
            boolean error = problem.severity() == Severity.ERROR;
            icon.setIconCode(error ? Feather.ALERT_CIRCLE : Feather.ALERT_TRIANGLE);
            icon.getStyleClass().removeAll("tw-danger", "tw-warning");
            icon.getStyleClass().add(error ? "tw-danger" : "tw-warning");
            String where = problem.node() == null ? "" : problem.node() + ": ";
            message.setText(where + problem.message());
            mend.setText(problem.mend());
            setGraphic(row);
        }
    }
}
