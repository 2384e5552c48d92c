package org.tickwright.market.book;

import java.util.Arrays;

/// One side of an order book: prices, the best first, each with what rests there.
///
/// Prices and sizes are whole units of the book. The best price lies at the end of the arrays, where most changes are:
/// a change near it moves a few numbers. Nothing is allocated once the arrays are long enough. One thread.
public final class BookSide {
    private static final int FIRST_ROOM = 64;
    /// As many levels are looked through one by one before the rest is halved.
    private static final int NEAR = 16;

    /// Bids rise towards the end of the array; asks are kept with their sign turned, so that they do too.
    private final boolean bids;
    private long[] prices = new long[FIRST_ROOM];
    private long[] sizes = new long[FIRST_ROOM];
    /// The worst level, and behind the best one.
    private int start;
    private int end;
    private long rested;

    BookSide(boolean bids) {
        this.bids = bids;
    }

    /// Whether it is the side of those who buy.
    public boolean bids() {
        return bids;
    }

    /// How many prices there are.
    public int size() {
        return end - start;
    }

    /// Whether nothing rests here.
    public boolean isEmpty() {
        return end == start;
    }

    /// The price of a level, 0 the best one, in units of the book's prices.
    public long price(int level) {
        return signed(prices[index(level)]);
    }

    /// What rests at a level, in units of the book's sizes.
    public long amount(int level) {
        return sizes[index(level)];
    }

    private int index(int level) {
        int index = end - 1 - level;
        if (level < 0 || index < start) {
            throw new IndexOutOfBoundsException("No level " + level + " of " + size());
        }
        return index;
    }

    private long signed(long price) {
        return bids ? price : -price;
    }

    /// What rests at a price; 0 if nothing does.
    public long amountAt(long price) {
        int at = find(signed(price));
        return at < 0 ? 0 : sizes[at];
    }

    /// The level of a price, 0 the best one; -1 if nothing rests there.
    public int levelOf(long price) {
        int at = find(signed(price));
        return at < 0 ? -1 : end - 1 - at;
    }

    /// All that rests here.
    public long total() {
        return rested;
    }

    /// What rests in the best levels, so many of them.
    public long amountWithin(int levels) {
        long sum = 0;
        for (int i = Math.max(start, end - levels); i < end; i++) {
            sum += sizes[i];
        }
        return sum;
    }

    /// What an order of that size would pay or get for a unit on average, in units of the book's prices; NaN where
    /// there is not enough.
    public double averagePrice(long wanted) {
        long left = wanted;
        double money = 0;
        for (int i = end - 1; i >= start && left > 0; i--) {
            long taken = Math.min(left, sizes[i]);
            money += (double) taken * signed(prices[i]);
            left -= taken;
        }
        return left > 0 || wanted <= 0 ? Double.NaN : money / wanted;
    }

    /// Where a price lies in the array, or `-1 - where it belongs`.
    private int find(long key) {
        long[] keys = prices;
        int low = Math.max(start, end - NEAR);
        int at = end - 1;
        while (at >= low && keys[at] > key) {
            at--;
        }
        if (at >= low) {
            return keys[at] == key ? at : -2 - at;
        }
        return low == start ? -1 - start : Arrays.binarySearch(keys, start, low, key);
    }

    /// Lets an amount rest at a price in place of what does; none takes the price away.
    void set(long price, long size) {
        long key = signed(price);
        int at = find(key);
        if (at >= 0) {
            rested += size - sizes[at];
            if (size == 0) {
                remove(at);
            } else {
                sizes[at] = size;
            }
        } else if (size != 0) {
            rested += size;
            insert(-1 - at, key, size);
        }
    }

    private void remove(int at) {
        end--;
        System.arraycopy(prices, at + 1, prices, at, end - at);
        System.arraycopy(sizes, at + 1, sizes, at, end - at);
        if (start == end) {
            start = 0;
            end = 0;
        }
    }

    private void insert(int at, long key, long size) {
        int to = at;
        if (end == prices.length) {
            to -= makeRoom();
        }
        System.arraycopy(prices, to, prices, to + 1, end - to);
        System.arraycopy(sizes, to, sizes, to + 1, end - to);
        prices[to] = key;
        sizes[to] = size;
        end++;
    }

    /// Moves all to the front, in longer arrays where most of them is used; returns by how much.
    private int makeRoom() {
        int moved = start;
        int length = size() > prices.length / 2 ? prices.length * 2 : prices.length;
        long[] newPrices = length == prices.length ? prices : new long[length];
        long[] newSizes = length == prices.length ? sizes : new long[length];
        System.arraycopy(prices, start, newPrices, 0, size());
        System.arraycopy(sizes, start, newSizes, 0, size());
        prices = newPrices;
        sizes = newSizes;
        end -= moved;
        start = 0;
        return moved;
    }

    /// Forgets the worst levels behind so many.
    void keep(int levels) {
        while (size() > levels) {
            rested -= sizes[start++];
        }
    }

    void clear() {
        start = 0;
        end = 0;
        rested = 0;
    }
}
