package org.tickwright.desktop.backtest;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Words that a person types and a rule judges. JavaFX thread.
final class TextEntry implements Entry {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Rule rule;

    /// Says what is wrong with a text that may be empty; null if nothing is.
    interface Rule {
        @Nullable
        String problem(String text);
    }

    TextEntry(Rule rule) {
        this.rule = rule;
        text.addListener((property, before, now) -> check());
        check();
    }

    /// What the reader of a text has against it, in the words of its [IllegalArgumentException]; null if nothing.
    static @Nullable String objection(Consumer<String> reader, String text) {
        try {
            reader.accept(text);
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public StringProperty text() {
        return text;
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// What was typed, without spaces around it.
    String value() {
        return text.get().strip();
    }

    /// Judges the text anew, for rules that depend on something else.
    void check() {
        String wrong = rule.problem(value());
        problem.set(wrong == null ? "" : wrong);
    }
}
