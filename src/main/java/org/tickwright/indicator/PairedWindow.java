package org.tickwright.indicator;

import java.util.Arrays;

/// Squares and products of two series' distances from their means over the last `period` rows.
///
/// Both are measured from the first row of their block, and sums are added in blocks as in [Deviation]:
/// windows that do not move have exactly zero, and no rounding error outlives its window.
final class PairedWindow {
    private final int period;
    private final double[][] block;
    /// Backward sums over the block before, of x, y, xx, xy, yy. One more element that stays zero.
    private final double[][] tail;
    private final double[] head = new double[5];
    private int position;
    private int missing;
    private double pivotX;
    private double pivotY;

    PairedWindow(int period) {
        this.period = period;
        block = new double[2][period];
        tail = new double[5][period + 1];
        missing = period;
    }

    /// Takes a row; true once there are `period` rows.
    boolean next(double x, double y) {
        if (position == period) {
            position = 0;
        }
        if (position == 0) {
            beginBlock(x, y);
        }
        add(head, x - pivotX, y - pivotY);
        block[0][position] = x;
        block[1][position] = y;
        position++;
        missing = Math.max(missing - 1, 0);
        return missing == 0;
    }

    /// The sum of `(x - mean)^2`.
    double squaresOfFirst() {
        return Math.max(central(2, 0, 0), 0);
    }

    /// The sum of `(x - mean) * (y - mean)`.
    double products() {
        return central(3, 0, 1);
    }

    /// The sum of `(y - mean)^2`.
    double squaresOfSecond() {
        return Math.max(central(4, 1, 1), 0);
    }

    private double central(int product, int one, int other) {
        return total(product) - total(one) * total(other) / period;
    }

    private double total(int sum) {
        return tail[sum][position] + head[sum];
    }

    private void beginBlock(double x, double y) {
        pivotX = x;
        pivotY = y;
        Arrays.fill(head, 0);
        for (int i = period - 1; i >= 0; i--) {
            add(head, block[0][i] - x, block[1][i] - y);
            for (int sum = 0; sum < head.length; sum++) {
                tail[sum][i] = head[sum];
            }
        }
        Arrays.fill(head, 0);
    }

    private static void add(double[] sums, double x, double y) {
        sums[0] += x;
        sums[1] += y;
        sums[2] += x * x;
        sums[3] += x * y;
        sums[4] += y * y;
    }
}
