package org.tickwright.desktop.studio;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.Node.ParameterRef;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.NodeType;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter;
import org.tickwright.strategy.Wire;
import org.tickwright.workbench.StrategyLibrary;

/// Strategies and models that tests of Studio start from.
final class Sketch {
    static final NodeCatalogue CATALOGUE = new NodeCatalogue(IndicatorCatalogue.builtIn());

    private Sketch() {}

    /// The moving-average template.
    static StrategyDocument smaCross() {
        return new StrategyLibrary(Path.of("nowhere")).templates().getFirst();
    }

    /// price → sma (period follows `period`, 20) → above the close → enter long, in a row.
    static StrategyDocument row() {
        return new StrategyDocument(
                "row",
                "",
                List.of(new StrategyParameter("period", true, 20, null, Map.of())),
                List.of(
                        Node.of("price", "price", Map.of()),
                        Node.of("sma", "indicator.SMA", Map.of("optInTimePeriod", new ParameterRef("period"))),
                        Node.of("above", "greater", Map.of()),
                        Node.of("buy", "enterLong", Map.of()),
                        Node.of("sell", "exitLong", Map.of())),
                List.of(
                        Wire.of("price.value", "sma.real"),
                        Wire.of("price.value", "above.a"),
                        Wire.of("sma.value", "above.b"),
                        Wire.of("above.value", "buy.when"),
                        Wire.of("above.value", "sell.when")),
                Map.of(
                        "price", new Point(0, 0),
                        "sma", new Point(240, 0),
                        "above", new Point(480, 0),
                        "buy", new Point(720, 0),
                        "sell", new Point(720, 240)),
                Map.of());
    }

    static StudioModel model(StrategyDocument document) {
        StudioModel model = new StudioModel(CATALOGUE);
        model.open(document, null);
        return model;
    }

    static NodeType type(String name) {
        return CATALOGUE.find(name).orElseThrow();
    }
}
