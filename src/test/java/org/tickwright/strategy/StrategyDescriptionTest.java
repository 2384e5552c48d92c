package org.tickwright.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StrategyDescriptionTest {

    @Test
    void saysWhatATraderWouldSay() {
        StrategyDocument document = new Graph()
                .parameter("low", false, 30, 10, 40, 5)
                .node("rsi", "indicator.RSI", "optInTimePeriod", 14)
                .node("low", "parameter", "parameter", "$low")
                .node("up", "crossesAbove")
                .wire("rsi", "up.a")
                .wire("low", "up.b")
                .node("close", "price")
                .node("mean", "indicator.SMA", "optInTimePeriod", 200)
                .wire("close", "mean.real")
                .node("trend", "greater")
                .wire("close", "trend.a")
                .wire("mean", "trend.b")
                .node("both", "and")
                .wire("up", "both.a")
                .wire("trend", "both.b")
                .node("atr", "indicator.ATR", "optInTimePeriod", 14)
                .node("stop", "stopDistance", "multiple", 2)
                .wire("atr", "stop.distance")
                .node("risk", "sizeRisk", "fraction", 0.01)
                .node("enterLong", "enterLong")
                .wire("both", "enterLong.when")
                .wire("risk", "enterLong.size")
                .wire("stop", "enterLong.stop")
                .document();
        assertEquals("""
            test

            Enter long when the relative strength index of the close over 14 bars crosses above low = 30 and the\
             close is above the simple moving average of the close over 200 bars, sized so that the stop risks 1 %\
             of the account, with a stop loss at 2 × the average true range over 14 bars from the entry fill.
            Rules are read at every close; orders fill at the next open.
            Parameters: low 30 (10 to 40 in steps of 5).
            """, StrategyDescription.describe(document));
    }

    @Test
    void saysHowSizesOfSeveralNumbersAreFound() {
        Graph graph = new Graph()
                .node("target", "sizeVolatility", "target", 0.15, "bars", 60)
                .node("kelly", "sizeKelly", "multiple", 0.5)
                .node("up", "enterLong")
                .wire("target", "up.size")
                .node("down", "enterShort")
                .wire("kelly", "down.size");
        String words = StrategyDescription.describe(graph.document());
        assertTrue(
                words.contains(
                        "sized so that the position moves the account by 15 % a year, as the price moved over the"
                                + " last 60 bars"),
                words);
        assertTrue(
                words.contains(
                        "with 0.5 times the Kelly fraction of the account by the trades so far, at most 25 %, and"
                                + " 10 % until 30 are closed"),
                words);
    }

    @Test
    void saysWhatIsMissingOrUnknown() {
        assertTrue(StrategyDescription.describe(StrategyDocument.empty("")).contains("no rule yet"));
        StrategyDocument document = new Graph()
                .node("x", "from.tomorrow")
                .node("in", "enterLong")
                .wire("x", "in.when")
                .node("out", "exitLong")
                .node("idle", "constant")
                .document();
        String words = StrategyDescription.describe(document);
        assertTrue(words.contains("Enter long (in) when (x, of the unknown type from.tomorrow)."), words);
        assertTrue(words.contains("Exit long (out) when (nothing is connected)."), words);
        assertTrue(words.contains("Not used by any rule: idle."), words);
    }

    @Test
    void staysShortWhereAGraphIsDeepOrCircular() {
        Graph deep = new Graph().node("n0", "price");
        for (int i = 1; i <= 300; i++) {
            deep.node("n" + i, "add").wire("n" + (i - 1), "n" + i + ".a").wire("n" + (i - 1), "n" + i + ".b");
        }
        deep.node("up", "greater")
                .wire("n300", "up.a")
                .wire("n0", "up.b")
                .node("in", "enterLong")
                .wire("up", "in.when");
        String words = StrategyDescription.describe(deep.document());
        assertTrue(words.contains("Where “n296” is: "), words);
        assertTrue(words.length() < 100_000, () -> words.length() + " characters");
        Graph circle = new Graph()
                .node("p", "negate")
                .node("q", "abs")
                .wire("p", "q.a")
                .wire("q", "p.a")
                .node("up", "greater")
                .wire("p", "up.a")
                .wire("q", "up.b")
                .node("in", "enterLong")
                .wire("up", "in.when");
        assertTrue(StrategyDescription.describe(circle.document()).contains("Enter long (in) when "));
    }
}
