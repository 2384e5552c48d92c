package org.tickwright.desktop.backtest;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Desk;
import org.tickwright.study.sweep.SweepPlan;

/// The two pages of sweeps in the middle of the place: the one that begins a sweep, and the one with its results.
@SuppressWarnings("ReferenceEquality") // asks which of its own views is shown
final class SweepPages {
    private final BorderPane frame;
    private final SweepForm form;
    private final SweepModel model;
    private final SweepFormView formView;
    private final SweepView resultView;
    private @Nullable Node before;
    private boolean looking;
    private String wanted = "";

    /// Pages in the middle of `frame`; `openRun` shows a run.
    SweepPages(Desk desk, SweepWork work, BorderPane frame, Consumer<String> openRun) {
        this.frame = frame;
        form = new SweepForm(
                work,
                desk.tasks(),
                desk.settings().numbers()::get,
                desk.workbench().readOnly());
        model = new SweepModel(work, desk.tasks());
        formView = new SweepFormView(desk, form, this::back, this::begin);
        resultView = new SweepView(desk, model, this::again);
        model.onRun(openRun);
        model.shown().addListener((property, old, now) -> showResult(now));
        model.failure().addListener((property, old, now) -> {
            if (!now.isEmpty() && frame.getCenter() != resultView.view()) {
                desk.notify(now, true);
            }
        });
        frame.centerProperty().addListener((property, old, now) -> follow());
    }

    /// Who is told when a sweep was begun, has ended or was stopped.
    void onChange(Runnable listener) {
        model.onChange(listener);
    }

    /// Who is told how many combinations of the sweep on the screen are finished.
    void onProgress(ObjIntConsumer<String> listener) {
        model.finished().addListener((property, before, now) -> {
            SweepJob job = model.shown().get();
            if (job != null) {
                listener.accept(job.id(), now.intValue());
            }
        });
    }

    /// True while one of the pages is shown.
    boolean visible() {
        return frame.getCenter() == formView.view() || frame.getCenter() == resultView.view();
    }

    /// The id of the sweep on the screen, empty if there is none.
    String id() {
        SweepJob job = model.shown().get();
        return job == null || frame.getCenter() != resultView.view() ? "" : job.id();
    }

    void shown() {
        looking = true;
        follow();
    }

    void hidden() {
        looking = false;
        follow();
    }

    /// The keyboard goes to the page; false where none is shown.
    boolean focus() {
        if (frame.getCenter() == formView.view()) {
            formView.focus();
        } else if (frame.getCenter() == resultView.view()) {
            resultView.focus();
        } else {
            return false;
        }
        return true;
    }

    /// Looks for results only while they are on the screen.
    private void follow() {
        if (looking && frame.getCenter() == resultView.view()) {
            resultView.shown();
        } else {
            resultView.hidden();
        }
    }

    /// Shows the page that begins a sweep.
    void prepare(SweepWork.Setup setup) {
        form.begin(setup);
        showForm();
    }

    private void showForm() {
        if (frame.getCenter() != formView.view()) {
            before = frame.getCenter();
        }
        frame.setCenter(formView.view());
        formView.focus();
    }

    /// Shows the page that begins a sweep like the one on the screen; false if there is none.
    boolean again() {
        SweepJob job = model.shown().get();
        if (job == null || frame.getCenter() != resultView.view()) {
            return false;
        }
        form.beginLike(job.found());
        showForm();
        return true;
    }

    /// Begins the sweep as the page says; false where the page is not shown.
    boolean begin() {
        if (frame.getCenter() != formView.view()) {
            return false;
        }
        SweepWork.Setup setup = form.searching();
        Optional<SweepPlan> plan = form.plan();
        if (setup != null && plan.isPresent()) {
            model.begin(setup, plan.get());
        }
        return true;
    }

    /// Shows a sweep of the archive.
    void open(String id) {
        SweepJob job = model.shown().get();
        if (job != null && job.id().equals(id)) {
            frame.setCenter(resultView.view());
        } else {
            model.open(id);
        }
    }

    private void showResult(@Nullable SweepJob job) {
        if (job != null) {
            boolean begun = frame.getCenter() == formView.view();
            frame.setCenter(resultView.view());
            if (begun) {
                resultView.focus();
            }
        }
    }

    /// Remembers which sweep was on the screen when the program ended.
    void want(String id) {
        wanted = id;
    }

    /// Opens that one if the middle is `free`; false if there is none.
    boolean openWanted(boolean free) {
        if (wanted.isEmpty() || !free) {
            return false;
        }
        String id = wanted;
        wanted = "";
        model.open(id);
        return true;
    }

    /// True while that sweep is under way.
    boolean working(String id) {
        return model.working(id);
    }

    /// Lets go of a sweep that was deleted; true if it was on the screen.
    boolean deleted(String id) {
        SweepJob job = model.shown().get();
        boolean shown = id().equals(id);
        if (job != null && job.id().equals(id)) {
            model.close();
        }
        return shown;
    }

    /// Shows the sweep that a run was made of; false where it is not the one that was looked at last.
    boolean backTo(String run) {
        SweepJob job = model.shown().get();
        if (job == null || !job.made().containsValue(run)) {
            return false;
        }
        frame.setCenter(resultView.view());
        resultView.focus();
        return true;
    }

    void runDeleted(String run) {
        model.runDeleted(run);
    }

    /// Pauses the sweep on the screen or lets it go on.
    void pauseOrResume() {
        if (frame.getCenter() == resultView.view()) {
            resultView.pauseOrResume();
        }
    }

    /// Leaves the page that begins a sweep; false where it is not shown.
    boolean back() {
        if (frame.getCenter() != formView.view()) {
            return false;
        }
        frame.setCenter(before);
        if (!focus() && before != null) {
            before.requestFocus();
        }
        return true;
    }
}
