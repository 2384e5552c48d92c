package org.tickwright.desktop.studio;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.PortType;

/// A box with a search field and what it finds; Enter or a click takes one, Esc closes. All by keyboard.
final class Chooser extends VBox {
    static final double WIDTH = 320;
    static final double HEIGHT = 336;

    /// Something to choose: what it is called, what is said of it, the type whose mark it carries.
    record Choice(String title, String detail, @Nullable PortType type, Runnable chosen) {}

    private final TextField field = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private final Label nothing = new Label("Nothing fits these words.");
    private final Runnable close;

    /// `find` gives the choices for a text, best first; `close` takes the box away before a choice runs.
    Chooser(String heading, String prompt, Function<String, List<Choice>> find, Runnable close) {
        this.close = close;
        getStyleClass().addAll("tw-overlay", "studio-chooser");
        setId("studio-chooser");
        Label title = new Label(heading);
        title.getStyleClass().addAll("tw-small", "tw-muted");
        title.setWrapText(true);
        field.setPromptText(prompt);
        field.setAccessibleText(heading);
        nothing.getStyleClass().add("tw-muted");
        list.setPlaceholder(nothing);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ChoiceCell(this::take));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, field, list);
        setPrefSize(WIDTH, HEIGHT);
        field.textProperty().addListener((o, was, text) -> show(find.apply(text)));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        show(find.apply(""));
    }

    /// Puts the caret into the search field.
    void focusField() {
        field.requestFocus();
    }

    private void show(List<Choice> found) {
        list.getItems().setAll(found);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> move(Math.min(last, at + 1));
            case UP -> move(Math.max(0, at - 1));
            case PAGE_DOWN -> move(Math.min(last, at + 6));
            case PAGE_UP -> move(Math.max(0, at - 6));
            case ENTER -> {
                Choice choice = list.getSelectionModel().getSelectedItem();
                if (choice != null) {
                    take(choice);
                }
            }
            case ESCAPE -> close.run();
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int to) {
        if (to >= 0) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 3));
        }
    }

    private void take(Choice choice) {
        close.run();
        choice.chosen().run();
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        private final PortMark mark = new PortMark();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(mark, title, detail);

        ChoiceCell(Consumer<Choice> take) {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("studio-choice");
            detail.getStyleClass().addAll("tw-small", "tw-muted");
            title.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            detail.setAlignment(Pos.CENTER_RIGHT);
            setPrefWidth(0);
            setOnMouseClicked(e -> {
                Choice choice = getItem();
                if (e.getButton() == MouseButton.PRIMARY && choice != null && !isEmpty()) {
                    take.accept(choice);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            mark.show(choice.type());
            title.setText(choice.title());
            detail.setText(choice.detail());
            setGraphic(row);
        }
    }
}
