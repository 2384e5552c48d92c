package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.execution.Stage.bar;
import static org.tickwright.order.OrderType.LIMIT;
import static org.tickwright.order.OrderType.MARKET;
import static org.tickwright.order.OrderType.STOP;
import static org.tickwright.order.OrderType.STOP_LIMIT;
import static org.tickwright.order.OrderType.TRAILING_STOP;
import static org.tickwright.order.TimeInForce.AT_NEXT_CLOSE;
import static org.tickwright.order.TimeInForce.AT_OPEN;
import static org.tickwright.order.TimeInForce.DAY;
import static org.tickwright.order.TimeInForce.FILL_OR_KILL;
import static org.tickwright.order.TimeInForce.GOOD_TILL_CANCELLED;
import static org.tickwright.order.TimeInForce.GOOD_TILL_DATE;
import static org.tickwright.order.TimeInForce.IMMEDIATE_OR_CANCEL;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderTerms;
import org.tickwright.order.TimeInForce;

/// Every type with every time in force, on bars worked out by hand. A tenth of 10,000 is 1,000 units a bar.
class OrderTypesTest {

    @Test
    void aMarketOrderTakesTheOpening() {
        Stage stage = Stage.of(bar(100, 105, 95, 102));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 10);
        stage.play(1).expect("1: 10 @ 100 OPEN TAKER");
    }

    @Test
    void aMarketOrderPaysSlippage() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).slipping(10);
        stage.buy(MARKET, AT_OPEN, 0, 10);
        stage.play(1).expect("1: 10 @ 100.1 OPEN TAKER");
    }

    @Test
    void whatABarCannotFillIsCarriedToTheNextOpenings() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(103, 104, 101, 102), bar(99, 100, 98, 99));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 2500);
        stage.play(3).expect("1: 1000 @ 100 OPEN TAKER", "1: 1000 @ 103 CARRIED TAKER", "1: 500 @ 99 CARRIED TAKER");
    }

    @Test
    void anOrderForTheOpeningLosesItsRest() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(103, 104, 101, 102));
        Order order = stage.buy(MARKET, AT_OPEN, 0, 2500);
        stage.play(2).expect("1: 1000 @ 100 OPEN TAKER", "1: EXPIRED");
        assertEquals(stage.quantity(1000), order.filled());
    }

    @Test
    void immediateOrCancelTakesWhatIsThereAndFillOrKillAllOrNothing() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(103, 104, 101, 102), bar(99, 100, 98, 99));
        stage.buy(MARKET, IMMEDIATE_OR_CANCEL, 0, 2500);
        stage.play(1);
        stage.buy(MARKET, FILL_OR_KILL, 0, 2500);
        stage.play(1);
        stage.buy(MARKET, FILL_OR_KILL, 0, 1000);
        stage.play(1).expect("1: 1000 @ 100 OPEN TAKER", "1: EXPIRED", "2: EXPIRED", "3: 1000 @ 99 OPEN TAKER");
    }

    @Test
    void anOrderForTheDayEndsWithItsBarOnDailyBars() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 90, 102));
        stage.buy(LIMIT, DAY, 94, 10);
        stage.buy(MARKET, DAY, 0, 2500);
        stage.play(2).expect("2: 1000 @ 100 OPEN TAKER", "1: EXPIRED", "2: EXPIRED");
    }

    @Test
    void anOrderForTheDayEndsAtTheLastBarOfItsDateInTheExchangesZone() {
        double[][] rows = new double[6][];
        java.util.Arrays.fill(rows, bar(100, 101, 99, 100));
        // Five bars of an hour before midnight in New York, the sixth behind it.
        Bars hours = Stage.bars(Timeframe.parse("1h"), ZoneId.of("America/New_York"), 0, rows);
        Stage stage = Stage.with(hours);
        stage.buy(LIMIT, DAY, 90, 10);
        stage.play(4).expect();
        stage.play(1).expect("1: EXPIRED");
    }

    @Test
    void aGoodTillDateOrderWorksOnBarsThatOpenNoLater() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 95, 102), bar(100, 105, 80, 102));
        OrderTerms terms = OrderTerms.NONE.until(Stage.DAY);
        stage.send(Action.ENTER_LONG, LIMIT, GOOD_TILL_DATE, 94, 10, terms);
        stage.play(1).expect();
        stage.play(2).expect("1: EXPIRED");
    }

    @Test
    void aLimitNeedsThePriceToTradeThroughIt() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 94.99, 102));
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 95, 10);
        stage.play(1).expect();
        assertTrue(stage.venue().ambiguous().getFirst().what().contains("limit of order 1 at 95.00:"));
        stage.play(1).expect("1: 10 @ 95 TARGET MAKER");
        assertEquals(1, stage.venue().ambiguous().size());
    }

    @Test
    void aTouchedLimitFillsWhereTheBarIsReadOptimistically() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).resolving(IntrabarPolicy.OPTIMISTIC);
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 95, 10);
        stage.play(1).expect("1: 10 @ 95 TARGET MAKER");
    }

    @Test
    void aLimitBeyondTheOpenTakesTheBetterPrice() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(90, 91, 89, 90)).slipping(10);
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 101, 10);
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 92, 10);
        // The first came to the market and took, the second stood in the book when the market came.
        stage.play(2).expect("1: 10 @ 100.1 TARGET_GAP TAKER", "2: 10 @ 90 TARGET_GAP MAKER");
    }

    @Test
    void slippageNeverMakesALimitWorseThanItself() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).slipping(500);
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 101, 10);
        stage.play(1).expect("1: 10 @ 101 TARGET_GAP TAKER");
    }

    @Test
    void immediateLimitsFillAtOnceOrNotAtAll() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 95, 102));
        stage.buy(LIMIT, IMMEDIATE_OR_CANCEL, 99, 10);
        stage.buy(LIMIT, FILL_OR_KILL, 101, 2500);
        stage.buy(LIMIT, FILL_OR_KILL, 101, 600);
        stage.buy(LIMIT, IMMEDIATE_OR_CANCEL, 101, 600);
        stage.play(1)
                .expect(
                        "2: EXPIRED",
                        "3: 600 @ 100 TARGET_GAP TAKER",
                        "4: 400 @ 100 TARGET_GAP TAKER",
                        "1: EXPIRED",
                        "4: EXPIRED");
    }

    @Test
    void aStopFillsAtItsLevelInsideTheBarAndAtTheOpenBeyondIt() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(110, 111, 109, 110)).slipping(10);
        stage.buy(STOP, GOOD_TILL_CANCELLED, 104, 10);
        stage.buy(STOP, GOOD_TILL_CANCELLED, 108, 10);
        stage.play(2).expect("1: 10 @ 104.104 STOP TAKER", "2: 10 @ 110.11 STOP_GAP TAKER");
    }

    @Test
    void aStopIsReachedByATouch() {
        Stage stage = Stage.of(bar(100, 105, 95, 102)).holding(10);
        stage.sell(STOP, GOOD_TILL_CANCELLED, 95, 10);
        stage.play(1).expect("1: 10 @ 95 STOP TAKER");
    }

    @Test
    void aStopWaitsForItsLevelWhateverItsTime() {
        for (TimeInForce time : new TimeInForce[] {IMMEDIATE_OR_CANCEL, FILL_OR_KILL, AT_OPEN, AT_NEXT_CLOSE}) {
            Stage stage = Stage.of(bar(100, 105, 95, 102));
            Order order = stage.buy(STOP, time, 104, 10);
            assertEquals(OrderState.REJECTED, order.state());
            assertTrue(stage.reasons.getFirst().contains("waits for its level"), stage.reasons.getFirst());
        }
    }

    @Test
    void theRestOfAStopIsAMarketOrder() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(90, 92, 88, 91)).holding(1500);
        Order order = stage.sell(STOP, GOOD_TILL_CANCELLED, 96, 1500);
        stage.play(2).expect("1: 1000 @ 96 STOP TAKER", "1: 500 @ 90 CARRIED TAKER");
        assertTrue(order.triggered());
    }

    @Test
    void aStopLimitBecomesALimitOnceItsStopIsReached() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(110, 112, 109, 111), bar(108, 109, 105, 106));
        stage.send(
                Action.ENTER_LONG,
                STOP_LIMIT,
                GOOD_TILL_CANCELLED,
                104,
                10,
                OrderTerms.NONE.limitedTo(stage.units(104.5)));
        stage.send(
                Action.ENTER_LONG,
                STOP_LIMIT,
                GOOD_TILL_CANCELLED,
                106,
                10,
                OrderTerms.NONE.limitedTo(stage.units(107)));
        stage.play(1).expect("1: 10 @ 104 TARGET_GAP TAKER");
        Order second =
                stage.send(Action.ENTER_LONG, STOP_LIMIT, DAY, 115, 10, OrderTerms.NONE.limitedTo(stage.units(116)));
        // The second opens beyond its limit, is triggered and waits; the third never gets there.
        stage.play(1).expect("1: 10 @ 104 TARGET_GAP TAKER", "3: EXPIRED");
        assertEquals(OrderState.EXPIRED, second.state());
        stage.play(1).expect("1: 10 @ 104 TARGET_GAP TAKER", "3: EXPIRED", "2: 10 @ 107 TARGET MAKER");
    }

    @Test
    void aTrailingStopActsAtTheLevelThatItWasMovedTo() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(102, 103, 99, 100)).holding(10);
        Order order = stage.sell(TRAILING_STOP, GOOD_TILL_CANCELLED, 94, 10);
        stage.play(1).expect();
        stage.venue().move(order, stage.units(100));
        stage.play(1).expect("1: 10 @ 100 STOP TAKER");
    }

    @Test
    void marketAndLimitOnCloseAreForTheNextClose() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 95, 102), bar(100, 105, 95, 98));
        stage.buy(MARKET, AT_NEXT_CLOSE, 0, 10);
        stage.buy(LIMIT, AT_NEXT_CLOSE, 103, 10);
        stage.buy(LIMIT, AT_NEXT_CLOSE, 101, 10);
        stage.play(1).expect("1: 10 @ 102 CLOSE TAKER", "2: 10 @ 102 CLOSE TAKER", "3: EXPIRED");
        stage.buy(LIMIT, AT_NEXT_CLOSE, 102, 10);
        stage.play(1);
        assertEquals("4: EXPIRED", stage.reports.getLast(), "at the limit itself is not better than it");
        assertEquals(1, stage.venue().ambiguous().size());
    }

    @Test
    void allOrdersOfABarShareItsVolume() {
        Stage stage = Stage.of(bar(100, 105, 95, 102), bar(100, 105, 95, 102));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 700);
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 700);
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 96, 50);
        stage.play(2)
                .expect(
                        "1: 700 @ 100 OPEN TAKER",
                        "2: 300 @ 100 OPEN TAKER",
                        "2: 400 @ 100 CARRIED TAKER",
                        "3: 50 @ 96 TARGET MAKER");
    }

    @Test
    void aBarWithoutVolumeDoesNothing() {
        Stage stage = Stage.of(bar(100, 105, 95, 102, 0), bar(101, 105, 95, 102));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 10);
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 96, 10);
        stage.buy(STOP, GOOD_TILL_CANCELLED, 104, 10);
        stage.buy(MARKET, IMMEDIATE_OR_CANCEL, 0, 10);
        stage.play(1).expect("4: EXPIRED");
        stage.play(1);
        assertEquals("1: 10 @ 101 OPEN TAKER", stage.reports.get(1));
        assertEquals(4, stage.reports.size());
    }

    @Test
    void withoutAnyVolumeNothingIsCapped() {
        Stage stage = Stage.of(bar(100, 105, 95, 102, 0), bar(101, 105, 95, 102, 0));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 5000);
        stage.play(1).expect("1: 5000 @ 100 OPEN TAKER");
        assertEquals(false, stage.venue().volumeKnown());
    }

    @Test
    void theShareOfTheVolumeIsRoundedDownToWholeUnits() {
        Stage whole = Stage.of(bar(100, 105, 95, 102, 57), bar(100, 105, 95, 102, 57));
        whole.buy(MARKET, GOOD_TILL_CANCELLED, 0, 7);
        whole.play(2).expect("1: 5 @ 100 OPEN TAKER", "1: 2 @ 100 CARRIED TAKER");
        Stage parts =
                Stage.of(bar(100, 105, 95, 102, 57), bar(100, 105, 95, 102, 57)).fractional();
        parts.buy(MARKET, GOOD_TILL_CANCELLED, 0, 7);
        parts.play(2).expect("1: 5.7 @ 100 OPEN TAKER", "1: 1.3 @ 100 CARRIED TAKER");
    }

    @Test
    void whatTheCashDoesNotPayIsCancelled() {
        Stage stage = Stage.of(bar(900, 950, 890, 900), bar(900, 950, 890, 900));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 2000);
        stage.play(2);
        stage.expect("1: 1000 @ 900 OPEN TAKER", "1: 111 @ 900 CARRIED TAKER");
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 5);
    }
}
