package org.tickwright.desktop.shell;

import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The oldest running task with progress, estimate and cancel, and how many wait behind it.
final class TaskList {
    private final HBox view = new HBox();
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label detail = new Label();
    private final Label more = new Label();
    private final Button cancel = new Button(null, Icons.of("fth-x"));
    private final ObservableList<RunningTask> running;

    TaskList(ObservableList<RunningTask> running) {
        this.running = running;
        view.getStyleClass().add("tw-task");
        cancel.getStyleClass().addAll("tw-icon-button", "tw-dense");
        cancel.setTooltip(new Tooltip("Cancel: nothing half-done is kept"));
        cancel.setAccessibleText("Cancel the task");
        cancel.setOnAction(event -> running.getFirst().cancel());
        view.getChildren().addAll(title, bar, detail, cancel, more);
    }

    HBox view() {
        return view;
    }

    /// Shows where the oldest task stands; `now` is elapsed time of the machine.
    void refresh(long now) {
        if (running.isEmpty()) {
            return;
        }
        RunningTask task = running.getFirst();
        RunningTask.Step step = task.step();
        title.setText(task.title());
        bar.setProgress(step.fraction() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : step.fraction());
        detail.setText(task.cancelled() ? "stopping" : words(step, task.elapsed(now)));
        cancel.setDisable(task.cancelled());
        int waiting = running.size() - 1;
        more.setText("+ " + waiting + " more");
        more.setVisible(waiting > 0);
        more.setManaged(waiting > 0);
    }

    private static String words(RunningTask.Step step, long elapsed) {
        String percent = step.fraction() < 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * step.fraction());
        String left = TaskEstimate.remaining(elapsed, step.fraction());
        return java.util.stream.Stream.of(step.activity(), percent, left)
                .filter(text -> !text.isBlank())
                .collect(java.util.stream.Collectors.joining("  ·  "));
    }
}
