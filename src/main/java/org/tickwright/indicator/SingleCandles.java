package org.tickwright.indicator;

import static org.tickwright.indicator.PatternRecognition.pattern;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// Patterns of one candle.
final class SingleCandles {
    private static final int LOOKBACK = 10;

    private SingleCandles() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                pattern("CDLBELTHOLD", "Belt-hold", LOOKBACK, SingleCandles::beltHold, """
                    A long body without a shadow where it opened: 100 white, -100 black.\
                    """),
                pattern("CDLCLOSINGMARUBOZU", "Closing marubozu", LOOKBACK, SingleCandles::closingMarubozu, """
                    A long body without a shadow where it closed: 100 white, -100 black.\
                    """),
                pattern("CDLDOJI", "Doji", LOOKBACK, c -> c.doji(0) ? 100 : 0, """
                    Open and close as good as the same: a body of at most a tenth of the usual range. 100.\
                    """),
                pattern("CDLDRAGONFLYDOJI", "Dragonfly doji", LOOKBACK, SingleCandles::dragonfly, """
                    A doji with a lower shadow and no upper one. 100.\
                    """),
                pattern("CDLGRAVESTONEDOJI", "Gravestone doji", LOOKBACK, SingleCandles::gravestone, """
                    A doji with an upper shadow and no lower one. 100.\
                    """),
                pattern("CDLHIGHWAVE", "High-wave candle", LOOKBACK, SingleCandles::highWave, """
                    A short body and two shadows of more than twice its size: 100 white, -100 black.\
                    """),
                pattern("CDLLONGLEGGEDDOJI", "Long-legged doji", LOOKBACK, SingleCandles::longLegged, """
                    A doji with at least one shadow longer than its body. 100.\
                    """),
                pattern("CDLLONGLINE", "Long line", LOOKBACK, SingleCandles::longLine, """
                    A long body and two short shadows: 100 white, -100 black.\
                    """),
                pattern(
                        "CDLMARUBOZU",
                        "Marubozu",
                        LOOKBACK,
                        c -> c.longBody(0) && c.noShadows(0) ? 100 * c.color(0) : 0,
                        """
                        A long body without shadows: 100 white, -100 black.\
                        """),
                pattern("CDLRICKSHAWMAN", "Rickshaw man", LOOKBACK, SingleCandles::rickshawMan, """
                    A doji near the middle of its range, both shadows longer than its body. 100.\
                    """),
                pattern("CDLSHORTLINE", "Short line", LOOKBACK, SingleCandles::shortLine, """
                    A short body and two short shadows: 100 white, -100 black.\
                    """),
                pattern("CDLSPINNINGTOP", "Spinning top", LOOKBACK, SingleCandles::spinningTop, """
                    A short body and two shadows longer than it: 100 white, -100 black.\
                    """),
                pattern("CDLTAKURI", "Takuri", LOOKBACK, SingleCandles::takuri, """
                    A dragonfly doji whose lower shadow is more than twice its body. 100.\
                    """));
    }

    private static int beltHold(Candles c) {
        boolean open = c.white(0) ? c.noLowerShadow(0) : c.noUpperShadow(0);
        return c.longBody(0) && open ? 100 * c.color(0) : 0;
    }

    private static int closingMarubozu(Candles c) {
        boolean close = c.white(0) ? c.noUpperShadow(0) : c.noLowerShadow(0);
        return c.longBody(0) && close ? 100 * c.color(0) : 0;
    }

    private static int dragonfly(Candles c) {
        boolean lower = c.lowerShadow(0) > CandleSize.SHADOW_VERY_SHORT.of(c, 0);
        return c.doji(0) && c.noUpperShadow(0) && lower ? 100 : 0;
    }

    private static int gravestone(Candles c) {
        boolean upper = c.upperShadow(0) > CandleSize.SHADOW_VERY_SHORT.of(c, 0);
        return c.doji(0) && c.noLowerShadow(0) && upper ? 100 : 0;
    }

    private static int takuri(Candles c) {
        boolean lower = c.lowerShadow(0) > CandleSize.SHADOW_VERY_LONG.of(c, 0);
        return c.doji(0) && c.noUpperShadow(0) && lower ? 100 : 0;
    }

    private static int highWave(Candles c) {
        double waves = CandleSize.SHADOW_VERY_LONG.of(c, 0);
        boolean wide = c.upperShadow(0) > waves && c.lowerShadow(0) > waves;
        return c.shortBody(0) && wide ? 100 * c.color(0) : 0;
    }

    private static int longLegged(Candles c) {
        return c.doji(0) && (c.longLowerShadow(0) || c.longUpperShadow(0)) ? 100 : 0;
    }

    private static int rickshawMan(Candles c) {
        double middle = c.low(0) + c.range(0) / 2;
        boolean central = c.bottom(0) <= middle + c.near(0) && c.top(0) >= middle - c.near(0);
        return c.doji(0) && c.longLowerShadow(0) && c.longUpperShadow(0) && central ? 100 : 0;
    }

    private static int longLine(Candles c) {
        return c.longBody(0) && shortShadows(c) ? 100 * c.color(0) : 0;
    }

    private static int shortLine(Candles c) {
        return c.shortBody(0) && shortShadows(c) ? 100 * c.color(0) : 0;
    }

    private static boolean shortShadows(Candles c) {
        double size = CandleSize.SHADOW_SHORT.of(c, 0);
        return c.upperShadow(0) < size && c.lowerShadow(0) < size;
    }

    private static int spinningTop(Candles c) {
        boolean wide = c.upperShadow(0) > c.body(0) && c.lowerShadow(0) > c.body(0);
        return c.shortBody(0) && wide ? 100 * c.color(0) : 0;
    }
}
