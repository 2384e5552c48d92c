package org.tickwright.desktop.backtest;

import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.HelpTopic;

/// The result page of a sweep: how far it is, what its best is worth after so many tries, the heat map with the plateau
/// and the table of all combinations.
final class SweepView {
    private static final long FRAME_NANOS = 250_000_000L;

    private final Desk desk;
    private final SweepModel model;
    private final BorderPane view = new BorderPane();
    private final Label title = Nodes.label("", "tw-heading");
    private final Label subtitle = Nodes.label("", "tw-muted", "tw-small");
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = Nodes.button("Pause", "fth-pause", this::pauseOrResume);
    private final Button stop;
    private final Label failure = Nodes.words("", "tw-danger", "tw-result-failure");
    private final Label luck = Nodes.words("", "tw-note-loud");
    private final HBox luckBox = new HBox(luck);
    private final Label plateau = Nodes.words("", "tw-note-loud");
    private final HBox plateauBox = new HBox(plateau);
    private final Label faults = Nodes.words("", "tw-muted");
    private final HeatMapPane heat;
    private final SweepTable table;
    private long looked;
    private final AnimationTimer watch = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (now - looked > FRAME_NANOS) {
                looked = now;
                model.follow();
            }
        }
    };

    SweepView(Desk desk, SweepModel model, Runnable again) {
        this.desk = desk;
        this.model = model;
        heat = new HeatMapPane(desk, model);
        table = new SweepTable(model, model::openRun);
        stop = Nodes.button("Stop", "fth-square", model::stop);
        SplitPane split = new SplitPane(heat.view(), table.view());
        split.setDividerPositions(0.55);
        split.getStyleClass().add("tw-sweep-split");
        view.setTop(new VBox(head(again), failure, notes()));
        view.setCenter(split);
        model.shown().addListener((property, before, now) -> show(now));
        model.state().addListener((property, before, now) -> follow());
        model.finished().addListener((property, before, now) -> follow());
        model.marks().addListener((property, before, now) -> {
            tellPlateau();
            table.refresh();
        });
        model.luck().addListener((property, before, now) -> tellLuck());
        model.failure().addListener((property, before, now) -> {
            failure.setText(now);
            Nodes.visible(failure, !now.isEmpty());
        });
        desk.settings()
                .numbers()
                .addListener((property, before, now) -> show(model.shown().get()));
        Nodes.visible(failure, false);
        tellLuck();
        tellPlateau();
    }

    Region view() {
        return view;
    }

    /// The keyboard goes to the map.
    void focus() {
        // A split pane has no children before its style is known, and what is not in the scene takes no focus.
        view.applyCss();
        heat.map().requestFocus();
    }

    /// Looks for results while somebody looks at them.
    void shown() {
        model.follow();
        watch.start();
    }

    void hidden() {
        watch.stop();
    }

    /// Pauses the sweep or lets it go on.
    void pauseOrResume() {
        if (model.state().get() == SweepModel.State.RUNNING) {
            model.pause();
        } else {
            model.resume();
        }
    }

    private HBox head(Runnable again) {
        VBox words = new VBox(title, subtitle);
        words.setMinWidth(0);
        words.getStyleClass().add("tw-result-title");
        HBox.setHgrow(words, Priority.ALWAYS);
        pause.setId("pause-sweep");
        stop.setId("stop-sweep");
        bar.getStyleClass().add("tw-sweep-bar");
        bar.setAccessibleText("Progress of the search");
        Button repeat = Nodes.button("Change and search", "fth-sliders", again);
        repeat.setId("search-again");
        HBox head = new HBox(words, bar, pause, stop, repeat, Nodes.help(desk, HelpTopic.SWEEPS));
        head.getStyleClass().addAll("tw-toolbar", "tw-result-head");
        return head;
    }

    private VBox notes() {
        luckBox.getStyleClass().addAll("tw-note", "tw-loud");
        luck.setId("sweep-luck");
        plateauBox.getStyleClass().addAll("tw-note", "tw-calm");
        plateau.setId("sweep-plateau");
        faults.setId("sweep-faults");
        HBox.setHgrow(luck, Priority.ALWAYS);
        HBox.setHgrow(plateau, Priority.ALWAYS);
        VBox notes = new VBox(luckBox, plateauBox, faults);
        notes.getStyleClass().addAll("tw-notes", "tw-sweep-notes");
        return notes;
    }

    private SweepWords words() {
        return new SweepWords(desk.settings().numbers().get());
    }

    private void show(@Nullable SweepJob job) {
        if (job == null) {
            return;
        }
        Locale locale = desk.settings().numbers().get();
        title.setText("Search: " + job.entry().head().strategyName());
        table.show(job, locale);
        heat.show(job);
        follow();
        tellPlateau();
        tellLuck();
    }

    private void follow() {
        SweepJob job = model.shown().get();
        if (job == null) {
            return;
        }
        SweepModel.State state = model.state().get();
        boolean running = state == SweepModel.State.RUNNING;
        boolean left = running || state == SweepModel.State.PAUSED || state == SweepModel.State.STOPPED;
        int finished = model.finished().get();
        subtitle.setText(job.id() + " · " + job.entry().head().series() + " · " + words().plan(job.plan()) + " · "
                + words().finished(finished, job.plan().size()) + inWords(state));
        Nodes.visible(bar, left);
        bar.setProgress((double) finished / Math.max(1, job.plan().size()));
        Nodes.visible(pause, left);
        pause.setText(running ? "Pause" : "Resume");
        pause.setGraphic(new FontIcon(running ? "fth-pause" : "fth-play"));
        Nodes.visible(stop, running || state == SweepModel.State.PAUSED);
        tellFaults(job);
        tellPlateau();
        table.refresh();
        heat.redraw();
    }

    private static String inWords(SweepModel.State state) {
        return switch (state) {
            case RUNNING -> ", running";
            case PAUSED -> ", paused";
            case STOPPED -> ", stopped";
            case NONE, COMPLETE -> "";
        };
    }

    private void tellFaults(SweepJob job) {
        int count = job.results().faults();
        Nodes.visible(faults, count > 0);
        if (count > 0) {
            faults.setText((count == 1 ? "1 combination was" : count + " combinations were") + " not possible: "
                    + job.results().firstFault());
        }
    }

    private void tellPlateau() {
        SweepJob job = model.shown().get();
        boolean any = job != null && job.finished() > 0;
        Nodes.visible(plateauBox, any);
        if (job != null && any) {
            plateau.setText(words().plateau(job.results(), model.marks().get(), job.complete()));
        }
    }

    private void tellLuck() {
        luck.setText(model.luck().get());
        Nodes.visible(luckBox, !model.luck().get().isEmpty());
    }
}
