package org.tickwright.desktop.backtest;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDescription;

/// First page: which strategy, with which values of its parameters.
final class StrategyPage {
    private final Desk desk;
    private final WizardModel model;
    private final ListView<StrategyChoice> list = new ListView<>();
    private final Label name = Nodes.label("", "tw-heading");
    private final Label origin = Nodes.label("", "tw-badge");
    private final Label description = Nodes.words("", "tw-muted");
    private final Label rules = Nodes.words("", "tw-muted");
    private final VBox inWords = new VBox(Nodes.label("What it does", "tw-strong"), rules);
    private final VBox parameters = new VBox();
    private final VBox problems = new VBox();
    private final VBox details = new VBox();
    private final HBox view = new HBox();
    private boolean following;

    StrategyPage(Desk desk, WizardModel model) {
        this.desk = desk;
        this.model = model;
        buildList();
        buildDetails();
        ScrollPane right = new ScrollPane(details);
        right.setFitToWidth(true);
        right.getStyleClass().addAll("tw-plain", "edge-to-edge");
        HBox.setHgrow(right, Priority.ALWAYS);
        view.getStyleClass().add("tw-wizard-page");
        view.getChildren().addAll(list, right);
        model.strategy().addListener((property, before, now) -> show(now));
        model.parameters().addListener((ListChangeListener<ParameterRow>) change -> showParameters());
        model.problems().addListener((ListChangeListener<Problem>) change -> showProblems());
        show(model.strategy().get());
    }

    Region view() {
        return view;
    }

    void focus() {
        list.requestFocus();
    }

    private void buildList() {
        list.setId("strategies");
        list.setItems(model.strategies());
        list.getStyleClass().addAll("tw-choices");
        list.setAccessibleText("Strategies");
        list.setMinWidth(256);
        list.setPrefWidth(256);
        list.setMaxWidth(256);
        list.setCellFactory(each -> new ChoiceCell());
        model.strategies().addListener((ListChangeListener<StrategyChoice>) change -> follow());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                model.strategy().set(now);
            }
        });
    }

    private void buildDetails() {
        Button studio = Nodes.button("Open in Studio", "fth-git-merge", () -> {
            StrategyChoice choice = model.strategy().get();
            if (choice != null) {
                desk.openStrategy(choice.document(), choice.file());
            }
        });
        HBox title = new HBox(name, origin, Nodes.gap(), studio);
        title.getStyleClass().add("tw-title-row");
        inWords.getStyleClass().add("tw-card");
        problems.getStyleClass().add("tw-form");
        parameters.getStyleClass().add("tw-form");
        details.getStyleClass().add("tw-wizard-details");
        details.getChildren().addAll(title, description, problems, parameters, inWords);
    }

    private void show(@Nullable StrategyChoice choice) {
        follow();
        Nodes.visible(details, choice != null);
        if (choice != null) {
            name.setText(choice.name());
            origin.setText(choice.origin());
            String words = choice.document().description().strip();
            description.setText(words.isEmpty() ? "This strategy has no description." : words);
            rules.setText(rules(choice));
        }
        showParameters();
        showProblems();
    }

    /// Marks what the model has chosen, also after the list was read anew.
    private void follow() {
        StrategyChoice choice = model.strategy().get();
        following = true;
        if (choice == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(choice);
        }
        following = false;
    }

    /// The rules in words: what follows name and description.
    private static String rules(StrategyChoice choice) {
        String all = StrategyDescription.describe(choice.document()).strip();
        int blank = all.indexOf("\n\n");
        return blank < 0 ? all : all.substring(blank + 2).strip();
    }

    private void showParameters() {
        parameters.getChildren().clear();
        if (model.parameters().isEmpty()) {
            return;
        }
        parameters.getChildren().add(Nodes.label("Parameters of this run", "tw-strong"));
        for (ParameterRow row : model.parameters()) {
            parameters.getChildren().add(Nodes.row(row.name(), row.field(), "", new SimpleStringProperty(row.hint())));
        }
    }

    private void showProblems() {
        problems.getChildren().clear();
        for (Problem problem : model.problems()) {
            boolean error = problem.severity() == Problem.Severity.ERROR;
            Label badge = Nodes.label(error ? "Error" : "Warning", "tw-badge", error ? "tw-error" : "tw-warn");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            String place = problem.node() == null ? "" : problem.node() + ": ";
            Label words = Nodes.words(place + problem.message() + " " + problem.mend());
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(badge, words);
            line.getStyleClass().add("tw-title-row");
            problems.getChildren().add(line);
        }
        Nodes.visible(problems, !model.problems().isEmpty());
    }

    private static final class ChoiceCell extends ListCell<StrategyChoice> {
        private final Label title = Nodes.label("");
        private final Label origin = Nodes.label("", "tw-muted", "tw-small");
        private final HBox box = new HBox(title, Nodes.gap(), origin);

        ChoiceCell() {
            box.getStyleClass().add("tw-title-row");
            origin.setMinWidth(Region.USE_PREF_SIZE);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable StrategyChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
            } else {
                title.setText(choice.name());
                origin.setText(choice.origin());
                setGraphic(box);
            }
        }
    }
}
