package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickwright.indicator.IndicatorCatalogue;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.PositionView;

/// From the nodes of a strategy to the order that an entry sends.
class OrderNodesTest {
    private static Graph always() {
        return new Graph()
                .node("close", "price", "field", "close")
                .node("zero", "constant", "value", 0)
                .node("up", "greater")
                .wire("close", "up.a")
                .wire("zero", "up.b")
                .node("in", "enterLong")
                .wire("up", "in.when");
    }

    private static Bars bars() {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 3);
        for (int i = 0; i < 3; i++) {
            bars.append(i * 86_400_000_000_000L, 100, 101, 99, 100 + i, 1000);
        }
        return bars;
    }

    private static Decision decided(Graph graph, int bar) {
        Evaluation strategy =
                Program.of(graph.document(), IndicatorCatalogue.builtIn()).bind(bars(), Map.of());
        strategy.prepare(3);
        Decision decision = new Decision();
        strategy.decide(bar, new Flat(), decision);
        return decision;
    }

    private record Flat() implements PositionView {
        @Override
        public double quantity() {
            return 0;
        }

        @Override
        public double entryPrice() {
            return Double.NaN;
        }

        @Override
        public double barsSinceEntry() {
            return Double.NaN;
        }

        @Override
        public double openProfit() {
            return Double.NaN;
        }

        @Override
        public double equity() {
            return 1000;
        }
    }

    @Test
    void anEntryWithoutAnOrderSendsAMarketOrder() {
        assertEquals(null, decided(always(), 1).style[Decision.LONG]);
        Program program = Program.of(always().document(), IndicatorCatalogue.builtIn());
        assertEquals(List.of(), program.orderNodes());
    }

    @Test
    void aLimitTakesItsOffsetItsTimeAndItsBars() {
        Graph graph = always().node("lower", "orderLimit", "offset", 0.02, "timeInForce", "bars", "bars", 3)
                .wire("lower", "in.order");
        Decision decision = decided(graph, 1);
        assertEquals(
                new OrderStyle(OrderType.LIMIT, TimeInForce.GOOD_TILL_DATE, 3, Double.NaN),
                decision.style[Decision.LONG]);
        assertEquals(0.02, decision.orderFraction[Decision.LONG]);
        assertTrue(Double.isNaN(decision.orderLevel[Decision.LONG]));
        Program program = Program.of(graph.document(), IndicatorCatalogue.builtIn());
        assertEquals(List.of("lower"), program.orderNodes());
    }

    @Test
    void aLevelCountsBeforeADistanceAndADistanceBeforeAnOffset() {
        Graph distance = always().node("two", "constant", "value", 2)
                .node("higher", "orderStop", "multiple", 1.5)
                .wire("two", "higher.distance")
                .wire("higher", "in.order");
        assertEquals(3, decided(distance, 1).orderDistance[Decision.LONG]);
        distance.wire("close", "higher.level");
        Decision decision = decided(distance, 1);
        assertEquals(101, decision.orderLevel[Decision.LONG]);
        assertEquals(OrderType.STOP, decision.style[Decision.LONG].type());
        List<Problem> problems =
                new StrategyValidator(new NodeCatalogue(IndicatorCatalogue.builtIn())).validate(distance.document());
        assertTrue(problems.stream().anyMatch(problem -> problem.message().contains("the level counts")));
    }

    @Test
    void anEntryWaitsUntilThePriceOfItsOrderIsDefined() {
        Graph graph = always().node("before", "lag", "bars", 1)
                .wire("close", "before.a")
                .node("stop", "orderStopLimit", "limitOffset", 0.01)
                .wire("before", "stop.level")
                .wire("stop", "in.order");
        assertFalse(decided(graph, 0).enter[Decision.LONG]);
        assertTrue(decided(graph, 1).enter[Decision.LONG]);
        assertEquals(0.01, decided(graph, 1).style[Decision.LONG].limitOffset());
    }

    @Test
    void ordersForTheCloseAreForTheNextOne() {
        Graph market = always().node("moc", "orderMarketOnClose").wire("moc", "in.order");
        assertEquals(
                new OrderStyle(OrderType.MARKET, TimeInForce.AT_NEXT_CLOSE, 1, Double.NaN),
                decided(market, 1).style[Decision.LONG]);
        Graph limit = always().node("loc", "orderLimitOnClose").wire("loc", "in.order");
        assertEquals(
                new OrderStyle(OrderType.LIMIT, TimeInForce.AT_NEXT_CLOSE, 1, Double.NaN),
                decided(limit, 1).style[Decision.LONG]);
    }

    @Test
    void trailingStopsFollowByAFractionOrAPrice() {
        Graph fraction =
                always().node("trail", "trailingPercent", "fraction", 0.1).wire("trail", "in.trailing");
        assertEquals(0.1, decided(fraction, 1).trailFraction[Decision.LONG]);
        assertTrue(Double.isNaN(decided(fraction, 1).trailDistance[Decision.LONG]));
        Graph price = always().node("trail", "trailingPrice", "points", 2.5).wire("trail", "in.trailing");
        assertEquals(2.5, decided(price, 1).trailDistance[Decision.LONG]);
        assertTrue(Program.of(price.document(), IndicatorCatalogue.builtIn())
                .bind(bars(), Map.of())
                .needsEveryHeldBar());
    }

    @Test
    void theWordsSayWhichOrderIsSent() {
        Graph graph = always().node("lower", "orderLimit", "offset", 0.02, "timeInForce", "day")
                .wire("lower", "in.order")
                .node("trail", "trailingPercent", "fraction", 0.1)
                .wire("trail", "in.trailing");
        String words = StrategyDescription.describe(graph.document());
        assertTrue(words.contains("by a limit order 2 % from the close, for the day"), words);
        assertTrue(words.contains("with a trailing stop 10 % from the entry fill"), words);
        assertTrue(words.contains("unless the rule says otherwise"), words);
    }

    @Test
    void anOrderBelongsInTheOrderInput() {
        Graph graph = always().node("lower", "orderLimit").wire("lower", "in.stop");
        List<Problem> problems =
                new StrategyValidator(new NodeCatalogue(IndicatorCatalogue.builtIn())).validate(graph.document());
        assertTrue(
                problems.stream().anyMatch(problem -> problem.message().contains("is an order")), problems::toString);
    }
}
