package org.tickwright.desktop.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Faults;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.report.TearSheet;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.workbench.Workbench;
import org.tickwright.workbench.live.LiveMarket;

/// The view model of the Charts place: which series is open, which indicators are on it, which run
/// lies over it.
///
/// Bars are read and columns computed in the background; what is on the screen stays until the new
/// is there, so nothing flickers while a parameter is turned. JavaFX thread; needs no toolkit.
public final class ChartsModel {
    private static final double SPARE_BARS = 40;

    private final Workbench workbench;
    private final BackgroundTasks tasks;
    private final ChartModel chart = new ChartModel();
    private final ObservableList<ActiveIndicator> active = FXCollections.observableArrayList();
    private final Map<String, ChartIndicator> drawn = new HashMap<>();
    private final Map<String, BackgroundTasks.Handle> computing = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable SeriesInfo> info = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunOverlay> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final BooleanProperty ladder = new SimpleBooleanProperty();
    private final OrderFlow flow;
    private BackgroundTasks.@Nullable Handle opening;
    private @Nullable LiveSeries live;
    private @Nullable ChartsState wanted;
    private int nextId;

    /// Over the use cases, with work done by `tasks`.
    public ChartsModel(Workbench workbench, BackgroundTasks tasks) {
        this.workbench = workbench;
        this.tasks = tasks;
        TradeSource stored = new TradeSource(workbench.storage().ticks(), null);
        flow = new OrderFlow(chart, tasks, stored, this::following, trouble::set);
    }

    /// The chart itself.
    public ChartModel chart() {
        return chart;
    }

    /// The indicators a person put on it, in their order.
    public ObservableList<ActiveIndicator> active() {
        return active;
    }

    /// What is known of the open series; null while none is open.
    public ReadOnlyObjectProperty<@Nullable SeriesInfo> info() {
        return info.getReadOnlyProperty();
    }

    /// The run whose trades are shown; null without one.
    public ReadOnlyObjectProperty<@Nullable RunOverlay> run() {
        return run.getReadOnlyProperty();
    }

    /// What went wrong last, in words; empty once something went well.
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// True while a series is read.
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /// Whether there is anything to show or on its way.
    public boolean empty() {
        return info.get() == null && !loading.get();
    }

    // --- Series -----------------------------------------------------------------------------------------------------

    private record Loaded(
            SeriesInfo info, ChartSeries series, @Nullable RunOverlay run) {}

    /// Offers the series of a live market beside those of the store.
    public void live(LiveMarket market) {
        live = new LiveSeries(market);
        flow.source(new TradeSource(workbench.storage().ticks(), market));
    }

    /// Whether the depth ladder is wanted beside a live chart.
    public BooleanProperty ladder() {
        return ladder;
    }

    /// Opens a series; indicators stay, a run goes. One that grows just now is followed by [#follow()].
    public void open(SeriesKey key) {
        LiveSeries growing = live;
        if (growing != null && growing.has(key)) {
            if (opening != null) {
                opening.cancel();
            }
            loading.set(false);
            trouble.set("");
            growing.follow(key).ifPresent(series -> {
                showSeries(growing.info(), series, null);
                chart.badge().set(growing.badge());
            });
            return;
        }
        load("The chart of " + key + " was not opened", () -> loaded(key, null), loaded -> show(loaded, null));
    }

    /// Opens a series and goes to the bars that open from one instant to another.
    public void open(SeriesKey key, long from, long to) {
        load("The chart of " + key + " was not opened", () -> loaded(key, null), loaded -> {
            show(loaded, null);
            Bars bars = loaded.series().bars();
            int first = bars.indexAtOrAfter(from);
            int last = Math.max(first, bars.indexAtOrAfter(to));
            double spare = Math.max(SPARE_BARS, last - first);
            chart.showRange(new VisibleRange(first - spare, last + spare));
        });
    }

    /// Opens a run's series with its trades and goes to the trade of that number, or to the first one.
    public void openRun(String runId, int trade) {
        load("The run " + runId + " was not opened", () -> loadRun(runId), loaded -> {
            show(loaded, null);
            if (trade > 0) {
                chart.revealTrade(trade);
            } else if (loaded.run() != null && !loaded.run().trades().isEmpty()) {
                frameTrades(loaded.run().trades());
            }
        });
    }

    @FunctionalInterface
    private interface Loading {
        Loaded load() throws Exception;
    }

    private void load(String failure, Loading work, Consumer<Loaded> done) {
        if (opening != null) {
            opening.cancel();
        }
        loading.set(true);
        opening = tasks.quietly(
                progress -> work.load(),
                loaded -> {
                    loading.set(false);
                    trouble.set("");
                    done.accept(loaded);
                },
                fault -> {
                    loading.set(false);
                    trouble.set(words(failure, fault));
                });
    }

    private static String words(String failure, Throwable fault) {
        return fault instanceof NoSuchElementException
                ? failure + ": " + fault.getMessage()
                : Faults.inWords(failure, fault);
    }

