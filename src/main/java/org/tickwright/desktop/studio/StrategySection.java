package org.tickwright.desktop.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyParameter;

/// The inspector while nothing is selected: the strategy's name, what it says in words, its parameters, its
/// description.
final class StrategySection extends VBox {
    private static final int LETTERS_A_ROW = 34;

    private final StudioModel model;
    private final SettingActions settings;
    private final Function<StrategyDocument, String> describe;
    private final TextField name = new TextField();
    private final TextArea description = new TextArea();
    private final Label words = Pages.paragraph("", "studio-words");
    private final ProblemCards problems = new ProblemCards();
    private final List<ParameterEditor> parameters = new ArrayList<>();

    StrategySection(StudioModel model, SettingActions settings, Function<StrategyDocument, String> describe) {
        this.model = model;
        this.settings = settings;
        this.describe = describe;
        getStyleClass().add("studio-section");
        getChildren().add(problems);
        name();
        Label heading = Pages.heading("In words");
        List.of(heading, words).forEach(label -> {
            label.visibleProperty().bind(words.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        });
        parameters();
        getChildren().addAll(heading, words);
        description();
        refresh();
    }

    /// What decides the shape of the section; another shape needs another section.
    static Object shape(StudioModel model) {
        return model.document().parameters().stream()
                .map(p -> p.name() + p.integer())
                .toList();
    }

    void refresh() {
        StrategyDocument document = model.document();
        if (!name.getText().equals(document.name())) {
            name.setText(document.name());
        }
        if (!description.getText().equals(document.description())) {
            description.setText(document.description());
        }
        description.setPrefRowCount(Math.clamp(document.description().length() / LETTERS_A_ROW + 2, 3, 12));
        words.setText(describe.apply(document));
        problems.show(model.problems().stream().filter(p -> p.node() == null).toList());
        parameters.forEach(ParameterEditor::refresh);
    }

    private void name() {
        name.setId("studio-strategy-name");
        name.setText(model.document().name());
        name.getStyleClass().add("tw-dense");
        name.setAccessibleText("Name of the strategy");
        name.textProperty().addListener((o, was, text) -> {
            if (!text.isBlank() && !text.equals(model.document().name())) {
                settings.name(text.strip());
            }
        });
        name.focusedProperty().addListener((o, was, focused) -> {
            if (!focused) {
                model.seal();
                name.setText(model.document().name());
            }
        });
        VBox box = new VBox(new Label("Name"), name);
        box.getStyleClass().add("studio-setting");
        getChildren().add(box);
    }

    private void parameters() {
        Button add = new Button("Add", new FontIcon(Feather.PLUS));
        add.getStyleClass().addAll("tw-dense", "flat");
        add.setId("studio-add-parameter");
        add.setOnAction(e -> settings.addParameter());
        HBox head = new HBox(Pages.heading("Parameters"), Pages.spring(), add);
        head.getStyleClass().add("studio-port-row");
        getChildren().add(head);
        List<StrategyParameter> all = model.document().parameters();
        if (all.isEmpty()) {
            getChildren()
                    .add(Pages.paragraph(
                            "None yet. A parameter is a number that several settings can follow and that a sweep can"
                                    + " vary. Link a setting of a node to make one.",
                            "tw-muted",
                            "tw-small"));
        }
        for (StrategyParameter parameter : all) {
            ParameterEditor editor = new ParameterEditor(model, settings, parameter);
            parameters.add(editor);
            getChildren().add(editor);
        }
    }

    private void description() {
        description.setId("studio-description");
        description.setWrapText(true);
        description.setText(model.document().description());
        description.setPromptText("What the strategy is for");
        description.setAccessibleText("Description of the strategy");
        description.textProperty().addListener((o, was, text) -> {
            if (!text.equals(model.document().description())) {
                settings.description(text);
            }
        });
        description.focusedProperty().addListener((o, was, focused) -> model.seal());
        getChildren().addAll(Pages.heading("Description"), description);
    }
}
