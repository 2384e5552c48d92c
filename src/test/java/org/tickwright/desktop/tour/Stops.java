package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.DeskCommand;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.data.FindingGroup;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Mend;
import org.tickwright.market.RateSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.workbench.Backtests;
import org.tickwright.workbench.live.LiveState;

/// The screens of the tour in their states, in the order a person would meet them.
final class Stops {
    private static final SeriesKey APPLE = new SeriesKey("AAPL", Timeframe.DAY);
    private static final SeriesKey SIMULATED_DAY = new SeriesKey("SIM-ALPHA", Timeframe.DAY);
    private static final SeriesKey SIMULATED = new SeriesKey("SIM-ALPHA", Timeframe.MINUTE);

    private final TourWindow window;
    private final Path folder;
    private String runId = "";
    private String bandId = "";

    Stops(TourWindow window, Path folder) {
        this.window = window;
        this.folder = folder;
    }

    /// Something to do that may fail.
    interface Arrival {
        /// Goes there.
        void run() throws Exception;
    }

    /// A screen in one state, and how to come there from the one before.
    record Stop(String name, Arrival arrive) {}

    /// All stops.
    List<Stop> all() {
        List<Stop> all = new ArrayList<>();
        all.addAll(empty());
        all.addAll(data());
        all.addAll(charts());
        all.addAll(studio());
        all.addAll(backtest());
        all.addAll(sweeps());
        all.addAll(market());
        all.addAll(frame());
        return all;
    }

