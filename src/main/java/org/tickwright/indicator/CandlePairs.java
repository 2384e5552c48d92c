package org.tickwright.indicator;

import static org.tickwright.indicator.PatternRecognition.pattern;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// Patterns of two candles, and of one candle beside its neighbour.
final class CandlePairs {
    private static final int LOOKBACK = 11;

    private CandlePairs() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                pattern("CDLCOUNTERATTACK", "Counterattack", LOOKBACK, CandlePairs::counterattack, """
                    Two long candles of opposite color that close at the same price: 100 if the second is white, \
                    -100 if black.\
                    """),
                pattern("CDLDARKCLOUDCOVER", "Dark cloud cover", 0.5, CandlePairs::darkCloudCover, """
                    A long white candle; a black one that opens above its high and closes inside its body, more \
                    than the penetration below its close. -100.\
                    """),
                pattern("CDLDOJISTAR", "Doji star", LOOKBACK, CandlePairs::dojiStar, """
                    A long candle and a doji whose body leaves a gap in the same direction: -100 above a white \
                    candle, 100 below a black one.\
                    """),
                pattern("CDLENGULFING", "Engulfing", 2, CandlePairs::engulfing, """
                    A body that covers the body of the candle before, of the other color: 100 if white, -100 if \
                    black; 80 and -80 where one end of the two bodies is the same.\
                    """),
                pattern("CDLHAMMER", "Hammer", LOOKBACK, CandlePairs::hammer, """
                    A short body with a long lower shadow and no upper one, at or below the low before it. 100.\
                    """),
                pattern("CDLHANGINGMAN", "Hanging man", LOOKBACK, CandlePairs::hangingMan, """
                    A short body with a long lower shadow and no upper one, at or above the high before it. \
                    -100.\
                    """),
                pattern(
                        "CDLHARAMI",
                        "Harami",
                        LOOKBACK,
                        c -> harami(c, !(c.body(0) > CandleSize.BODY_SHORT.of(c, 0))),
                        """
                        A short body inside the long body before it: 100 after a black candle, -100 after a white \
                        one; 80 and -80 where one end of the two bodies is the same.\
                        """),
                pattern("CDLHARAMICROSS", "Harami cross", LOOKBACK, c -> harami(c, c.doji(0)), """
                    A doji inside the long body before it: 100 after a black candle, -100 after a white one; 80 \
                    and -80 where one end of the two bodies is the same.\
                    """),
                pattern("CDLHOMINGPIGEON", "Homing pigeon", LOOKBACK, CandlePairs::homingPigeon, """
                    A short black body inside the long black body before it. 100.\
                    """),
                pattern("CDLINNECK", "In-neck", LOOKBACK, CandlePairs::inNeck, """
                    A long black candle; a white one that opens below its low and closes at its close or barely \
                    above. -100.\
                    """),
                pattern("CDLINVERTEDHAMMER", "Inverted hammer", LOOKBACK, CandlePairs::invertedHammer, """
                    A short body with a long upper shadow and no lower one, below the body before it. 100.\
                    """),
                pattern("CDLKICKING", "Kicking", LOOKBACK, c -> kicks(c) ? 100 * c.color(0) : 0, """
                    Two marubozu of opposite color with a gap between them: 100 if the second is white, -100 if \
                    black.\
                    """),
                pattern("CDLKICKINGBYLENGTH", "Kicking by length", LOOKBACK, CandlePairs::kickingByLength, """
                    Two marubozu of opposite color with a gap between them: 100 if the longer is white, -100 if \
                    black.\
                    """),
                pattern("CDLMATCHINGLOW", "Matching low", 6, CandlePairs::matchingLow, """
                    Two black candles that close at the same price. 100.\
                    """),
                pattern("CDLONNECK", "On-neck", LOOKBACK, CandlePairs::onNeck, """
                    A long black candle; a white one that opens below its low and closes at its low. -100.\
                    """),
                pattern("CDLPIERCING", "Piercing", LOOKBACK, CandlePairs::piercing, """
                    A long black candle; a long white one that opens below its low and closes inside its body, \
                    above the middle. 100.\
                    """),
                pattern("CDLSEPARATINGLINES", "Separating lines", LOOKBACK, CandlePairs::separatingLines, """
                    Two candles of opposite color that open at the same price, the second long and without a \
                    shadow there: 100 if it is white, -100 if black.\
                    """),
                pattern("CDLSHOOTINGSTAR", "Shooting star", LOOKBACK, CandlePairs::shootingStar, """
                    A short body with a long upper shadow and no lower one, above the body before it. -100.\
                    """),
                pattern("CDLTHRUSTING", "Thrusting", LOOKBACK, CandlePairs::thrusting, """
                    A long black candle; a white one that opens below its low and closes inside its body, up to \
                    the middle. -100.\
                    """));
    }

    private static int counterattack(Candles c) {
        boolean opposed = !c.alike(1, 0) && c.longBody(1) && c.longBody(0);
        return opposed && c.equal(c.close(0), c.close(1), 1) ? 100 * c.color(0) : 0;
    }

    private static int darkCloudCover(Candles c, double penetration) {
        boolean into = c.close(0) > c.open(1) && c.close(0) < c.close(1) - c.body(1) * penetration;
        return c.white(1) && c.black(0) && c.longBody(1) && c.open(0) > c.high(1) && into ? -100 : 0;
    }

    private static int dojiStar(Candles c) {
        boolean star = c.white(1) ? c.gapsUp(0, 1) : c.gapsDown(0, 1);
        return star && c.longBody(1) && c.doji(0) ? -100 * c.color(1) : 0;
    }

    private static int engulfing(Candles c) {
        boolean covers = c.top(0) >= c.top(1) && c.bottom(0) <= c.bottom(1);
        boolean sameTop = c.top(0) == c.top(1);
        boolean sameBottom = c.bottom(0) == c.bottom(1);
        if (c.alike(0, 1) || !covers || (sameTop && sameBottom)) {
            return 0;
        }
        return (sameTop || sameBottom ? 80 : 100) * c.color(0);
    }

    private static int harami(Candles c, boolean small) {
        if (!small || !c.longBody(1)) {
            return 0;
        }
        if (c.top(0) < c.top(1) && c.bottom(0) > c.bottom(1)) {
            return -100 * c.color(1);
        }
        return c.top(0) <= c.top(1) && c.bottom(0) >= c.bottom(1) ? -80 * c.color(1) : 0;
    }

    private static int hammer(Candles c) {
        return lowerShadowAlone(c) && c.bottom(0) <= c.low(1) + c.near(1) ? 100 : 0;
    }

    private static int hangingMan(Candles c) {
        return lowerShadowAlone(c) && c.bottom(0) >= c.high(1) - c.near(1) ? -100 : 0;
    }

    private static boolean lowerShadowAlone(Candles c) {
        return c.shortBody(0) && c.longLowerShadow(0) && c.noUpperShadow(0);
    }

    private static int invertedHammer(Candles c) {
        return upperShadowAlone(c) && c.gapsDown(0, 1) ? 100 : 0;
    }

    private static int shootingStar(Candles c) {
        return upperShadowAlone(c) && c.gapsUp(0, 1) ? -100 : 0;
    }

    private static boolean upperShadowAlone(Candles c) {
        return c.shortBody(0) && c.longUpperShadow(0) && c.noLowerShadow(0);
    }

    private static int homingPigeon(Candles c) {
        boolean inside = c.open(0) < c.open(1) && c.close(0) > c.close(1);
        boolean smaller = c.longBody(1) && c.body(0) <= CandleSize.BODY_SHORT.of(c, 0);
        return c.black(1) && c.black(0) && smaller && inside ? 100 : 0;
    }

    /// A long black candle and a white one that opens below its low.
    private static boolean opensBelow(Candles c) {
        return c.black(1) && c.white(0) && c.open(0) < c.low(1) && c.longBody(1);
    }

    private static int inNeck(Candles c) {
        boolean neck = c.close(0) >= c.close(1) && c.close(0) <= c.close(1) + CandleSize.EQUAL.of(c, 1);
        return opensBelow(c) && neck ? -100 : 0;
    }

    private static int onNeck(Candles c) {
        return opensBelow(c) && c.equal(c.close(0), c.low(1), 1) ? -100 : 0;
    }

    private static int thrusting(Candles c) {
        boolean into =
                c.close(0) > c.close(1) + CandleSize.EQUAL.of(c, 1) && c.close(0) <= c.close(1) + c.body(1) * 0.5;
        return opensBelow(c) && into ? -100 : 0;
    }

    private static int piercing(Candles c) {
        boolean into = c.close(0) < c.open(1) && c.close(0) > c.close(1) + c.body(1) * 0.5;
        return opensBelow(c) && c.longBody(0) && into ? 100 : 0;
    }

    private static boolean kicks(Candles c) {
        boolean gap = c.black(1) ? c.leapsUp(0, 1) : c.leapsDown(0, 1);
        boolean marubozu = c.longBody(1) && c.noShadows(1) && c.longBody(0) && c.noShadows(0);
        return gap && !c.alike(1, 0) && marubozu;
    }

    private static int kickingByLength(Candles c) {
        int longer = c.body(0) > c.body(1) ? 0 : 1;
        return kicks(c) ? 100 * c.color(longer) : 0;
    }

    private static int matchingLow(Candles c) {
        return c.black(1) && c.black(0) && c.equal(c.close(0), c.close(1), 1) ? 100 : 0;
    }

    private static int separatingLines(Candles c) {
        boolean clean = c.white(0) ? c.noLowerShadow(0) : c.noUpperShadow(0);
        boolean parts = !c.alike(1, 0) && c.equal(c.open(0), c.open(1), 1);
        return parts && c.longBody(0) && clean ? 100 * c.color(0) : 0;
    }
}
