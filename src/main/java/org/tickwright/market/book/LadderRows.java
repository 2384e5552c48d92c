package org.tickwright.market.book;

/// A stretch of a price ladder: rows of equal height from the top down, with what is bid and what is asked in
/// each.
///
/// A row is named by its price in units of `group`, row `r` by `r · group`. Bids are gathered at the next
/// lower row and asks at the next higher one, so that no row of a sound book holds both and the best row
/// promises nothing that the book does not. Unchangeable.
public final class LadderRows {
    private final long group;
    private final long top;
    private final long[] bids;
    private final long[] asks;
    private long most;

    private LadderRows(long group, long top, int count) {
        this.group = group;
        this.top = top;
        bids = new long[count];
        asks = new long[count];
    }

    /// So many rows of a book, each `group` units of its prices high, the one of number `top` first.
    public static LadderRows of(BookDepth depth, long group, long top, int count) {
        if (group < 1 || count < 0) {
            throw new IllegalArgumentException(
                    "A ladder has rows of 1 unit or more, was " + group + "; count " + count);
        }
        LadderRows rows = new LadderRows(group, top, count);
        rows.gather(depth.bids(), rows.bids, true);
        rows.gather(depth.asks(), rows.asks, false);
        return rows;
    }

    private void gather(BookDepth.Levels levels, long[] into, boolean bid) {
        for (int level = 0; level < levels.count(); level++) {
            long at = top - row(levels.price(level), group, bid);
            if (at >= 0 && at < into.length) {
                into[(int) at] += levels.size(level);
                most = Math.max(most, into[(int) at]);
            }
        }
    }

    /// The number of the row in which a price counts: that of a bid the next lower one, that of an ask the
    /// next higher one.
    public static long row(long price, long group, boolean bid) {
        return bid ? Math.floorDiv(price, group) : Math.ceilDiv(price, group);
    }

    /// How many rows there are.
    public int count() {
        return bids.length;
    }

    /// The number of row `i`, 0 the top one.
    public long number(int i) {
        return top - i;
    }

    /// The price of row `i`, in units of the book.
    public long price(int i) {
        return (top - i) * group;
    }

    /// What is bid in row `i`.
    public long bid(int i) {
        return bids[i];
    }

    /// What is asked in row `i`.
    public long ask(int i) {
        return asks[i];
    }

    /// The largest amount of a row, for the length of its bar; 0 where nothing rests in any.
    public long most() {
        return most;
    }
}
