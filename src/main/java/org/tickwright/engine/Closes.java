package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.portfolio.Scales;

/// Closes of a series in whole units of its prices, held in doubles, where they are exact.
///
/// Either of all bars, made once for many runs over them, or of one block after the other, for a run that is alone and
/// then has them near. Gives the units that the ledger would. One thread.
final class Closes {
    /// Whole numbers below this are exact, and so are their sums and products with a half.
    private static final double EXACT = 0x1p49;

    private final double[] prices;
    private final Scales scales;
    private final double[] units;
    private int from;
    private double largest;

    private Closes(double[] prices, Scales scales, int rows) {
        this.prices = prices;
        this.scales = scales;
        units = new double[rows];
    }

    /// Those of all bars below `end`; null where a price is too large for that.
    static @Nullable Closes all(double[] prices, int end, Scales scales) {
        Closes closes = new Closes(prices, scales, end);
        return closes.advance(0, end) ? closes : null;
    }

    /// None as yet, with room for blocks of so many rows.
    static Closes inBlocks(double[] prices, Scales scales, int rows) {
        return new Closes(prices, scales, rows);
    }

    /// Makes the rows `begin` to `end` (exclusive) in the place of those before; false where a price is too large.
    boolean advance(int begin, int end) {
        from = begin;
        largest = 0;
        double[] in = prices;
        double[] out = units;
        double unit = FixedPoint.pow10(scales.price());
        double most = 0;
        for (int row = begin; row < end; row++) {
            double scaled = in[row] * unit;
            double price = Math.rint(scaled);
            double size = Math.abs(scaled);
            if (!(Math.abs(scaled - price) + size * 0x1p-52 < 0.5)) {
                if (!(size < EXACT)) {
                    return false;
                }
                price = scales.priceUnits(in[row]);
            }
            out[row - begin] = price;
            most = size > most ? size : most;
        }
        largest = most + 1;
        return most < EXACT;
    }

    /// The row that is first in [#units()].
    int from() {
        return from;
    }

    /// The closes from row [#from()] on.
    double[] units() {
        return units;
    }

    /// No close is larger than this.
    double largest() {
        return largest;
    }

    Scales scales() {
        return scales;
    }
}
