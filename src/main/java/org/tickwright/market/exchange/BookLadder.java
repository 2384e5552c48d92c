package org.tickwright.market.exchange;

import java.util.Arrays;

/// One side of a matching book: its prices, the best one last, each with a queue of orders, the oldest first.
final class BookLadder {
    /// Orders that rest at a price.
    static final class Level {
        long price;
        long total;
        int head;
        int tail;
    }

    private final boolean bids;
    private Level[] levels = new Level[64];
    private int count;

    BookLadder(boolean bids) {
        this.bids = bids;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return count;
    }

    /// The level `i` from the best one.
    Level level(int i) {
        return levels[count - 1 - i];
    }

    Level best() {
        return levels[count - 1];
    }

    long totalAt(long price) {
        int at = find(price);
        return at < 0 ? 0 : levels[at].total;
    }

    /// The level of a price, made where there is none.
    Level at(long price) {
        int at = find(price);
        if (at >= 0) {
            return levels[at];
        }
        if (count == levels.length) {
            levels = Arrays.copyOf(levels, 2 * count);
        }
        int to = -1 - at;
        Level spare = levels[count] == null ? new Level() : levels[count];
        System.arraycopy(levels, to, levels, to + 1, count - to);
        count++;
        levels[to] = spare;
        spare.price = price;
        spare.total = 0;
        spare.head = -1;
        spare.tail = -1;
        return spare;
    }

    /// Takes an empty level away; it is used again for the next one that comes.
    void drop(long price) {
        int at = find(price);
        Level spare = levels[at];
        System.arraycopy(levels, at + 1, levels, at, count - at - 1);
        count--;
        levels[count] = spare;
    }

    /// From the best one on: most of what happens happens there.
    private int find(long price) {
        for (int i = count - 1; i >= 0; i--) {
            long here = levels[i].price;
            if (here == price) {
                return i;
            }
            if (bids ? here < price : here > price) {
                return -2 - i;
            }
        }
        return -1;
    }
}
