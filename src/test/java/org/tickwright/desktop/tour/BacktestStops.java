package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.engine.FillTerms;
import org.tickwright.engine.RunSettings;
import org.tickwright.kernel.Progress;
import org.tickwright.market.RateSeries;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.risk.CarryTerms;
import org.tickwright.risk.CostTerms;
import org.tickwright.risk.SlippageTerms;
import org.tickwright.risk.SpreadTerms;
import org.tickwright.workbench.Backtests;

/// The wizard of a backtest and its results.
final class BacktestStops {
    private static final SeriesKey SIMULATED_DAY = new SeriesKey("SIM-ALPHA", Timeframe.DAY);

    private final TourHand hand;
    private final TourWindow window;
    private String runId = "";
    private String bandId = "";

    BacktestStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("backtest-wizard-strategy", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openWizard(hand.template("sma-cross"), SIMULATED_DAY));
                    hand.fire("#step-strategy");
                }),
                new Stop("backtest-wizard-data", () -> hand.fire("#step-data")),
                new Stop("backtest-wizard-costs", () -> hand.fire("#step-costs")),
                new Stop("backtest-wizard-all-costs", () -> {
                    hand.fire("#fold-commission");
                    hand.fire("#fold-prices");
                    hand.fire("#fold-holding");
                }),
                new Stop("backtest-wizard-account-costs", () -> {
                    hand.fire("#fold-commission");
                    hand.fire("#fold-prices");
                    hand.fire("#fold-holding");
                    hand.fire("#fold-currency");
                    hand.fire("#fold-actions");
                }),
                new Stop("backtest-wizard-kelly", () -> {
                    hand.fire("#fold-currency");
                    hand.fire("#fold-actions");
                    onScreen(() -> ((ComboBox<?>) window.workstation().scene().lookup("#size-choice"))
                            .getSelectionModel()
                            .select(4));
                }),
                new Stop("backtest-wizard-run", () -> hand.fire("#step-review")),
                new Stop("backtest-wizard-universe", () -> {
                    onScreen(() -> window.workstation().openWizard(hand.template("rotation"), SIMULATED_DAY));
                    hand.fire("#step-data");
                }),
                new Stop("backtest-wizard-close", () -> hand.fire("#fold-close")),
                new Stop("backtest-wizard-series", () -> hand.fire("#step-review")),
                new Stop("backtest-result", () -> {
                    Backtests.Archived run = window.workbench()
                            .backtests()
                            .run(hand.template("sma-cross"), SIMULATED_DAY, RunSettings.DEFAULTS, Progress.NONE);
                    runId = run.id();
                    hand.go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openRun(runId));
                }),
                new Stop("backtest-result-band", () -> {
                    bandId = window.workbench()
                            .backtests()
                            .run(hand.template("sma-cross"), SIMULATED_DAY, tightAndCosted(), Progress.NONE)
                            .id();
                    hand.go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openRun(bandId));
                }),
                new Stop("backtest-result-unknown", () -> hand.tab(3)),
                new Stop("backtest-result-assumptions", () -> hand.tab(5)),
                new Stop("help-costs", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.COSTS))),
                new Stop("help-fills", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.FILLS))),
                new Stop("help-sizes", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.SIZES))),
                new Stop("help-backtests", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.tab(0);
                    hand.press("F1");
                }),
                new Stop("palette-help", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.press("Shortcut+K");
                    onScreen(() -> ((TextField) window.workstation().scene().getFocusOwner()).setText("help"));
                }),
                new Stop("charts-trades", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> window.workstation().openRunOnChart(runId, 3));
                }));
    }

    /// The run that was kept on the way.
    String runId() {
        return runId;
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
}
