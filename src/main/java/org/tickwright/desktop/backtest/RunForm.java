package org.tickwright.desktop.backtest;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyMarket;

/// Costs, fills and sizes as a person fills them in, and the settings they make. JavaFX thread.
final class RunForm {
    private static final double MOST_BPS = 1_000;
    private static final double DAY_NANOS = 86_400e9;

    private final FormField capital;
    private final FormField commission;
    private final FormField slippage;
    private final FormField stopLoss;
    private final FormField takeProfit;
    private final FormField periods;
    private final SizeForm size;
    private final BooleanProperty wholeUnits = new SimpleBooleanProperty();
    private final BooleanProperty shorts = new SimpleBooleanProperty();
    private final TimeField from = new TimeField(false);
    private final TimeField to = new TimeField(true);
    private final FillsForm fills;
    private final CostsForm costs;
    private final Supplier<Locale> locale;
    private boolean suitedShorts;

    RunForm(Supplier<Locale> locale, BackgroundTasks tasks) {
        this.locale = locale;
        fills = new FillsForm(locale);
        costs = new CostsForm(locale, tasks);
        capital = field(false, v -> within(v, 1, 1e10, "Capital must be 1 to 10,000,000,000"));
        commission = field(false, v -> within(v, 0, MOST_BPS, "Commission must be 0 to 1,000 basis points"));
        slippage = field(false, this::slippageProblem);
        costs.prices().modelProperty().addListener((property, before, now) -> modelChosen(now));
        stopLoss = field(true, v -> v > 0 && v < 100 ? null : "A stop must be above 0 and below 100 %");
        takeProfit = field(true, v -> v > 0 && v <= 100_000 ? null : "A target must be above 0 %");
        periods = field(
                false,
                v -> v == StrictMath.rint(v) ? within(v, 1, 1e7, "Must be at least 1") : "A whole number is needed");
        size = new SizeForm(locale);
        capital.set(RunSettings.DEFAULTS.capital());
        periods.set(RunSettings.DEFAULTS.periodsPerYear());
        apply(CostPreset.STOCKS);
    }

    private FormField field(boolean optional, FormField.Rule rule) {
        return new FormField(locale, optional, rule);
    }

    private static @Nullable String within(double value, double low, double high, String words) {
        return value >= low && value <= high ? null : words;
    }

    private @Nullable String slippageProblem(double value) {
        return value > 0 && costs.prices().model() != SlippageModel.BPS
                ? "Slippage follows the model under spread and slippage; put 0 here, or choose basis points there"
                : within(value, 0, MOST_BPS, "Slippage must be 0 to 1,000 basis points");
    }

    private void modelChosen(SlippageModel model) {
        if (model != SlippageModel.BPS) {
            slippage.set(0);
        }
        slippage.check();
    }

    FormField capital() {
        return capital;
    }

    FormField commission() {
        return commission;
    }

    FormField slippage() {
        return slippage;
    }

    /// How large entries are.
    SizeForm size() {
        return size;
    }

    FormField stopLoss() {
        return stopLoss;
    }

    FormField takeProfit() {
        return takeProfit;
    }

    FormField periods() {
        return periods;
    }

    BooleanProperty wholeUnits() {
        return wholeUnits;
    }

    BooleanProperty shorts() {
        return shorts;
    }

    TimeField from() {
        return from;
    }

    TimeField to() {
        return to;
    }

    /// How orders fill.
    FillsForm fills() {
        return fills;
    }

    /// What is charged beyond basis points.
    CostsForm costs() {
        return costs;
    }

    /// The entries of costs and fills.
    List<Entry> entries() {
        return Stream.<List<? extends Entry>>of(
                        List.of(capital, commission, slippage, stopLoss, takeProfit, periods),
                        size.fields(),
                        costs.entries(),
                        fills.fields())
                .<Entry>flatMap(List::stream)
                .toList();
    }

    /// Fills in the costs of a preset, whose slippage is in basis points.
    void apply(CostPreset preset) {
        costs.prices().modelProperty().set(SlippageModel.BPS);
        commission.set(preset.commissionBps());
        slippage.set(preset.slippageBps());
    }