    private Loaded loaded(SeriesKey key, @Nullable RunOverlay overlay) throws Exception {
        SeriesInfo found = workbench
                .series()
                .find(key)
                .orElseThrow(() -> new NoSuchElementException(
                        "it is not in the store any more. Import it again in Data, or choose another symbol."));
        Bars bars = workbench
                .series()
                .load(key)
                .orElseThrow(() -> new NoSuchElementException("its bars are not in the store any more."));
        return new Loaded(found, ChartSeries.of(key, bars, found.simulated()), overlay);
    }

    private Loaded loadRun(String runId) throws Exception {
        TearSheet sheet = workbench
                .backtests()
                .tearSheet(runId)
                .orElseThrow(() -> new NoSuchElementException("there is no such run in the archive."));
        SeriesKey key = sheet.run().series();
        Loaded loaded = loaded(key, null);
        Bars bars = loaded.series().bars();
        boolean same = sheet.run().baseHash().equals(loaded.info().contentHash());
        RunOverlay overlay = new RunOverlay(runId, sheet.run().strategyName(), TradeMark.of(sheet.run(), bars), same);
        return new Loaded(loaded.info(), loaded.series(), overlay);
    }

    /// Whether the open series is one that may grow.
    public boolean following() {
        return live != null && live.following();
    }

    /// Takes what has become of the series that is followed; call it some times a second while it is looked
    /// at. Whether there was something new.
    public boolean follow() {
        LiveSeries growing = live;
        SeriesInfo open = info.get();
        if (growing == null || open == null || !growing.following()) {
            return false;
        }
        LiveSeries.Change seen = growing.look();
        switch (seen) {
            case RESTARTED -> open(open.key());
            case NEW_BARS -> {
                chart.update(growing.bars(), growing.changedFrom());
                active.forEach(this::compute);
            }
            case LAST_BAR -> chart.update(growing.bars(), growing.changedFrom());
            case NOTHING -> {
                // Nothing was traded.
            }
        }
        chart.badge().set(growing.badge());
        return seen != LiveSeries.Change.NOTHING;
    }

    private void show(Loaded loaded, @Nullable ChartsState view) {
        LiveSeries growing = live;
        if (growing != null) {
            growing.leave();
        }
        chart.badge().set(LiveBadge.NONE);
        showSeries(loaded.info(), loaded.series(), loaded.run());
        if (view != null && view.bars() > 0) {
            double to = loaded.series().bars().size() - view.fromEnd();
            chart.showRange(new VisibleRange(to - view.bars(), to));
        }
        active.forEach(this::compute);
    }

    private void showSeries(SeriesInfo known, ChartSeries series, @Nullable RunOverlay overlay) {
        info.set(known);
        chart.show(series);
        drawn.clear();
        run.set(overlay);
        if (overlay != null) {
            chart.trades(overlay.trades());
        }
        if (following()) {
            active.forEach(this::compute);
        }
    }

    private void frameTrades(List<TradeMark> trades) {
        int first = trades.getFirst().entryBar();
        int last = trades.stream().mapToInt(TradeMark::exitBar).max().orElse(first);
        double spare = Math.max((last - first) * 0.05, 5);
        chart.showRange(new VisibleRange(first - spare, last + spare));
    }

    /// Takes the run's trades away.
    public void closeRun() {
        run.set(null);
        chart.trades(List.of());
    }

    /// Goes to the next (1) or previous (-1) trade, from the selected one or from what is in view.
    public void stepTrade(int direction) {
        List<TradeMark> trades = chart.trades();
        if (trades.isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < trades.size(); i++) {
            if (trades.get(i).number() == chart.selectedTrade().get()) {
                at = i;
            }
        }
        int next = at < 0
                ? (direction > 0 ? 0 : trades.size() - 1)
                : Math.clamp((long) at + direction, 0, trades.size() - 1);
        chart.revealTrade(trades.get(next).number());
    }

    /// Looks symbols up; the answer comes on the JavaFX thread, best match first.
    public void search(String text, Consumer<? super List<SeriesInfo>> found) {
        LiveSeries growing = live;
        List<SeriesInfo> first = growing == null ? List.of() : growing.search(text);
        tasks.quietly(
                progress -> {
                    List<SeriesInfo> all = new ArrayList<>(first);
                    all.addAll(
                            text.isBlank()
                                    ? workbench.series().list()
                                    : workbench.series().search(text.strip()));
                    return all;
                },
                found,
                fault -> trouble.set(Faults.inWords("Symbols not listed", fault)));
    }

    /// Reads again what the store has, for the case that it changed while the place was hidden: an
    /// open series that got another version is loaded anew, one that has gone is closed.
    public void refresh() {
        SeriesInfo open = info.get();
        if (open == null || following()) {
            return;
        }
        tasks.quietly(
                progress -> workbench.series().find(open.key()),
                (Optional<SeriesInfo> now) -> {
                    if (now.isEmpty()) {
                        close();
                    } else if (!now.get().contentHash().equals(open.contentHash())) {
                        open(open.key());
                    }
                },
                fault -> trouble.set(Faults.inWords("The chart was not refreshed", fault)));
    }

