package org.tickwright.market.exchange;

import java.util.Arrays;
import org.tickwright.market.feed.BookLevels;

/// Orders of one instrument that wait for a counterpart, matched by price and, at one price, by who came first.
///
/// Prices and sizes are whole units. An order has a slot as long as it rests; slots are used again, so a slot alone
/// does
/// not name an order for ever. What changed since the last [#changes(boolean)] is remembered level by level. One
/// thread.
final class MatchingBook {
    private static final int NONE = -1;

    private final BookLadder bids = new BookLadder(true);
    private final BookLadder asks = new BookLadder(false);
    private final Live liveBids = new Live();
    private final Live liveAsks = new Live();
    private final Touched touchedBids = new Touched();
    private final Touched touchedAsks = new Touched();
    private long[] owners = new long[256];
    private long[] prices = new long[256];
    private long[] sizes = new long[256];
    private int[] next = new int[256];
    private int[] previous = new int[256];
    private int[] place = new int[256];
    private boolean[] buys = new boolean[256];
    private int used;
    private int free = NONE;

    /// Told of every fill, before the order that was filled leaves its slot.
    interface Fills {
        /// An order that rested was filled; `left` is what still rests of it.
        void filled(long owner, long price, long size, long left);
    }

    /// The slots in use of one side in no order, so that one can be drawn by lot.
    private static final class Live {
        private int[] slots = new int[128];
        private int count;
    }

    /// Prices at which something changed.
    private static final class Touched {
        private long[] prices = new long[16];
        private int count;

        private void add(long price) {
            for (int i = 0; i < count; i++) {
                if (prices[i] == price) {
                    return;
                }
            }
            if (count == prices.length) {
                prices = Arrays.copyOf(prices, 2 * count);
            }
            prices[count++] = price;
        }
    }

    BookLadder side(boolean bid) {
        return bid ? bids : asks;
    }

    private Live live(boolean bid) {
        return bid ? liveBids : liveAsks;
    }

    /// How many orders rest on a side.
    int orders(boolean bid) {
        return live(bid).count;
    }

    /// The slot of one of them, 0 to [#orders(boolean)] - 1.
    int slot(boolean bid, int index) {
        return live(bid).slots[index];
    }

    long owner(int slot) {
        return owners[slot];
    }

    long price(int slot) {
        return prices[slot];
    }

    long left(int slot) {
        return sizes[slot];
    }

    /// Lets an order rest behind those that are there at its price; returns its slot. It must not cross the other side.
    int rest(long owner, boolean bid, long price, long size) {
        int slot = takeSlot();
        owners[slot] = owner;
        prices[slot] = price;
        sizes[slot] = size;
        buys[slot] = bid;
        BookLadder.Level level = side(bid).at(price);
        previous[slot] = level.tail;
        next[slot] = NONE;
        if (level.tail == NONE) {
            level.head = slot;
        } else {
            next[level.tail] = slot;
        }
        level.tail = slot;
        level.total += size;
        Live live = live(bid);
        if (live.count == live.slots.length) {
            live.slots = Arrays.copyOf(live.slots, 2 * live.count);
        }
        place[slot] = live.count;
        live.slots[live.count++] = slot;
        touch(bid, price);
        return slot;
    }

    /// Matches an order against the other side as long as its prices are within the limit; returns what is left.
    long take(boolean buy, long limit, long size, Fills fills) {
        BookLadder other = side(!buy);
        long left = size;
        while (left > 0 && !other.isEmpty()) {
            BookLadder.Level best = other.best();
            if (buy ? best.price > limit : best.price < limit) {
                break;
            }
            int maker = best.head;
            long filled = Math.min(left, sizes[maker]);
            left -= filled;
            sizes[maker] -= filled;
            best.total -= filled;
            touch(!buy, best.price);
            fills.filled(owners[maker], best.price, filled, sizes[maker]);
            if (sizes[maker] == 0) {
                remove(maker);
            }
        }
        return left;
    }

    /// Takes an order out.
    void cancel(int slot) {
        boolean bid = buys[slot];
        side(bid).at(prices[slot]).total -= sizes[slot];
        touch(bid, prices[slot]);
        remove(slot);
    }

    /// Makes an order smaller; it keeps its place among those at its price.
    void reduce(int slot, long size) {
        side(buys[slot]).at(prices[slot]).total -= sizes[slot] - size;
        sizes[slot] = size;
        touch(buys[slot], prices[slot]);
    }

    private void remove(int slot) {
        boolean bid = buys[slot];
        BookLadder.Level level = side(bid).at(prices[slot]);
        if (previous[slot] == NONE) {
            level.head = next[slot];
        } else {
            next[previous[slot]] = next[slot];
        }
        if (next[slot] == NONE) {
            level.tail = previous[slot];
        } else {
            previous[next[slot]] = previous[slot];
        }
        if (level.head == NONE) {
            side(bid).drop(prices[slot]);
        }
        Live live = live(bid);
        int moved = live.slots[--live.count];
        live.slots[place[slot]] = moved;
        place[moved] = place[slot];
        next[slot] = free;
        free = slot;
    }

    private int takeSlot() {
        if (free != NONE) {
            int slot = free;
            free = next[slot];
            return slot;
        }
        if (used == sizes.length) {
            int room = 2 * used;
            owners = Arrays.copyOf(owners, room);
            prices = Arrays.copyOf(prices, room);
            sizes = Arrays.copyOf(sizes, room);
            next = Arrays.copyOf(next, room);
            previous = Arrays.copyOf(previous, room);
            place = Arrays.copyOf(place, room);
            buys = Arrays.copyOf(buys, room);
        }
        return used++;
    }

    private void touch(boolean bid, long price) {
        (bid ? touchedBids : touchedAsks).add(price);
    }

    /// The levels of a side that changed since the last call, as they are now.
    BookLevels changes(boolean bid) {
        Touched touched = bid ? touchedBids : touchedAsks;
        int n = touched.count;
        if (n == 0) {
            return BookLevels.NONE;
        }
        long[] at = Arrays.copyOf(touched.prices, n);
        long[] totals = new long[n];
        for (int i = 0; i < n; i++) {
            totals[i] = side(bid).totalAt(at[i]);
        }
        touched.count = 0;
        return new BookLevels(at, totals);
    }

    /// All levels of a side, the best one first.
    BookLevels levels(boolean bid) {
        BookLadder side = side(bid);
        long[] at = new long[side.size()];
        long[] totals = new long[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = side.level(i).price;
            totals[i] = side.level(i).total;
        }
        return new BookLevels(at, totals);
    }
}