    /// The preset that the costs are those of; null if they are the person's own.
    @Nullable
    CostPreset preset() {
        OptionalDouble paid = commission.value();
        OptionalDouble slipped = slippage.value();
        if (paid.isEmpty() || slipped.isEmpty()) {
            return null;
        }
        return CostPreset.of(paid.getAsDouble(), slipped.getAsDouble()).orElse(null);
    }

    /// Chooses what fits a series where it does not depend on taste: the periods of a year.
    void fit(SeriesInfo series) {
        periods.set(periodsPerYear(series));
    }

    /// How many bars of a series a year has: 252 or 365 for days, else as many as the series has.
    static int periodsPerYear(SeriesInfo series) {
        double days = (series.to() - series.from()) / DAY_NANOS;
        Timeframe.Unit unit = series.key().timeframe().unit();
        if (unit == Timeframe.Unit.WEEK || unit == Timeframe.Unit.MONTH) {
            double perYear = (unit == Timeframe.Unit.WEEK ? 52 : 12)
                    / (double) series.key().timeframe().count();
            return (int) Math.max(1, Math.round(perYear));
        }
        if (days < 1 || series.bars() < 2) {
            return RunSettings.DEFAULTS.periodsPerYear();
        }
        double perYear = (series.bars() - 1) / days * 365.25;
        if (series.key().timeframe().equals(Timeframe.DAY)) {
            return perYear > 300 ? 365 : 252;
        }
        return (int) Math.max(1, Math.round(perYear));
    }

    /// Shows the settings of an earlier run over a series in that zone.
    void show(RunSettings settings, ZoneId zone) {
        from.set(settings.from(), zone);
        to.set(settings.to(), zone);
        capital.set(settings.capital());
        commission.set(settings.commissionBps());
        costs.show(settings.costs());
        slippage.set(slippageBps(settings));
        fills.show(settings);
        size.show(settings.size());
        wholeUnits.set(settings.wholeUnits());
        shorts.set(settings.direction() == RunSettings.Direction.BOTH);
        percent(stopLoss, settings.stopLoss());
        percent(takeProfit, settings.takeProfit());
        periods.set(settings.periodsPerYear());
    }

    /// A model in basis points is the same as the basis points, which have a field of their own.
    private static double slippageBps(RunSettings settings) {
        SlippageTerms model = settings.costs().slippage();
        return model.kind() == SlippageTerms.Kind.BPS ? model.value() : settings.slippageBps();
    }

    /// Chooses what a strategy cannot do without: short positions where it enters short alone or sells another
    /// instrument. What was chosen so for one strategy is taken back for the next.
    void suit(StrategyDocument document) {
        StrategyMarket market = new StrategyMarket(document);
        boolean longs = document.nodes().stream().anyMatch(n -> n.type().equals("enterLong"));
        boolean alone =
                !longs && document.nodes().stream().anyMatch(n -> n.type().equals("enterShort"));
        boolean needsShorts = alone || market.sellsAnother();
        if (needsShorts || suitedShorts) {
            shorts.set(needsShorts);
        }
        suitedShorts = needsShorts;
    }

    private static void percent(FormField field, @Nullable Double fraction) {
        if (fraction == null) {
            field.clear();
        } else {
            field.set(StrictMath.rint(fraction * 1e10) / 1e8);
        }
    }

    /// True if every field of costs and fills can be used.
    boolean costsValid() {
        return size.valid() && entries().stream().allMatch(Entry::valid);
    }

    /// The settings, for a series in that zone and with those parameters. Only while everything is valid.
    RunSettings settings(ZoneId zone, Map<String, Double> parameters) {
        return new RunSettings(
                number(capital),
                number(commission),
                number(slippage),
                size.rule(),
                wholeUnits.get(),
                shorts.get() ? RunSettings.Direction.BOTH : RunSettings.Direction.LONG,
                fraction(stopLoss),
                fraction(takeProfit),
                fills.profile().get().id(),
                (int) number(periods),
                from.nanos(zone).orElse(null),
                to.nanos(zone).orElse(null),
                parameters,
                costs.terms(),
                fills.terms());
    }

    private static double number(FormField field) {
        return field.value().orElseThrow();
    }

    private static @Nullable Double fraction(FormField field) {
        OptionalDouble value = field.value();
        return value.isEmpty() ? null : value.getAsDouble() / 100;
    }
}
