package org.tickwright.desktop.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tickwright.spi.IndicatorSpec;

/// The parameters of an indicator on a chart. Each change is drawn at once; a value out of range is
/// refused with the range in words and changes nothing.
final class ParameterEditor extends VBox {
    private static final List<String> SOURCES = List.of("open", "high", "low", "close", "volume");

    private final Consumer<ActiveIndicator> changed;
    private ActiveIndicator indicator;
    private Node first = this;

    /// `changed` gets every valid change; `done` closes the editor.
    ParameterEditor(ActiveIndicator edited, Consumer<ActiveIndicator> changed, Runnable done) {
        this.indicator = edited;
        this.changed = changed;
        setId("chart-parameter-editor");
        getStyleClass().add("chart-editor");
        Label title = new Label(edited.spec().title());
        title.getStyleClass().add("tw-strong");
        getChildren().add(title);
        IndicatorSpec spec = edited.spec();
        for (int i = 0; i < spec.parameters().size(); i++) {
            getChildren().add(parameter(spec.parameters().get(i), i));
        }
        if (spec.inputs().size() == 1
                && SOURCES.contains(spec.inputs().getFirst().defaultColumn())) {
            getChildren().add(source());
        }
        if (spec.parameters().isEmpty()) {
            Label none = new Label("It has no parameters.");
            none.getStyleClass().add("tw-muted");
            getChildren().add(none);
        }
        Button reset = new Button("Defaults");
        reset.getStyleClass().add("flat");
        reset.setOnAction(e -> reset());
        Button close = new Button("Done");
        close.getStyleClass().add("accent");
        close.setOnAction(e -> done.run());
        HBox foot = new HBox(reset, spacer(), close);
        foot.getStyleClass().add("chart-editor-foot");
        getChildren().add(foot);
        if (first == this) {
            first = close;
        }
    }

    private static HBox spacer() {
        HBox spacer = new HBox();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// What gets the focus first.
    Node first() {
        return first;
    }

    private void apply(ActiveIndicator now) {
        indicator = now;
        changed.accept(now);
    }

    private void reset() {
        ActiveIndicator fresh = ActiveIndicator.of(indicator.id(), indicator.definition(), indicator.slot());
        List<IndicatorSpec.Parameter> parameters = indicator.spec().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Node field = lookup("#chart-parameter-" + parameters.get(i).name());
            double value = fresh.arguments().real(i);
            if (field instanceof TextField text) {
                text.setText(ActiveIndicator.number(value));
            } else if (field instanceof ComboBox<?> box) {
                box.getSelectionModel().select((int) value);
            }
        }
        apply(fresh.hidden(indicator.hidden()));
    }

    private VBox parameter(IndicatorSpec.Parameter parameter, int index) {
        Node field = parameter.choices().isEmpty() ? number(parameter, index) : choice(parameter, index);
        field.setId("chart-parameter-" + parameter.name());
        field.setAccessibleText(parameter.title());
        if (first == this) {
            first = field;
        }
        Label error = new Label();
        error.getStyleClass().add("tw-field-error");
        error.setId("chart-parameter-error-" + parameter.name());
        error.setVisible(false);
        error.setManaged(false);
        if (field instanceof TextField text) {
            text.textProperty().addListener((o, was, is) -> accept(parameter, index, text, error));
        }
        return new VBox(line(parameter.title(), field), error);
    }

    private static HBox line(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().addAll("tw-muted", "chart-editor-label");
        label.setLabelFor(field);
        HBox line = new HBox(label, spacer(), field);
        line.getStyleClass().add("tw-form-row");
        return line;
    }

    private TextField number(IndicatorSpec.Parameter parameter, int index) {
        TextField field =
                new TextField(ActiveIndicator.number(indicator.arguments().real(index)));
        field.getStyleClass().addAll("chart-editor-number", "tw-number");
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> turn(event, parameter, index, field));
        field.setOnScroll(event -> {
            if (field.isFocused() && event.getDeltaY() != 0) {
                step(parameter, index, field, event.getDeltaY() > 0 ? 1 : -1);
                event.consume();
            }
        });
        return field;
    }

    /// The arrows turn a number up and down.
    private void turn(KeyEvent event, IndicatorSpec.Parameter parameter, int index, TextField field) {
        int direction = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (direction != 0) {
            step(parameter, index, field, direction * (event.isShiftDown() ? 10 : 1));
            event.consume();
        }
    }

    private void step(IndicatorSpec.Parameter parameter, int index, TextField field, int steps) {
        double unit = parameter.integer() ? 1 : 0.1;
        double value = indicator.arguments().real(index) + steps * unit;
        double rounded = parameter.integer() ? Math.rint(value) : Math.rint(value * 10) / 10;
        field.setText(ActiveIndicator.number(Math.clamp(rounded, parameter.from(), parameter.to())));
        field.positionCaret(field.getLength());
    }

    private void accept(IndicatorSpec.Parameter parameter, int index, TextField field, Label error) {
        double value = parse(field.getText());
        Optional<String> trouble = ActiveIndicator.trouble(parameter, value);
        error.setText(trouble.orElse(""));
        error.setVisible(trouble.isPresent());
        error.setManaged(trouble.isPresent());
        field.getStyleClass().remove("tw-invalid");
        if (trouble.isPresent()) {
            field.getStyleClass().add("tw-invalid");
        } else if (value != indicator.arguments().real(index)) {
            apply(indicator.with(index, value));
        }
        requestLayout();
    }

    private static double parse(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private ComboBox<String> choice(IndicatorSpec.Parameter parameter, int index) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(parameter.choices()));
        box.getSelectionModel().select((int) indicator.arguments().real(index));
        box.setOnAction(e -> apply(indicator.with(index, box.getSelectionModel().getSelectedIndex())));
        return box;
    }

    private HBox source() {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(SOURCES));
        box.setId("chart-parameter-source");
        box.setAccessibleText("Of which prices");
        box.getSelectionModel().select(indicator.inputs().getFirst());
        box.setOnAction(
                e -> apply(indicator.withInput(0, box.getSelectionModel().getSelectedItem())));
        return line("Of", box);
    }
}
