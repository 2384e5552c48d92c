package org.tickwright.desktop.backtest;

import java.util.EnumMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tickwright.desktop.Desk;
import org.tickwright.market.SeriesInfo;

/// The wizard: pages in the middle, their names above, what is missing and **Run** below.
final class WizardView {
    private final WizardModel model;
    private final BorderPane view = new BorderPane();
    private final StackPane middle = new StackPane();
    private final StrategyPage strategy;
    private final DataPage data;
    private final CostsPage costs;
    private final ReviewPage review;
    private final Map<WizardStep, ToggleButton> steps = new EnumMap<>(WizardStep.class);
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final Button search;
    private final Button run = Nodes.button("Run backtest", "fth-play", this::run);
    private final Button cancel = new Button("Cancel");
    private final Label status = Nodes.label("");
    private final ProgressBar bar = new ProgressBar();
    private final Label activity = Nodes.label("", "tw-muted");
    private final Label runTitle = Nodes.label("", "tw-empty-title");
    private final VBox running = new VBox();
    private final AnimationTimer watch = new AnimationTimer() {
        @Override
        public void handle(long now) {
            followProgress();
        }
    };

    /// A wizard whose last page can also search parameters.
    WizardView(Desk desk, WizardModel model, Runnable searching) {
        this.model = model;
        search = Nodes.button("Search parameters", "fth-grid", searching);
        search.setId("search-parameters");
        strategy = new StrategyPage(desk, model);
        data = new DataPage(desk, model);
        costs = new CostsPage(desk, model.form());
        review = new ReviewPage(desk, model);
        buildRunning();
        view.setTop(head());
        view.setCenter(middle);
        view.setBottom(foot());
        model.step().addListener((property, before, now) -> show(now));
        model.obstacle().addListener((property, before, now) -> followState());
        model.failure().addListener((property, before, now) -> followState());
        model.strategy().addListener((property, before, now) -> followState());
        model.chosenSeries().addListener((property, before, now) -> followState());
        model.running().addListener((property, before, now) -> followRunning(now));
        show(model.step().get());
    }

    Region view() {
        return view;
    }

    /// Puts the focus where the page begins.
    void focus() {
        switch (model.step().get()) {
            case STRATEGY -> strategy.focus();
            case DATA -> data.focus();
            case COSTS -> costs.focus();
            case REVIEW -> run.requestFocus();
        }
    }

    /// Runs, or goes to the page with the mistake.
    void run() {
        boolean wrong = !model.obstacle().get().isEmpty();
        model.run();
        if (wrong) {
            focus();
        }
    }

    void next() {
        model.step().set(model.step().get().next());
        focus();
    }

    /// Goes back a page; false on the first.
    boolean back() {
        WizardStep now = model.step().get();
        if (model.running().get() || now == WizardStep.STRATEGY) {
            return false;
        }
        model.step().set(now.before());
        focus();
        return true;
    }

    /// Lets go of the frame timer while nobody looks.
    void hidden() {
        watch.stop();
    }

    void shown() {
        if (model.running().get()) {
            watch.start();
        }
    }

    private HBox head() {
        HBox head = new HBox(Nodes.label("New backtest", "tw-heading"), Nodes.gap());
        int number = 1;
        for (WizardStep step : WizardStep.values()) {
            ToggleButton button = new ToggleButton(number + "  " + step.title());
            button.setId("step-" + step.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("tw-step");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                model.step().set(step);
                show(step);
            });
            steps.put(step, button);
            head.getChildren().add(button);
            number++;
        }
        head.getStyleClass().addAll("tw-toolbar", "tw-steps");
        return head;
    }

    private HBox foot() {
        back.setOnAction(event -> back());
        next.setOnAction(event -> next());
        run.getStyleClass().add("accent");
        run.setId("run-backtest");
        back.setMinWidth(Region.USE_PREF_SIZE);
        next.setMinWidth(Region.USE_PREF_SIZE);
        status.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(status, Priority.ALWAYS);
        status.setWrapText(true);
        HBox foot = new HBox(status, back, next, search, run);
        foot.getStyleClass().add("tw-wizard-foot");
        return foot;
    }

    private void buildRunning() {
        cancel.setId("cancel-run");
        cancel.setOnAction(event -> model.job().cancel());
        bar.setMaxWidth(360);
        bar.setPrefWidth(360);
        running.getStyleClass().add("tw-empty");
        running.getChildren().addAll(runTitle, bar, activity, cancel);
    }

    private void show(WizardStep step) {
        steps.forEach((each, button) -> button.setSelected(each == step));
        if (step == WizardStep.REVIEW) {
            review.refresh();
        }
        if (!model.running().get()) {
            middle.getChildren().setAll(page(step));
        }
        if (step == WizardStep.DATA) {
            data.shown();
        }
        back.setDisable(step == WizardStep.STRATEGY);
        Nodes.visible(next, step != WizardStep.REVIEW);
        Nodes.visible(search, step == WizardStep.REVIEW);
        followState();
    }

    private Region page(WizardStep step) {
        return switch (step) {
            case STRATEGY -> strategy.view();
            case DATA -> data.view();
            case COSTS -> costs.view();
            case REVIEW -> review.view();
        };
    }

    private void followState() {
        String failure = model.failure().get();
        String obstacle = model.obstacle().get();
        boolean wrong = !failure.isEmpty();
        boolean missing = !obstacle.isEmpty();
        status.setText(wrong ? failure : missing ? obstacle : ready());
        status.getStyleClass().setAll("label", wrong ? "tw-danger" : missing ? "tw-warning" : "tw-muted");
        if (model.step().get() == WizardStep.REVIEW) {
            review.refresh();
        }
    }

    private String ready() {
        StrategyChoice choice = model.strategy().get();
        SeriesInfo info = model.chosenSeries().get();
        return choice == null || info == null
                ? ""
                : "Ready: " + choice.name() + " on " + info.key() + (info.simulated() ? ", a simulated market" : "");
    }

    private void followRunning(boolean now) {
        run.setDisable(now);
        search.setDisable(now);
        next.setDisable(now);
        back.setDisable(now || model.step().get() == WizardStep.STRATEGY);
        steps.values().forEach(button -> button.setDisable(now));
        if (now) {
            StrategyChoice choice = model.strategy().get();
            SeriesInfo info = model.chosenSeries().get();
            runTitle.setText("Running " + (choice == null ? "" : choice.name()) + " on "
                    + (info == null ? "" : info.key().toString()));
            bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            activity.setText("");
            middle.getChildren().setAll(running);
            cancel.requestFocus();
            watch.start();
        } else {
            watch.stop();
            middle.getChildren().setAll(page(model.step().get()));
            run.requestFocus();
        }
    }

    private void followProgress() {
        double fraction = model.job().progress().fraction();
        bar.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
        activity.setText(model.job().progress().activity());
        model.job().watch();
    }
}
