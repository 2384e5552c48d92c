package org.tickwright.desktop.shell;

import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The oldest running task with progress, estimate, pause where it can be paused, and cancel, and how many wait behind
/// it.
final class TaskList {
    private final HBox view = new HBox();
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label detail = new Label();
    private final Label more = new Label();
    private final Button pause = new Button();
    private final Button cancel = new Button(null, Icons.of("fth-x"));
    private final Tooltip cancelWords = new Tooltip();
    private final ObservableList<RunningTask> running;

    TaskList(ObservableList<RunningTask> running) {
        this.running = running;
        view.getStyleClass().add("tw-task");
        pause.setId("pause-task");
        pause.getStyleClass().addAll("tw-icon-button", "tw-dense");
        pause.setOnAction(event -> pauseOrResume());
        cancel.getStyleClass().addAll("tw-icon-button", "tw-dense");
        cancel.setTooltip(cancelWords);
        cancel.setAccessibleText("Cancel the task");
        cancel.setOnAction(event -> shown().cancel());
        view.getChildren().addAll(title, bar, pause, cancel, detail, more);
    }

    HBox view() {
        return view;
    }

    /// Shows where the oldest task stands; `now` is elapsed time of the machine.
    void refresh(long now) {
        if (running.isEmpty()) {
            return;
        }
        RunningTask task = shown();
        RunningTask.Step step = task.step();
        title.setText(task.title());
        bar.setProgress(step.fraction() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : step.fraction());
        detail.setText(state(task, step, now));
        pauseState(task);
        cancel.setDisable(task.cancelled());
        cancelWords.setText(task.pausable() ? "Stop: what is finished is kept" : "Cancel: nothing half-done is kept");
        int waiting = running.size() - 1;
        more.setText("+ " + waiting + " more");
        more.setVisible(waiting > 0);
        more.setManaged(waiting > 0);
    }

    /// The oldest that does not rest, else the oldest.
    private RunningTask shown() {
        return running.stream().filter(task -> !task.resting()).findFirst().orElseGet(running::getFirst);
    }

    private void pauseOrResume() {
        RunningTask task = shown();
        if (task.paused()) {
            task.resume();
        } else {
            task.pause();
        }
        pauseState(task);
    }

    private void pauseState(RunningTask task) {
        pause.setVisible(task.pausable());
        pause.setManaged(task.pausable());
        pause.setDisable(task.cancelled());
        String words = task.paused() ? "Resume the task" : "Pause the task";
        if (!words.equals(pause.getAccessibleText())) {
            pause.setGraphic(Icons.of(task.paused() ? "fth-play" : "fth-pause"));
            pause.setAccessibleText(words);
            pause.setTooltip(new Tooltip(words));
        }
    }

    private static String state(RunningTask task, RunningTask.Step step, long now) {
        if (task.cancelled()) {
            return "stopping";
        }
        if (task.resting()) {
            return "paused" + (step.activity().isBlank() ? "" : "  ·  " + step.activity());
        }
        return task.paused() ? "pausing" : words(task, now);
    }

    private static String words(RunningTask task, long now) {
        RunningTask.Step step = task.step();
        String percent = step.fraction() < 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * step.fraction());
        String left = TaskEstimate.remaining(task.elapsed(now), task.gained());
        return java.util.stream.Stream.of(step.activity(), percent, left)
                .filter(text -> !text.isBlank())
                .collect(java.util.stream.Collectors.joining("  ·  "));
    }
}
