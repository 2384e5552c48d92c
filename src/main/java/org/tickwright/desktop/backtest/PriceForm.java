package org.tickwright.desktop.backtest;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;

/// What a fill loses against the price on the tape, as a person fills it in. JavaFX thread.
final class PriceForm extends CostGroup {
    private final ObjectProperty<SpreadTerms.Kind> spreadUnit = new SimpleObjectProperty<>(SpreadTerms.Kind.BPS);
    private final ObjectProperty<SlippageModel> model = new SimpleObjectProperty<>(SlippageModel.BPS);
    private final FormField spread = number(this::spreadProblem);
    private final FormField slippage =
            number(() -> model() == SlippageModel.BPS, v -> v >= 0 ? null : "Slippage must be 0 or more");
    private final FormField window = number(() -> !model().windowed(), PriceForm::windowProblem);

    PriceForm(Supplier<Locale> locale) {
        super(locale);
        spreadUnit.addListener((property, before, now) -> spread.check());
        model.addListener((property, before, now) -> chosen(now));
    }

    private @Nullable String spreadProblem(double value) {
        return spreadUnit.get() == SpreadTerms.Kind.BPS
                ? within(value, 0, 1_000, "Must be 0 to 1,000 basis points")
                : within(value, 0, 1e9, "Must be 0 or more, in units of the price");
    }

    private static @Nullable String windowProblem(double value) {
        return value == StrictMath.rint(value)
                ? within(value, 1, 100_000, "Must be 1 to 100,000 bars")
                : "A whole number of bars is needed";
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
    }

    @Override
    int given() {
        return super.given() - (window.given() ? 1 : 0);
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

    void show(SpreadTerms terms, SlippageTerms slipping) {
        boolean price = terms.kind() == SpreadTerms.Kind.PRICE;
        spreadUnit.set(price ? SpreadTerms.Kind.PRICE : SpreadTerms.Kind.BPS);
        amount(spread, terms.value());
        model.set(SlippageModel.of(slipping));
        if (model() != SlippageModel.BPS) {
            slippage.set(slipping.value());
        }
        if (model().windowed()) {
            window.set(slipping.window());
        }
    }

    SpreadTerms spreadTerms() {
        double value = spread.value().orElse(0);
        return value == 0 ? SpreadTerms.NONE : new SpreadTerms(spreadUnit.get(), value);
    }

    SlippageTerms slippageTerms() {
        int bars = (int) window.value().orElse(SlippageTerms.WINDOW);
        return model() == SlippageModel.BPS
                ? SlippageTerms.NONE
                : new SlippageTerms(model().kind(), slippage.value().orElse(0), bars);
    }
}
