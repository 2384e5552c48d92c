package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.report.Figures;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.study.sweep.ParameterRange;

/// A parameter on the sweep page: whether it is searched, from where to where, in which steps. JavaFX thread.
final class SweepParameterRow {
    private static final double PARTS = 15;
    private static final int MOST_VALUES = 2_000;

    private final StrategyParameter parameter;
    private final double value;
    private final Supplier<Locale> locale;
    private final BooleanProperty searched = new SimpleBooleanProperty();
    private final FormField from;
    private final FormField to;
    private final FormField step;

    /// A row whose parameter has `value` where it is not searched; `anyNumber` says whether a number that is not whole
    /// may go without a step.
    SweepParameterRow(StrategyParameter parameter, double value, Supplier<Locale> locale, BooleanSupplier anyNumber) {
        this.parameter = parameter;
        this.value = value;
        this.locale = locale;
        from = new FormField(locale, false, this::wholeProblem);
        to = new FormField(locale, false, this::wholeProblem);
        step = new FormField(locale, () -> !parameter.integer() && anyNumber.getAsBoolean(), this::stepProblem);
        show(parameter.range() == null ? around(value, parameter.integer()) : parameter.range());
    }

    /// A range around a value for a parameter whose strategy gives none: half of it to twice of it.
    static StrategyParameter.Range around(double value, boolean integer) {
        double size = value == 0 ? 1 : Math.abs(value);
        double low = value == 0 ? -1 : value < 0 ? 2 * value : value / 2;
        double high = value == 0 ? 1 : value < 0 ? value / 2 : 2 * value;
        double step = nice(1.5 * size / PARTS);
        if (!integer) {
            return new StrategyParameter.Range(round(low, step), round(high, step), step);
        }
        double whole = Math.max(1, Math.rint(step));
        return new StrategyParameter.Range(Math.max(Math.min(1, value), Math.rint(low)), Math.rint(high), whole);
    }

    private static double round(double number, double step) {
        return Math.rint(Math.rint(number / step) * step * 1e9) / 1e9;
    }

    /// 1, 2 or 5 times a power of ten, the nearest from below.
    private static double nice(double rough) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double lead = rough / power;
        double one = lead >= 5 ? 5 : lead >= 2 ? 2 : 1;
        return Math.rint(one * power * 1e9) / 1e9;
    }

    private void show(StrategyParameter.Range range) {
        from.set(range.from());
        to.set(range.to());
        step.set(range.step());
    }

    /// Shows what an earlier sweep tried.
    void show(ParameterRange range) {
        searched.set(range.continuous() || range.values().size() > 1);
        from.set(range.from());
        to.set(range.to());
        if (range.values().size() > 1) {
            step.set(Math.rint((range.values().get(1) - range.values().get(0)) * 1e10) / 1e10);
        } else {
            step.clear();
        }
    }

    private @Nullable String wholeProblem(double number) {
        return parameter.integer() && number != StrictMath.rint(number) ? "A whole number is needed" : null;
    }

    private @Nullable String stepProblem(double number) {
        return number > 0 ? wholeProblem(number) : "A step is above 0";
    }

    String name() {
        return parameter.name();
    }

    BooleanProperty searched() {
        return searched;
    }

    FormField from() {
        return from;
    }

    FormField to() {
        return to;
    }

    FormField step() {
        return step;
    }

    /// Judges the step anew, whose need depends on the search.
    void check() {
        step.check();
    }

    /// What is wrong with the range, empty if nothing is or if it is not searched.
    String problem() {
        if (!searched.get()) {
            return "";
        }
        for (FormField field : new FormField[] {from, to, step}) {
            if (!field.valid()) {
                return field.problem().get();
            }
        }
        double width = to.value().orElseThrow() - from.value().orElseThrow();
        if (width <= 0) {
            return "The range must go up";
        }
        if (step.value().isPresent() && width / step.value().getAsDouble() >= MOST_VALUES) {
            return "More than " + new Figures(locale.get()).count(MOST_VALUES) + " values; take a larger step";
        }
        return step.value().isPresent() && step.value().getAsDouble() > width ? "The step is wider than the range" : "";
    }

    /// The values; only while nothing is wrong.
    ParameterRange range() {
        if (!searched.get()) {
            return ParameterRange.of(parameter, java.util.List.of(value));
        }
        double low = from.value().orElseThrow();
        double high = to.value().orElseThrow();
        return step.value().isPresent()
                ? ParameterRange.stepped(parameter, low, high, step.value().getAsDouble())
                : new ParameterRange(parameter.name(), false, low, high, java.util.List.of());
    }

    /// How many values there are, infinite for any number between; only while nothing is wrong.
    double count() {
        if (!searched.get()) {
            return 1;
        }
        return step.value().isPresent() ? range().values().size() : Double.POSITIVE_INFINITY;
    }

    /// What stands beside the fields: the number of values, or what is wrong.
    String words() {
        Figures figures = new Figures(locale.get());
        if (!searched.get()) {
            return "stays at " + figures.plain(value);
        }
        if (!problem().isEmpty()) {
            return problem();
        }
        double count = count();
        return Double.isInfinite(count) ? "any number between" : figures.count((long) count) + " values";
    }
}
