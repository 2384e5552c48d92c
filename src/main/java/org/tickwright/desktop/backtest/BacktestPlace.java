package org.tickwright.desktop.backtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tickwright.desktop.Desk;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.Faults;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.Place;
import org.tickwright.desktop.PlaceId;
import org.tickwright.engine.RunResult;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.SessionClose;
import org.tickwright.report.ReportFormat;
import org.tickwright.report.TearSheet;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyFormatException;
import org.tickwright.workbench.StrategyMarket;

/// The place of backtests: the archived runs and sweeps at the left, the wizard, a result or a sweep beside them.
@SuppressWarnings("ReferenceEquality") // asks which of its own views is shown
public final class BacktestPlace implements Place {
    private final Desk desk;
    private final RunListModel runs;
    private final WizardModel wizard;
    private final ResultModel result;
    private final SweepPages sweeps;
    private final RunListView list;
    private final WizardView wizardView;
    private final ResultView resultView;
    private final Region empty;
    private final BorderPane view = new BorderPane();
    private boolean visible;
    private String wanted = "";
    private String made = "";

    /// The place on a desk; exports ask for a folder.
    public BacktestPlace(Desk desk) {
        this(desk, new WorkbenchWork(desk.workbench()), null);
    }

    /// The place over other use cases and another way to ask for a folder, for tests.
    BacktestPlace(Desk desk, BacktestWork work, ResultModel.@Nullable Destination destination) {
        this.desk = desk;
        SweepWork sweepWork = new WorkbenchSweeps(desk.workbench());
        runs = new RunListModel(work, sweepWork, desk.tasks());
        wizard = new WizardModel(
                work,
                desk.tasks(),
                desk.settings().numbers()::get,
                desk.workbench().readOnly());
        result = new ResultModel(
                work,
                desk.tasks(),
                destination == null ? this::askForFolder : destination,
                desk.workbench().home().resolve("reports"));
        list = new RunListView(
                desk, runs, new RunListView.Actions(this::newBacktest, this::open, this::mayDelete, this::itemDeleted));
        wizardView = new WizardView(desk, wizard, this::searchFromWizard);
        resultView = new ResultView(desk, result, this::changeAndRun, this::searchFromRun);
        sweeps = new SweepPages(desk, sweepWork, view, this::runMade);
        sweeps.onChange(this::sweepChanged);
        sweeps.onProgress(runs::note);
        empty = empty();
        view.getStyleClass().add("tw-backtest");
        view.setLeft(list.view());
        view.setCenter(empty);
        wizard.onFinished(this::runFinished);
        result.shown().addListener((property, before, now) -> showResult());
        result.failure().addListener((property, before, now) -> tellResultFailure(now));
        runs.items().addListener((javafx.collections.ListChangeListener<Object>) change -> runsChanged());
        runs.failure().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                desk.notify(now, true);
            }
        });
    }

    /// The place whose exports go to `folder` without a question, for tests and for runs that nobody watches.
    public static BacktestPlace exportingTo(Desk desk, Path folder) {
        return new BacktestPlace(desk, new WorkbenchWork(desk.workbench()), suggested -> Optional.of(folder));
    }

    @Override
    public PlaceId id() {
        return PlaceId.BACKTEST;
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                DeskCommand.of("backtest.new", "New backtest", "Shortcut+N", this::newBacktest),
                DeskCommand.of("backtest.run", "Run the backtest", "Shortcut+Enter", this::run),
                DeskCommand.of("backtest.again", "Change the settings of this run", "Shortcut+E", this::changeAndRun),
                DeskCommand.of("backtest.chart", "Show the run on the chart", "Shortcut+J", this::showOnChart),
                DeskCommand.of("backtest.pdf", "Export the report as PDF", null, () -> export(ReportFormat.PDF)),
                DeskCommand.of("backtest.html", "Export the report as HTML", null, () -> export(ReportFormat.HTML)),
                DeskCommand.of("backtest.csv", "Export trades and equity as CSV", null, () -> export(ReportFormat.CSV)),
                DeskCommand.of("backtest.json", "Export everything as JSON", null, () -> export(ReportFormat.JSON)),
                DeskCommand.of("backtest.search", "Search parameters", "Shortcut+Shift+F", this::search),
                DeskCommand.of("backtest.pause", "Pause or resume the search", "Shortcut+P", sweeps::pauseOrResume),
                DeskCommand.of("backtest.runs", "Go to the list of runs", "Shortcut+L", list::focus),
                DeskCommand.of("backtest.delete", "Delete the marked run", null, list::askToDelete));
    }

    @Override
    public void shown() {
        visible = true;
        runs.refresh();
        wizard.refresh();
        wizardView.shown();
        sweeps.shown();
        if (view.getCenter() == wizardView.view()) {
            wizardView.focus();
        } else if (!sweeps.focus()) {
            list.focus();
        }
    }

    @Override
    public void hidden() {
        visible = false;
        list.keep();
        wizardView.hidden();
        sweeps.hidden();
    }

    @Override
    public boolean back() {
        if (list.keep()) {
            return true;
        }
        ResultModel.Shown now = result.shown().get();
        boolean fromSweep = now != null
                && view.getCenter() == resultView.view()
                && sweeps.backTo(now.sheet().runId());
        if (fromSweep) {
            list.mark(sweeps.id());
        }
        if (fromSweep || sweeps.back()) {
            return true;
        }
        if (view.getCenter() != wizardView.view() || wizard.running().get()) {
            return false;
        }
        if (wizardView.back()) {
            return true;
        }
        view.setCenter(result.shown().get() == null ? empty : resultView.view());
        return true;
    }

    @Override
    public HelpTopic help() {
        if (sweeps.visible()) {
            return HelpTopic.SWEEPS;
        }
        if (view.getCenter() == resultView.view()) {
            return resultView.help();
        }
        boolean costs = view.getCenter() == wizardView.view() && wizard.step().get() == WizardStep.COSTS;
        return costs ? HelpTopic.COSTS : HelpTopic.BACKTESTS;
    }

    @Override
    public Map<String, String> state() {
        if (!sweeps.id().isEmpty()) {
            return Map.of("sweep", sweeps.id());
        }
        ResultModel.Shown now = result.shown().get();
        return now == null ? Map.of() : Map.of("run", now.sheet().runId());
    }

    @Override
    public void restore(Map<String, String> state) {
        wanted = state.getOrDefault("run", "");
        sweeps.want(state.getOrDefault("sweep", ""));
    }

    /// Opens the wizard with a strategy, and a series if one is known.
    public void openWizard(StrategyDocument document, @Nullable SeriesKey series) {
        wizard.begin(document, series);
        showWizard();
    }

    /// Shows the result of an archived run.
    public void openRun(String runId) {
        wanted = runId;
        ResultModel.Shown now = result.shown().get();
        if (now != null && now.sheet().runId().equals(runId)) {
            showResult();
        } else {
            if (view.getCenter() == empty) {
                view.setCenter(null);
            }
            result.open(runId);
        }
    }

    private Region empty() {
        FontIcon icon = new FontIcon("fth-play-circle");
        icon.getStyleClass().add("tw-empty-icon");
        Button begin = Nodes.button("New backtest", "fth-plus", this::newBacktest);
        begin.getStyleClass().add("accent");
        VBox box = new VBox(
                icon,
                Nodes.label("Did the idea ever work?", "tw-empty-title"),
                Nodes.words(
                        "A backtest runs a strategy over past prices, with costs, and shows what would have become of"
                                + " the account. Every run is kept with all that made it.",
                        "tw-empty-text"),
                begin);
        box.getStyleClass().add("tw-empty");
        return box;
    }

    private void newBacktest() {
        wizard.step().set(WizardStep.STRATEGY);
        wizard.refresh();
        showWizard();
    }

    private void showWizard() {
        view.setCenter(wizardView.view());
        if (visible) {
            wizardView.focus();
        }
    }

    private void run() {
        if (sweeps.begin()) {
            return;
        }
        if (view.getCenter() == wizardView.view()) {
            wizardView.run();
        } else {
            newBacktest();
        }
    }

    private void runFinished(String runId) {
        runs.refresh();
        openRun(runId);
        if (!visible) {
            desk.notify("Backtest finished: run " + runId + " is in the archive.", false);
        }
    }

    private void showResult() {
        ResultModel.Shown now = result.shown().get();
        if (now == null) {
            if (view.getCenter() == resultView.view()) {
                view.setCenter(empty);
            }
            return;
        }
        boolean ran =
                view.getCenter() == wizardView.view() || made.equals(now.sheet().runId());
        made = "";
        view.setCenter(resultView.view());
        list.mark(now.sheet().runId());
        if (ran && visible) {
            resultView.focus();
        }
    }

    /// A failure is told on the page while there is one, else in passing.
    private void tellResultFailure(String words) {
        if (!words.isEmpty() && view.getCenter() == null) {
            view.setCenter(empty);
        }
        if (!words.isEmpty() && view.getCenter() != resultView.view()) {
            desk.notify(words, true);
        }
    }

    private void open(ListedItem item) {
        switch (item) {
            case ListedItem.Run run -> openRun(run.id());
            case ListedItem.Sweep sweep -> sweeps.open(sweep.id());
        }
    }

    private void runMade(String runId) {
        made = runId;
        runs.refresh();
        openRun(runId);
    }

    private void sweepChanged() {
        runs.refresh();
    }

    private boolean mayDelete(ListedItem item) {
        boolean working = item instanceof ListedItem.Sweep && sweeps.working(item.id());
        if (working) {
            desk.notify("Search " + item.id() + " is under way. Stop it first, then delete it.", true);
        }
        return !working;
    }

    private void itemDeleted(ListedItem item) {
        switch (item) {
            case ListedItem.Run run -> runDeleted(run.id());
            case ListedItem.Sweep sweep -> {
                if (sweeps.deleted(sweep.id())) {
                    view.setCenter(result.shown().get() == null ? empty : resultView.view());
                }
            }
        }
    }

    /// From what is shown: a run, else the wizard.
    private void search() {
        if (view.getCenter() == resultView.view()) {
            searchFromRun();
        } else if (!sweeps.again()) {
            searchFromWizard();
        }
    }

    private void searchFromWizard() {
        StrategyChoice choice = wizard.strategy().get();
        if (choice == null || wizard.market().isEmpty() || wizard.settings().isEmpty()) {
            newBacktest();
            wizard.step().set(wizard.stepOfObstacle());
            return;
        }
        sweeps.prepare(new SweepWork.Setup(
                choice.document(), wizard.market().get(), wizard.settings().get()));
    }

    private void searchFromRun() {
        ResultModel.Shown now = result.shown().get();
        if (now == null) {
            searchFromWizard();
            return;
        }
        RunResult run = now.sheet().run();
        try {
            StrategyDocument document = StrategyCodec.read(now.sheet().strategyJson());
            if (new StrategyMarket(document).readsOthers()) {
                desk.notify(
                        "This strategy reads other series. Check them on the wizard's pages, then search from the"
                                + " last one.",
                        false);
                changeAndRun();
                return;
            }
            sweeps.prepare(new SweepWork.Setup(
                    document,
                    new BacktestWork.Market(run.series(), List.of(), SessionClose.Given.NONE),
                    run.settings()));
        } catch (StrategyFormatException e) {
            desk.notify(Faults.inWords("The strategy of this run cannot be read", e), true);
        }
    }

    private void runsChanged() {
        if (sweeps.openWanted(view.getCenter() == empty)) {
            return;
        }
        if (sweeps.visible()) {
            list.mark(sweeps.id());
            return;
        }
        ResultModel.Shown now = result.shown().get();
        if (now != null) {
            list.mark(now.sheet().runId());
        } else if (!wanted.isEmpty() && view.getCenter() == empty) {
            openRun(wanted);
        } else if (view.getCenter() == empty && !runs.runs().isEmpty()) {
            openRun(runs.runs().getFirst().id());
        }
    }

    private void runDeleted(String runId) {
        sweeps.runDeleted(runId);
        ResultModel.Shown now = result.shown().get();
        if (now != null && now.sheet().runId().equals(runId)) {
            wanted = "";
            result.close();
        }
    }

    private void changeAndRun() {
        ResultModel.Shown now = result.shown().get();
        if (now == null) {
            newBacktest();
            return;
        }
        TearSheet sheet = now.sheet();
        try {
            StrategyDocument document = StrategyCodec.read(sheet.strategyJson());
            wizard.closes().show(sheet.run().inputs());
            wizard.beginLike(document, sheet.run().series(), sheet.run().settings());
            showWizard();
        } catch (StrategyFormatException e) {
            desk.notify(Faults.inWords("The strategy of this run cannot be read", e), true);
        }
    }

    private void showOnChart() {
        ResultModel.Shown now = result.shown().get();
        if (now != null) {
            desk.openRunOnChart(now.sheet().runId(), 0);
        }
    }

    private void export(ReportFormat format) {
        result.export(EnumSet.of(format));
    }

    /// The folder itself or the first above it that there is; without one the chooser opens on nothing at all.
    static Optional<Path> nearest(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private Optional<Path> askForFolder(Path suggested) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for the report");
        nearest(suggested).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        File chosen = chooser.showDialog(view.getScene().getWindow());
        return chosen == null ? Optional.empty() : Optional.of(chosen.toPath());
    }
}
