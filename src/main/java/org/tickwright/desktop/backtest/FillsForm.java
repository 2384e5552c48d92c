package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.FillTerms.Resolution;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.Timeframe;

/// How orders fill, as a person chooses it, and the terms that this makes. JavaFX thread.
final class FillsForm {
    private static final double LARGEST_EXACT = 9_007_199_254_740_991.0;

    private final ObjectProperty<FillProfile> profile = new SimpleObjectProperty<>(FillProfile.REALISTIC);
    private final FormField participation;
    private List<FinerSeries> usual = List.of();
    private final ObservableList<FinerSeries> offered = FXCollections.observableArrayList(FinerSeries.NONE);
    private final ObjectProperty<FinerSeries> finer = new SimpleObjectProperty<>(FinerSeries.NONE);
    private final ObjectProperty<Resolution> resolution = new SimpleObjectProperty<>(Resolution.PESSIMISTIC);
    private final FormField seed;
    private final BooleanProperty band = new SimpleBooleanProperty(true);

    FillsForm(Supplier<Locale> locale) {
        participation = new FormField(
                locale,
                () -> !realistic(),
                v -> (v > 0 && v <= 100) || !realistic() ? null : "Must be above 0 and at most 100 % of the volume");
        seed = new FormField(locale, () -> !seeded(), v -> seedProblem(v));
        profile.addListener((property, before, now) -> checkAll());
        resolution.addListener((property, before, now) -> checkAll());
        show(FillTerms.DEFAULTS);
    }

    private @Nullable String seedProblem(double value) {
        boolean usable = value == StrictMath.rint(value) && Math.abs(value) <= LARGEST_EXACT;
        return usable || !seeded() ? null : "A seed is a whole number";
    }

    private boolean realistic() {
        return profile.get() == FillProfile.REALISTIC;
    }

    private boolean seeded() {
        return realistic() && resolution.get() == Resolution.SEEDED;
    }

    private void checkAll() {
        fields().forEach(FormField::check);
    }

    ObjectProperty<FillProfile> profile() {
        return profile;
    }

    /// In percent of a bar's volume.
    FormField participation() {
        return participation;
    }

    /// The series that may tell what happened inside the bars.
    ObservableList<FinerSeries> offered() {
        return offered;
    }

    ObjectProperty<FinerSeries> finer() {
        return finer;
    }

    ObjectProperty<Resolution> resolution() {
        return resolution;
    }

    FormField seed() {
        return seed;
    }

    BooleanProperty band() {
        return band;
    }

    /// The fields, in reading order.
    List<FormField> fields() {
        return List.of(participation, seed);
    }

    /// Offers the finer series of what is traded, on bars of that timeframe; one that is not among them is let go of.
    void offer(Set<String> traded, Timeframe timeframe, List<SeriesInfo> stored) {
        List<FinerSeries> choices = FinerSeries.of(traded, timeframe, stored);
        if (!choices.equals(usual)) {
            FinerSeries before = finer.get();
            usual = choices;
            offered.setAll(choices);
            finer.set(offered.contains(before) ? before : FinerSeries.NONE);
        }
    }

    /// Shows the profile of an earlier run.
    void show(RunSettings settings) {
        profile.set(FillProfile.of(settings));
        show(settings.fillTerms());
    }

    private void show(FillTerms terms) {
        participation.set(StrictMath.rint(terms.participation() * 1e10) / 1e8);
        FinerSeries wanted = FinerSeries.named(terms.intrabar(), offered);
        if (!offered.contains(wanted)) {
            offered.add(wanted);
        }
        finer.set(wanted);
        resolution.set(terms.resolution());
        seed.set((double) terms.seed());
        band.set(terms.band());
    }

    /// The terms; only while every field is valid.
    FillTerms terms() {
        if (!realistic()) {
            return FillTerms.DEFAULTS;
        }
        return new FillTerms(
                participation.value().orElseThrow() / 100,
                finer.get().key(),
                resolution.get(),
                (long) seed.value().orElse(0),
                band.get());
    }
}
