package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.execution.Stage.bar;
import static org.tickwright.order.Action.ENTER_LONG;
import static org.tickwright.order.Action.ENTER_SHORT;
import static org.tickwright.order.Action.EXIT_LONG;
import static org.tickwright.order.OrderType.LIMIT;
import static org.tickwright.order.OrderType.MARKET;
import static org.tickwright.order.OrderType.STOP;
import static org.tickwright.order.TimeInForce.DAY;
import static org.tickwright.order.TimeInForce.GOOD_TILL_CANCELLED;

import org.junit.jupiter.api.Test;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderTerms;

/// Groups, parents, brackets, changes. A bar of 10,000 lets 1,000 units through.
class LinkedOrdersTest {
    private static final OrderTerms NONE = OrderTerms.NONE;

    @Test
    void oneCancelsTheOther() {
        Stage stage = Stage.of(bar(100, 105, 97, 102), bar(102, 110, 101, 109));
        Order above = stage.send(ENTER_LONG, STOP, GOOD_TILL_CANCELLED, 108, 10, NONE.inGroup(7));
        Order below = stage.send(ENTER_SHORT, STOP, GOOD_TILL_CANCELLED, 96, 10, NONE.inGroup(7));
        Order apart = stage.send(ENTER_LONG, LIMIT, GOOD_TILL_CANCELLED, 90, 10, NONE.inGroup(8));
        stage.play(2).expect("1: 10 @ 108 STOP TAKER", "2: CANCELLED");
        assertEquals(OrderState.FILLED, above.state());
        assertEquals(OrderState.CANCELLED, below.state());
        assertEquals(OrderState.WORKING, apart.state(), "another group");
    }

    @Test
    void aPartOfOneTakesAsMuchFromTheOther() {
        Stage stage = Stage.of(bar(100, 106, 98, 102), bar(96, 97, 90, 95)).holding(1500);
        Order target = stage.send(EXIT_LONG, LIMIT, GOOD_TILL_CANCELLED, 105, 1500, NONE.inGroup(7));
        Order stop = stage.send(EXIT_LONG, STOP, GOOD_TILL_CANCELLED, 97, 1500, NONE.inGroup(7));
        stage.play(1).expect("1: 1000 @ 105 TARGET MAKER");
        assertEquals(stage.quantity(500), stop.quantity());
        stage.play(1).expect("1: 1000 @ 105 TARGET MAKER", "2: 500 @ 96 STOP_GAP TAKER", "1: CANCELLED");
        assertEquals(stage.quantity(1000), target.filled());
        assertEquals(0, stage.held());
    }

