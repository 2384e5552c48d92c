package org.tickwright.desktop.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.RateSeries;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.CommissionTerms;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.MarginTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;

/// What trading and holding cost beyond basis points, as a person fills it in, and the terms that this makes.
///
/// Every field may stay empty and then charges nothing. What an earlier run had and no field shows (tiers, rates by
/// time, currencies, splits) is kept as it was. JavaFX thread.
final class CostsForm {
    private static final double A_MILLION = 1e6;

    private final Supplier<Locale> locale;
    private final FormField perUnit;
    private final FormField perOrder;
    private final FormField minimum;
    private final FormField maximum;
    private final FormField maker;
    private final FormField taker;
    private final FormField spread;
    private final FormField slippage;
    private final FormField window;
    private final FormField borrow;
    private final FormField funding;
    private final FormField interest;
    private final FormField initial;
    private final FormField maintenance;
    private final ObjectProperty<SpreadTerms.Kind> spreadUnit = new SimpleObjectProperty<>(SpreadTerms.Kind.BPS);
    private final ObjectProperty<SlippageModel> model = new SimpleObjectProperty<>(SlippageModel.BPS);
    private final ReadOnlyIntegerWrapper given = new ReadOnlyIntegerWrapper();
    private CostTerms kept = CostTerms.NONE;

    CostsForm(Supplier<Locale> locale) {
        this.locale = locale;
        perUnit = field(v -> within(v, 0, A_MILLION, "Must be 0 or more, in money for each unit"));
        perOrder = field(v -> within(v, 0, A_MILLION, "Must be 0 or more, in money for each order"));
        minimum = field(v -> within(v, 0, A_MILLION, "Must be 0 or more, in money for each order"));
        maximum = field(this::maximumProblem);
        maker = field(v -> within(v, -1_000, 1_000, "Must be -1,000 to 1,000 basis points; below 0 is a rebate"));
        taker = field(v -> within(v, -1_000, 1_000, "Must be -1,000 to 1,000 basis points; below 0 is a rebate"));
        spread = field(this::spreadProblem);
        slippage = field(() -> model() == SlippageModel.BPS, v -> v >= 0 ? null : "Slippage must be 0 or more");
        window = field(
                () -> !model().windowed(),
                v -> v == StrictMath.rint(v)
                        ? within(v, 1, 100_000, "Must be 1 to 100,000 bars")
                        : "A whole number of bars is needed");
        borrow = field(v -> within(v, 0, 1_000, "Must be 0 to 1,000 % a year"));
        funding = field(v -> within(v, -99, 99, "Must be between -99 and 99 % for each eight hours"));
        interest = field(v -> within(v, 0, 1_000, "Must be 0 to 1,000 % a year"));
        initial =
                field(() -> empty(maintenance()), v -> v > 0 && v <= 100 ? null : "Must be above 0 and at most 100 %");
        maintenance = field(() -> empty(initial()), this::maintenanceProblem);
        minimum.text().addListener((property, before, now) -> maximum.check());
        initial.text().addListener((property, before, now) -> maintenance.check());
        maintenance.text().addListener((property, before, now) -> initial.check());
        spreadUnit.addListener((property, before, now) -> spread.check());
        model.addListener((property, before, now) -> chosen(now));
        fields().forEach(field -> field.text().addListener((property, before, now) -> count()));
        maintenance.check();
    }

    private FormField field(FormField.Rule rule) {
        return field(() -> true, rule);
    }

    private FormField field(BooleanSupplier optional, FormField.Rule rule) {
        return new FormField(locale, optional, rule);
    }

    private static @Nullable String within(double value, double low, double high, String words) {
        return value >= low && value <= high ? null : words;
    }

    private static boolean empty(@Nullable FormField field) {
        return field == null || field.text().get().isBlank();
    }

    private @Nullable String maximumProblem(double value) {
        double least = minimum.value().orElse(0);
        return value < least ? "Must be at least the least commission" : within(value, 0, 1e8, "Must be 0 or more");
    }

    private @Nullable String spreadProblem(double value) {
        return spreadUnit.get() == SpreadTerms.Kind.BPS
                ? within(value, 0, 1_000, "Must be 0 to 1,000 basis points")
                : within(value, 0, 1e9, "Must be 0 or more, in units of the price");
    }

    private @Nullable String maintenanceProblem(double value) {
        double most = initial.value().orElse(100);
        return value > 0 && value <= most ? null : "Must be above 0 and at most the initial margin";
    }

    private void chosen(SlippageModel now) {
        if (now == SlippageModel.BPS) {
            slippage.clear();
        } else {
            slippage.set(now.usual());
        }
        if (now.windowed()) {
            window.set(SlippageTerms.WINDOW);
        } else {
            window.clear();
        }
        slippage.check();
        window.check();
        count();
    }

