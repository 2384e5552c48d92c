package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.SummaryFigures;
import org.tickwright.report.Figures;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.study.sweep.Objective;
import org.tickwright.study.sweep.ParameterRange;
import org.tickwright.study.sweep.SweepFigure;
import org.tickwright.study.sweep.SweepPlan;
import org.tickwright.study.sweep.SweepPlan.Search;

/// What the sweep page has been told: which parameters, from where to where, how they are searched; how many runs that
/// makes and how long they would take. JavaFX thread.
final class SweepForm {
    /// More than this the screen does not show.
    static final int MOST_RUNS = 1_000_000;

    private static final int USUAL_SAMPLES = 500;

    private final SweepWork work;
    private final BackgroundTasks tasks;
    private final Supplier<Locale> locale;
    private final boolean readOnly;
    private final ReadOnlyObjectWrapper<SweepWork.@Nullable Setup> setup = new ReadOnlyObjectWrapper<>();
    private final ObservableList<SweepParameterRow> parameters = FXCollections.observableArrayList();
    private final ObjectProperty<SummaryFigures> figures = new SimpleObjectProperty<>(SummaryFigures.ALL);
    private final ObjectProperty<Search> search = new SimpleObjectProperty<>(Search.GRID);
    private final FormField samples;
    private final FormField seed;
    private final ObjectProperty<SweepFigure> objective = new SimpleObjectProperty<>(SweepFigure.SHARPE);
    private final BooleanProperty highest = new SimpleBooleanProperty(true);
    private final FormField leastTrades;
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper estimate = new ReadOnlyStringWrapper("");
    private double speed = Double.NaN;
    private long asked;
    private boolean measuring;

    SweepForm(SweepWork work, BackgroundTasks tasks, Supplier<Locale> locale, boolean readOnly) {
        this.work = work;
        this.tasks = tasks;
        this.locale = locale;
        this.readOnly = readOnly;
        samples = new FormField(locale, false, v -> whole(v, 1, MOST_RUNS));
        seed = new FormField(locale, false, v -> whole(v, 0, Integer.MAX_VALUE));
        leastTrades = new FormField(locale, false, v -> whole(v, 0, Integer.MAX_VALUE));
        samples.set(USUAL_SAMPLES);
        seed.set(1);
        leastTrades.set(Objective.USUAL_TRADES);
        objective.addListener((property, before, now) -> highest.set(now.higherIsBetter()));
        leastTrades.text().addListener((property, before, now) -> judge());
        search.addListener((property, before, now) -> {
            parameters.forEach(SweepParameterRow::check);
            judge();
        });
        figures.addListener((property, before, now) -> {
            forgetSpeed();
            judge();
        });
        objective.addListener((property, before, now) -> judge());
        samples.text().addListener((property, before, now) -> judge());
        seed.text().addListener((property, before, now) -> judge());
    }

    private @Nullable String whole(double value, int low, int high) {
        if (value != StrictMath.rint(value)) {
            return "A whole number is needed";
        }
        Figures figures = new Figures(locale.get());
        return value >= low && value <= high ? null : "Must be " + figures.count(low) + " to " + figures.count(high);
    }

    /// Starts over with a strategy, data and settings: the first two parameters with their own ranges are searched.
    void begin(SweepWork.Setup from) {
        setup.set(from);
        figures.set(from.figures());
        forgetSpeed();
        parameters.setAll(from.document().parameters().stream()
                .map(parameter -> row(parameter, from.settings()))
                .toList());
        List<StrategyParameter> named = from.document().parameters();
        boolean anyOwn = named.stream().anyMatch(parameter -> parameter.range() != null);
        int chosen = 0;
        for (int i = 0; i < named.size() && chosen < 2; i++) {
            if (!anyOwn || named.get(i).range() != null) {
                parameters.get(i).searched().set(true);
                chosen++;
            }
        }
        search.set(Search.GRID);
        judge();
    }

    private void forgetSpeed() {
        speed = Double.NaN;
        measuring = false;
        asked++;
    }

