package org.tickwright.indicator;

import static org.tickwright.indicator.PatternRecognition.pattern;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;

/// Patterns of three candles with a star, a small body apart from its neighbours, in the middle.
final class CandleStars {
    private static final double PENETRATION = 0.3;

    private CandleStars() {}

    static List<IndicatorDefinition> all() {
        return List.of(
                pattern("CDLABANDONEDBABY", "Abandoned baby", PENETRATION, CandleStars::abandonedBaby, """
                    A long candle, a doji beyond a gap of whole candles, and a candle of the other color back \
                    across a gap that closes in the first body by more than the penetration: 100 at a bottom, \
                    -100 at a top.\
                    """),
                pattern("CDLEVENINGDOJISTAR", "Evening doji star", PENETRATION, CandleStars::eveningDojiStar, """
                    A long white candle, a doji above it, and a black candle that closes in the first body by \
                    more than the penetration. -100.\
                    """),
                pattern("CDLEVENINGSTAR", "Evening star", PENETRATION, CandleStars::eveningStar, """
                    A long white candle, a short body above it, and a black candle that closes in the first body \
                    by more than the penetration. -100.\
                    """),
                pattern("CDLMORNINGDOJISTAR", "Morning doji star", PENETRATION, CandleStars::morningDojiStar, """
                    A long black candle, a doji below it, and a white candle that closes in the first body by \
                    more than the penetration. 100.\
                    """),
                pattern("CDLMORNINGSTAR", "Morning star", PENETRATION, CandleStars::morningStar, """
                    A long black candle, a short body below it, and a white candle that closes in the first body \
                    by more than the penetration. 100.\
                    """),
                pattern("CDLTRISTAR", "Tristar", 12, CandleStars::tristar, """
                    Three doji, the middle one apart: -100 above its neighbours, 100 below.\
                    """));
    }

    private static int abandonedBaby(Candles c, double penetration) {
        boolean alone = c.white(2) ? c.leapsUp(1, 2) && c.leapsDown(0, 1) : c.leapsDown(1, 2) && c.leapsUp(0, 1);
        return alone && c.doji(1) && returns(c, penetration) ? 100 * c.color(0) : 0;
    }

    private static int eveningDojiStar(Candles c, double penetration) {
        return c.white(2) && c.gapsUp(1, 2) && c.doji(1) && returns(c, penetration) ? -100 : 0;
    }

    private static int eveningStar(Candles c, double penetration) {
        return c.white(2) && c.gapsUp(1, 2) && smallStar(c) && returns(c, penetration) ? -100 : 0;
    }

    private static int morningDojiStar(Candles c, double penetration) {
        return c.black(2) && c.gapsDown(1, 2) && c.doji(1) && returns(c, penetration) ? 100 : 0;
    }

    private static int morningStar(Candles c, double penetration) {
        return c.black(2) && c.gapsDown(1, 2) && smallStar(c) && returns(c, penetration) ? 100 : 0;
    }

    private static boolean smallStar(Candles c) {
        return c.body(1) <= CandleSize.BODY_SHORT.of(c, 1);
    }

    /// A long candle and, two later, one of the other color, not short, that closes deep in its body.
    private static boolean returns(Candles c, double penetration) {
        double depth = c.body(2) * penetration;
        boolean deep = c.white(2) ? c.close(0) < c.close(2) - depth : c.close(0) > c.close(2) + depth;
        boolean sizes = c.longBody(2) && c.body(0) > CandleSize.BODY_SHORT.of(c, 0);
        return deep && !c.alike(2, 0) && sizes;
    }

    private static int tristar(Candles c) {
        double doji = CandleSize.BODY_DOJI.of(c, 2);
        if (c.body(2) > doji || c.body(1) > doji || c.body(0) > doji) {
            return 0;
        }
        if (c.gapsUp(1, 2) && c.top(0) < c.top(1)) {
            return -100;
        }
        return c.gapsDown(1, 2) && c.bottom(0) > c.bottom(1) ? 100 : 0;
    }
}
