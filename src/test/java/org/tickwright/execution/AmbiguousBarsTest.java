package org.tickwright.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.execution.Stage.bar;
import static org.tickwright.order.OrderType.LIMIT;
import static org.tickwright.order.OrderType.MARKET;
import static org.tickwright.order.OrderType.STOP;
import static org.tickwright.order.TimeInForce.GOOD_TILL_CANCELLED;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;
import org.tickwright.order.Action;
import org.tickwright.order.OrderTerms;

/// What a bar tells, what it leaves open, and how that is resolved.
class AmbiguousBarsTest {

    /// A long position with a stop and a target, one of which cancels the other.
    private static Stage between(double stop, double target, double[]... rows) {
        Stage stage = Stage.of(rows).holding(10);
        return protect(stage, stop, target);
    }

    private static Stage protect(Stage stage, double stop, double target) {
        OrderTerms group = OrderTerms.NONE.inGroup(1);
        stage.send(Action.EXIT_LONG, STOP, GOOD_TILL_CANCELLED, stop, 10, group);
        stage.send(Action.EXIT_LONG, LIMIT, GOOD_TILL_CANCELLED, target, 10, group);
        return stage;
    }

    private static List<AmbiguousBar> ambiguous(Stage stage) {
        return stage.venue().ambiguous();
    }

    @Test
    void stopAndTargetInsideOneBarAreAmbiguousAndTheStopIsTaken() {
        Stage stage = between(95, 105, bar(100, 106, 94, 100));
        stage.play(1).expect("1: 10 @ 95 STOP TAKER", "2: CANCELLED");
        assertEquals(
                List.of(new AmbiguousBar(
                        0,
                        0,
                        "The stop of order 1 at 95.00 or the target of order 2 at 105.00: the bar does not tell which"
                                + " came first.",
                        "The stop of order 1 at 95.00 next.")),
                ambiguous(stage));
    }

    @Test
    void theBestResolutionTakesTheTarget() {
        Stage stage = Stage.of(bar(100, 106, 94, 100))
                .resolving(IntrabarPolicy.OPTIMISTIC)
                .holding(10);
        protect(stage, 95, 105).play(1).expect("2: 10 @ 105 TARGET MAKER", "1: CANCELLED");
    }

    @Test
    void aBarThatReachesOneOfThemTellsAll() {
        assertEquals(
                0, ambiguous(between(95, 105, bar(100, 104, 94, 100)).play(1)).size());
        assertEquals(
                0, ambiguous(between(95, 105, bar(100, 106, 96, 100)).play(1)).size());
        assertEquals(
                0, ambiguous(between(95, 105, bar(94, 106, 93, 100)).play(1)).size(), "a gap decides");
    }

    @Test
    void aStopThatThePriceMustPassAfterTheEntryIsSure() {
        // Up to the entry at 105, and home to 96: 98 lies on every way.
        Stage stage = Stage.of(bar(100, 106, 95, 96));
        stage.buy(STOP, GOOD_TILL_CANCELLED, 105, 10);
        stage.send(
                Action.EXIT_LONG,
                STOP,
                GOOD_TILL_CANCELLED,
                98,
                10,
                OrderTerms.NONE.after(1).reducing());
        stage.play(1).expect("1: 10 @ 105 STOP TAKER", "2: 10 @ 98 STOP TAKER");
        assertEquals(0, ambiguous(stage).size());
    }

    @Test
    void whetherTheLowCameBeforeOrAfterTheEntryIsOpen() {
        for (boolean best : new boolean[] {false, true}) {
            Stage stage = Stage.of(bar(100, 106, 95, 104))
                    .resolving(best ? IntrabarPolicy.OPTIMISTIC : IntrabarPolicy.PESSIMISTIC);
            stage.buy(STOP, GOOD_TILL_CANCELLED, 105, 10);
            stage.send(
                    Action.EXIT_LONG,
                    STOP,
                    GOOD_TILL_CANCELLED,
                    98,
                    10,
                    OrderTerms.NONE.after(1).reducing());
            stage.play(1);
            assertEquals(best ? 10 : 0, stage.held());
            assertTrue(ambiguous(stage).getFirst().what().contains("does not tell whether it acted"));
        }
    }

