package org.tickwright.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Drawdown;
import org.tickwright.kernel.ReturnSums;

/// What a summary needs of the equity at each close, of an account of one instrument: what it is worth is worked out
/// block by block and added up at once. Gives the bits that [RunLog] and the sums over its column give. Who wants to
/// keep the equity and what was held gives columns for them.
///
/// While nothing is held the equity does not change, so of such rows all but a few are left out: as many as keep the
/// others in the lanes of [ReturnSums], which are eight. Whole numbers are kept in doubles, exact below 2^53, so that
/// the
/// compiler makes vectors of the loops: what a product loses is told by a fused multiplication. Rows near the middle of
/// two units are computed in fixed point. One thread; allocates nothing after its making.
final class EquityBlocks implements EquityTrack {
    private static final int BLOCK = 512;
    /// Whole numbers below this are exact, and so are their sums.
    private static final double EXACT = 0x1p50;
    private static final double VALUE_DIVISOR = 1e10;
    private static final double MONEY_UNIT = 1e8;
    /// Whole units of quantities with so many decimals are worth their number times the price.
    static final int QUANTITY_OF_WHOLES = 10;
    private static final long WHOLE_UNIT = 10_000_000_000L;

    private final Closes closes;
    private final int first;
    private final double[] equity = new double[BLOCK];
    private final double[] doubt = new double[BLOCK];
    private final ReturnSums returns = new ReturnSums();
    private final double capital;
    private final Drawdown drawdown;
    private final @Nullable Columns columns;
    /// Stretches of the block that go into columns: their rows, where they begin and end in the block.
    private final int[] stretchRow;
    private final int[] stretchBegin;
    private final int[] stretchEnd;
    private int stretches;
    private double last;
    private int noted;
    private int exposed;
    /// Rows in the block, and those before it that were not left out.
    private int filled;
    private int before;
    private boolean lost;

    /// The equity and the units held at each close, one row for each from the first bar of a run on.
    record Columns(double[] equity, double[] position) {
        /// Without anything held and worth nothing.
        static Columns of(int rows) {
            return new Columns(new double[rows], new double[rows]);
        }
    }

    /// What comes of all rows.
    record Figures(int rows, double end, double mean, double deviation, double drawdown, double exposure) {}

    /// Over closes from row `first` on, of an account that begins with a capital; kept in columns where there are any.
    EquityBlocks(Closes closes, int first, double capital, @Nullable Columns columns) {
        this.closes = closes;
        this.columns = columns;
        stretchRow = new int[columns == null ? 0 : BLOCK];
        stretchBegin = new int[stretchRow.length];
        stretchEnd = new int[stretchRow.length];
        this.first = first;
        this.capital = capital;
        noted = first;
        last = capital;
        drawdown = new Drawdown(capital);
    }

    @Override
    public void hold(int to, long cash, long quantity) {
        if (to <= noted) {
            return;
        }
        lost |= Math.abs(cash) >= EXACT || Math.abs(quantity) >= EXACT;
        if (quantity == 0) {
            if (columns != null) {
                Arrays.fill(columns.equity, noted - first, to - first, (double) cash / MONEY_UNIT);
            }
            flat(1 + ((to - noted - 1) & (ReturnSums.LANES - 1)), (double) cash);
        } else {
            exposed += to - noted;
            if (columns != null) {
                Arrays.fill(
                        columns.position,
                        noted - first,
                        to - first,
                        closes.scales().quantityOf(quantity));
            }
            double wholes = wholes(quantity);
            for (int from = noted; from < to; ) {
                int end = Math.min(to, from + BLOCK - filled);
                if (wholes == 0) {
                    ofFraction(from, end, (double) cash, (double) quantity);
                } else {
                    ofWholes(from, end, (double) cash, wholes);
                }
                stretch(from, end - from);
                filled(end - from);
                from = end;
            }
        }
        noted = to;
    }

    /// Rows whose equity is in the block go into the column once it is money.
    private void stretch(int from, int count) {
        if (columns != null) {
            stretchRow[stretches] = from - first;
            stretchBegin[stretches] = filled;
            stretchEnd[stretches] = filled + count;
            stretches++;
        }
    }

