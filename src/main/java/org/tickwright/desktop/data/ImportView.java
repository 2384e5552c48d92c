package org.tickwright.desktop.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;

/// An import page by page: the pages in the middle, their names above, what is missing and the way on below.
final class ImportView {
    private final Desk desk;
    private final ImportModel model;
    private final Runnable leave;
    private final BorderPane view = new BorderPane();
    private final StackPane middle = new StackPane();
    private final Map<ImportStep, ToggleButton> steps = new EnumMap<>(ImportStep.class);
    private final ImportFilesPage files;
    private final ImportReadingPage reading;
    private final ImportFindingsPage findings;
    private final ImportSavePage save;
    private final ImportResult result;
    private final HBox message = new HBox();
    private final Label words = Parts.words("");
    private final Label status = Parts.label("");
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final HBox foot;
    private final VBox busy = new VBox();
    private final Label busyTitle = Parts.label("", "tw-empty-title");
    private final Button cancel = new Button("Cancel");
    private final ProgressBar bar = new ProgressBar();
    private final Label activity = Parts.label("", "tw-muted");
    private final AnimationTimer watch = new AnimationTimer() {
        @Override
        public void handle(long now) {
            double done = model.progress().fraction();
            bar.setProgress(done <= 0 ? ProgressBar.INDETERMINATE_PROGRESS : done);
            activity.setText(model.progress().activity());
            model.watch();
        }
    };

    ImportView(Desk desk, ImportModel model, ImportResult result, Runnable leave) {
        this.desk = desk;
        this.model = model;
        this.leave = leave;
        this.result = result;
        files = new ImportFilesPage(desk, model);
        reading = new ImportReadingPage(desk, model);
        findings = new ImportFindingsPage(desk, model);
        save = new ImportSavePage(desk, model);
        foot = foot();
        busy();
        view.setTop(new VBox(toolbar(), messageBar()));
        view.setCenter(middle);
        view.setBottom(foot);
        for (Observable state : List.of(
                model.files(),
                model.selected(),
                model.preview(),
                model.outcomes(),
                model.trouble(),
                model.symbol(),
                model.symbolTrouble(),
                model.reading(),
                model.importing())) {
            state.addListener(any -> refresh());
        }
        model.step().addListener((property, before, now) -> refresh());
        refresh();
    }

    Region view() {
        return view;
    }

    /// Puts the focus where the page begins.
    void focus() {
        switch (model.step().get()) {
            case FILES -> files.focus();
            case READING -> reading.focus();
            case FINDINGS -> findings.focus();
            case SAVE -> save.focus();
            case RESULT -> result.focus();
        }
    }

    /// A page back; false from the first and the last.
    boolean back() {
        if (waiting()) {
            model.cancel();
            return true;
        }
        return model.back();
    }

