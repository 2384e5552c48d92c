package org.tickwright.indicator;

import static org.tickwright.indicator.PatternRecognition.pattern;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// Patterns of three candles without a star in the middle: crows, soldiers, insides, gaps.
final class CandleTriples {
    private static final int LOOKBACK = 12;

    private CandleTriples() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                pattern("CDL2CROWS", "Two crows", LOOKBACK, CandleTriples::twoCrows, """
                    A long white candle; a black one whose body lies above it; a black one that opens inside the \
                    second body and closes inside the first. -100.\
                    """),
                pattern("CDL3INSIDE", "Three inside up or down", LOOKBACK, CandleTriples::threeInside, """
                    A harami confirmed by a third candle that closes beyond the open of the first: 100 upwards, \
                    -100 downwards.\
                    """),
                pattern("CDL3OUTSIDE", "Three outside up or down", 3, CandleTriples::threeOutside, """
                    An engulfing body confirmed by a third candle that closes further on: 100 upwards, -100 \
                    downwards.\
                    """),
                pattern("CDL3STARSINSOUTH", "Three stars in the south", LOOKBACK, CandleTriples::threeStars, """
                    Three black candles that shrink: a long one with a long lower shadow, a smaller one with a \
                    higher low, a small marubozu inside it. 100.\
                    """),
                pattern("CDL3WHITESOLDIERS", "Three advancing white soldiers", LOOKBACK, CandleTriples::soldiers, """
                    Three white candles that close ever higher without upper shadows, each opening in or near \
                    the body before and none much shorter. 100.\
                    """),
                pattern("CDLADVANCEBLOCK", "Advance block", LOOKBACK, CandleTriples::advanceBlock, """
                    Three white candles that close ever higher while their bodies shrink or their upper shadows \
                    grow. -100.\
                    """),
                pattern("CDLGAPSIDESIDEWHITE", "Gap side-by-side white lines", 7, CandleTriples::sideBySide, """
                    Two white candles of the same size and open beyond a gap: 100 above it, -100 below.\
                    """),
                pattern("CDLIDENTICAL3CROWS", "Identical three crows", LOOKBACK, CandleTriples::identicalCrows, """
                    Three black candles that close ever lower without lower shadows, each opening at the close \
                    before. -100.\
                    """),
                pattern("CDLSTALLEDPATTERN", "Stalled pattern", LOOKBACK, CandleTriples::stalled, """
                    Two long white candles and a short white one at the shoulder of the second. -100.\
                    """),
                pattern("CDLSTICKSANDWICH", "Stick sandwich", 7, CandleTriples::stickSandwich, """
                    A white candle, wholly above the close before it, between two black ones that close at the \
                    same price. 100.\
                    """),
                pattern("CDLTASUKIGAP", "Tasuki gap", 7, CandleTriples::tasukiGap, """
                    A candle beyond a gap, then one of the other color and about the same size that opens in its \
                    body and closes inside the gap: 100 upwards, -100 downwards.\
                    """),
                pattern("CDLUNIQUE3RIVER", "Unique three river", LOOKBACK, CandleTriples::uniqueRiver, """
                    A long black candle; a black harami with a lower low; a short white candle that opens above \
                    that low. 100.\
                    """),
                pattern("CDLUPSIDEGAP2CROWS", "Upside gap two crows", LOOKBACK, CandleTriples::upsideGapCrows, """
                    A long white candle; a short black one above a gap; a black one that engulfs it and leaves \
                    the gap open. -100.\
                    """),
                pattern(
                        "CDLXSIDEGAP3METHODS",
                        "Upside or downside gap three methods",
                        2,
                        CandleTriples::gapMethods,
                        """
                        Two candles of one color with a gap between them, and one of the other color that opens in \
                        the second body and closes in the first: 100 upwards, -100 downwards.\
                        """));
    }

    private static int twoCrows(Candles c) {
        boolean crows = c.white(2) && c.black(1) && c.black(0) && c.gapsUp(1, 2);
        boolean second = c.open(0) < c.open(1) && c.open(0) > c.close(1);
        boolean first = c.close(0) > c.open(2) && c.close(0) < c.close(2);
        return crows && second && first && c.longBody(2) ? -100 : 0;
    }

    private static int threeInside(Candles c) {
        boolean inside = c.top(1) < c.top(2) && c.bottom(1) > c.bottom(2);
        boolean beyond = c.white(2) ? c.close(0) < c.open(2) : c.close(0) > c.open(2);
        boolean sizes = c.longBody(2) && c.body(1) <= CandleSize.BODY_SHORT.of(c, 1);
        return inside && beyond && !c.alike(2, 0) && sizes ? -100 * c.color(2) : 0;
    }

    private static int threeOutside(Candles c) {
        if (c.alike(1, 2)) {
            return 0;
        }
        boolean rising = c.close(1) > c.open(2) && c.open(1) < c.close(2) && c.close(0) > c.close(1);
        boolean falling = c.open(1) > c.close(2) && c.close(1) < c.open(2) && c.close(0) < c.close(1);
        return (c.white(1) ? rising : falling) ? 100 * c.color(1) : 0;
    }

    private static int threeStars(Candles c) {
        boolean black = c.black(2) && c.black(1) && c.black(0);
        boolean first = c.longBody(2) && c.longLowerShadow(2);
        boolean second = c.body(1) < c.body(2)
                && c.open(1) > c.close(2)
                && c.open(1) <= c.high(2)
                && c.low(1) < c.close(2)
                && c.low(1) >= c.low(2)
                && c.lowerShadow(1) > CandleSize.SHADOW_VERY_SHORT.of(c, 1);
        boolean third = c.shortBody(0) && c.noShadows(0) && c.low(0) > c.low(1) && c.high(0) < c.high(1);
        return black && first && second && third ? 100 : 0;
    }

    /// Three white candles that close ever higher.
    private static boolean advance(Candles c) {
        boolean white = c.white(2) && c.white(1) && c.white(0);
        return white && c.close(0) > c.close(1) && c.close(1) > c.close(2);
    }

    /// True if the candle opens in the body before it or near its close.
    private static boolean opensNear(Candles c, int back) {
        int before = back + 1;
        return c.open(back) > c.open(before) && c.open(back) <= c.close(before) + c.near(before);
    }

    private static int soldiers(Candles c) {
        boolean clean = c.noUpperShadow(2) && c.noUpperShadow(1) && c.noUpperShadow(0);
        boolean steady = c.body(1) > c.body(2) - c.far(2)
                && c.body(0) > c.body(1) - c.far(1)
                && c.body(0) > CandleSize.BODY_SHORT.of(c, 0);
        return advance(c) && clean && opensNear(c, 1) && opensNear(c, 0) && steady ? 100 : 0;
    }

    private static int advanceBlock(Candles c) {
        boolean block = advance(c) && opensNear(c, 1) && opensNear(c, 0);
        boolean first = c.longBody(2) && c.upperShadow(2) < CandleSize.SHADOW_SHORT.of(c, 2);
        return block && first && weakens(c) ? -100 : 0;
    }

    private static boolean weakens(Candles c) {
        boolean shorter = c.body(0) < c.body(1);
        boolean shadows = c.upperShadow(0) > CandleSize.SHADOW_SHORT.of(c, 0)
                || c.upperShadow(1) > CandleSize.SHADOW_SHORT.of(c, 1);
        return (c.body(1) < c.body(2) - c.far(2) && c.body(0) < c.body(1) + c.near(1))
                || c.body(0) < c.body(1) - c.far(1)
                || (shorter && c.body(1) < c.body(2) && shadows)
                || (shorter && c.longUpperShadow(0));
    }

    private static int sideBySide(Candles c) {
        boolean up = c.gapsUp(1, 2) && c.gapsUp(0, 2);
        boolean down = c.gapsDown(1, 2) && c.gapsDown(0, 2);
        boolean size = c.body(0) >= c.body(1) - c.near(1) && c.body(0) <= c.body(1) + c.near(1);
        boolean twins = c.white(1) && c.white(0) && size && c.equal(c.open(0), c.open(1), 1);
        return (up || down) && twins ? up ? 100 : -100 : 0;
    }

    private static int identicalCrows(Candles c) {
        boolean black = c.black(2) && c.black(1) && c.black(0);
        boolean falling = c.close(2) > c.close(1) && c.close(1) > c.close(0);
        boolean clean = c.noLowerShadow(2) && c.noLowerShadow(1) && c.noLowerShadow(0);
        boolean identical = c.equal(c.open(1), c.close(2), 2) && c.equal(c.open(0), c.close(1), 1);
        return black && falling && clean && identical ? -100 : 0;
    }

    private static int stalled(Candles c) {
        boolean second = c.longBody(2) && c.longBody(1) && c.noUpperShadow(1) && opensNear(c, 1);
        boolean shoulder = c.shortBody(0) && c.open(0) >= c.close(1) - c.body(0) - c.near(1);
        return advance(c) && second && shoulder ? -100 : 0;
    }

    private static int stickSandwich(Candles c) {
        boolean colors = c.black(2) && c.white(1) && c.black(0);
        return colors && c.low(1) > c.close(2) && c.equal(c.close(0), c.close(2), 2) ? 100 : 0;
    }

    private static int tasukiGap(Candles c) {
        boolean up = c.gapsUp(1, 2)
                && c.white(1)
                && c.black(0)
                && c.open(0) < c.close(1)
                && c.open(0) > c.open(1)
                && c.close(0) < c.open(1)
                && c.close(0) > c.top(2);
        boolean down = c.gapsDown(1, 2)
                && c.black(1)
                && c.white(0)
                && c.open(0) < c.open(1)
                && c.open(0) > c.close(1)
                && c.close(0) > c.open(1)
                && c.close(0) < c.bottom(2);
        boolean size = Math.abs(c.body(1) - c.body(0)) < c.near(1);
        return (up || down) && size ? 100 * c.color(1) : 0;
    }

    private static int uniqueRiver(Candles c) {
        boolean harami = c.close(1) > c.close(2) && c.open(1) <= c.open(2) && c.low(1) < c.low(2);
        boolean colors = c.black(2) && c.black(1) && c.white(0);
        return colors && harami && c.longBody(2) && c.shortBody(0) && c.open(0) > c.low(1) ? 100 : 0;
    }

    private static int upsideGapCrows(Candles c) {
        boolean colors = c.white(2) && c.black(1) && c.black(0);
        boolean sizes = c.longBody(2) && c.body(1) <= CandleSize.BODY_SHORT.of(c, 1);
        boolean engulfs = c.open(0) > c.open(1) && c.close(0) < c.close(1) && c.close(0) > c.close(2);
        return colors && c.gapsUp(1, 2) && sizes && engulfs ? -100 : 0;
    }

    private static int gapMethods(Candles c) {
        boolean colors = c.alike(2, 1) && !c.alike(1, 0);
        boolean opens = c.open(0) < c.top(1) && c.open(0) > c.bottom(1);
        boolean closes = c.close(0) < c.top(2) && c.close(0) > c.bottom(2);
        boolean gap = c.white(2) ? c.gapsUp(1, 2) : c.gapsDown(1, 2);
        return colors && opens && closes && gap ? 100 * c.color(2) : 0;
    }
}