    @Test
    void oneTriggersTheOtherOnceItIsWhollyDone() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(101, 102, 99, 100), bar(100, 105, 95, 102));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 1500);
        Order second = stage.send(ENTER_LONG, LIMIT, GOOD_TILL_CANCELLED, 97, 10, NONE.after(1));
        assertEquals(OrderState.HELD, second.state());
        stage.play(1).expect("1: 1000 @ 100 OPEN TAKER");
        assertEquals(OrderState.HELD, second.state());
        stage.play(1);
        assertEquals(OrderState.WORKING, second.state());
        stage.play(1).expect("1: 1000 @ 100 OPEN TAKER", "1: 500 @ 101 CARRIED TAKER", "2: 10 @ 97 TARGET MAKER");
    }

    @Test
    void aMarketOrderThatAFillSendsTakesThePriceThatThereIs() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).holding(10);
        stage.sell(STOP, GOOD_TILL_CANCELLED, 96, 10);
        stage.send(ENTER_SHORT, MARKET, GOOD_TILL_CANCELLED, 0, 10, NONE.after(1));
        stage.play(1).expect("1: 10 @ 96 STOP TAKER", "2: 10 @ 96 LINKED TAKER");
        assertEquals(-10, stage.held());
    }

    @Test
    void whatWasToBeSentGoesWithItsParent() {
        Stage stage = Stage.of(bar(100, 105, 95, 102));
        stage.buy(LIMIT, DAY, 90, 10);
        stage.send(ENTER_LONG, STOP, GOOD_TILL_CANCELLED, 110, 10, NONE.after(1));
        stage.send(ENTER_LONG, STOP, GOOD_TILL_CANCELLED, 120, 10, NONE.after(2));
        stage.play(1).expect("1: EXPIRED", "2: CANCELLED", "3: CANCELLED");
        Order orphan = stage.send(ENTER_LONG, STOP, GOOD_TILL_CANCELLED, 110, 10, NONE.after(1));
        assertEquals(OrderState.REJECTED, orphan.state());
    }

    @Test
    void aBracketProtectsEachPartOfItsEntry() {
        Stage stage = Stage.of(
                bar(100, 103, 98, 102), bar(101, 103, 99, 100), bar(100, 106, 99, 105), bar(105, 108, 104, 107));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 1500);
        Order stop = stage.send(
                EXIT_LONG,
                STOP,
                GOOD_TILL_CANCELLED,
                95,
                1500,
                NONE.after(1).inGroup(1).reducing());
        Order target = stage.send(
                EXIT_LONG,
                LIMIT,
                GOOD_TILL_CANCELLED,
                105,
                1500,
                NONE.after(1).inGroup(1).reducing());
        assertEquals(OrderState.HELD, stop.state());
        stage.play(1);
        assertEquals(OrderState.WORKING, stop.state());
        assertEquals(stage.quantity(1000), stop.quantity(), "as much as the first part");
        stage.play(1);
        assertEquals(stage.quantity(1500), target.quantity(), "and the second");
        stage.play(1);
        assertEquals(stage.quantity(500), stop.quantity(), "less what the target took");
        stage.play(1)
                .expect(
                        "1: 1000 @ 100 OPEN TAKER",
                        "1: 500 @ 101 CARRIED TAKER",
                        "3: 1000 @ 105 TARGET MAKER",
                        "3: 500 @ 105 TARGET MAKER",
                        "2: CANCELLED");
        assertEquals(0, stage.held());
    }

    @Test
    void aBracketActsOnTheBarOfItsEntry() {
        Stage stage = Stage.of(bar(100, 103, 94, 102));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 10);
        stage.send(
                EXIT_LONG,
                STOP,
                GOOD_TILL_CANCELLED,
                95,
                10,
                NONE.after(1).inGroup(1).reducing());
        stage.send(
                EXIT_LONG,
                LIMIT,
                GOOD_TILL_CANCELLED,
                104,
                10,
                NONE.after(1).inGroup(1).reducing());
        stage.play(1).expect("1: 10 @ 100 OPEN TAKER", "2: 10 @ 95 STOP TAKER", "3: CANCELLED");
        assertEquals(0, stage.venue().ambiguous().size());
    }

    @Test
    void whatOnlyReducesNeverTurnsAPosition() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).holding(10);
        stage.sell(MARKET, GOOD_TILL_CANCELLED, 0, 25);
        Order late = stage.sell(MARKET, GOOD_TILL_CANCELLED, 0, 25);
        stage.play(1);
        assertEquals("1: 10 @ 100 OPEN TAKER", stage.reports.getFirst());
        assertEquals(0, stage.held());
        assertEquals(0, late.filled());
        assertEquals(OrderState.CANCELLED, late.state());
    }

    @Test
    void anEntryAgainstThePositionIsNotDone() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).holding(10);
        stage.send(ENTER_SHORT, MARKET, GOOD_TILL_CANCELLED, 0, 25, NONE);
        stage.play(1).expect("1: CANCELLED");
        assertTrue(stage.reasons.getFirst().contains("other side"));
    }

    @Test
    void changesHoldFromTheNextPriceOn() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 92, 102));
        Order order = stage.buy(LIMIT, GOOD_TILL_CANCELLED, 90, 10);
        stage.play(1);
        stage.venue().move(order, stage.units(93));
        stage.venue().resize(order, stage.quantity(30));
        stage.play(1).expect("1: 30 @ 93 TARGET MAKER");
        assertThrows(IllegalStateException.class, () -> order.resize(stage.quantity(40)), "it is done");
        stage.venue().move(order, stage.units(80));
        assertEquals(stage.units(93), order.level(), "and stays as it was");
    }

    @Test
    void anOrderIsNeverMadeSmallerThanWhatWasDone() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 92, 102));
        Order order = stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 1500);
        stage.play(1);
        assertThrows(IllegalStateException.class, () -> stage.venue().resize(order, stage.quantity(1000)));
        stage.venue().resize(order, stage.quantity(1200));
        stage.play(1).expect("1: 1000 @ 100 OPEN TAKER", "1: 200 @ 100 CARRIED TAKER");
    }

    @Test
    void aCancelledOrderNeverFills() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 85, 102));
        Order order = stage.buy(LIMIT, GOOD_TILL_CANCELLED, 90, 10);
        Order rest = stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 1500);
        stage.play(1);
        stage.venue().cancel(order, "No more.");
        stage.venue().cancel(rest, "No more.");
        stage.venue().cancel(rest, "Twice does nothing.");
        stage.play(1).expect("2: 1000 @ 100 OPEN TAKER", "1: CANCELLED", "2: CANCELLED");
    }
}
