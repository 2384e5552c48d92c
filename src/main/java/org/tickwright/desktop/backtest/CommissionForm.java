package org.tickwright.desktop.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.CommissionTerms;

/// What a broker charges beyond basis points, as a person fills it in. JavaFX thread.
final class CommissionForm extends CostGroup {
    private static final double A_MILLION = 1e6;
    private static final String REBATE = "Must be -1,000 to 1,000 basis points; below 0 is a rebate";

    private final FormField perUnit = number(v -> money(v, "unit"));
    private final FormField perOrder = number(v -> money(v, "order"));
    private final FormField minimum = number(v -> money(v, "order"));
    private final FormField maximum = number(this::maximumProblem);
    private final FormField maker = number(v -> within(v, -1_000, 1_000, REBATE));
    private final FormField taker = number(v -> within(v, -1_000, 1_000, REBATE));
    private final ObjectProperty<TierBasis> tierBasis = new SimpleObjectProperty<>(TierBasis.NONE);
    private final TextEntry tiers = with(new TextEntry(this::tiersProblem));

    CommissionForm(Supplier<Locale> locale) {
        super(locale);
        minimum.text().addListener((property, before, now) -> maximum.check());
        tierBasis.addListener((property, before, now) -> {
            tiers.text().set(now.usual());
            tiers.check();
        });
    }

    private static @Nullable String money(double value, String each) {
        return within(value, 0, A_MILLION, "Must be 0 or more, in money for each " + each);
    }

    private @Nullable String maximumProblem(double value) {
        double least = minimum.value().orElse(0);
        return value < least ? "Must be at least the least commission" : within(value, 0, 1e8, "Must be 0 or more");
    }

    private @Nullable String tiersProblem(String text) {
        return TextEntry.objection(written -> tierBasis.get().apply(CommissionTerms.NONE, written), text);
    }

    FormField perUnit() {
        return perUnit;
    }

    FormField perOrder() {
        return perOrder;
    }

    FormField minimum() {
        return minimum;
    }

    FormField maximum() {
        return maximum;
    }

    FormField maker() {
        return maker;
    }

    FormField taker() {
        return taker;
    }

    ObjectProperty<TierBasis> tierBasis() {
        return tierBasis;
    }

    /// Written `0=10, 1000000=8`.
    TextEntry tiers() {
        return tiers;
    }

    void show(CommissionTerms terms) {
        amount(perUnit, terms.perUnit());
        amount(perOrder, terms.perOrder());
        optional(minimum, terms.minimum());
        optional(maximum, terms.maximum());
        optional(maker, terms.makerBps());
        optional(taker, terms.takerBps());
        tierBasis.set(TierBasis.of(terms));
        tiers.text().set(written(terms.tiers()));
    }

    private static String written(List<CommissionTerms.Tier> tiers) {
        return tiers.stream()
                .map(tier -> plain(tier.from()) + "=" + plain(tier.rate()))
                .collect(Collectors.joining(", "));
    }

    /// The shortest text that reads back to the same number, without an exponent.
    private static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /// The terms; only while every entry is valid.
    CommissionTerms terms() {
        CommissionTerms flat = new CommissionTerms(
                perUnit.value().orElse(0),
                perOrder.value().orElse(0),
                boxed(maker),
                boxed(taker),
                boxed(minimum),
                boxed(maximum),
                CommissionTerms.Basis.VALUE,
                List.of());
        return tierBasis.get().apply(flat, tiers.value());
    }
}
