package org.tickwright.strategy;

import java.lang.foreign.MemorySegment;

/// A block of rows of a number as whole numbers of the same order, for comparisons without a branch: the bits of
/// doubles that are not negative are ordered as the doubles are.
///
/// Shared by all conditions that read the number; made when the first of them asks. One thread.
final class OrderedBlock {
    private static final long INFINITE = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    /// Eight stripes of 512 rows: one bit of each goes into a lane, so that the loop over lanes has no branch.
    private static final int STRIPE = ConditionMask.BLOCK / Byte.SIZE;

    private final NumberColumn numbers;
    private final long[] bits = new long[ConditionMask.BLOCK];
    private final long[] lanes = new long[STRIPE];
    private int from = -1;
    private int to = -1;
    private boolean ordered;
    private boolean defined;

    OrderedBlock(NumberColumn numbers) {
        this.numbers = numbers;
    }

    /// Takes the rows `begin` to `end` (exclusive), unless it has them.
    OrderedBlock of(int begin, int end) {
        if (begin != from || end != to) {
            from = begin;
            to = end;
            take(numbers.values);
        }
        return this;
    }

    private void take(double[] values) {
        int count = to - from;
        MemorySegment.copy(
                MemorySegment.ofArray(values),
                (long) from * Double.BYTES,
                MemorySegment.ofArray(bits),
                0,
                (long) count * Double.BYTES);
        long outside = 0;
        for (int i = 0; i < count; i++) {
            outside |= bits[i] | (INFINITE - bits[i]);
        }
        ordered = outside >= 0;
        defined = ordered || defined(values);
    }

    private boolean defined(double[] values) {
        int undefined = 0;
        for (int row = from; row < to; row++) {
            undefined += Double.isNaN(values[row]) ? 1 : 0;
        }
        return undefined == 0;
    }

    /// The rows of the number.
    double[] values() {
        return numbers.values;
    }

    /// Whether every row is defined: most are from the end of the warm-up on.
    boolean defined() {
        return defined;
    }

    /// Whether rows can be compared as whole numbers: a block that is full, of numbers that are not negative.
    boolean ordered() {
        return ordered && to - from == ConditionMask.BLOCK;
    }

    /// Where the rows of a block are above those of another, both ordered.
    static void above(OrderedBlock a, OrderedBlock b, long[] out) {
        long[] lanes = a.lanes;
        signs(b.bits, a.bits, lanes);
        // Eight groups of 64 lanes, eight bits each, side by side: the matrix turned gives words of rows.
        for (int group = 1; group < Byte.SIZE; group++) {
            for (int lane = 0; lane < Long.SIZE; lane++) {
                lanes[lane] |= lanes[group * Long.SIZE + lane] << (group * Byte.SIZE);
            }
        }
        turn(lanes);
        for (int group = 0; group < Byte.SIZE; group++) {
            for (int stripe = 0; stripe < Byte.SIZE; stripe++) {
                out[stripe * Byte.SIZE + group] = lanes[group * Byte.SIZE + stripe];
            }
        }
    }

    /// Bit `s` of lane `i` tells whether the difference in row `512 s + i` is negative. Two stripes a loop: of more the
    /// compiler makes no vectors.
    private static void signs(long[] x, long[] y, long[] lanes) {
        for (int i = 0; i < STRIPE; i++) {
            lanes[i] = (x[i] - y[i]) >>> 63 | (x[STRIPE + i] - y[STRIPE + i]) >>> 63 << 1;
        }
        for (int i = 0; i < STRIPE; i++) {
            lanes[i] |= (x[2 * STRIPE + i] - y[2 * STRIPE + i]) >>> 63 << 2
                    | (x[3 * STRIPE + i] - y[3 * STRIPE + i]) >>> 63 << 3;
        }
        for (int i = 0; i < STRIPE; i++) {
            lanes[i] |= (x[4 * STRIPE + i] - y[4 * STRIPE + i]) >>> 63 << 4
                    | (x[5 * STRIPE + i] - y[5 * STRIPE + i]) >>> 63 << 5;
        }
        for (int i = 0; i < STRIPE; i++) {
            lanes[i] |= (x[6 * STRIPE + i] - y[6 * STRIPE + i]) >>> 63 << 6
                    | (x[7 * STRIPE + i] - y[7 * STRIPE + i]) >>> 63 << 7;
        }
    }

    /// Turns a matrix of 64 x 64 bits over its diagonal: bit `j` of word `i` becomes bit `i` of word `j` (Warren,
    /// Hacker's Delight, 7-3).
    static void turn(long[] words) {
        long mask = 0x00000000FFFFFFFFL;
        for (int step = 32; step > 0; step >>= 1, mask ^= mask << step) {
            for (int base = 0; base < Long.SIZE; base += 2 * step) {
                for (int i = base; i < base + step; i++) {
                    long swapped = (words[i] >>> step ^ words[i + step]) & mask;
                    words[i + step] ^= swapped;
                    words[i] ^= swapped << step;
                }
            }
        }
    }
}
