package org.tickwright.indicator;

import static org.tickwright.spi.IndicatorSpec.Unit.PRICE;

import java.util.List;
import org.tickwright.spi.IndicatorDefinition;
import org.tickwright.spi.IndicatorKernel;
import org.tickwright.spi.IndicatorSpec;

/// Moving averages that TA-Lib has not: lines on the scale of the price.
final class FurtherAverages {
    static final String GROUP = "Further Averages";

    private FurtherAverages() {}

    static List<IndicatorDefinition> all() {
        return List.of(hull(), volumeWeighted(), smoothed(), zeroLag(), gaussian(), rollingVwap(), anchoredVwap());
    }

    private static IndicatorDefinition hull() {
        return BuiltIn.named("HMA", "Hull moving average")
                .group(GROUP)
                .summary("""
                    Hardly any lag for its smoothness: `WMA(2 * WMA(x, n/2) - WMA(x, n), sqrt(n))`, halves and roots \
                    rounded down. Source: A. Hull, 2005.\
                    """)
                .real()
                .period("Period", "Period", 2, 20)
                .output("Real", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0) + root(p.integer(0)) - 2, p -> hull(p.integer(0)));
    }

    private static IndicatorKernel hull(int period) {
        Stage half = Stage.weighted(period / 2);
        Stage whole = Stage.weighted(period);
        Stage smooth = Stage.weighted(root(period));
        return (RowFormula)
                (in, row, out) -> out[0][row] = smooth.next(2 * half.next(in[0][row]) - whole.next(in[0][row]));
    }

    private static int root(int period) {
        return (int) Math.sqrt(period);
    }

    private static IndicatorDefinition volumeWeighted() {
        return BuiltIn.named("VWMA", "Volume-weighted moving average")
                .group(GROUP)
                .summary("""
                    The mean of the last n values, each weighted by its volume: \
                    `sum(x * volume, n) / sum(volume, n)`. Undefined where nothing traded in n bars.\
                    """)
                .real()
                .prices("volume")
                .period("Period", "Period", 1, 20)
                .output("Real", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0) - 1, p -> weightedByVolume(p.integer(0)));
    }

    private static IndicatorKernel weightedByVolume(int period) {
        Stage money = Stage.simple(period);
        Stage units = Stage.simple(period);
        return (RowFormula)
                (in, row, out) -> out[0][row] = money.next(in[0][row] * in[1][row]) / units.next(in[1][row]);
    }

    private static IndicatorDefinition smoothed() {
        return BuiltIn.named("SMMA", "Smoothed moving average")
                .group(GROUP)
                .summary("""
                    Wilder's average, also called RMA: `(previous * (n-1) + x) / n` from the plain mean of the first \
                    n values on. Source: J. W. Wilder, New Concepts in Technical Trading Systems, 1978.\
                    """)
                .real()
                .period("Period", "Period", 1, 14)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(p -> new WilderAverage(p.integer(0)));
    }

    private static IndicatorDefinition zeroLag() {
        return BuiltIn.named("ZLEMA", "Zero-lag exponential moving average")
                .group(GROUP)
                .summary("""
                    An exponential average of values pushed on by their own change over its lag: \
                    `EMA(2 * x - x[(n-1)/2 ago], n)`. Source: J. Ehlers and R. Way, 2010.\
                    """)
                .real()
                .period("Period", "Period", 1, 20)
                .output("Real", PRICE)
                .overlay()
                .computedBy(p -> (p.integer(0) - 1) / 2 + p.integer(0) - 1, p -> zeroLag(p.integer(0)));
    }

    private static IndicatorKernel zeroLag(int period) {
        Stage before = Stage.delay((period - 1) / 2);
        Stage average = Stage.exponential(period);
        return (RowFormula) (in, row, out) -> out[0][row] = average.next(2 * in[0][row] - before.next(in[0][row]));
    }

    private static IndicatorDefinition gaussian() {
        return BuiltIn.named("ALMA", "Arnaud Legoux moving average")
                .group(GROUP)
                .summary("""
                    A mean of the last n values under a bell whose middle lies at `offset * (n-1)` and whose width is \
                    `n / sigma`. Source: A. Legoux and D. Kouzis-Loukas, 2009.\
                    """)
                .real()
                .period("Period", "Period", 1, 9)
                .number("Offset", "Offset of the bell", 0, 1, 0.85)
                .number("Sigma", "Sharpness", 0.01, 1_000, 6)
                .cost(IndicatorSpec.Cost.WINDOW)
                .output("Real", PRICE)
                .overlay()
                .transformedBy(p -> new GaussianAverage(p.integer(0), p.real(1), p.real(2)));
    }

    private static IndicatorDefinition rollingVwap() {
        return BuiltIn.named("VWAP_ROLLING", "Volume-weighted average price of a window")
                .group(GROUP)
                .summary("""
                    What a unit cost on average over the last n bars: the sum of `(high + low + close) / 3 * volume` \
                    over the sum of `volume`. Undefined where nothing traded in n bars.\
                    """)
                .prices("high", "low", "close", "volume")
                .period("Period", "Period", 1, 20)
                .output("Real", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0) - 1, p -> rollingVwap(p.integer(0)));
    }

    private static IndicatorKernel rollingVwap(int period) {
        Stage money = Stage.simple(period);
        Stage units = Stage.simple(period);
        return (RowFormula) (in, row, out) -> {
            double typical = (in[0][row] + in[1][row] + in[2][row]) / 3;
            out[0][row] = money.next(typical * in[3][row]) / units.next(in[3][row]);
        };
    }

    private static IndicatorDefinition anchoredVwap() {
        return BuiltIn.named("VWAP_ANCHORED", "Volume-weighted average price since an anchor")
                .group(GROUP)
                .summary("""
                    What a unit cost on average since the anchor, the row of that number counted from the first row: \
                    the sum of `(high + low + close) / 3 * volume` over the sum of `volume`.\
                    """)
                .prices("high", "low", "close", "volume")
                .period("Anchor", "First row", 0, 0)
                .output("Real", PRICE)
                .overlay()
                .computedBy(p -> p.integer(0), p -> anchoredVwap(p.integer(0)));
    }

    private static IndicatorKernel anchoredVwap(int anchor) {
        Stage late = Stage.delay(anchor);
        ExactSum money = new ExactSum();
        ExactSum units = new ExactSum();
        return (RowFormula) (in, row, out) -> {
            double volume = in[3][row];
            boolean begun = !Double.isNaN(late.next(volume));
            double typical = (in[0][row] + in[1][row] + in[2][row]) / 3;
            double total = begun ? units.add(volume) : Double.NaN;
            out[0][row] = begun ? money.add(typical * volume) / total : Double.NaN;
        };
    }
}