    private void count() {
        long typed = fields().stream().filter(field -> !empty(field)).count();
        given.set((int) typed - (model().windowed() ? 1 : 0));
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

    FormField spread() {
        return spread;
    }

    /// The number of the slippage model.
    FormField slippage() {
        return slippage;
    }

    FormField window() {
        return window;
    }

    FormField borrow() {
        return borrow;
    }

    FormField funding() {
        return funding;
    }

    FormField interest() {
        return interest;
    }

    FormField initial() {
        return initial;
    }

    FormField maintenance() {
        return maintenance;
    }

    ObjectProperty<SpreadTerms.Kind> spreadUnit() {
        return spreadUnit;
    }

    ObjectProperty<SlippageModel> modelProperty() {
        return model;
    }

    SlippageModel model() {
        return model.get();
    }

    /// How many of these costs were given.
    ReadOnlyIntegerProperty given() {
        return given.getReadOnlyProperty();
    }

    /// The fields, in reading order.
    List<FormField> fields() {
        return List.of(
                perUnit,
                perOrder,
                minimum,
                maximum,
                maker,
                taker,
                spread,
                slippage,
                window,
                borrow,
                funding,
                interest,
                initial,
                maintenance);
    }

    /// What is charged as in the earlier run though no field shows it; empty if nothing is.
    String keptInWords() {
        List<String> parts = new ArrayList<>();
        add(parts, !kept.commission().tiers().isEmpty(), "commission tiers");
        add(parts, !kept.carry().funding().isEmpty(), "funding rates by time");
        add(parts, !kept.currency().isNone(), "currency conversion");
        add(parts, !kept.actions().isEmpty(), "splits and dividends");
        return parts.isEmpty() ? "" : "Kept from the earlier run: " + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, boolean there, String words) {
        if (there) {
            parts.add(words);
        }
    }

    /// Shows the costs of an earlier run.
    void show(CostTerms terms) {
        kept = terms;
        CommissionTerms commission = terms.commission();
        amount(perUnit, commission.perUnit());
        amount(perOrder, commission.perOrder());
        optional(minimum, commission.minimum());
        optional(maximum, commission.maximum());
        optional(maker, commission.makerBps());
        optional(taker, commission.takerBps());
        boolean price = terms.spread().kind() == SpreadTerms.Kind.PRICE;
        spreadUnit.set(price ? SpreadTerms.Kind.PRICE : SpreadTerms.Kind.BPS);
        amount(spread, terms.spread().value());
        showSlippage(terms.slippage());
        percent(borrow, terms.carry().borrowRate());
        percent(funding, terms.carry().fundingRate());
        percent(interest, terms.carry().interestRate());
        MarginTerms margin = terms.margin();
        percent(initial, margin == null ? 0 : margin.initial());
        percent(maintenance, margin == null ? 0 : margin.maintenance());
    }

    private void showSlippage(SlippageTerms terms) {
        model.set(SlippageModel.of(terms));
        if (model() != SlippageModel.BPS) {
            slippage.set(terms.value());
        }
        if (model().windowed()) {
            window.set(terms.window());
        }
    }

    private static void amount(FormField field, double value) {
        optional(field, value == 0 ? null : (Double) value);
    }

    private static void optional(FormField field, @Nullable Double value) {
        if (value == null) {
            field.clear();
        } else {
            field.set(value);
        }
    }

    private static void percent(FormField field, double fraction) {
        amount(field, StrictMath.rint(fraction * 1e12) / 1e10);
    }

    /// The terms; only while every field is valid.
    CostTerms terms() {
        return new CostTerms(
                commissionTerms(),
                spreadTerms(),
                slippageTerms(),
                carryTerms(),
                marginTerms(),
                kept.currency(),
                kept.actions());
    }

    private CommissionTerms commissionTerms() {
        return new CommissionTerms(
                perUnit.value().orElse(0),
                perOrder.value().orElse(0),
                boxed(maker),
                boxed(taker),
                boxed(minimum),
                boxed(maximum),
                kept.commission().tiersBy(),
                kept.commission().tiers());
    }

    private SpreadTerms spreadTerms() {
        double value = spread.value().orElse(0);
        return value == 0 ? SpreadTerms.NONE : new SpreadTerms(spreadUnit.get(), value);
    }

    private SlippageTerms slippageTerms() {
        int bars = (int) window.value().orElse(SlippageTerms.WINDOW);
        return model() == SlippageModel.BPS
                ? SlippageTerms.NONE
                : new SlippageTerms(model().kind(), slippage.value().orElse(0), bars);
    }

    private CarryTerms carryTerms() {
        double rate = funding.value().orElse(0) / 100;
        return new CarryTerms(
                borrow.value().orElse(0) / 100,
                rate,
                rate == 0 ? kept.carry().funding() : RateSeries.EMPTY,
                interest.value().orElse(0) / 100);
    }

    private @Nullable MarginTerms marginTerms() {
        OptionalDouble opening = initial.value();
        OptionalDouble keeping = maintenance.value();
        return opening.isEmpty() || keeping.isEmpty()
                ? null
                : new MarginTerms(opening.getAsDouble() / 100, keeping.getAsDouble() / 100);
    }

    private static @Nullable Double boxed(FormField field) {
        OptionalDouble value = field.value();
        return value.isEmpty() ? null : (Double) value.getAsDouble();
    }
}
