package org.tickwright.indicator;

import static org.tickwright.indicator.PatternRecognition.described;
import static org.tickwright.indicator.PatternRecognition.pattern;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// Patterns of four and five candles, and the two that a later candle confirms.
final class CandleGroups {
    private CandleGroups() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                pattern("CDL3BLACKCROWS", "Three black crows", 13, CandleGroups::blackCrows, """
                    Three black candles without lower shadows after a white one, each opening in the body before \
                    and closing lower. -100.\
                    """),
                pattern("CDL3LINESTRIKE", "Three-line strike", 8, CandleGroups::lineStrike, """
                    Three candles of one color that close ever further, and one of the other color that takes \
                    all of it back: 100 if the three are white, -100 if black.\
                    """),
                pattern("CDLBREAKAWAY", "Breakaway", 14, CandleGroups::breakaway, """
                    A long candle, a gap in its direction, two candles further on, and one of the other color \
                    that closes inside the gap: 100 if it is white, -100 if black.\
                    """),
                pattern("CDLCONCEALBABYSWALL", "Concealing baby swallow", 13, CandleGroups::babySwallow, """
                    Two black marubozu; a black candle below a gap with an upper shadow into the second; a black \
                    one that covers it, shadows included. 100.\
                    """),
                pattern("CDLLADDERBOTTOM", "Ladder bottom", 14, CandleGroups::ladderBottom, """
                    Three black candles that open and close ever lower, a black one with an upper shadow, and a \
                    white one that opens above its body and closes above its high. 100.\
                    """),
                pattern("CDLMATHOLD", "Mat hold", 0.5, CandleGroups::matHold, """
                    A long white candle, a gap, three short candles that drift down without giving back more \
                    than the penetration, and a white one that closes above them all. 100.\
                    """),
                pattern("CDLRISEFALL3METHODS", "Rising or falling three methods", 14, CandleGroups::methods, """
                    A long candle, three short ones of the other color that drift back within its range, and a \
                    long one that goes on: 100 upwards, -100 downwards.\
                    """),
                described("CDLHIKKAKE", "Hikkake", """
                    A candle inside the one before, then a false break out of it: 100 after a break \
                    downwards, -100 upwards. 200 or -200 up to three candles later, where the close \
                    leaves the inside candle the other way.\
                    """)
                        .pane()
                        .computedBy(
                                arguments -> 5, (arguments, begin) -> new Hikkake(begin + 2, CandleGroups::hikkake)),
                described("CDLHIKKAKEMOD", "Modified hikkake", """
                    A hikkake whose inside candle lies inside a candle that is itself inside another \
                    and closes near its end. 100 after a break downwards, -100 upwards, 200 or -200 \
                    where confirmed up to three candles later.\
                    """)
                        .pane()
                        .computedBy(
                                arguments -> 10,
                                (arguments, begin) -> new Hikkake(begin + 7, CandleGroups::modifiedHikkake)));
    }

    private static int blackCrows(Candles c) {
        boolean colors = c.white(3) && c.black(2) && c.black(1) && c.black(0);
        boolean clean = c.noLowerShadow(2) && c.noLowerShadow(1) && c.noLowerShadow(0);
        boolean falling = c.high(3) > c.close(2) && c.close(2) > c.close(1) && c.close(1) > c.close(0);
        return colors && clean && falling && opensInBody(c, 1) && opensInBody(c, 0) ? -100 : 0;
    }

    private static boolean opensInBody(Candles c, int back) {
        return c.open(back) < c.open(back + 1) && c.open(back) > c.close(back + 1);
    }

    private static int lineStrike(Candles c) {
        boolean colors = c.alike(3, 2) && c.alike(2, 1) && !c.alike(1, 0);
        boolean up = c.close(1) > c.close(2) && c.close(2) > c.close(3);
        boolean down = c.close(1) < c.close(2) && c.close(2) < c.close(3);
        boolean strikeDown = c.open(0) > c.close(1) && c.close(0) < c.open(3);
        boolean strikeUp = c.open(0) < c.close(1) && c.close(0) > c.open(3);
        boolean strike = c.white(1) ? up && strikeDown : down && strikeUp;
        return colors && strike && opensAround(c, 2) && opensAround(c, 1) ? 100 * c.color(1) : 0;
    }

    private static boolean opensAround(Candles c, int back) {
        double near = c.near(back + 1);
        return c.open(back) >= c.bottom(back + 1) - near && c.open(back) <= c.top(back + 1) + near;
    }

    private static int breakaway(Candles c) {
        boolean colors = c.alike(4, 3) && c.alike(3, 1) && !c.alike(1, 0);
        boolean lower = c.gapsDown(3, 4)
                && c.high(2) < c.high(3)
                && c.low(2) < c.low(3)
                && c.high(1) < c.high(2)
                && c.low(1) < c.low(2)
                && c.close(0) > c.open(3)
                && c.close(0) < c.close(4);
        boolean higher = c.gapsUp(3, 4)
                && c.high(2) > c.high(3)
                && c.low(2) > c.low(3)
                && c.high(1) > c.high(2)
                && c.low(1) > c.low(2)
                && c.close(0) < c.open(3)
                && c.close(0) > c.close(4);
        return colors && (c.black(4) ? lower : higher) && c.longBody(4) ? 100 * c.color(0) : 0;
    }

    private static int babySwallow(Candles c) {
        boolean black = c.black(3) && c.black(2) && c.black(1) && c.black(0);
        boolean shadow = c.upperShadow(1) > CandleSize.SHADOW_VERY_SHORT.of(c, 1) && c.high(1) > c.close(2);
        boolean covers = c.high(0) > c.high(1) && c.low(0) < c.low(1);
        return black && covers && c.gapsDown(1, 2) && shadow && c.noShadows(3) && c.noShadows(2) ? 100 : 0;
    }

    private static int ladderBottom(Candles c) {
        boolean colors = c.black(4) && c.black(3) && c.black(2) && c.black(1) && c.white(0);
        boolean opens = c.open(4) > c.open(3) && c.open(3) > c.open(2);
        boolean closes = c.close(4) > c.close(3) && c.close(3) > c.close(2);
        boolean turns = c.upperShadow(1) > CandleSize.SHADOW_VERY_SHORT.of(c, 1)
                && c.open(0) > c.open(1)
                && c.close(0) > c.high(1);
        return colors && opens && closes && turns ? 100 : 0;
    }

    private static int matHold(Candles c, double penetration) {
        double floor = c.close(4) - c.body(4) * penetration;
        boolean colors = c.white(4) && c.black(3) && c.white(0) && c.gapsUp(3, 4);
        boolean drift = c.bottom(2) < c.close(4)
                && c.bottom(1) < c.close(4)
                && c.bottom(2) > floor
                && c.bottom(1) > floor
                && c.top(2) < c.open(3)
                && c.top(1) < c.top(2);
        boolean goesOn = c.open(0) > c.close(1) && c.close(0) > Math.max(Math.max(c.high(3), c.high(2)), c.high(1));
        return colors && drift && goesOn && c.longBody(4) && threeShort(c) ? 100 : 0;
    }

    private static boolean threeShort(Candles c) {
        return c.shortBody(3) && c.shortBody(2) && c.shortBody(1);
    }

    private static int methods(Candles c) {
        boolean colors = !c.alike(4, 3) && c.alike(3, 2) && c.alike(2, 1) && !c.alike(1, 0);
        boolean within = isWithin(c, 3) && isWithin(c, 2) && isWithin(c, 1);
        int way = c.color(4);
        boolean drift = c.close(2) * way < c.close(3) * way && c.close(1) * way < c.close(2) * way;
        boolean goesOn = c.open(0) * way > c.close(1) * way && c.close(0) * way > c.close(4) * way;
        boolean sizes = c.longBody(4) && threeShort(c) && c.longBody(0);
        return colors && within && drift && goesOn && sizes ? 100 * way : 0;
    }

    private static boolean isWithin(Candles c, int back) {
        return c.bottom(back) < c.high(4) && c.top(back) > c.low(4);
    }

    private static boolean isInside(Candles c, int back) {
        return c.high(back) < c.high(back + 1) && c.low(back) > c.low(back + 1);
    }

    private static int hikkake(Candles c) {
        boolean down = c.high(0) < c.high(1) && c.low(0) < c.low(1);
        boolean up = c.high(0) > c.high(1) && c.low(0) > c.low(1);
        return isInside(c, 1) && (down || up) ? down ? 100 : -100 : 0;
    }

    private static int modifiedHikkake(Candles c) {
        boolean down = c.high(0) < c.high(1) && c.low(0) < c.low(1) && c.close(2) <= c.low(2) + c.near(2);
        boolean up = c.high(0) > c.high(1) && c.low(0) > c.low(1) && c.close(2) >= c.high(2) - c.near(2);
        return isInside(c, 2) && isInside(c, 1) && (down || up) ? down ? 100 : -100 : 0;
    }
}
