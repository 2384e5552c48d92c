package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// Searches through parameters, from their form to their maps.
final class SweepStops {
    private static final SeriesKey SIMULATED_DAY = new SeriesKey("SIM-ALPHA", Timeframe.DAY);

    private final TourHand hand;
    private final TourWindow window;
    private final Supplier<String> runId;

    SweepStops(TourHand hand, Supplier<String> runId) {
        this.hand = hand;
        window = hand.window();
        this.runId = runId;
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("sweep-form", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openRun(runId.get()));
                    window.settle();
                    hand.fire("#search-run");
                }),
                new Stop("sweep-form-latin", () -> hand.fire("#search-latin")),
                new Stop("sweep-form-genetic", () -> {
                    hand.fire("#search-genetic");
                    hand.samples("100");
                }),
                new Stop("sweep-form-quick", () -> {
                    hand.fire("#search-grid");
                    hand.fire("#figures-quick");
                }),
                new Stop("sweep-form-wrong", () -> {
                    hand.fire("#figures-all");
                    onScreen(() -> hand.field("#range-fast-from").setText("50"));
                }),
                new Stop("sweep-result", () -> {
                    onScreen(() -> {
                        hand.field("#range-fast-from").setText("5");
                        hand.field("#range-slow-step").setText("5");
                    });
                    hand.fire("#start-search");
                    hand.untilSwept();
                    onScreen(() ->
                            window.workstation().scene().lookup("#heat-map").requestFocus());
                    hand.press(KeyCode.HOME);
                }),
                new Stop("sweep-three", () -> {
                    onScreen(() -> window.workstation().openWizard(hand.template("macd-cross"), SIMULATED_DAY));
                    hand.run("backtest.search");
                    onScreen(() -> ((CheckBox) window.workstation().scene().lookup("#search-parameter-signal"))
                            .setSelected(true));
                    for (String parameter : List.of("fast", "slow", "signal")) {
                        onScreen(() -> hand.field("#range-" + parameter + "-to")
                                .setText(parameter.equals("slow") ? "40" : "16"));
                        onScreen(() -> hand.field("#range-" + parameter + "-from")
                                .setText(parameter.equals("slow") ? "20" : "8"));
                        onScreen(() ->
                                hand.field("#range-" + parameter + "-step").setText("4"));
                    }
                    hand.fire("#start-search");
                    hand.untilSwept();
                }),
                new Stop("sweep-paused", () -> {
                    hand.fire("#search-again");
                    for (String parameter : List.of("fast", "slow", "signal")) {
                        onScreen(() ->
                                hand.field("#range-" + parameter + "-step").setText("1"));
                    }
                    hand.fire("#start-search");
                    WaitForAsyncUtils.waitFor(
                            60,
                            TimeUnit.SECONDS,
                            () -> onScreen(() ->
                                    window.workstation().scene().lookup("#pause-sweep") instanceof ButtonBase pause
                                            && pause.isVisible()
                                            && pause.getText().equals("Pause")
                                            && !hand.table().getItems().isEmpty()));
                    hand.fire("#pause-sweep");
                }),
                new Stop("sweep-stopped", () -> hand.fire("#stop-sweep")),
                new Stop("sweep-dots", () -> {
                    onScreen(() -> window.workstation().openRun(runId.get()));
                    window.settle();
                    hand.fire("#search-run");
                    hand.fire("#search-latin");
                    onScreen(() -> hand.field("#range-fast-step").setText("1"));
                    hand.samples("60");
                    hand.fire("#start-search");
                    hand.untilSwept();
                }),
                new Stop("sweep-tried-cells", () -> {
                    onScreen(() -> window.workstation().openRun(runId.get()));
                    window.settle();
                    hand.fire("#search-run");
                    hand.fire("#search-bayesian");
                    onScreen(() -> hand.field("#range-fast-step").setText("1"));
                    onScreen(() -> hand.field("#range-slow-step").setText("5"));
                    hand.samples("60");
                    hand.fire("#start-search");
                    hand.untilSwept();
                }),
                new Stop(
                        "help-sweeps", () -> onScreen(() -> window.workstation().openHelp(HelpTopic.SWEEPS))));
    }
}
