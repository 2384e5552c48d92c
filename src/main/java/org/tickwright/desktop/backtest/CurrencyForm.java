package org.tickwright.desktop.backtest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.market.ImportException;
import org.tickwright.market.RateSeries;
import org.tickwright.risk.CurrencyTerms;
import org.tickwright.workbench.CostFiles;

/// In which currencies account and instrument are, and how one becomes the other, as a person fills it in. JavaFX
/// thread.
final class CurrencyForm extends CostGroup {
    private final TextEntry account = with(new TextEntry(text -> null));
    private final TextEntry instrument = with(new TextEntry(this::instrumentProblem));
    private final FormField rate = number(this::rateProblem);
    private final FileEntry<RateSeries> rateFile;
    private final FormField fee = number(v -> within(v, 0, 1_000, "Must be 0 to 1,000 basis points"));

    CurrencyForm(Supplier<Locale> locale, BackgroundTasks tasks) {
        super(locale);
        rateFile = with(new FileEntry<>(tasks, CurrencyForm::read, RateSeries.EMPTY, RatesInWords::of));
        rateFile.onChange(rate::check);
        rateFile.onChange(instrument::check);
        rate.onChange(instrument::check);
        account.onChange(instrument::check);
    }

    private static RateSeries read(Path file) throws ImportException {
        RateSeries rates = CostFiles.rates(file);
        return new CurrencyTerms("", "", 1, rates, 0).rates();
    }

    private @Nullable String instrumentProblem(String text) {
        if (account.given() == text.isEmpty()) {
            return "Name both currencies, or neither";
        }
        if (text.isEmpty()) {
            return null;
        }
        return rate.given() || rateFile.given()
                ? TextEntry.objection(name -> terms(account.value(), name), text)
                : "Needs a rate: what one unit of the second is worth in the first";
    }

    private @Nullable String rateProblem(double value) {
        if (rateFile.given()) {
            return "The conversion rate must be a number or a series, not both";
        }
        return value > 0 && value < 1e6 ? null : "A conversion rate must be above 0 and below 1,000,000";
    }

    TextEntry account() {
        return account;
    }

    TextEntry instrument() {
        return instrument;
    }

    /// Units of the account's currency for one of the instrument's.
    FormField rate() {
        return rate;
    }

    /// Rates with their times, in place of the one rate.
    FileEntry<RateSeries> rateFile() {
        return rateFile;
    }

    /// Basis points of the value of each fill.
    FormField fee() {
        return fee;
    }

    void show(CurrencyTerms terms) {
        account.text().set(terms.account());
        instrument.text().set(terms.instrument());
        boolean named = !terms.account().isEmpty();
        boolean one = terms.rates().isEmpty() && (named || terms.rate() != 1);
        optional(rate, one ? (Double) terms.rate() : null);
        rateFile.keep(terms.rates());
        amount(fee, terms.feeBps());
    }

    /// The terms; only while every entry is valid.
    CurrencyTerms terms() {
        return terms(account.value(), instrument.value());
    }

    private CurrencyTerms terms(String first, String second) {
        return new CurrencyTerms(
                first,
                second,
                rate.value().orElse(1),
                rateFile.value(),
                fee.value().orElse(0));
    }
}
