package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.UniverseModel;
import org.tickwright.engine.RunResult;
import org.tickwright.engine.RunSettings;
import org.tickwright.engine.RunSettings.Direction;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.StrategyMarket;

/// The live preview: each edit that changes what the strategy means runs it over the chosen series in the background.
///
/// One run at a time: an edit that comes meanwhile waits for its end and takes the place of one that waited, so that
/// a value dragged along is redrawn as often as runs can be made. A run that an edit has overtaken is given up once it
/// takes long. While the strategy cannot run, the result of its last valid version stays.
///
/// All calls on one thread, the one that callbacks of the tasks come back to.
final class PreviewModel {

    /// Where series and results come from; called in the background.
    interface Source {
        List<SeriesInfo> series() throws Exception;

        Optional<Bars> load(SeriesKey key) throws Exception;

        RunResult run(StrategyDocument document, Market market, RunSettings settings, Progress progress)
                throws Exception;

        /// What the audit says of the bars, in a few words; empty where it has nothing to say.
        default String audit(Market market) throws Exception {
            return "";
        }
    }

    /// What is run over: the base series with its bars, and the universe that `each` stands for. What else the
    /// strategy reads is looked up in the store.
    record Market(SeriesInfo series, Bars bars, List<String> universe) {}

    /// How what is shown relates to the strategy on the screen.
    enum Condition {
        /// There is no series to run over.
        NO_SERIES,
        /// The series is being read.
        LOADING,
        /// The strategy has no nodes yet.
        EMPTY,
        /// A run is under way; an older result may be shown.
        RUNNING,
        /// The result is that of the strategy as it is.
        CURRENT,
        /// The strategy has errors; the result is that of its last valid version.
        INVALID,
        /// The run failed; the message says why.
        FAILED
    }

    /// What the preview shows. `millis` is how long the run took; `message` is for people.
    record State(
            Condition condition,
            @Nullable SeriesInfo series,
            @Nullable Bars bars,
            @Nullable RunResult result,
            double millis,
            String message) {

        private State with(Condition changed, String text) {
            return new State(changed, series, bars, result, millis, text);
        }
    }

    /// How long a run that an edit has overtaken may still take.
    private static final long PATIENCE_NANOS = 300_000_000L;

