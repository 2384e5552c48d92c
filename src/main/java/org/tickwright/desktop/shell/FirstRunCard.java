package org.tickwright.desktop.shell;

import javafx.animation.AnimationTimer;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a person sees while the first backtest is being made: what is done now and how far it is.
final class FirstRunCard {
    private final VBox view = new VBox();
    private final Label activity = new Label("Starting");
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final AnimationTimer follow;

    FirstRunCard(ObservableList<RunningTask> running) {
        Label title = new Label("Your first backtest is on its way");
        title.getStyleClass().add("tw-title");
        activity.getStyleClass().add("tw-muted");
        bar.setMaxWidth(Double.MAX_VALUE);
        Label hint = new Label("Esc puts this card away; the work goes on.");
        hint.getStyleClass().addAll("tw-muted", "tw-small");
        view.getStyleClass().addAll("tw-overlay", "tw-welcome");
        view.setPrefWidth(560);
        view.setFocusTraversable(true);
        view.setMinHeight(Region.USE_PREF_SIZE);
        view.getChildren().addAll(title, new VBox(8, bar, activity), hint);
        follow = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (view.getScene() == null) {
                    stop();
                } else if (!running.isEmpty()) {
                    show(running.getFirst().step());
                }
            }
        };
    }

    Region view() {
        return view;
    }

    /// Starts following the work; it stops by itself when the card goes away.
    void start() {
        follow.start();
    }

    private void show(RunningTask.Step step) {
        bar.setProgress(step.fraction() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : step.fraction());
        if (!step.activity().isBlank()) {
            activity.setText(step.activity());
        }
    }
}
