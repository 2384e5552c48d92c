package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.order.OrderType.LIMIT;
import static org.tickwright.order.OrderType.MARKET;
import static org.tickwright.order.OrderType.STOP;
import static org.tickwright.order.OrderType.STOP_LIMIT;
import static org.tickwright.order.TimeInForce.GOOD_TILL_CANCELLED;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.order.Action;
import org.tickwright.order.OrderTerms;

/// Inside bars whose trades are known, orders meet the first trade that reaches them and nothing is ambiguous.
class FinerTradesTest {
    private static final long MINUTE = 60_000_000_000L;

    /// One trade a minute from an hour on.
    private static TradeTicks ticks(long from, double... prices) {
        TradeTicks.Builder builder = new TradeTicks.Builder(prices.length);
        for (int i = 0; i < prices.length; i++) {
            builder.append(from + i * MINUTE, prices[i], 1_000);
        }
        return builder.build();
    }

    private static Stage stage(String timeframe, double... prices) {
        TradeTicks ticks = ticks(0, prices);
        return Stage.with(TickBars.of(ticks, Timeframe.parse(timeframe), ZoneOffset.UTC))
                .telling(ticks);
    }

    private static Stage protectedAt(Stage stage, double stop, double target) {
        stage.holding(10);
        stage.send(
                Action.EXIT_LONG,
                STOP,
                GOOD_TILL_CANCELLED,
                stop,
                10,
                OrderTerms.NONE.inGroup(1).reducing());
        stage.send(
                Action.EXIT_LONG,
                LIMIT,
                GOOD_TILL_CANCELLED,
                target,
                10,
                OrderTerms.NONE.inGroup(1).reducing());
        return stage;
    }

    @Test
    void theLevelThatATradeReachesFirstActs() {
        Stage target = protectedAt(stage("1h", 100, 103, 106, 94, 100), 95, 105);
        target.play(1).expect("2: 10 @ 105 TARGET MAKER", "1: CANCELLED");
        Stage stop = protectedAt(stage("1h", 100, 97, 94, 106, 100), 95, 105);
        stop.play(1).expect("1: 10 @ 94 STOP TAKER", "2: CANCELLED");
        assertEquals(
                0, target.venue().ambiguous().size() + stop.venue().ambiguous().size());
        assertEquals(new FinerBars.Use(1, 0), stop.venue().finerUse());
    }

    @Test
    void aStopTakesTheTradeThatReachesItAndALimitNeedsOneBeyond() {
        Stage touched = protectedAt(stage("1h", 100, 105, 105, 100, 95, 101), 95, 105);
        touched.play(1).expect("1: 10 @ 95 STOP TAKER", "2: CANCELLED");
        assertEquals(0, touched.venue().ambiguous().size(), "a touch is told, and does not fill a limit");
    }

    @Test
    void anEntryInsideTheBarIsProtectedFromItsOwnTradeOn() {
        Stage stage = stage("1h", 100, 93, 102, 98, 96, 94, 100);
        stage.buy(STOP, GOOD_TILL_CANCELLED, 101, 10);
        stage.send(
                Action.EXIT_LONG,
                STOP,
                GOOD_TILL_CANCELLED,
                97,
                10,
                OrderTerms.NONE.after(1).reducing());
        stage.play(1).expect("1: 10 @ 102 STOP TAKER", "2: 10 @ 96 STOP TAKER");
        assertEquals(0, stage.venue().ambiguous().size());
    }

    @Test
    void aStopLimitThatIsReachedTakesWhatThereIsOrStandsInTheBook() {
        Stage takes = stage("1h", 100, 104, 100);
        takes.send(
                Action.ENTER_LONG,
                STOP_LIMIT,
                GOOD_TILL_CANCELLED,
                103,
                10,
                OrderTerms.NONE.limitedTo(takes.units(105)));
        takes.play(1).expect("1: 10 @ 104 TARGET TAKER");
        Stage waits = stage("1h", 100, 106, 104, 100);
        waits.send(
                Action.ENTER_LONG,
                STOP_LIMIT,
                GOOD_TILL_CANCELLED,
                103,
                10,
                OrderTerms.NONE.limitedTo(waits.units(105)));
        waits.play(1).expect("1: 10 @ 105 TARGET MAKER");
    }

    @Test
    void barsWithoutTradesAreResolvedByTheRuleAndCounted() {
        Bars bars = Stage.bars(
                Timeframe.parse("1h"), ZoneOffset.UTC, 0, Stage.bar(100, 106, 94, 100), Stage.bar(100, 101, 99, 100));
        Stage stage = Stage.with(bars).telling(ticks(60 * MINUTE, 100, 99, 101, 100));
        protectedAt(stage, 95, 105).play(2).expect("1: 10 @ 95 STOP TAKER", "2: CANCELLED");
        assertEquals(1, stage.venue().ambiguous().size());
        assertEquals(new FinerBars.Use(0, 1), stage.venue().finerUse());
    }

    @Test
    void barsOfWhatWasTradedAreToldByTheTradesTheyAreMadeOf() {
        // Bars of three trades; in the second the target comes before the stop.
        Stage stage = stage("3t", 100, 101, 100, 100, 106, 94, 100, 100, 100);
        protectedAt(stage, 95, 105).play(3).expect("2: 10 @ 105 TARGET MAKER", "1: CANCELLED");
        assertEquals(0, stage.venue().ambiguous().size());
        Bars others = TickBars.of(ticks(0, 100, 101, 99), Timeframe.parse("3t"), ZoneOffset.UTC);
        Stage strange = Stage.with(others).telling(ticks(0, 100, 101, 102));
        assertTrue(String.valueOf(assertThrows(IllegalArgumentException.class, strange::venue)
                        .getMessage())
                .contains("not made of the trades"));
    }

    @Test
    void marketOrdersTakeTheFirstTradeOfTheNextBar() {
        Stage stage = stage("5m", 100, 101, 102, 103, 104, 90, 91);
        stage.play(1);
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 10);
        stage.play(1).expect("1: 10 @ 90 OPEN TAKER");
    }
}