    private HBox toolbar() {
        Button left = new Button(null, new FontIcon("fth-arrow-left"));
        left.getStyleClass().add("tw-icon-button");
        left.setTooltip(new Tooltip("Back to the series"));
        left.setAccessibleText("Back to the series");
        left.setOnAction(event -> leave.run());
        HBox bar = new HBox(left, Parts.label("Import", "tw-heading"), Parts.gap());
        int number = 1;
        for (ImportStep step : ImportStep.values()) {
            ToggleButton button = new ToggleButton(number++ + "  " + step.title());
            button.setId("import-step-" + step.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("tw-step");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                model.step().set(step);
                refresh();
            });
            steps.put(step, button);
            bar.getChildren().add(button);
        }
        bar.getStyleClass().addAll("tw-toolbar", "tw-steps");
        return bar;
    }

    private HBox messageBar() {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().add("tw-danger");
        HBox.setHgrow(words, Priority.ALWAYS);
        message.getStyleClass().add("tw-trouble");
        message.getChildren().addAll(icon, words);
        return message;
    }

    private HBox foot() {
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        back.setId("import-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(event -> model.back());
        next.setId("import-next");
        next.getStyleClass().add("accent");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> model.next());
        next.setDefaultButton(true);
        HBox bar = new HBox(status, back, next);
        bar.getStyleClass().add("tw-wizard-foot");
        return bar;
    }

    private void busy() {
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> model.cancel());
        bar.setMaxWidth(360);
        bar.setPrefWidth(360);
        busy.getStyleClass().add("tw-empty");
        busy.getChildren().addAll(busyTitle, bar, activity, cancel);
    }

    /// Whether there is nothing to show but how far the work is.
    private boolean waiting() {
        boolean first = model.reading().get() && model.files().get().isEmpty();
        return model.importing().get() || (first && model.step().get() != ImportStep.FILES);
    }

    private void refresh() {
        ImportStep step = model.step().get();
        boolean waiting = waiting();
        steps.forEach((each, button) -> {
            button.setSelected(each == step);
            button.setDisable(waiting || !reachable(each));
        });
        showTrouble(step);
        if (waiting) {
            busyTitle.setText(model.importing().get() ? "Storing what was read" : "Reading what you brought");
            show(busy);
            cancel.requestFocus();
            watch.start();
        } else {
            watch.stop();
            if (show(page(step))) {
                focusOnceLaidOut();
            }
        }
        refreshFoot(step, waiting);
    }

    /// What lies in a scroll pane can take the focus only once that was laid out.
    private void focusOnceLaidOut() {
        Scene scene = view.getScene();
        if (scene != null) {
            focus();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    if (scene.equals(view.getScene()) && !inside(scene.getFocusOwner())) {
                        focus();
                    }
                }
            });
            Platform.requestNextPulse();
        }
    }

    private boolean inside(@Nullable Node node) {
        Node at = node;
        while (at != null && !at.equals(middle)) {
            at = at.getParent();
        }
        return at != null;
    }

    /// Brings a page to the front; false where it is there already.
    private boolean show(Region page) {
        boolean there = middle.getChildren().equals(List.of(page));
        if (!there) {
            middle.getChildren().setAll(page);
        }
        return !there;
    }

    private Region page(ImportStep step) {
        switch (step) {
            case READING -> reading.refresh();
            case FINDINGS -> findings.refresh();
            case SAVE -> save.refresh();
            case RESULT -> result.show(model);
            case FILES -> {}
        }
        return switch (step) {
            case FILES -> files.view();
            case READING -> reading.view();
            case FINDINGS -> findings.view();
            case SAVE -> save.view();
            case RESULT -> result.view();
        };
    }

    /// Pages that were seen, and the next one where nothing is in the way.
    private boolean reachable(ImportStep step) {
        ImportStep now = model.step().get();
        if (now == ImportStep.RESULT || step == ImportStep.RESULT) {
            return now == step;
        }
        return step.compareTo(now) <= 0
                || (step == now.next() && model.obstacle().isEmpty());
    }

    private void showTrouble(ImportStep step) {
        boolean beside = step == ImportStep.READING && !model.option().isEmpty();
        String trouble =
                step == ImportStep.RESULT || beside ? "" : model.trouble().get();
        words.setText(trouble);
        Parts.visible(message, !trouble.isEmpty());
    }

    private void refreshFoot(ImportStep step, boolean waiting) {
        Parts.visible(foot, step != ImportStep.RESULT && step != ImportStep.FILES && !waiting);
        String obstacle = model.obstacle().strip();
        status.setText(obstacle.isEmpty() ? ahead(step) : obstacle);
        status.getStyleClass().setAll("label", obstacle.isEmpty() ? "tw-muted" : "tw-warning");
        next.setText(step == ImportStep.SAVE ? importWords() : "Next");
        next.setDisable(
                step == ImportStep.SAVE ? !model.ready() : !model.obstacle().isEmpty());
    }

    private String ahead(ImportStep step) {
        ImportTotals totals = model.totals();
        if (model.reading().get()) {
            return "Reading again…";
        }
        return switch (step) {
            case READING, FINDINGS ->
                totals.series() == 0
                        ? totals.kinds() == 0 ? "" : ImportFigures.number(desk, totals.events()) + " rows can be kept."
                        : ImportFigures.number(desk, totals.storable()) + " bars in "
                                + (totals.series() == 1 ? "one series" : totals.series() + " series")
                                + " can be stored.";
            case SAVE -> "Nothing was stored yet. Each series is stored whole or not at all.";
            case FILES, RESULT -> "";
        };
    }

    private String importWords() {
        return model.several()
                ? "Import all that can be stored"
                : model.totals().kinds() > 0
                        ? "Import " + ImportFigures.number(desk, model.totals().events()) + " rows"
                        : "Import " + ImportFigures.number(desk, model.totals().storable()) + " bars";
    }
}
