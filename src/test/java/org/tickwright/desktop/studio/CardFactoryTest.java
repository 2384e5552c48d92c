package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.spi.IndicatorArguments;
import org.tickwright.spi.IndicatorSpec;
import org.tickwright.spi.NodeDefinition;
import org.tickwright.spi.NodeKernel;
import org.tickwright.spi.NodeSpec;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.workbench.StrategyLibrary;

class CardFactoryTest {

    private static NodeCard card(Node node) {
        StrategyDocument with = Sketch.row().withNode(node, new Point(0, 480));
        return Sketch.model(with).scene().card(node.id()).orElseThrow();
    }

    @Test
    void titlesSayWhatTellsNodesApart() {
        assertEquals("RSI 14", card(Node.of("x", "indicator.RSI", Map.of())).title());
        assertEquals(
                "SMA 20",
                card(Node.of("x", "indicator.SMA", Map.of("optInTimePeriod", new Node.ParameterRef("period"))))
                        .title());
        assertEquals(
                "MACD 12, 26, 9", card(Node.of("x", "indicator.MACD", Map.of())).title());
        assertEquals("30", card(Node.of("x", "constant", Map.of("value", 30.0))).title());
        assertEquals(
                "high", card(Node.of("x", "price", Map.of("field", "high"))).title());
        assertEquals(
                "Crosses above", card(Node.of("x", "crossesAbove", Map.of())).title());
        assertEquals(
                "period = 20",
                card(Node.of("x", "parameter", Map.of("parameter", new Node.ParameterRef("period"))))
                        .title());
    }

    @Test
    void aLinkToAParameterThatIsGoneIsVisible() {
        NodeCard card = card(Node.of("x", "parameter", Map.of("parameter", new Node.ParameterRef("gone"))));

        assertEquals("gone ?", card.title());
    }

    @Test
    void settingsThatAreNotInTheTitleStandOnTheCard() {
        NodeCard stop = card(Node.of("x", "stopPercent", Map.of("fraction", 0.08)));

        assertEquals(List.of(new NodeCard.Fact("Fraction of the fill", "0.08", false)), stop.facts());
    }

    @Test
    void anOrderHasAnEdgeOfItsOwnAndAnEntryAPlaceForIt() {
        NodeCard order = card(Node.of("x", "orderLimit", Map.of("offset", 0.02)));
        assertEquals(NodeCard.Tone.ORDER, order.tone());
        NodeCard entry = card(Node.of("x", "enterLong", Map.of()));
        assertTrue(entry.inputs().stream().anyMatch(spot -> spot.port().name().equals("order")));
    }

    @Test
    void portsLieOnTheEdgesOneBelowTheOther() {
        NodeCard card = card(Node.of("x", "crossesAbove", Map.of()));

        assertEquals(0, card.inputs().get(0).x());
        assertEquals(card.width(), card.outputs().getFirst().x());
        assertEquals(
                NodeCard.PORT_ROW,
                card.inputs().get(1).y() - card.inputs().get(0).y());
        assertTrue(card.inputs().get(1).y() < card.height());
    }

    @Test
    void aBadgeTellsHowLongANodeWarmsUpWithTheValuesInForce() {
        NodeCard fixed = card(Node.of("x", "indicator.SMA", Map.of("optInTimePeriod", 10.0)));
        assertEquals("warm-up 9", fixed.badge().label());
        assertEquals(
                "Warm-up: no value in the first 9 bars that it reads.",
                fixed.badge().words());
        StudioModel model = Sketch.model(Sketch.row());
        assertEquals(
                "warm-up 19", model.scene().card("sma").orElseThrow().badge().label(), "follows the parameter");
        assertFalse(model.scene().card("above").orElseThrow().badge().shown());
        NodeCard wrong = card(Node.of("x", "indicator.SMA", Map.of("optInTimePeriod", -3.0)));
        assertFalse(wrong.badge().shown(), "what cannot run has no warm-up");
    }

    @Test
    void aBadgeMarksWhatWouldRepaint() {
        for (String name : List.of("ZIGZAG", "FRACTAL")) {
            NodeCard card = card(Node.of("x", "indicator." + name, Map.of()));
            assertEquals("repaints", card.badge().label());
            assertTrue(
                    card.badge().words().contains("at the bar that confirms it"),
                    card.badge().words());
        }
        assertFalse(card(Node.of("x", "indicator.SMA", Map.of())).badge().repaints());
    }

    @Test
    void aNodeOfAPlugInIsMarkedAsIndicatorsAre() {
        NodeSpec spec = new NodeSpec(
                "late",
                "Late",
                "logic",
                "Speaks late.",
                List.of(),
                List.of(),
                List.of(new NodeSpec.Output("value", NodeSpec.Kind.CONDITION, IndicatorSpec.Unit.NUMBER)),
                new IndicatorSpec.Marks(true, IndicatorSpec.Cost.CONSTANT));
        NodeDefinition late = new NodeDefinition() {
            @Override
            public NodeSpec spec() {
                return spec;
            }

            @Override
            public int lookback(IndicatorArguments arguments) {
                return 7;
            }

            @Override
            public NodeKernel kernel(IndicatorArguments arguments) {
                throw new UnsupportedOperationException("is not run");
            }
        };
        NodeCatalogue catalogue = new NodeCatalogue(IndicatorCatalogue.builtIn(), List.of(late));
        StrategyDocument document =
                StrategyDocument.empty("one").withGraph(List.of(Node.of("x", "node.late", Map.of())), List.of());
        NodeBadge badge = new CardFactory(catalogue).cards(document).getFirst().badge();
        assertEquals(new NodeBadge(7, true), badge);
    }

    @Test
    void theTemplatesLieTidyAsDrawn() {
        for (StrategyDocument template : new StrategyLibrary(Path.of("nowhere")).templates()) {
            List<NodeCard> cards = Sketch.model(template).scene().cards();
            for (NodeCard a : cards) {
                for (NodeCard b : cards) {
                    assertTrue(
                            a.equals(b) || !a.box().intersects(b.box()),
                            () -> template.name() + ": " + a.id() + " lies on " + b.id());
                }
            }
        }
    }
}