    private final Source source;
    private final BackgroundTasks tasks;
    private final StudioModel studio;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State(Condition.LOADING, null, null, null, 0, ""));
    private final ReadOnlyObjectWrapper<List<SeriesInfo>> choices = new ReadOnlyObjectWrapper<>(List.of());

    private final BooleanProperty shorts = new SimpleBooleanProperty();

    private final UniverseModel universe = new UniverseModel();
    private @Nullable StrategyDocument tried;
    private List<String> triedUniverse = List.of();
    private int opened;
    private boolean fitting;
    private BackgroundTasks.@Nullable Handle running;
    private @Nullable Run underWay;
    private @Nullable Run next;
    private @Nullable String wanted;
    private int generation;

    PreviewModel(Source source, BackgroundTasks tasks, StudioModel studio) {
        this.source = source;
        this.tasks = tasks;
        this.studio = studio;
        studio.documentProperty().addListener((o, was, now) -> update());
        studio.problemsProperty().addListener((o, was, now) -> update());
        universe.text().addListener((o, was, now) -> {
            if (!fitting) {
                update();
            }
        });
        shorts.addListener((o, was, now) -> {
            tried = null;
            update();
        });
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    State state() {
        return state.get();
    }

    /// The universe of strategies that name `each`.
    UniverseModel universe() {
        return universe;
    }

    /// The series there are to run over.
    ReadOnlyObjectProperty<List<SeriesInfo>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /// The series in force, if any.
    Optional<SeriesKey> series() {
        return Optional.ofNullable(state().series()).map(SeriesInfo::key);
    }

    /// Prefers a series, by its text (`AAPL 1d`), once it is known.
    void prefer(String key) {
        wanted = key;
    }

    /// Reads which series there are and runs again where the chosen one changed.
    void refresh() {
        tasks.quietly(progress -> source.series(), this::listed, this::failed);
    }

    private void listed(List<SeriesInfo> found) {
        choices.set(List.copyOf(found));
        SeriesInfo before = state().series();
        if (before != null && found.contains(before)) {
            update();
            return;
        }
        String name = before == null ? wanted : before.key().toString();
        Optional<SeriesInfo> next = found.stream()
                .filter(s -> s.key().toString().equals(name))
                .findFirst()
                .or(() -> found.stream()
                        .filter(s -> !s.key().timeframe().intraday())
                        .findFirst())
                .or(() -> found.stream().findFirst());
        if (next.isPresent()) {
            opened = studio.openings();
            choose(new StrategyMarket(studio.document())
                    .suggest(next.get(), found)
                    .orElse(next.get()));
        } else {
            stop();
            state.set(new State(
                    Condition.NO_SERIES, null, null, null, 0, "There is no data yet. Import a file in Data."));
        }
    }

    /// Runs over another series from now on.
    void choose(SeriesInfo series) {
        if (series.equals(state().series()) && state().bars() != null) {
            return;
        }
        stop();
        wanted = series.key().toString();
        state.set(new State(Condition.LOADING, series, null, null, 0, "Reading " + series.key() + " …"));
        int asked = generation;
        running = tasks.quietly(
                progress -> source.load(series.key()),
                bars -> {
                    if (asked == generation) {
                        loaded(series, bars);
                    }
                },
                fault -> {
                    if (asked == generation) {
                        failed(fault);
                    }
                });
    }

    private void loaded(SeriesInfo series, Optional<Bars> bars) {
        if (bars.isEmpty() || bars.get().size() == 0) {
            state.set(new State(
                    Condition.FAILED, series, null, null, 0, series.key() + " has no bars. Choose another series."));
            return;
        }
        tried = null;
        state.set(new State(Condition.RUNNING, series, bars.get(), null, 0, ""));
        update();
    }

    private void update() {
        State now = state();
        StrategyDocument document = studio.document();
        Bars bars = now.bars();
        SeriesInfo series = now.series();
        if (bars == null || series == null) {
            return;
        }
        if (opened != studio.openings()) {
            opened = studio.openings();
            Optional<SeriesInfo> better = new StrategyMarket(document).suggest(series, choices.get());
            if (better.isPresent()) {
                choose(better.get());
                return;
            }
        }
        fit(document, series);
        if (document.nodes().isEmpty()) {
            stop();
            tried = null;
            state.set(
                    new State(Condition.EMPTY, series, bars, null, 0, "Add nodes or open a template to see it trade."));
            return;
        }
        if (!studio.valid()) {
            stop();
            tried = null;
            state.set(now.with(
                    Condition.INVALID,
                    now.result() == null
                            ? "The strategy cannot run yet: see its problems."
                            : "Shows the last version that could run: see the problems."));
            return;
        }
        if (!universe.problem().get().isEmpty()) {
            stop();
            tried = null;
            state.set(now.with(
                    Condition.FAILED, "No preview: " + universe.problem().get()));
            return;
        }
        Market market = new Market(series, bars, universe.symbols());
        if (tried != null && triedUniverse.equals(market.universe()) && StudioModel.sameMeaning(tried, document)) {
            return;
        }
        run(document, market);
    }

    private void fit(StrategyDocument document, SeriesInfo series) {
        if (!fitting) {
            fitting = true;
            universe.fit(document, series, choices.get());
            fitting = false;
        }
    }

    /// A run that is under way or waits. It is given up once an edit has overtaken it and it takes long.
    private static final class Run {
        private final StrategyDocument document;
        private final Market market;
        private final RunSettings settings;
        private volatile boolean overtaken;

        Run(StrategyDocument document, Market market, RunSettings settings) {
            this.document = document;
            this.market = market;
            this.settings = settings;
        }

        Progress patient(Progress progress) {
            long begun = System.nanoTime();
            return new Progress() {
                @Override
                public void report(double fraction, String activity) {
                    progress.report(fraction, activity);
                }

                @Override
                public boolean cancelled() {
                    return progress.cancelled() || (overtaken && System.nanoTime() - begun > PATIENCE_NANOS);
                }
            };
        }
    }

    private void run(StrategyDocument document, Market market) {
        tried = document;
        triedUniverse = market.universe();
        Run run = new Run(document, market, settings(document, shorts.get()));
        Run before = underWay;
        if (before == null) {
            stop();
            state.set(state().with(Condition.RUNNING, ""));
            start(run);
        } else {
            before.overtaken = true;
            next = run;
            state.set(state().with(Condition.RUNNING, ""));
        }
    }

    private void start(Run run) {
        underWay = run;
        int asked = generation;
        running = tasks.quietly(
                progress -> timed(run, progress),
                timed -> {
                    if (asked == generation) {
                        ended();
                        timed.ifPresent(result -> show(run, result));
                        proceed();
                    }
                },
                fault -> {
                    if (asked == generation) {
                        ended();
                        failed(fault);
                        proceed();
                    }
                });
    }

    private void ended() {
        underWay = null;
        running = null;
    }

    private void show(Run run, Timed timed) {
        state.set(new State(
                next == null ? Condition.CURRENT : Condition.RUNNING,
                run.market.series(),
                run.market.bars(),
                timed.result(),
                timed.millis(),
                timed.audit()));
    }

    /// Begins the run that waited for the end of one.
    private void proceed() {
        Run waited = next;
        if (waited != null && underWay == null) {
            next = null;
            state.set(state().with(Condition.RUNNING, ""));
            start(waited);
        }
    }

    private record Timed(RunResult result, double millis, String audit) {}

    /// Empty where an edit overtook the run and it was given up.
    private Optional<Timed> timed(Run run, Progress progress) throws Exception {
        long start = System.nanoTime();
        try {
            RunResult result = source.run(run.document, run.market, run.settings, run.patient(progress));
            double millis = (System.nanoTime() - start) / 1e6;
            return Optional.of(new Timed(result, millis, source.audit(run.market)));
        } catch (CancellationException e) {
            if (progress.cancelled()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// Whether short positions are taken where the strategy enters short; not, as a backtest unless it is told so.
    BooleanProperty shorts() {
        return shorts;
    }

    /// True if a person can choose to trade short too: the strategy enters both long and short.
    boolean choosesDirection() {
        StrategyDocument document = studio.document();
        return has(document, "enterLong")
                && has(document, "enterShort")
                && !new StrategyMarket(document).sellsAnother();
    }

    private static boolean has(StrategyDocument document, String type) {
        return document.nodes().stream().anyMatch(n -> n.type().equals(type));
    }

    /// The settings of the preview: those a backtest begins with, so that both show the same. A strategy that
    /// enters short alone, or sells another instrument, is traded short without being asked; one that sends orders
    /// of its own is filled realistically.
    static RunSettings settings(StrategyDocument document, boolean shorts) {
        boolean alone = has(document, "enterShort") && !has(document, "enterLong");
        boolean both = shorts || alone || new StrategyMarket(document).sellsAnother();
        RunSettings d = RunSettings.DEFAULTS;
        RunSettings settings = new RunSettings(
                d.capital(),
                d.commissionBps(),
                d.slippageBps(),
                d.size(),
                d.wholeUnits(),
                both ? Direction.BOTH : Direction.LONG,
                d.stopLoss(),
                d.takeProfit(),
                d.fills(),
                d.periodsPerYear(),
                d.from(),
                d.to(),
                d.parameters());
        boolean orders = document.nodes().stream().anyMatch(node -> node.type().startsWith("order"));
        return orders ? settings.filling(RunSettings.REALISTIC, settings.fillTerms()) : settings;
    }

    private void failed(Throwable fault) {
        if (fault instanceof CancellationException) {
            return;
        }
        String why = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        state.set(state().with(Condition.FAILED, "No preview: " + why));
    }

    /// Ends what is under way; its outcome no longer counts.
    void stop() {
        generation++;
        if (underWay != null) {
            tried = null;
        }
        underWay = null;
        next = null;
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
