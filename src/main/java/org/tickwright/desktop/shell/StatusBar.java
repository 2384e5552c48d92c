package org.tickwright.desktop.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.tickwright.desktop.LiveWords;
import org.tickwright.kernel.Clock;
import org.tickwright.workbench.live.LiveState;

/// The status bar: what runs in the background, what to keep in mind, and how much room is taken.
final class StatusBar {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long NANOS = 1_000_000_000L;

    private final HBox view = new HBox();
    private final HBox tasks = new HBox();
    private final Label ready = new Label("Ready");
    private final Label note = new Label();
    private final Label feed = new Label();
    private final Label store = new Label("store –");
    private final Label heap = new Label();
    private final Label time = new Label();
    private final ObservableList<RunningTask> running;
    private final TaskList list;
    private final Clock clock;
    /// Wakes the screen's thread once a second. A timeline would keep the toolkit's pulse running between the seconds.
    private final Executor nextSecond = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, Platform::runLater);

    private Supplier<LiveState> live = () -> LiveState.NONE;
    private int started;
    private final Timeline progress = new Timeline(new KeyFrame(Duration.millis(100), event -> progress()));

    StatusBar(ObservableList<RunningTask> running, Clock clock, boolean readOnly) {
        this.running = running;
        this.clock = clock;
        list = new TaskList(running);
        view.getStyleClass().add("tw-status-bar");
        tasks.getStyleClass().add("tw-task");
        tasks.getChildren().setAll(ready);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        view.getChildren().addAll(tasks, gap, note, feed, store, heap, time);
        note.getStyleClass().addAll("tw-badge", "tw-warn");
        note.setText("READ-ONLY");
        note.setTooltip(new Tooltip("Another Tickwright uses this home: you can look, nothing is saved."));
        note.setVisible(readOnly);
        note.setManaged(readOnly);
        feed.setId("status-feed");
        feed.getStyleClass().addAll("tw-badge", "tw-sim");
        store.setTooltip(new Tooltip("Size of the store on disk"));
        heap.setTooltip(new Tooltip("Memory in use by the program"));
        running.addListener((ListChangeListener<RunningTask>) change -> follow());
        progress.setCycleCount(Animation.INDEFINITE);
        tick();
    }

    HBox view() {
        return view;
    }

    /// Starts the clock.
    void start() {
        started++;
        again(started);
    }

    /// Stops every timer.
    void stop() {
        started++;
        progress.stop();
    }

    /// Says how a live market stands, once a second.
    void live(Supplier<LiveState> state) {
        live = state;
        tick();
    }

    private void showFeed(LiveState state) {
        feed.setVisible(state.running());
        feed.setManaged(state.running());
        if (state.running()) {
            String what = (state.simulated() ? "SIM " : "") + LiveWords.badge(state);
            feed.setText(state.stale() ? what : what + " · " + LiveWords.perSecond(state));
            LiveWords.dress(feed, LiveWords.style(state));
            feed.setTooltip(new Tooltip(state.feed() + (state.why().isEmpty() ? "" : ": " + state.why())));
        }
    }

    /// Says how large the store is.
    void storeBytes(long bytes) {
        store.setText("store " + size(bytes));
    }

    /// Bytes as a person reads them.
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(0, Math.round(bytes / 1e3)) + " kB";
        }
        return bytes < 1_000_000_000
                ? Math.round(bytes / 1e6) + " MB"
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private void again(int start) {
        nextSecond.execute(() -> {
            if (start == started) {
                tick();
                again(start);
            }
        });
    }

    private void tick() {
        Runtime runtime = Runtime.getRuntime();
        heap.setText("heap " + size(runtime.totalMemory() - runtime.freeMemory()));
        showFeed(live.get());
        long now = clock.nanos();
        time.setText("UTC " + TIME.format(Instant.ofEpochSecond(now / NANOS).atOffset(ZoneOffset.UTC)));
    }

    private void follow() {
        if (running.isEmpty()) {
            progress.stop();
            tasks.getChildren().setAll(ready);
        } else {
            tasks.getChildren().setAll(list.view());
            progress();
            progress.play();
        }
    }

    private void progress() {
        list.refresh(System.nanoTime());
    }
}