    private void close() {
        LiveSeries growing = live;
        if (growing != null) {
            growing.leave();
        }
        chart.badge().set(LiveBadge.NONE);
        info.set(null);
        run.set(null);
        chart.show(null);
        drawn.clear();
    }

    // --- Indicators -------------------------------------------------------------------------------------------------

    /// The catalogue's indicators whose name, title or group has the text, names first; without those that
    /// read a column which a chart's series need not have.
    public List<IndicatorDefinition> indicators(String text) {
        List<IndicatorDefinition> drawable = workbench.indicators().all().stream()
                .filter(definition -> IndicatorPlots.isDrawable(definition.spec()))
                .toList();
        return IndicatorSearch.of(drawable, text);
    }

    /// Looks in the background for plug-ins that came, changed or went; indicators on the chart stay as they
    /// are.
    public void lookForPlugIns() {
        tasks.quietly(
                progress -> workbench.catalogues().current(),
                catalogues -> {},
                fault -> trouble.set(Faults.inWords("Plug-ins were not looked at", fault)));
    }

    /// Puts an indicator with its defaults on the chart.
    public ActiveIndicator add(IndicatorDefinition definition) {
        int used = active.stream()
                .mapToInt(a -> a.slot() + IndicatorPlots.slots(a.spec()))
                .max()
                .orElse(0);
        ActiveIndicator added = ActiveIndicator.of("i" + nextId++, definition, used);
        active.add(added);
        compute(added);
        return added;
    }

    /// Replaces an indicator by a changed one of the same id.
    public void change(ActiveIndicator changed) {
        for (int i = 0; i < active.size(); i++) {
            if (active.get(i).id().equals(changed.id()) && !active.get(i).equals(changed)) {
                active.set(i, changed);
                ChartIndicator before = drawn.get(changed.id());
                if (before != null && before.hidden() != changed.hidden()) {
                    drawn.put(changed.id(), before.hidden(changed.hidden()));
                    publish();
                } else {
                    compute(changed);
                }
                return;
            }
        }
    }

    /// Takes an indicator off the chart.
    public void remove(String id) {
        active.removeIf(a -> a.id().equals(id));
        drawn.remove(id);
        BackgroundTasks.Handle running = computing.remove(id);
        if (running != null) {
            running.cancel();
        }
        publish();
    }

    private Optional<ActiveIndicator> find(String id) {
        return active.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    private void compute(ActiveIndicator indicator) {
        ChartSeries series = chart.series().get();
        BackgroundTasks.Handle before = computing.remove(indicator.id());
        if (before != null) {
            before.cancel();
        }
        if (series == null) {
            return;
        }
        // Bars that grow are changed on this thread while the work is done on another.
        Bars bars = following() ? series.bars().slice(0, series.bars().size()) : series.bars();
        BackgroundTasks.Handle handle = tasks.quietly(
                progress -> IndicatorPlots.compute(indicator, bars, series.decimals()),
                computed -> {
                    Optional<ActiveIndicator> still = find(indicator.id());
                    if (series.equals(chart.series().get()) && still.isPresent()) {
                        drawn.put(indicator.id(), computed.hidden(still.get().hidden()));
                        publish();
                    }
                },
                fault -> trouble.set(Faults.inWords(indicator.title() + " was not computed", fault)));
        computing.put(indicator.id(), handle);
    }

    private void publish() {
        List<ChartIndicator> all = new ArrayList<>();
        for (ActiveIndicator indicator : active) {
            ChartIndicator known = drawn.get(indicator.id());
            if (known != null) {
                all.add(known);
            }
        }
        chart.indicators(all);
    }

    // --- State ------------------------------------------------------------------------------------------------------

    /// What to find again. `side` says whether the side panel is open.
    public ChartsState state(boolean side) {
        SeriesInfo open = info.get();
        if (open == null && wanted != null) {
            return wanted;
        }
        VisibleRange range = chart.visibleRange().get();
        int size = open == null ? 0 : open.bars();
        return new ChartsState(
                open == null || following() ? null : open.key(),
                active.stream().map(ActiveIndicator::text).toList(),
                chart.style().get(),
                chart.volume().get(),
                chart.log().get(),
                side,
                chart.profile().get(),
                ladder.get(),
                size - range.to(),
                range.bars());
    }

    /// Takes a remembered state; the series is opened by [#resume()].
    public void restore(ChartsState state) {
        wanted = state;
        chart.style().set(state.style());
        chart.volume().set(state.volume());
        chart.log().set(state.log());
        chart.profile().set(state.profile());
        ladder.set(state.ladder());
        active.clear();
        for (String text : state.indicators()) {
            ActiveIndicator.parse("i" + nextId++, text, workbench.indicators()).ifPresent(active::add);
        }
    }

    /// Opens the remembered series where none is open yet. One that has gone is passed over in silence.
    public void resume() {
        ChartsState state = wanted;
        wanted = null;
        if (state == null || state.series() == null || info.get() != null || loading.get()) {
            return;
        }
        SeriesKey key = state.series();
        load("The chart of " + key + " was not opened", () -> loaded(key, null), loaded -> show(loaded, state));
    }
}