    /// Starts over with what an earlier sweep was made of.
    void beginLike(SweepWork.Found found) {
        begin(found.setup());
        search.set(found.plan().search());
        samples.set(
                found.plan().search() == Search.GRID
                        ? USUAL_SAMPLES
                        : found.plan().samples());
        seed.set((double)
                (found.plan().search() == Search.GRID ? 1 : found.plan().seed()));
        Objective looked = found.plan().objective();
        if (looked != null) {
            objective.set(looked.figure());
            highest.set(looked.highest());
            leastTrades.set(looked.leastTrades());
        }
        parameters.forEach(row -> row.searched().set(false));
        for (ParameterRange range : found.plan().ranges()) {
            parameters.stream().filter(row -> row.name().equals(range.name())).forEach(row -> row.show(range));
        }
        judge();
    }

    private SweepParameterRow row(StrategyParameter parameter, RunSettings settings) {
        double value = settings.parameters().getOrDefault(parameter.name(), parameter.value());
        SweepParameterRow row = new SweepParameterRow(parameter, value, locale, () -> search.get() != Search.GRID);
        row.searched().addListener((property, before, now) -> judge());
        for (FormField field : List.of(row.from(), row.to(), row.step())) {
            field.text().addListener((property, before, now) -> judge());
        }
        return row;
    }

    ReadOnlyObjectProperty<SweepWork.@Nullable Setup> setup() {
        return setup.getReadOnlyProperty();
    }

    ObservableList<SweepParameterRow> parameters() {
        return parameters;
    }

    /// Which figures of each run are computed.
    ObjectProperty<SummaryFigures> figures() {
        return figures;
    }

    ObjectProperty<Search> search() {
        return search;
    }

    FormField samples() {
        return samples;
    }

    FormField seed() {
        return seed;
    }

    /// The figure that a guided search looks for.
    ObjectProperty<SweepFigure> objective() {
        return objective;
    }

    /// Whether it looks for the highest; choosing a figure chooses its own sense.
    BooleanProperty highest() {
        return highest;
    }

    /// How many trades a run must have to be worth anything to a guided search.
    FormField leastTrades() {
        return leastTrades;
    }

    /// Why it cannot start, in words; empty if it can.
    ReadOnlyStringProperty obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /// How many runs it makes, in words; empty while something is wrong.
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /// How long they take about, in words; empty while that is not known.
    ReadOnlyStringProperty estimate() {
        return estimate.getReadOnlyProperty();
    }

    /// How many runs there are in all; only while nothing is wrong.
    double runs() {
        double all = grid();
        return search.get() == Search.GRID ? all : Math.min(all, samples.value().orElseThrow());
    }

    private double grid() {
        return parameters.stream().mapToDouble(SweepParameterRow::count).reduce(1, (a, b) -> a * b);
    }

    private void judge() {
        obstacle.set(findObstacle());
        boolean clear = obstacle.get().isEmpty() && setup.get() != null;
        count.set(clear ? countInWords() : "");
        estimate.set(clear && !Double.isNaN(speed) ? estimateInWords() : "");
        if (clear && Double.isNaN(speed) && !measuring) {
            measure();
        }
    }

    private String findObstacle() {
        if (setup.get() == null) {
            return "";
        }
        if (readOnly) {
            return "This home is open for reading only: runs cannot be kept.";
        }
        if (parameters.isEmpty()) {
            return "This strategy has no parameters. Give a setting a name in Studio, and it becomes one.";
        }
        if (parameters.stream().noneMatch(row -> row.searched().get())) {
            return "Choose at least one parameter to search.";
        }
        for (SweepParameterRow row : parameters) {
            if (!row.problem().isEmpty()) {
                return row.name() + ": " + row.problem();
            }
        }
        return search.get() == Search.GRID ? gridObstacle() : sampleObstacle();
    }

    private String gridObstacle() {
        double all = grid();
        return all <= MOST_RUNS
                ? ""
                : "The grid has " + new Figures(locale.get()).count((long) all)
                        + " combinations, more than 1,000,000. Take larger steps, or search at random.";
    }

