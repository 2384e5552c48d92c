package org.tickwright.market.audit;

import java.util.Arrays;
import org.tickwright.market.Bars;

/// How far a series usually moves around a bar, by medians, which the outliers themselves do not move.
///
/// A block of 128 bars is judged by itself and the blocks at its sides. Worked out only where somebody asks, so that a
/// calm series costs nothing.
final class UsualMoves {
    private static final int BLOCK = 128;
    /// The median absolute deviation of a normal distribution is this part of its standard deviation.
    private static final double NORMAL = 1.4826;

    private final Bars bars;
    private final double[] moves;
    private final double[] spans;
    private final double[] work = new double[3 * BLOCK];

    UsualMoves(Bars bars) {
        this.bars = bars;
        int blocks = bars.size() / BLOCK + 1;
        moves = new double[blocks];
        spans = new double[blocks];
        Arrays.fill(moves, Double.NaN);
        Arrays.fill(spans, Double.NaN);
    }

    /// The robust z-score of the move to the close of a bar; infinite where nothing else moves.
    double moveScore(int i) {
        int block = i / BLOCK;
        if (Double.isNaN(moves[block])) {
            moves[block] = median(block, true);
        }
        return move(i) / (NORMAL * moves[block]);
    }

    /// The same for how far high or low reach beyond the body.
    double spanScore(int i) {
        int block = i / BLOCK;
        if (Double.isNaN(spans[block])) {
            spans[block] = median(block, false);
        }
        return span(i) / (NORMAL * spans[block]);
    }

    private double median(int block, boolean ofMoves) {
        int from = Math.max(ofMoves ? 1 : 0, (block - 1) * BLOCK);
        int to = Math.min(bars.size(), (block + 2) * BLOCK);
        for (int i = from; i < to; i++) {
            work[i - from] = ofMoves ? move(i) : span(i);
        }
        Arrays.sort(work, 0, to - from);
        return work[(to - from) / 2];
    }

    private double move(int i) {
        return Math.abs(StrictMath.log(bars.close(i) / bars.close(i - 1)));
    }

    private double span(int i) {
        double top = Math.max(bars.open(i), bars.close(i));
        double bottom = Math.min(bars.open(i), bars.close(i));
        return StrictMath.log(Math.max(bars.high(i) / top, bottom / bars.low(i)));
    }
}
