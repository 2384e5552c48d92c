package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.report.Figures;
import org.tickwright.strategy.StrategyParameter;

/// A parameter of the chosen strategy with the value this run shall use.
final class ParameterRow {
    private final StrategyParameter parameter;
    private final FormField field;
    private final Supplier<Locale> locale;

    ParameterRow(StrategyParameter parameter, Supplier<Locale> locale) {
        this.parameter = parameter;
        this.locale = locale;
        field = new FormField(locale, false, this::problem);
        field.set(parameter.value());
    }

    private @Nullable String problem(double value) {
        return parameter.integer() && value != StrictMath.rint(value) ? "A whole number is needed" : null;
    }

    String name() {
        return parameter.name();
    }

    FormField field() {
        return field;
    }

    /// True if the value is not the strategy's own.
    boolean changed() {
        return field.value().isPresent() && field.value().getAsDouble() != parameter.value();
    }

    /// The strategy's own value, and the range it gives.
    String hint() {
        Figures figures = new Figures(locale.get());
        StrategyParameter.Range range = parameter.range();
        String own = "own value " + figures.plain(parameter.value());
        return range == null
                ? own
                : own + ", range " + figures.plain(range.from()) + " to " + figures.plain(range.to());
    }
}