    private String sampleObstacle() {
        if (!samples.valid()) {
            return "Samples: " + samples.problem().get();
        }
        if (search.get() == Search.BAYESIAN && samples.value().orElseThrow() > SweepPlan.MOST_BAYESIAN) {
            return "A Bayesian search tries up to " + new Figures(locale.get()).count(SweepPlan.MOST_BAYESIAN)
                    + " combinations. Search genetically for more.";
        }
        if (search.get().guided() && !objective.get().in(figures.get())) {
            return "A search for the best " + SweepWords.name(objective.get()) + " needs all figures.";
        }
        if (search.get().guided() && !leastTrades.valid()) {
            return "Least trades: " + leastTrades.problem().get();
        }
        if (!seed.valid()) {
            return "Seed: " + seed.problem().get();
        }
        return samples.value().orElseThrow() <= grid()
                ? ""
                : "There are only " + new Figures(locale.get()).count((long) grid())
                        + " combinations, fewer than the samples asked for. Search the grid.";
    }

    private String countInWords() {
        Figures figures = new Figures(locale.get());
        String runs = figures.count((long) runs()) + (runs() == 1 ? " run" : " runs");
        String product = parameters.stream()
                .filter(row -> row.searched().get())
                .map(row -> Double.isInfinite(row.count())
                        ? "any " + row.name()
                        : figures.count((long) row.count()) + " of " + row.name())
                .collect(Collectors.joining(" × "));
        return search.get() == Search.GRID ? runs + ": " + product : runs + " out of " + product;
    }

    private String estimateInWords() {
        if (!(speed > 0)) {
            return "too slow to tell how long it takes";
        }
        double seconds = runs() / speed;
        Figures figures = new Figures(locale.get());
        String pace = " at " + figures.count(Math.max(1, Math.round(speed))) + " runs a second";
        if (seconds < 1) {
            return "less than a second" + pace;
        }
        if (seconds < 90) {
            return "about " + Math.round(seconds) + " s" + pace;
        }
        return seconds < 5_400
                ? "about " + Math.round(seconds / 60) + " min" + pace
                : "about " + figures.count(Math.round(seconds / 3_600)) + " h" + pace;
    }

    /// Runs some combinations for a moment, once for a setup.
    private void measure() {
        SweepWork.Setup now = searching();
        Optional<SweepPlan> plan = plan();
        if (now == null || plan.isEmpty()) {
            return;
        }
        measuring = true;
        long ask = asked;
        tasks.quietly(
                progress -> work.speed(now, plan.get()),
                measured -> {
                    if (ask == asked) {
                        speed = measured;
                        judge();
                    }
                },
                failed -> {
                    if (ask == asked) {
                        estimate.set("");
                    }
                });
    }

    /// The setup without values for what is searched.
    SweepWork.@Nullable Setup searching() {
        SweepWork.Setup now = setup.get();
        if (now == null) {
            return null;
        }
        Map<String, Double> fixed = new TreeMap<>(now.settings().parameters());
        parameters.stream().filter(row -> row.searched().get()).forEach(row -> fixed.remove(row.name()));
        return new SweepWork.Setup(now.document(), now.market(), now.settings().parameters(fixed), figures.get());
    }

    private Objective looked() {
        return new Objective(
                objective.get(), highest.get(), (int) leastTrades.value().orElseThrow());
    }

    /// The combinations; empty while something is wrong.
    Optional<SweepPlan> plan() {
        if (!obstacle.get().isEmpty() || setup.get() == null) {
            return Optional.empty();
        }
        List<ParameterRange> ranges = parameters.stream()
                .filter(row -> row.searched().get())
                .map(SweepParameterRow::range)
                .toList();
        return Optional.of(
                switch (search.get()) {
                    case GRID -> SweepPlan.grid(ranges);
                    case RANDOM ->
                        SweepPlan.random(
                                ranges, (int) runs(), (long) seed.value().orElseThrow());
                    case LATIN ->
                        SweepPlan.latin(
                                ranges, (int) runs(), (long) seed.value().orElseThrow());
                    case GENETIC, BAYESIAN ->
                        SweepPlan.guided(
                                search.get(),
                                ranges,
                                (int) runs(),
                                (long) seed.value().orElseThrow(),
                                looked());
                });
    }
}
