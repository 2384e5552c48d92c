package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Entries about one kind of cost, which may all stay empty and then charge nothing. JavaFX thread.
abstract class CostGroup {
    private final Supplier<Locale> locale;
    private final List<Entry> entries = new ArrayList<>();

    /// Numbers are written as in `locale`.
    CostGroup(Supplier<Locale> locale) {
        this.locale = locale;
    }

    /// The entries.
    final List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// How many costs were given here.
    int given() {
        return (int) entries.stream().filter(Entry::given).count();
    }

    final boolean valid() {
        return entries.stream().allMatch(Entry::valid);
    }

    final void onChange(Runnable listener) {
        entries.forEach(entry -> entry.onChange(listener));
    }

    final <E extends Entry> E with(E entry) {
        entries.add(entry);
        return entry;
    }

    final FormField number(FormField.Rule rule) {
        return number(() -> true, rule);
    }

    final FormField number(BooleanSupplier optional, FormField.Rule rule) {
        return with(new FormField(locale, optional, rule));
    }

    static @Nullable String within(double value, double low, double high, String words) {
        return value >= low && value <= high ? null : words;
    }

    static boolean empty(@Nullable FormField field) {
        return field == null || field.text().get().isBlank();
    }

    static @Nullable Double boxed(FormField field) {
        OptionalDouble value = field.value();
        return value.isEmpty() ? null : (Double) value.getAsDouble();
    }

    /// Shows an amount; 0 is the same as nothing.
    static void amount(FormField field, double value) {
        optional(field, value == 0 ? null : (Double) value);
    }

    static void optional(FormField field, @Nullable Double value) {
        if (value == null) {
            field.clear();
        } else {
            field.set(value);
        }
    }

    /// Shows a fraction as percent.
    static void percent(FormField field, double fraction) {
        amount(field, StrictMath.rint(fraction * 1e12) / 1e10);
    }
}
