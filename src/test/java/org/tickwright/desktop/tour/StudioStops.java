package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import org.tickwright.strategy.StrategyDocument;

/// Strategies being drawn.
final class StudioStops {
    private final TourHand hand;
    private final TourWindow window;

    StudioStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("studio", () -> {
                    StrategyDocument template = hand.template("sma-cross");
                    onScreen(() -> window.workstation().openStrategy(template, null));
                }),
                new Stop("studio-selected", () -> hand.run("studio.selectAll")),
                new Stop("studio-problems", () -> {
                    hand.run("studio.delete");
                    hand.run("studio.undo");
                    StrategyDocument template = hand.template("macd-cross");
                    onScreen(() -> window.workstation()
                            .openStrategy(
                                    template.withGraph(
                                            template.nodes(), template.wires().subList(0, 3)),
                                    null));
                }),
                new Stop("studio-series", () -> {
                    StrategyDocument template = hand.template("pairs-spread");
                    onScreen(() -> {
                        window.workstation().openStrategy(template, null);
                        window.studio().select("other");
                    });
                }),
                new Stop("studio-universe", () -> {
                    StrategyDocument template = hand.template("rotation");
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
                new Stop("studio-templates", () -> hand.run("studio.open")));
    }
}
