package org.tickwright.desktop.backtest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import org.tickwright.desktop.Faults;
import org.tickwright.desktop.UniverseModel;
import org.tickwright.engine.RunSettings;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.Problem;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.SeriesReading;
import org.tickwright.workbench.StrategyMarket;

/// What the wizard has been told so far, why it cannot run yet, and the run itself. JavaFX thread.
final class WizardModel {
    private final BacktestWork work;
    private final BackgroundTasks tasks;
    private final Supplier<Locale> locale;
    private final boolean readOnly;
    private final RunForm form;
    private final WizardRun run;
    private final ObservableList<StrategyChoice> strategies = FXCollections.observableArrayList();
    private final ObservableList<SeriesInfo> series = FXCollections.observableArrayList();
    private final ObservableList<ParameterRow> parameters = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<WizardStep> step = new SimpleObjectProperty<>(WizardStep.STRATEGY);
    private final ObjectProperty<@Nullable StrategyChoice> strategy = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable SeriesInfo> chosenSeries = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<BacktestWork.@Nullable Verdict> verdict = new ReadOnlyObjectWrapper<>();
    private final UniverseModel universe = new UniverseModel();
    private final SessionCloses closes = new SessionCloses();
    private final ReadOnlyObjectWrapper<List<SeriesReading>> readings = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty acceptErrors = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private Consumer<String> finished = run -> {};
    private @Nullable SeriesKey wantedSeries;
    private @Nullable RunSettings wantedSettings;
    private long verdictAsked;
    private long checkAsked;
    private long readingsAsked;
    private String missing = "";

    /// A wizard; in a home that is read only it explains but does not run.
    WizardModel(BacktestWork work, BackgroundTasks tasks, Supplier<Locale> locale, boolean readOnly) {
        this.work = work;
        this.tasks = tasks;
        this.locale = locale;
        this.readOnly = readOnly;
        form = new RunForm(locale, tasks);
        run = new WizardRun(work, tasks);
        strategy.addListener((property, before, now) -> strategyChosen(now));
        chosenSeries.addListener((property, before, now) -> seriesChosen(now));
        form.costs().onChange(this::judge);
        universe.text().addListener((property, before, now) -> read());
        closes.entry().onChange(this::judge);
        form.entries().forEach(field -> field.problem().addListener((p, before, now) -> judge()));
        form.from().text().addListener((p, before, now) -> judge());
        form.to().text().addListener((p, before, now) -> judge());
        form.size().value().text().addListener((p, before, now) -> judge());
        judge();
    }

    /// Who is told the id of a finished run.
    void onFinished(Consumer<String> consumer) {
        finished = consumer;
    }

    RunForm form() {
        return form;
    }

    ObservableList<StrategyChoice> strategies() {
        return strategies;
    }

    ObservableList<SeriesInfo> series() {
        return series;
    }

    /// The parameters of the chosen strategy.
    ObservableList<ParameterRow> parameters() {
        return parameters;
    }

    /// What is wrong with the chosen strategy.
    ObservableList<Problem> problems() {
        return problems;
    }

    ObjectProperty<WizardStep> step() {
        return step;
    }

    ObjectProperty<@Nullable StrategyChoice> strategy() {
        return strategy;
    }

    ObjectProperty<@Nullable SeriesInfo> chosenSeries() {
        return chosenSeries;
    }

    /// Whether errors that the audit found in the series are accepted, so that a run over them is not refused.
    BooleanProperty acceptErrors() {
        return acceptErrors;
    }

    /// The audit of the chosen series; null while it is being made.
    ReadOnlyObjectProperty<BacktestWork.@Nullable Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /// The universe of strategies that name `each`.
    UniverseModel universe() {
        return universe;
    }

    /// When the sessions of the run's series close.
    SessionCloses closes() {
        return closes;
    }

    /// What the strategy reads or trades beside the chosen series.
    ReadOnlyObjectProperty<List<SeriesReading>> readings() {
        return readings.getReadOnlyProperty();
    }

