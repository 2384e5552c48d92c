package org.tickwright.desktop.studio;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/// A field for a number in a range. Each keystroke that makes a valid number is passed on; one that does not says why
/// in [#fault()] and leaves the old value in force. Up and Down step, Page Up and Down step by ten.
final class NumberField extends TextField {
    private final double from;
    private final double to;
    private final boolean integer;
    private final Runnable done;
    private final Label fault = new Label();
    private DoubleConsumer taken = value -> {};
    private double value;
    private boolean showing;

    /// A field for numbers from `from` to `to`; `done` runs when the field is left or Enter pressed.
    NumberField(double value, double from, double to, boolean integer, Runnable done) {
        this.from = from;
        this.to = to;
        this.integer = integer;
        this.done = done;
        this.value = value;
        getStyleClass().addAll("tw-dense", "studio-number");
        fault.getStyleClass().add("tw-field-error");
        fault.setWrapText(true);
        fault.setVisible(false);
        fault.managedProperty().bind(fault.visibleProperty());
        setText(NumberText.exact(value));
        textProperty().addListener((o, was, text) -> typed(text));
        setOnAction(e -> leave());
        focusedProperty().addListener((o, was, focused) -> {
            if (!focused) {
                leave();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Where valid numbers go.
    NumberField onValue(DoubleConsumer consumer) {
        taken = consumer;
        return this;
    }

    /// The last valid number.
    double value() {
        return value;
    }

    /// What is wrong with the text, shown only while something is.
    Label fault() {
        return fault;
    }

    /// Shows another value, unless a person is typing just this one.
    void show(double changed) {
        if (changed == value && fault.isVisible()) {
            return;
        }
        value = changed;
        OptionalDouble typed = NumberText.parse(getText());
        if (typed.isPresent() && typed.getAsDouble() == changed) {
            return;
        }
        showing = true;
        setText(NumberText.exact(changed));
        showing = false;
        fault("");
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        OptionalDouble number = NumberText.parse(text);
        String wrong = number.isEmpty() ? "Type a number." : refusal(number.getAsDouble());
        fault(wrong);
        if (wrong.isEmpty() && number.isPresent()) {
            value = number.getAsDouble();
            taken.accept(value);
        }
    }

    private String refusal(double number) {
        if (integer && number != Math.rint(number)) {
            return "Type a whole number.";
        }
        return number < from || number > to ? "Type a number " + range(from, to) + "." : "";
    }

    /// A range in words: `from 2 to 100000`, `of 0 or more`; empty where there is none.
    static String range(double from, double to) {
        boolean low = from > -1e9;
        boolean high = to < 1e9;
        if (low && high) {
            return "from " + NumberText.exact(from) + " to " + NumberText.exact(to);
        }
        return low
                ? "of " + NumberText.exact(from) + " or more"
                : high ? "of " + NumberText.exact(to) + " or less" : "";
    }

    private void fault(String text) {
        fault.setText(text);
        fault.setVisible(!text.isEmpty());
        getStyleClass().remove("tw-invalid");
        if (!text.isEmpty()) {
            getStyleClass().add("tw-invalid");
        }
    }

    private void leave() {
        showing = true;
        setText(NumberText.exact(value));
        showing = false;
        fault("");
        done.run();
    }

    private void key(KeyEvent e) {
        double step = integer ? 1 : stepOf(value);
        double by = switch (e.getCode()) {
            case UP -> step;
            case DOWN -> -step;
            case PAGE_UP -> 10 * step;
            case PAGE_DOWN -> -10 * step;
            default -> 0;
        };
        if (by != 0) {
            double next = Math.clamp(NumberText.rounded(value + by, step), from, to);
            setText(NumberText.exact(next));
            end();
            e.consume();
        }
    }

    /// A step that fits the size of a number: a hundredth of the power of ten below it.
    private static double stepOf(double number) {
        double size = Math.abs(number);
        return size >= 10 ? 1 : size >= 1 ? 0.1 : size >= 0.1 ? 0.01 : 0.001;
    }
}
