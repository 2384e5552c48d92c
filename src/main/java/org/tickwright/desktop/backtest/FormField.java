package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.report.Figures;

/// A number that a person types, with what is wrong with it in words. JavaFX thread.
final class FormField implements Entry {
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Supplier<Locale> locale;
    private final BooleanSupplier optional;
    private final Rule rule;

    /// Says in words what is wrong with a value; null if nothing is.
    interface Rule {
        @Nullable
        String problem(double value);
    }

    /// A field that may stay empty if `optional`.
    FormField(Supplier<Locale> locale, boolean optional, Rule rule) {
        this(locale, () -> optional, rule);
    }

    /// A field that may stay empty while `optional` says so; who changes that asks it to [#check].
    FormField(Supplier<Locale> locale, BooleanSupplier optional, Rule rule) {
        this.locale = locale;
        this.optional = optional;
        this.rule = rule;
        text.addListener((property, before, now) -> check());
        check();
    }

    @Override
    public StringProperty text() {
        return text;
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The number; empty if the field is, or if it is wrong.
    OptionalDouble value() {
        return valid() ? NumberText.parse(text.get(), locale.get()) : OptionalDouble.empty();
    }

    /// Shows a number.
    void set(double value) {
        text.set(new Figures(locale.get()).plain(value));
    }

    void clear() {
        text.set("");
    }

    /// Judges the text anew, for rules that depend on something else.
    void check() {
        problem.set(judge());
    }

    private String judge() {
        if (text.get().isBlank()) {
            return optional.getAsBoolean() ? "" : "A number is needed here";
        }
        OptionalDouble value = NumberText.parse(text.get(), locale.get());
        if (value.isEmpty()) {
            return "Not a number; write it like " + new Figures(locale.get()).plain(1234.5);
        }
        String wrong = rule.problem(value.getAsDouble());
        return wrong == null ? "" : wrong;
    }
}