    private List<Stop> market() {
        return List.of(
                new Stop("market-empty", () -> {
                    press(KeyCode.ESCAPE);
                    go(PlaceId.MARKET);
                }),
                new Stop("market-live", () -> {
                    onScreen(() -> {
                        window.market().model().rate().set("2000");
                        window.market().model().start();
                    });
                    until(() -> traded() > 100);
                    run("market.record");
                    until(() -> window.live().state().recording() != null);
                }),
                new Stop("charts-live", () -> {
                    run("market.chart");
                    until(() -> traded() > 400);
                    window.live().pause(true);
                    untilStatusSays("PAUSED");
                }),
                new Stop("market-recordings", () -> {
                    go(PlaceId.MARKET);
                    run("market.stop");
                    until(() -> !window.live().state().running());
                    until(() ->
                            onScreen(() -> !window.market().model().recordings().isEmpty()));
                }),
                new Stop("market-replay", () -> {
                    fire("#market-replay-step");
                    until(() -> window.live().state().replay()
                            && window.live().state().pace().paused());
                    run("market.step");
                    untilStatusSays("PAUSED");
                }),
                new Stop(
                        "help-market", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.MARKET))));
    }

    private void untilStatusSays(String word) throws Exception {
        until(() -> onScreen(() -> ((Label) window.workstation().scene().lookup("#status-feed"))
                .getText()
                .contains(word)));
    }

    private long traded() {
        return window.live().state().instruments().stream()
                .mapToLong(LiveState.Quoted::trades)
                .sum();
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    private List<Stop> empty() {
        return List.of(
                new Stop("welcome", () -> {}),
                new Stop("charts-empty", () -> press(KeyCode.ESCAPE)),
                new Stop("studio-empty", () -> go(PlaceId.STUDIO)),
                new Stop("backtest-empty", () -> go(PlaceId.BACKTEST)),
                new Stop("data-empty", () -> go(PlaceId.DATA)),
                new Stop("data-import-empty", () -> run("data.import")));
    }

    private List<Stop> data() {
        return List.of(
                new Stop("data-import-broken", () -> openFile(SampleFiles.broken(folder))),
                new Stop(
                        "data-import-mended",
                        () -> onScreen(() -> window.data().importing().mend("DUPLICATE", Mend.Action.MERGE))),
                new Stop(
                        "data-import-accepted",
                        () -> onScreen(() -> {
                            for (FindingGroup group : window.data().importing().groups()) {
                                window.data().importing().accept(group.code(), true);
                            }
                        })),
                new Stop("data-import-result", () -> onScreen(window.data().importing()::start)),
                new Stop("data-import-clean", () -> openFile(SampleFiles.clean(folder))),
                new Stop(
                        "data-import-refused",
                        () -> openFile(Files.writeString(folder.resolve("notes.csv"), "dear diary"))),
                new Stop("data-series", () -> {
                    window.workbench().series().installSamples(Progress.NONE);
                    press(KeyCode.ESCAPE);
                }),
                new Stop(
                        "data-quality",
                        () -> onScreen(() -> table().getSelectionModel().select(1))),
                new Stop("data-quality-page", () -> onScreen(() -> window.data().openQuality(APPLE))),
                new Stop("data-quality-minutes", () -> {
                    SeriesKey holes = SampleFiles.holes(window.workbench().series(), folder);
                    onScreen(() -> window.data().openQuality(holes));
                }),
                new Stop("data-series-again", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> table().getSelectionModel().select(1));
                }),
                new Stop("data-delete", () -> run("data.delete")));
    }

    private List<Stop> charts() {
        return List.of(
                new Stop("charts", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openChart(APPLE));
                }),
                new Stop(
                        "charts-indicators",
                        () -> onScreen(() -> {
                            for (String name : List.of("SMA", "BBANDS", "RSI", "MACD")) {
                                window.charts().model().add(indicator(name));
                            }
                        })),
                new Stop(
                        "charts-repaints",
                        () -> onScreen(() -> {
                            window.charts().model().add(indicator("ZIGZAG"));
                            window.charts().model().add(indicator("FRACTAL"));
                        })),
                new Stop("charts-indicator-search", () -> run("chart.addIndicator")),
                new Stop("charts-simulated", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openChart(SIMULATED));
                }));
    }

    private List<Stop> studio() {
        return List.of(
                new Stop("studio", () -> {
                    StrategyDocument template = template("sma-cross");
                    onScreen(() -> window.workstation().openStrategy(template, null));
                }),
                new Stop("studio-selected", () -> run("studio.selectAll")),
                new Stop("studio-problems", () -> {
                    run("studio.delete");
                    run("studio.undo");
                    StrategyDocument template = template("macd-cross");
                    onScreen(() -> window.workstation()
                            .openStrategy(
                                    template.withGraph(
                                            template.nodes(), template.wires().subList(0, 3)),
                                    null));
                }),
                new Stop("studio-series", () -> {
                    StrategyDocument template = template("pairs-spread");
                    onScreen(() -> {
                        window.workstation().openStrategy(template, null);
                        window.studio().select("other");
                    });
                }),
                new Stop("studio-universe", () -> {
                    StrategyDocument template = template("rotation");
                    onScreen(() -> {
                        window.workstation().openStrategy(template, null);
                        window.studio().select("momentum");
                    });
                }),
                new Stop(
                        "studio-badges",
                        () -> onScreen(() -> {
                            window.workstation().openStrategy(Swings.strategy(), null);
                            window.studio().select("swing");
                        })),
                new Stop("studio-templates", () -> run("studio.open")));
    }

    private List<Stop> backtest() {
        return List.of(
                new Stop("backtest-wizard-strategy", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openWizard(template("sma-cross"), SIMULATED_DAY));
                    fire("#step-strategy");
                }),
                new Stop("backtest-wizard-data", () -> fire("#step-data")),
                new Stop("backtest-wizard-costs", () -> fire("#step-costs")),
                new Stop("backtest-wizard-all-costs", () -> {
                    fire("#fold-commission");
                    fire("#fold-prices");
                    fire("#fold-holding");
                }),
                new Stop("backtest-wizard-account-costs", () -> {
                    fire("#fold-commission");
                    fire("#fold-prices");
                    fire("#fold-holding");
                    fire("#fold-currency");
                    fire("#fold-actions");
                }),
                new Stop("backtest-wizard-kelly", () -> {
                    fire("#fold-currency");
                    fire("#fold-actions");
                    onScreen(() -> ((ComboBox<?>) window.workstation().scene().lookup("#size-choice"))
                            .getSelectionModel()
                            .select(4));
                }),
                new Stop("backtest-wizard-run", () -> fire("#step-review")),
                new Stop("backtest-wizard-universe", () -> {
                    onScreen(() -> window.workstation().openWizard(template("rotation"), SIMULATED_DAY));
                    fire("#step-data");
                }),
                new Stop("backtest-wizard-close", () -> fire("#fold-close")),
                new Stop("backtest-wizard-series", () -> fire("#step-review")),
                new Stop("backtest-result", () -> {
                    Backtests.Archived run = window.workbench()
                            .backtests()
                            .run(template("sma-cross"), SIMULATED_DAY, RunSettings.DEFAULTS, Progress.NONE);
                    runId = run.id();
                    go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openRun(runId));
                }),
                new Stop("backtest-result-band", () -> {
                    bandId = window.workbench()
                            .backtests()
                            .run(template("sma-cross"), SIMULATED_DAY, tightAndCosted(), Progress.NONE)
                            .id();
                    go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openRun(bandId));
                }),
                new Stop("backtest-result-unknown", () -> tab(3)),
                new Stop("backtest-result-assumptions", () -> tab(5)),
                new Stop("help-costs", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.COSTS))),
                new Stop("help-fills", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.FILLS))),
                new Stop("help-sizes", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.SIZES))),
                new Stop("help-backtests", () -> {
                    press(KeyCode.ESCAPE);
                    tab(0);
                    press("F1");
                }),
                new Stop("palette-help", () -> {
                    press(KeyCode.ESCAPE);
                    press("Shortcut+K");
                    onScreen(() -> ((TextField) window.workstation().scene().getFocusOwner()).setText("help"));
                }),
                new Stop("charts-trades", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openRunOnChart(runId, 3));
                }));
    }

    private List<Stop> sweeps() {
        return List.of(
                new Stop("sweep-form", () -> {
                    press(KeyCode.ESCAPE);
                    go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openRun(runId));
                    window.settle();
                    fire("#search-run");
                }),
                new Stop("sweep-form-latin", () -> fire("#search-latin")),
                new Stop("sweep-form-genetic", () -> {
                    fire("#search-genetic");
                    samples("100");
                }),
                new Stop("sweep-form-quick", () -> {
                    fire("#search-grid");
                    fire("#figures-quick");
                }),
                new Stop("sweep-form-wrong", () -> {
                    fire("#figures-all");
                    onScreen(() -> field("#range-fast-from").setText("50"));
                }),
                new Stop("sweep-result", () -> {
                    onScreen(() -> {
                        field("#range-fast-from").setText("5");
                        field("#range-slow-step").setText("5");
                    });
                    fire("#start-search");
                    untilSwept();
                    onScreen(() ->
                            window.workstation().scene().lookup("#heat-map").requestFocus());
                    press(KeyCode.HOME);
                }),
                new Stop("sweep-three", () -> {
                    onScreen(() -> window.workstation().openWizard(template("macd-cross"), SIMULATED_DAY));
                    run("backtest.search");
                    onScreen(() -> ((CheckBox) window.workstation().scene().lookup("#search-parameter-signal"))
                            .setSelected(true));
                    for (String parameter : List.of("fast", "slow", "signal")) {
                        onScreen(() ->
                                field("#range-" + parameter + "-to").setText(parameter.equals("slow") ? "40" : "16"));
                        onScreen(() ->
                                field("#range-" + parameter + "-from").setText(parameter.equals("slow") ? "20" : "8"));
                        onScreen(() -> field("#range-" + parameter + "-step").setText("4"));
                    }
                    fire("#start-search");
                    untilSwept();
                }),
                new Stop("sweep-paused", () -> {
                    fire("#search-again");
                    for (String parameter : List.of("fast", "slow", "signal")) {
                        onScreen(() -> field("#range-" + parameter + "-step").setText("1"));
                    }
                    fire("#start-search");
                    WaitForAsyncUtils.waitFor(
                            60,
                            TimeUnit.SECONDS,
                            () -> onScreen(() ->
                                    window.workstation().scene().lookup("#pause-sweep") instanceof ButtonBase pause
                                            && pause.isVisible()
                                            && pause.getText().equals("Pause")
                                            && !table().getItems().isEmpty()));
                    fire("#pause-sweep");
                }),
                new Stop("sweep-stopped", () -> fire("#stop-sweep")),
                new Stop("sweep-dots", () -> {
                    onScreen(() -> window.workstation().openRun(runId));
                    window.settle();
                    fire("#search-run");
                    fire("#search-latin");
                    onScreen(() -> field("#range-fast-step").setText("1"));
                    samples("60");
                    fire("#start-search");
                    untilSwept();
                }),
                new Stop("sweep-tried-cells", () -> {
                    onScreen(() -> window.workstation().openRun(runId));
                    window.settle();
                    fire("#search-run");
                    fire("#search-bayesian");
                    onScreen(() -> field("#range-fast-step").setText("1"));
                    onScreen(() -> field("#range-slow-step").setText("5"));
                    samples("60");
                    fire("#start-search");
                    untilSwept();
                }),
                new Stop(
                        "help-sweeps", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.SWEEPS))));
    }

    private void samples(String count) {
        onScreen(() -> window.workstation().scene().getRoot().lookupAll(".text-field").stream()
                .filter(node -> "Samples".equals(node.getAccessibleText()))
                .map(TextField.class::cast)
                .forEach(samples -> samples.setText(count)));
    }

    /// Waits until the sweep on the screen is done and judged.
    private void untilSwept() throws Exception {
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onScreen(() -> {
                    Node luck = window.workstation().scene().lookup("#sweep-luck");
                    return window.workstation().idle()
                            && luck != null
                            && luck.getParent() != null
                            && luck.getParent().isVisible();
                }));
    }

    private TextField field(String id) {
        return (TextField) window.workstation().scene().lookup(id);
    }

    private List<Stop> frame() {
        return List.of(
                new Stop("palette", () -> {
                    press(KeyCode.ESCAPE);
                    press("Shortcut+K");
                }),
                new Stop(
                        "palette-found",
                        () -> onScreen(
                                () -> ((TextField) window.workstation().scene().getFocusOwner()).setText("sma"))),
                new Stop("keys", () -> {
                    press(KeyCode.ESCAPE);
                    press("Shift+F1");
                }),
                new Stop("settings", () -> {
                    press(KeyCode.ESCAPE);
                    press("Shortcut+Comma");
                }),
                new Stop("messages", () -> {
                    press(KeyCode.ESCAPE);
                    onScreen(() -> {
                        window.workstation().notify("AAPL 1d written to aapl.csv", false);
                        window.workstation()
                                .notify(
                                        "Export of AAPL 1d not finished: the disk is full. The series itself is safe;"
                                                + " free some space and export again.",
                                        true);
                    });
                }));
    }

    /// A stop and a target so near that many bars reach both, with costs of every kind.
    private static RunSettings tightAndCosted() {
        RunSettings tight = new RunSettings(
                100_000, 1, 0, null, true, RunSettings.Direction.BOTH, 0.01, 0.012, "plain", 252, null, null, Map.of());
        CostTerms none = CostTerms.NONE;
        return tight.filling(RunSettings.REALISTIC, FillTerms.DEFAULTS)
                .with(new CostTerms(
                        none.commission(),
                        new SpreadTerms(SpreadTerms.Kind.BPS, 2),
                        SlippageTerms.parse("volume:0.3"),
                        new CarryTerms(0.03, 0, RateSeries.EMPTY, 0),
                        none.margin(),
                        none.currency(),
                        none.actions()));
    }

    private IndicatorDefinition indicator(String name) {
        return window.workbench().indicators().find(name).orElseThrow();
    }

    private void tab(int index) {
        onScreen(() -> ((TabPane) window.workstation().scene().lookup("#result-tabs"))
                .getSelectionModel()
                .select(index));
    }

    private StrategyDocument template(String name) {
        return window.workbench().strategies().templates().stream()
                .filter(document -> document.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private TableView<?> table() {
        return (TableView<?>) window.workstation().scene().lookup(".table-view");
    }

    private void fire(String id) {
        onScreen(() -> ((ButtonBase) window.workstation().scene().lookup(id)).fire());
    }

    private void openFile(Path file) {
        onScreen(() -> window.data().openFile(file));
    }

    /// Switches to the theme of that name.
    void theme(String name) {
        boolean dark = window.workstation().settings().palette().get().dark();
        if (dark != name.equals("dark")) {
            press("Shortcut+Shift+L");
        }
    }

    private void go(PlaceId place) {
        onScreen(() -> window.workstation().go(place));
    }

    private void run(String id) {
        onScreen(() -> window.places().stream()
                .flatMap(place -> place.commands().stream())
                .filter(command -> command.id().equals(id))
                .findFirst()
                .map(DeskCommand::action)
                .orElseThrow()
                .run());
    }

    private void press(KeyCode code) {
        onScreen(() -> fire(code, false, false));
    }

    private void press(String key) {
        KeyCombination combination = KeyCombination.valueOf(key);
        String name = key.substring(key.lastIndexOf('+') + 1);
        KeyCode code = name.equals("Comma") ? KeyCode.COMMA : KeyCode.valueOf(name);
        onScreen(() -> fire(
                code,
                combination.getShift() == KeyCombination.ModifierValue.DOWN,
                combination.getShortcut() == KeyCombination.ModifierValue.DOWN));
    }

    private void fire(KeyCode code, boolean shift, boolean control) {
        Scene scene = window.workstation().scene();
        Node focus = scene.getFocusOwner();
        Event.fireEvent(
                focus == null ? scene : focus,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }
}
