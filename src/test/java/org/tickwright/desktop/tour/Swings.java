package org.tickwright.desktop.tour;

import java.util.List;
import java.util.Map;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.Wire;

/// A strategy with a node that would repaint and one that warms up.
final class Swings {
    private Swings() {}

    /// Buys above the last swing that was confirmed.
    static StrategyDocument strategy() {
        return new StrategyDocument(
                "swings",
                "",
                List.of(),
                List.of(
                        Node.of("price", "price", Map.of()),
                        Node.of("swing", "indicator.ZIGZAG", Map.of()),
                        Node.of("average", "indicator.EMA", Map.of("optInTimePeriod", 34.0)),
                        Node.of("above", "greater", Map.of()),
                        Node.of("buy", "enterLong", Map.of()),
                        Node.of("below", "less", Map.of()),
                        Node.of("sell", "exitLong", Map.of())),
                List.of(
                        Wire.of("price.value", "average.real"),
                        Wire.of("average.value", "above.a"),
                        Wire.of("swing.High", "above.b"),
                        Wire.of("above.value", "buy.when"),
                        Wire.of("average.value", "below.a"),
                        Wire.of("swing.Low", "below.b"),
                        Wire.of("below.value", "sell.when")),
                Map.of(),
                Map.of());
    }
}
