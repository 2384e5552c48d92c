package org.tickwright.desktop.backtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.BackgroundTasks;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskSettings;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.testing.MemoryBarStore;
import org.tickwright.testing.MemoryRunArchive;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.SeriesFiles;
import org.tickwright.workbench.SeriesLibrary;
import org.tickwright.workbench.StrategyLibrary;
import org.tickwright.workbench.Workbench;

/// A desk that writes down what it was asked for. Work runs on the executor given, callbacks on the other.
public final class FakeDesk implements Desk, BackgroundTasks {
    private final DeskSettings settings = new DeskSettings();
    private final Workbench workbench;
    private final Executor background;
    private final Executor screen;
    private final List<String> calls = new ArrayList<>();

    FakeDesk(Path home, boolean readOnly, Executor background, Executor screen) {
        this(home, readOnly, background, screen, new MemoryBarStore());
    }

    private FakeDesk(Path home, boolean readOnly, Executor background, Executor screen, MemoryBarStore store) {
        this(home, readOnly, background, screen, store, new SeriesLibrary(store));
    }

    private FakeDesk(
            Path home,
            boolean readOnly,
            Executor background,
            Executor screen,
            MemoryBarStore store,
            SeriesLibrary series) {
        this.background = background;
        this.screen = screen;
        IndicatorCatalogue indicators = IndicatorCatalogue.builtIn();
        workbench = new Workbench(
                home,
                readOnly,
                indicators,
                series,
                new StrategyLibrary(home.resolve("strategies")),
                new Backtests(store, new MemoryRunArchive(), indicators));
    }

    /// Everything on the calling thread, at once.
    static FakeDesk atOnce(Path home) {
        return new FakeDesk(home, false, Runnable::run, Runnable::run);
    }

    /// Everything on the calling thread, at once, over series and calendars of the caller's.
    public static FakeDesk over(Path home, MemoryBarStore store, ExchangeCalendars calendars) {
        return new FakeDesk(
                home,
                false,
                Runnable::run,
                Runnable::run,
                store,
                new SeriesLibrary(store, SeriesFiles.TEXT, calendars));
    }

    /// What was asked of the desk, in order.
    public List<String> calls() {
        return calls;
    }

    @Override
    public Workbench workbench() {
        return workbench;
    }

    @Override
    public BackgroundTasks tasks() {
        return this;
    }

    @Override
    public DeskSettings settings() {
        return settings;
    }

    @Override
    public void go(PlaceId place) {
        calls.add("go " + place);
    }

    @Override
    public void openChart(SeriesKey series) {
        calls.add("chart " + series);
    }

    @Override
    public void openRunOnChart(String runId, int trade) {
        calls.add("run " + runId + " trade " + trade);
    }

    @Override
    public void openStrategy(StrategyDocument document, @Nullable Path file) {
        calls.add("studio " + document.name());
    }

    @Override
    public void openWizard(StrategyDocument document, @Nullable SeriesKey series) {
        calls.add("wizard " + document.name());
    }

    @Override
    public void openRun(String runId) {
        calls.add("open " + runId);
    }

    @Override
    public void openHelp(HelpTopic topic) {
        calls.add("help " + topic);
    }

    @Override
    public void notify(String message, boolean error) {
        calls.add((error ? "error " : "note ") + message);
    }

    @Override
    public <T> Handle run(String title, Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        calls.add("task " + title);
        return quietly(work, done, failed);
    }

    @Override
    public <T> Handle quietly(Work<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
        Task task = new Task();
        background.execute(() -> {
            try {
                T result = work.run(task);
                screen.execute(() -> task.unlessCancelled(() -> done.accept(result)));
            } catch (Exception e) {
                screen.execute(() -> task.unlessCancelled(() -> failed.accept(e)));
            }
        });
        return task;
    }

    private static final class Task implements Handle, Progress {
        private volatile boolean cancelled;

        @Override
        public void report(double fraction, String activity) {}

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        void unlessCancelled(Runnable tell) {
            if (!cancelled) {
                tell.run();
            }
        }
    }
}
