package org.tickwright.market;

import org.tickwright.kernel.ContentHash;

/// A hash over columns of ticks that grows with them: SHA-256 over blocks of 16,384 ticks, each with the hash of those
/// before it.
///
/// A store that keeps the hash of the full blocks has that of all ticks after an append without reading any block
/// again.
public final class TickHash {
    /// Ticks of a block.
    public static final int BLOCK = 16_384;

    private TickHash() {}

    /// The hash of so many full blocks more, behind `before`, which is empty at the start: of the rows `from` on.
    public static String next(String before, long[] time, double[][] columns, int from) {
        return rows(new ContentHash().add(before), time, columns, from, from + BLOCK);
    }

    /// The hash of everything: a name, the number of ticks, the hash of the full blocks and the rows behind them.
    public static String of(String name, long ticks, String blocks, long[] time, double[][] columns, int from, int to) {
        return rows(new ContentHash().add(name).add(ticks).add(blocks), time, columns, from, to);
    }

    /// The hash of columns that are there as a whole.
    public static String of(String name, long[] time, double[][] columns) {
        String blocks = "";
        int from = 0;
        for (; time.length - from >= BLOCK; from += BLOCK) {
            blocks = next(blocks, time, columns, from);
        }
        return of(name, time.length, blocks, time, columns, from, time.length);
    }

    private static String rows(ContentHash hash, long[] time, double[][] columns, int from, int to) {
        for (int i = from; i < to; i++) {
            hash.add(time[i]);
        }
        for (double[] column : columns) {
            for (int i = from; i < to; i++) {
                hash.add(column[i]);
            }
        }
        return hash.hex();
    }
}
