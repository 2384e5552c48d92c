package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// How large entries are, as a person fills it in: a kind, its number, and what some kinds need besides.
/// Fields of other kinds have their usual numbers, so nothing that is hidden can be wrong. JavaFX thread.
final class SizeForm {
    private final ObjectProperty<SizeChoice> choice = new SimpleObjectProperty<>(SizeChoice.STRATEGY);
    private final FormField value;
    private final FormField bars;
    private final FormField cap;
    private final FormField trades;
    private final FormField start;

    SizeForm(Supplier<Locale> locale) {
        value = new FormField(locale, true, this::problem);
        bars = whole(locale, 2, SizeRule.MOST_BARS, "2 to 10,000 bars");
        trades = whole(locale, 1, SizeRule.MOST_TRIPS, "1 to 1,000,000 trades");
        cap = new FormField(locale, false, SizeForm::partProblem);
        start = new FormField(locale, false, SizeForm::partProblem);
        choice.addListener((property, before, now) -> chosen(now));
        chosen(SizeChoice.STRATEGY);
    }

    private static FormField whole(Supplier<Locale> locale, int least, int most, String words) {
        return new FormField(
                locale,
                false,
                v -> v != StrictMath.rint(v) ? "A whole number is needed" : v >= least && v <= most ? null : words);
    }

    private static @Nullable String partProblem(double percent) {
        return percent > 0 && percent <= 100 ? null : "Above 0 and at most 100 %";
    }

    private @Nullable String problem(double typed) {
        SizeChoice now = choice.get();
        if (!(typed > 0)) {
            return "A size must be above 0";
        }
        return typed <= now.most() ? null : "At most " + (int) now.most() + (now.percent() ? " %" : "");
    }

    private void chosen(SizeChoice now) {
        if (now == SizeChoice.STRATEGY) {
            value.clear();
        } else {
            value.set(now.usual());
        }
        value.check();
        bars.set(SizeRule.BARS);
        cap.set(percent(SizeRule.CAP));
        trades.set(SizeRule.TRIPS);
        start.set(percent(SizeRule.START));
    }

    /// A fraction in percent, without what binary fractions add to it.
    private static double percent(double fraction) {
        return StrictMath.rint(fraction * 1e10) / 1e8;
    }

    ObjectProperty<SizeChoice> choice() {
        return choice;
    }

    FormField value() {
        return value;
    }

    /// How many bars a volatility target looks back.
    FormField bars() {
        return bars;
    }

    /// The most of the account that a Kelly size is, in percent.
    FormField cap() {
        return cap;
    }

    /// How many closed trades a Kelly size waits for.
    FormField trades() {
        return trades;
    }

    /// The part of the account of a Kelly size until then, in percent.
    FormField start() {
        return start;
    }

    /// In reading order.
    List<FormField> fields() {
        return List.of(value, bars, cap, trades, start);
    }

    boolean valid() {
        boolean given = choice.get() == SizeChoice.STRATEGY || value.value().isPresent();
        return given && fields().stream().allMatch(FormField::valid);
    }

    void show(@Nullable SizeRule rule) {
        choice.set(SizeChoice.of(rule));
        if (rule == null) {
            return;
        }
        value.set(choice.get().percent() ? percent(rule.value()) : rule.value());
        if (rule.kind() == SizeRule.Kind.VOLATILITY) {
            bars.set(rule.sample());
        } else if (rule.kind() == SizeRule.Kind.KELLY) {
            cap.set(percent(rule.cap()));
            trades.set(rule.sample());
            start.set(percent(rule.start()));
        }
    }

    /// The rule; null where the strategy decides. Only while everything is valid.
    @Nullable
    SizeRule rule() {
        SizeRule.Kind kind = choice.get().kind();
        if (kind == null) {
            return null;
        }
        double number = choice.get().percent() ? part(value) : number(value);
        return switch (kind) {
            case VOLATILITY -> SizeRule.volatility(number, (int) number(bars));
            case KELLY -> SizeRule.kelly(number, part(cap), (int) number(trades), part(start));
            default -> new SizeRule(kind, number);
        };
    }

    /// The fraction that a percentage means, without what binary fractions add to it.
    private static double part(FormField percent) {
        return StrictMath.rint(number(percent) * 1e8) / 1e10;
    }

    private static double number(FormField field) {
        return field.value().orElseThrow();
    }
}