    private void flat(int count, double cash) {
        for (int left = count; left > 0; ) {
            int some = Math.min(left, BLOCK - filled);
            Arrays.fill(equity, filled, filled + some, cash);
            left -= some;
            filled(some);
        }
    }

    private void filled(int count) {
        filled += count;
        if (filled == BLOCK) {
            settle();
        }
    }

    /// How many whole units are held; 0 where there are parts of one, or where they may be worth too much.
    private double wholes(long quantity) {
        if (closes.scales().quantity() != QUANTITY_OF_WHOLES || quantity % WHOLE_UNIT != 0) {
            return 0;
        }
        long number = quantity / WHOLE_UNIT;
        double units = (double) number;
        return Math.abs(units) * closes.largest() < EXACT ? units : 0;
    }

    /// Whole units are worth their number times the price, which needs no rounding.
    private void ofWholes(int from, int to, double cash, double units) {
        double[] prices = closes.units();
        double[] out = equity;
        int at = filled - from;
        int shift = closes.from();
        for (int row = from; row < to; row++) {
            out[at + row] = cash + units * prices[row - shift];
        }
    }

    private void ofFraction(int from, int to, double cash, double quantity) {
        double[] prices = closes.units();
        double[] out = equity;
        double[] worst = doubt;
        int at = filled - from;
        int shift = closes.from();
        for (int row = from; row < to; row++) {
            double product = quantity * prices[row - shift];
            double below = Math.fma(quantity, prices[row - shift], -product);
            // Both quotients may be one off; what is left then tells.
            double about = Math.rint(product * (1 / VALUE_DIVISOR));
            double over = Math.fma(-about, VALUE_DIVISOR, product) + below;
            double more = Math.rint(over * (1 / VALUE_DIVISOR));
            double value = about + more;
            double middle = VALUE_DIVISOR / 2 - Math.abs(over - more * VALUE_DIVISOR);
            worst[at + row] = Math.min(middle, EXACT - Math.abs(value));
            out[at + row] = cash + value;
        }
        for (int row = from; row < to; row++) {
            if (!(worst[at + row] > 0)) {
                out[at + row] = exactly(row, (long) cash, (long) quantity);
            }
        }
    }

    private double exactly(int row, long cash, long quantity) {
        long worth = closes.scales().value(quantity, (long) closes.units()[row - closes.from()]);
        lost |= Math.abs(worth) >= EXACT;
        return Math.addExact(cash, worth);
    }

    /// Adds up the rows of the block.
    private void settle() {
        double[] out = equity;
        int count = filled;
        for (int i = 0; i < count; i++) {
            out[i] = out[i] / MONEY_UNIT;
        }
        keep(out);
        returns.add(last, out, 0, count, before);
        drawdown.add(out, 0, count);
        last = out[count - 1];
        before = (before + count) & (ReturnSums.LANES - 1);
        filled = 0;
    }

    private void keep(double[] out) {
        if (columns != null) {
            for (int i = 0; i < stretches; i++) {
                int begin = stretchBegin[i];
                System.arraycopy(out, begin, columns.equity, stretchRow[i], stretchEnd[i] - begin);
            }
            stretches = 0;
        }
    }

    /// The figures once every row is held; null where cash or quantity were too large to be told, or where the mean
    /// takes so much of the squares that a second pass over all rows must tell the deviation and nobody kept them.
    @Override
    public @Nullable Figures figures() {
        if (filled > 0) {
            settle();
        }
        int rows = noted - first;
        double deviation = deviation(rows);
        if (lost || (rows > 1 && Double.isNaN(deviation))) {
            return null;
        }
        return new Figures(rows, last, returns.mean(rows), deviation, drawdown.deepest(), (double) exposed / rows);
    }

    private double deviation(int rows) {
        double deviation = returns.deviation(rows);
        return Double.isNaN(deviation) && columns != null
                ? ReturnSums.deviation(capital, columns.equity, returns.mean(rows))
                : deviation;
    }
}
