package org.tickwright.kernel;

/// Sums over the returns of a column of values, from which their mean and deviation follow. Defined once for
/// everything that reduces returns, so that a single run and a sweep give the same bits.
///
/// The return of a row is `value / value before - 1`, and 0 where the value did not change. The row at place
/// `i` belongs to lane `i mod 8`; a lane adds up its rows from the first to the last, and the lanes are added
/// as `((0 + 1) + (2 + 3)) + ((4 + 5) + (6 + 7))`. So it does not change a bit how the rows are cut into
/// calls, nor whether rows whose value did not change are left out. One thread; allocates nothing after its
/// making.
public final class ReturnSums {
    /// The number of lanes.
    public static final int LANES = 8;

    private static final int BLOCK = 256;
    /// Below so many rows a block is not worth its making.
    private static final int SHORT = 64;
    /// The part of the squares that must be left when the mean is taken out; where less is, rounding would
    /// show.
    private static final double LEFT = 1.0 / 16;

    private final double[] sums = new double[LANES];
    private final double[] squares = new double[LANES];
    private final double[] keptSums = new double[LANES];
    private final double[] keptSquares = new double[LANES];
    private final double[] returns = new double[BLOCK];

    /// Adds the rows `from` to `to` (exclusive) of a column. `before` is the value before the first of them,
    /// `place` the place of the first among all rows.
    public void add(double before, double[] values, int from, int to, int place) {
        if (to - from < SHORT) {
            few(before, values, from, to, place);
        } else {
            many(before, values, from, to, place);
        }
    }

    private void few(double before, double[] values, int from, int to, int place) {
        double last = before;
        for (int row = from; row < to; row++) {
            double value = values[row];
            if (value != last) {
                double change = value / last - 1;
                int lane = (place + row - from) & (LANES - 1);
                sums[lane] += change;
                squares[lane] += change * change;
                last = value;
            }
        }
    }

    private void many(double before, double[] values, int from, int to, int place) {
        double last = before;
        for (int row = from; row < to; row += BLOCK) {
            int end = Math.min(row + BLOCK, to);
            keep(sums, squares, keptSums, keptSquares);
            quotients(last, values, row, end);
            stripe(end - row, place + row - from);
            if (Double.isNaN(total(squares))) {
                keep(keptSums, keptSquares, sums, squares);
                changes(last, values, row, end);
                stripe(end - row, place + row - from);
            }
            last = values[end - 1];
        }
    }

    private static void keep(double[] ofSums, double[] ofSquares, double[] inSums, double[] inSquares) {
        System.arraycopy(ofSums, 0, inSums, 0, LANES);
        System.arraycopy(ofSquares, 0, inSquares, 0, LANES);
    }

    /// Without a branch, so that the compiler makes vectors of it: a value that did not change gives 0 by
    /// itself, unless it is 0.
    private void quotients(double before, double[] values, int from, int to) {
        double[] out = returns;
        out[0] = values[from] / before - 1;
        for (int row = from + 1; row < to; row++) {
            out[row - from] = values[row] / values[row - 1] - 1;
        }
    }

    private void changes(double before, double[] values, int from, int to) {
        double last = before;
        for (int row = from; row < to; row++) {
            returns[row - from] = values[row] == last ? 0 : values[row] / last - 1;
            last = values[row];
        }
    }

    /// Adds the first `count` returns to their lanes.
    private void stripe(int count, int place) {
        int head = Math.min(count, -place & (LANES - 1));
        int whole = head + ((count - head) & -LANES);
        single(0, head, place);
        eights(head, whole);
        single(whole, count, place);
    }

    private void single(int from, int to, int place) {
        for (int i = from; i < to; i++) {
            int lane = (place + i) & (LANES - 1);
            sums[lane] += returns[i];
            squares[lane] += returns[i] * returns[i];
        }
    }

    private void eights(int from, int to) {
        halves(from, to, 0);
        halves(from, to, LANES / 2);
    }

    /// Four lanes at a time: their sums stay in registers.
    private void halves(int from, int to, int lane) {
        double[] in = returns;
        double a = sums[lane];
        double b = sums[lane + 1];
        double c = sums[lane + 2];
        double d = sums[lane + 3];
        double aa = squares[lane];
        double bb = squares[lane + 1];
        double cc = squares[lane + 2];
        double dd = squares[lane + 3];
        for (int i = from + lane; i < to; i += LANES) {
            a += in[i];
            b += in[i + 1];
            c += in[i + 2];
            d += in[i + 3];
            aa += in[i] * in[i];
            bb += in[i + 1] * in[i + 1];
            cc += in[i + 2] * in[i + 2];
            dd += in[i + 3] * in[i + 3];
        }
        sums[lane] = a;
        sums[lane + 1] = b;
        sums[lane + 2] = c;
        sums[lane + 3] = d;
        squares[lane] = aa;
        squares[lane + 1] = bb;
        squares[lane + 2] = cc;
        squares[lane + 3] = dd;
    }

    private static double total(double[] lanes) {
        return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    }

    /// The sum of the returns.
    public double sum() {
        return total(sums);
    }

    /// The sum of their squares.
    public double squares() {
        return total(squares);
    }

    /// The mean over so many rows, those that were left out included.
    public double mean(int rows) {
        return sum() / rows;
    }

    /// The sample deviation over so many rows, those that were left out included: `√((Σr² - Σr · mean) /
    /// (rows - 1))`. NaN for fewer than two rows, and where the mean takes so much of the squares that
    /// rounding would show: then [#deviation(double, double\[\], double)] tells it.
    public double deviation(int rows) {
        double all = squares();
        double left = all - sum() * mean(rows);
        return rows > 1 && left >= all * LEFT ? Math.sqrt(left / (rows - 1)) : Double.NaN;
    }

    /// The sample deviation by a second pass over all values, `before` being the one before the first:
    /// squares of what each return is off the mean, in the same lanes. NaN for fewer than two values.
    public static double deviation(double before, double[] values, double mean) {
        double[] lanes = new double[LANES];
        double last = before;
        for (int row = 0; row < values.length; row++) {
            double off = (values[row] == last ? 0 : values[row] / last - 1) - mean;
            lanes[row & (LANES - 1)] += off * off;
            last = values[row];
        }
        return values.length > 1 ? Math.sqrt(total(lanes) / (values.length - 1)) : Double.NaN;
    }
}
