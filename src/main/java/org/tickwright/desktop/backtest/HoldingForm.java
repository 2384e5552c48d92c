package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.market.RateSeries;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.MarginTerms;
import org.tickwright.workbench.CostFiles;

/// What holding a position costs and needs, as a person fills it in. JavaFX thread.
final class HoldingForm extends CostGroup {
    private final FormField borrow = number(v -> within(v, 0, 1_000, "Must be 0 to 1,000 % a year"));
    private final FormField funding = number(this::fundingProblem);
    private final FileEntry<RateSeries> fundingFile;
    private final FormField interest = number(v -> within(v, 0, 1_000, "Must be 0 to 1,000 % a year"));
    private final FormField initial =
            number(() -> empty(maintenance()), v -> v > 0 && v <= 100 ? null : "Must be above 0 and at most 100 %");
    private final FormField maintenance = number(() -> empty(initial()), this::maintenanceProblem);

    HoldingForm(Supplier<Locale> locale, BackgroundTasks tasks) {
        super(locale);
        fundingFile = with(new FileEntry<>(tasks, CostFiles::rates, RateSeries.EMPTY, RatesInWords::of));
        fundingFile.onChange(funding::check);
        initial.text().addListener((property, before, now) -> maintenance.check());
        maintenance.text().addListener((property, before, now) -> initial.check());
        maintenance.check();
    }

    private @Nullable String fundingProblem(double value) {
        return fundingFile.given() && value != 0
                ? "Funding must be a rate or a series, not both"
                : within(value, -99, 99, "Must be between -99 and 99 % for each eight hours");
    }

    private @Nullable String maintenanceProblem(double value) {
        double most = initial.value().orElse(100);
        return value > 0 && value <= most ? null : "Must be above 0 and at most the initial margin";
    }

    FormField borrow() {
        return borrow;
    }

    FormField funding() {
        return funding;
    }

    /// Funding rates with their times, in place of the one rate.
    FileEntry<RateSeries> fundingFile() {
        return fundingFile;
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

    void show(CarryTerms terms, @Nullable MarginTerms margin) {
        percent(borrow, terms.borrowRate());
        percent(funding, terms.fundingRate());
        fundingFile.keep(terms.funding());
        percent(interest, terms.interestRate());
        percent(initial, margin == null ? 0 : margin.initial());
        percent(maintenance, margin == null ? 0 : margin.maintenance());
    }

    CarryTerms carryTerms() {
        return new CarryTerms(
                borrow.value().orElse(0) / 100,
                funding.value().orElse(0) / 100,
                fundingFile.value(),
                interest.value().orElse(0) / 100);
    }

    @Nullable
    MarginTerms marginTerms() {
        OptionalDouble opening = initial.value();
        OptionalDouble keeping = maintenance.value();
        return opening.isEmpty() || keeping.isEmpty()
                ? null
                : new MarginTerms(opening.getAsDouble() / 100, keeping.getAsDouble() / 100);
    }
}