    @Test
    void aTargetAfterALimitEntryIsOpenUnlessThePriceMustPassIt() {
        // Down to 95, and 99 on the way home to 101: sure. With a close at 97 it is open.
        for (double close : new double[] {101, 97}) {
            Stage stage = Stage.of(bar(100, 102, 94, close));
            stage.buy(LIMIT, GOOD_TILL_CANCELLED, 95, 10);
            stage.send(
                    Action.EXIT_LONG,
                    LIMIT,
                    GOOD_TILL_CANCELLED,
                    99,
                    10,
                    OrderTerms.NONE.after(1).reducing());
            stage.play(1);
            assertEquals(close == 101 ? 0 : 10, stage.held());
            assertEquals(close == 101 ? 0 : 1, ambiguous(stage).size());
        }
    }

    @Test
    void everyResolutionIsReachedByChanceAndTheSameSeedGivesTheSame() {
        Set<List<String>> seen = new HashSet<>();
        for (long seed = 0; seed < 64; seed++) {
            Stage first = resolvedBy(seed);
            assertEquals(first.reports, resolvedBy(seed).reports);
            seen.add(first.reports);
        }
        assertEquals(
                Set.of(
                        List.of("1: 10 @ 95 TARGET MAKER", "2: 10 @ 93 STOP TAKER", "3: CANCELLED"),
                        List.of("1: 10 @ 95 TARGET MAKER", "3: 10 @ 99 TARGET MAKER", "2: CANCELLED")),
                seen);
    }

    private static Stage resolvedBy(long seed) {
        Stage stage = Stage.of(bar(100, 102, 92, 97)).resolving(IntrabarPolicy.seeded(seed));
        stage.buy(LIMIT, GOOD_TILL_CANCELLED, 95, 10);
        OrderTerms bracket = OrderTerms.NONE.after(1).inGroup(1).reducing();
        stage.send(Action.EXIT_LONG, STOP, GOOD_TILL_CANCELLED, 93, 10, bracket);
        stage.send(Action.EXIT_LONG, LIMIT, GOOD_TILL_CANCELLED, 99, 10, bracket);
        return stage.play(1);
    }

    @Test
    void finerBarsTellWhatTheBarCannot() {
        Bars hours = Stage.bars(
                Timeframe.parse("6h"),
                ZoneOffset.UTC,
                0,
                bar(100, 106, 99, 104),
                bar(104, 104, 94, 96),
                bar(96, 101, 96, 100));
        Stage stage = Stage.of(bar(100, 106, 94, 100)).telling(hours).holding(10);
        protect(stage, 95, 105).play(1).expect("2: 10 @ 105 TARGET MAKER", "1: CANCELLED");
        assertEquals(0, ambiguous(stage).size());
        assertEquals(new FinerBars.Use(1, 0), stage.venue().finerUse());
    }

    @Test
    void aGapBetweenFinerBarsFillsAtTheirOpening() {
        Bars hours = Stage.bars(Timeframe.parse("6h"), ZoneOffset.UTC, 0, bar(100, 101, 99, 100), bar(93, 94, 92, 93));
        Stage stage = Stage.of(bar(100, 101, 92, 93)).telling(hours).holding(10);
        stage.sell(STOP, GOOD_TILL_CANCELLED, 95, 10);
        stage.play(1).expect("1: 10 @ 93 STOP_GAP TAKER");
    }

    @Test
    void barsWithoutFinerOnesAreResolvedByTheRuleAndCounted() {
        Bars later = Stage.bars(Timeframe.parse("6h"), ZoneOffset.UTC, Stage.DAY, bar(100, 101, 99, 100));
        Stage stage = Stage.of(bar(100, 106, 94, 100), bar(100, 101, 99, 100))
                .telling(later)
                .holding(10);
        protect(stage, 95, 105).play(2).expect("1: 10 @ 95 STOP TAKER", "2: CANCELLED");
        assertEquals(1, ambiguous(stage).size());
        assertEquals(new FinerBars.Use(0, 1), stage.venue().finerUse());
    }

    @Test
    void aMarketEntryAndItsStopAreNotAmbiguous() {
        Stage stage = Stage.of(bar(100, 106, 94, 105));
        stage.buy(MARKET, GOOD_TILL_CANCELLED, 0, 10);
        stage.send(
                Action.EXIT_LONG,
                STOP,
                GOOD_TILL_CANCELLED,
                95,
                10,
                OrderTerms.NONE.after(1).reducing());
        stage.play(1).expect("1: 10 @ 100 OPEN TAKER", "2: 10 @ 95 STOP TAKER");
        assertEquals(0, ambiguous(stage).size());
    }
}