    /// Why it cannot run, in words; empty if it can.
    ReadOnlyStringProperty obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    /// What went wrong with the last run; empty if nothing did.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return run.running();
    }

    /// True once strategies and series have been read.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    private record Choices(List<StrategyChoice> strategies, List<SeriesInfo> series) {}

    /// Reads strategies and series anew and keeps what was chosen where it is still there.
    void refresh() {
        tasks.quietly(
                ignored -> new Choices(work.strategies(), work.series()),
                this::show,
                failed -> failure.set(Faults.inWords("Strategies and series not read", failed)));
    }

    private void show(Choices read) {
        StrategyChoice before = strategy.get();
        SeriesInfo seriesBefore = chosenSeries.get();
        strategies.setAll(read.strategies());
        if (before != null && before.file() == null && !before.template()) {
            strategies.addFirst(before);
        }
        series.setAll(read.series());
        strategy.set(sameStrategy(before));
        SeriesKey wanted = wantedSeries;
        wantedSeries = null;
        chosenSeries.set(
                wanted == null ? usualSeries(seriesBefore) : find(wanted).orElse(null));
        if (wanted == null && seriesBefore == null) {
            suggest();
        }
        offerFiner();
        applyWanted();
        loaded.set(true);
        read();
    }

    /// Offers the shorter bars of what the strategy trades.
    private void offerFiner() {
        StrategyChoice choice = strategy.get();
        SeriesInfo info = chosenSeries.get();
        if (choice != null && info != null) {
            form.fills()
                    .offer(
                            new StrategyMarket(choice.document())
                                    .traded(info.key().symbol(), universe.symbols()),
                            info.key().timeframe(),
                            series);
        }
    }

    /// Takes a series that makes sense for the strategy where the chosen one does not.
    private void suggest() {
        StrategyChoice choice = strategy.get();
        if (choice != null) {
            new StrategyMarket(choice.document())
                    .suggest(chosenSeries.get(), series)
                    .ifPresent(chosenSeries::set);
        }
    }

    /// Finds out what the strategy reads beside the chosen series.
    private void read() {
        StrategyChoice choice = strategy.get();
        SeriesInfo info = chosenSeries.get();
        universe.fit(choice == null ? null : choice.document(), info, series);
        closes.fit(choice == null ? null : choice.document());
        offerFiner();
        readings.set(List.of());
        missing = "";
        long asked = ++readingsAsked;
        judge();
        boolean clear = problems.isEmpty() && universe.problem().get().isEmpty();
        if (choice == null || info == null || !clear || !new StrategyMarket(choice.document()).readsOthers()) {
            return;
        }
        tasks.quietly(
                ignored -> work.readings(choice.document(), info.key(), universe.symbols()),
                found -> told(asked, found, ""),
                failed -> told(asked, List.of(), String.valueOf(failed.getMessage())));
    }

    private void told(long asked, List<SeriesReading> found, String fault) {
        if (asked == readingsAsked) {
            readings.set(found);
            missing = fault;
            judge();
        }
    }

    private @Nullable StrategyChoice sameStrategy(@Nullable StrategyChoice before) {
        Optional<StrategyChoice> same = before == null
                ? Optional.empty()
                : strategies.stream()
                        .filter(c ->
                                c.template() == before.template() && c.name().equals(before.name()))
                        .filter(c -> java.util.Objects.equals(c.file(), before.file()))
                        .findFirst();
        if (before != null && same.isPresent() && same.get().document().equals(before.document())) {
            return before.file() == null && !before.template() ? before : keep(before, same.get());
        }
        return same.orElseGet(() -> strategies.isEmpty() ? null : strategies.getFirst());
    }

    /// The choice that was made stays the same object, so that its parameters keep what was typed.
    private StrategyChoice keep(StrategyChoice before, StrategyChoice same) {
        strategies.set(strategies.indexOf(same), before);
        return before;
    }

    private Optional<SeriesInfo> find(SeriesKey key) {
        return series.stream().filter(info -> info.key().equals(key)).findFirst();
    }

    /// The one chosen before, else one of a real market, else any. A series that was asked for by name and is gone is
    /// never replaced by another.
    private @Nullable SeriesInfo usualSeries(@Nullable SeriesInfo before) {
        return (before == null ? Optional.<SeriesInfo>empty() : find(before.key()))
                .or(() -> series.stream().filter(info -> !info.simulated()).findFirst())
                .or(() -> series.stream().findFirst())
                .orElse(null);
    }

    /// Starts over with a strategy handed over from elsewhere, and a series if one is known.
    void begin(StrategyDocument document, @Nullable SeriesKey key) {
        StrategyChoice handed = new StrategyChoice(document, null, false);
        strategies.removeIf(c -> c.file() == null && !c.template());
        strategies.addFirst(handed);
        wantedSeries = key;
        strategy.set(handed);
        failure.set("");
        step.set(key == null ? WizardStep.DATA : WizardStep.COSTS);
        refresh();
    }

    /// Starts over with what an earlier run was made of.
    void beginLike(StrategyDocument document, SeriesKey key, RunSettings settings) {
        wantedSettings = settings;
        begin(document, key);
    }

    /// Fills in the settings of an earlier run once its series is chosen, which has its own idea of some of them.
    private void applyWanted() {
        RunSettings settings = wantedSettings;
        SeriesInfo info = chosenSeries.get();
        if (settings == null || info == null) {
            return;
        }
        wantedSettings = null;
        form.show(settings, info.zone());
        for (ParameterRow row : parameters) {
            Double value = settings.parameters().get(row.name());
            if (value != null) {
                row.field().set(value);
            }
        }
    }

    private void strategyChosen(@Nullable StrategyChoice choice) {
        problems.clear();
        parameters.setAll(
                choice == null
                        ? List.of()
                        : choice.document().parameters().stream()
                                .map(p -> new ParameterRow(p, locale))
                                .toList());
        parameters.forEach(row -> row.field().problem().addListener((p, before, now) -> judge()));
        judge();
        if (choice != null) {
            form.suit(choice.document());
            if (wantedSeries == null && loaded.get()) {
                suggest();
            }
            long asked = ++checkAsked;
            tasks.quietly(
                    ignored -> work.check(choice.document()),
                    found -> {
                        if (asked == checkAsked) {
                            problems.setAll(found);
                            read();
                        }
                    },
                    failed -> failure.set(Faults.inWords("Strategy not checked", failed)));
        }
    }

    private void seriesChosen(@Nullable SeriesInfo info) {
        verdict.set(null);
        acceptErrors.set(false);
        read();
        if (info != null) {
            form.fit(info);
            applyWanted();
            long asked = ++verdictAsked;
            tasks.quietly(
                    ignored -> work.verdict(info.key()),
                    found -> {
                        if (asked == verdictAsked) {
                            verdict.set(found);
                        }
                    },
                    failed -> failure.set(Faults.inWords(info.key() + " not audited", failed)));
        }
    }

    private void judge() {
        obstacle.set(findObstacle());
    }

    private String findObstacle() {
        return readOnly ? "This home is open for reading only: runs cannot be kept." : checks().obstacle();
    }

    private WizardChecks checks() {
        String seriesProblem = Stream.of(universe.problem().get(), closes.problem(), missing)
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
        boolean anySeries = !series.isEmpty() || !loaded.get();
        return new WizardChecks(
                strategy.get(), problems, parameters, chosenSeries.get(), anySeries, seriesProblem, form);
    }

    /// The page that holds what is wrong; the last one if nothing is.
    WizardStep stepOfObstacle() {
        return checks().step();
    }

    /// The settings as they stand; empty while something is wrong.
    Optional<RunSettings> settings() {
        SeriesInfo info = chosenSeries.get();
        if (!obstacle.get().isEmpty() || info == null) {
            return Optional.empty();
        }
        Map<String, Double> changed = new TreeMap<>();
        for (ParameterRow row : parameters) {
            if (row.changed()) {
                changed.put(row.name(), row.field().value().orElseThrow());
            }
        }
        return Optional.of(form.settings(info.zone(), changed));
    }

    /// What would be run over; empty while no series is chosen or something is wrong.
    Optional<BacktestWork.Market> market() {
        SeriesInfo info = chosenSeries.get();
        return info == null || !obstacle.get().isEmpty()
                ? Optional.empty()
                : Optional.of(new BacktestWork.Market(info.key(), universe.symbols(), closes.given()));
    }

    /// Runs from whatever page; goes to the page with the mistake where there is one.
    void run() {
        StrategyChoice choice = strategy.get();
        SeriesInfo info = chosenSeries.get();
        Optional<RunSettings> settings = settings();
        if (run.running().get()) {
            return;
        }
        if (choice == null || info == null || settings.isEmpty()) {
            step.set(stepOfObstacle());
            return;
        }
        failure.set("");
        run.start(
                choice,
                new BacktestWork.Market(info.key(), universe.symbols(), closes.given(), acceptErrors.get()),
                settings.get(),
                finished,
                failure::set);
    }

    /// The run that was started.
    WizardRun job() {
        return run;
    }
}
