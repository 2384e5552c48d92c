package org.tickwright.desktop.studio;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.strategy.StrategyParameter.Range;

/// One parameter of the strategy: its name and value, and the range and step that a sweep uses.
final class ParameterEditor extends VBox {
    private static final double LARGEST = 1e15;

    private final StudioModel model;
    private final SettingActions settings;
    private final String name;
    private final NumberField value;
    private final ParameterSlider slider;
    private final NumberField from;
    private final NumberField to;
    private final NumberField step;
    private final Label fault = new Label();

    ParameterEditor(StudioModel model, SettingActions settings, StrategyParameter parameter) {
        this.model = model;
        this.settings = settings;
        name = parameter.name();
        getStyleClass().add("studio-parameter");
        boolean integer = parameter.integer();
        value = field(integer, parameter.value(), "Value of " + name);
        value.setId("parameter-" + name);
        value.onValue(number -> settings.parameterValue(name, number));
        slider = new ParameterSlider(name, number -> settings.parameterValue(name, number), model::seal);
        Range range = range(parameter);
        from = field(integer, range.from(), "Smallest " + name + " of a sweep");
        to = field(integer, range.to(), "Largest " + name + " of a sweep");
        step = field(integer, range.step(), "Step of " + name + " in a sweep");
        from.onValue(number -> ranged());
        to.onValue(number -> ranged());
        step.onValue(number -> ranged());
        fault.getStyleClass().add("tw-field-error");
        fault.setWrapText(true);
        fault.setVisible(false);
        fault.managedProperty().bind(fault.visibleProperty());
        Button remove = Pages.iconButton(Feather.TRASH_2, "Remove " + name + "; settings keep its value", true);
        remove.setOnAction(e -> settings.removeParameter(name));
        TextField title = nameField();
        HBox.setHgrow(title, Priority.ALWAYS);
        value.setPrefWidth(72);
        HBox first = new HBox(title, value, remove);
        HBox second = new HBox(small("from"), from, small("to"), to, small("step"), step);
        first.getStyleClass().add("studio-setting-line");
        second.getStyleClass().add("studio-setting-line");
        getChildren().addAll(first, value.fault(), slider, second, from.fault(), to.fault(), step.fault(), fault);
        refresh();
    }

    /// Shows what is in force.
    void refresh() {
        model.document().parameter(name).ifPresent(parameter -> {
            value.show(parameter.value());
            slider.show(parameter);
            Range range = parameter.range();
            if (range != null) {
                from.show(range.from());
                to.show(range.to());
                step.show(range.step());
                check(range);
            }
        });
    }

    private NumberField field(boolean integer, double number, String words) {
        NumberField field = new NumberField(number, -LARGEST, LARGEST, integer, model::seal);
        field.setAccessibleText(words);
        field.setPrefWidth(52);
        field.setMinWidth(40);
        return field;
    }

    private static Range range(StrategyParameter parameter) {
        Range range = parameter.range();
        return range == null ? new Range(parameter.value(), parameter.value(), 1) : range;
    }

    private TextField nameField() {
        TextField field = new TextField(name);
        field.getStyleClass().add("tw-dense");
        field.setAccessibleText("Name of parameter " + name);
        field.setPrefWidth(96);
        field.setMinWidth(64);
        Runnable commit = () -> {
            if (model.document().parameter(name).isPresent()) {
                say(settings.renameParameter(name, field.getText()));
            }
        };
        field.setOnAction(e -> commit.run());
        field.focusedProperty().addListener((o, was, focused) -> {
            if (!focused) {
                commit.run();
            }
        });
        return field;
    }

    private void ranged() {
        Range range = new Range(from.value(), to.value(), step.value());
        check(range);
        if (range.from() <= range.to() && range.step() > 0) {
            settings.parameterRange(name, range);
        }
    }

    private void check(Range range) {
        boolean fits = range.from() <= range.to() && range.step() > 0;
        say(fits ? null : "From must not be above to, and the step above 0.");
    }

    private void say(@Nullable String text) {
        fault.setText(text == null ? "" : text);
        fault.setVisible(text != null);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("tw-small", "tw-muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
