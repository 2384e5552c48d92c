package org.tickwright.market;

import java.util.Arrays;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;

/// Trades of one instrument, one by one, in the order in which they were done: an immutable series of 24 bytes each.
///
/// Times are nanoseconds UTC and never fall; several trades may have the same. Prices are above 0, sizes at least 0, in
/// units of the instrument. Who sent the order that took the other is kept where the source tells it for every trade.
/// Safe to share between threads.
public final class TradeTicks {
    private final long[] time;
    private final double[] price;
    /// The size; its sign is set where the seller was the aggressor.
    private final double[] size;
    private final boolean sided;

    private TradeTicks(long[] time, double[] price, double[] size, boolean sided) {
        this.time = time;
        this.price = price;
        this.size = size;
        this.sided = sided;
    }

    /// Whose order took the other's.
    public enum Aggressor {
        BUYER,
        SELLER,
        UNKNOWN
    }

    /// The number of trades.
    public int size() {
        return time.length;
    }

    /// When trade `i` was done, nanoseconds UTC.
    public long time(int i) {
        return time[i];
    }

    /// The price of trade `i`.
    public double price(int i) {
        return price[i];
    }

    /// How many units changed hands in trade `i`.
    public double volume(int i) {
        return Math.abs(size[i]);
    }

    /// Whose order took the other's in trade `i`.
    public Aggressor aggressor(int i) {
        return !sided ? Aggressor.UNKNOWN : Math.copySign(1, size[i]) < 0 ? Aggressor.SELLER : Aggressor.BUYER;
    }

    /// Whether the source told the aggressor of every trade.
    public boolean sided() {
        return sided;
    }

    /// The first trade at or after a time; [#size()] if none.
    public int indexAtOrAfter(long nanos) {
        return search(0, time.length, nanos);
    }

    /// Like [#indexAtOrAfter(long)] where the answer lies at or behind `from`: near ones are found in a few steps.
    public int indexAtOrAfter(int from, long nanos) {
        int step = 64;
        int low = from;
        int high = from;
        while (high < time.length && time[high] < nanos) {
            low = high + 1;
            high = step > time.length - high ? time.length : high + step;
            step <<= 1;
        }
        return search(low, Math.min(high, time.length), nanos);
    }

    private int search(int from, int to, long nanos) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The first trade of `from` (inclusive) to `to` (exclusive) at `below` or lower, or at `above` or higher; `to` if
    /// none.
    public int firstReaching(int from, int to, double below, double above) {
        double[] prices = price;
        for (int i = from; i < to; i++) {
            if (prices[i] <= below || prices[i] >= above) {
                return i;
            }
        }
        return to;
    }

    /// The backing array of the times, not to be written to.
    public long[] times() {
        return time;
    }

    /// The backing array of the prices, not to be written to.
    public double[] prices() {
        return price;
    }

    /// The backing array of the sizes, not to be written to. The sign is set where the seller was the aggressor, also
    /// that of 0.
    public double[] sizes() {
        return size;
    }

    /// The trades from `from` (inclusive) to `to` (exclusive).
    public TradeTicks slice(int from, int to) {
        return from == 0 && to == time.length
                ? this
                : new TradeTicks(
                        Arrays.copyOfRange(time, from, to),
                        Arrays.copyOfRange(price, from, to),
                        Arrays.copyOfRange(size, from, to),
                        sided && to > from);
    }

    /// Trades of columns as [#times()], [#prices()] and [#sizes()] give them, which are kept and checked as
    /// [Builder#append] checks them; `sided` says whether the signs of the sizes tell the aggressor.
    public static TradeTicks of(long[] time, double[] price, double[] size, boolean sided) {
        for (int i = 0; i < time.length; i++) {
            check(i == 0 ? time[0] : time[i - 1], time[i], price[i], Math.abs(size[i]));
            if (!sided && Math.copySign(1, size[i]) < 0) {
                throw new IllegalArgumentException("A trade without aggressor has a size below 0: " + size[i]);
            }
        }
        return new TradeTicks(time, price, size, sided && time.length > 0);
    }

    private static void check(long before, long nanos, double at, double units) {
        if (nanos < before) {
            throw new IllegalArgumentException("Trades must not fall in time: " + nanos + " after " + before);
        }
        if (!(at > 0) || at == Double.POSITIVE_INFINITY || !(units >= 0) || units == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "A trade has a price above 0 and a size of 0 or more, were " + at + " and " + units);
        }
    }

    /// [TickHash] over the columns and whether the aggressors are known.
    public String contentHash() {
        return TickHash.of(hashName(sided), time, new double[][] {price, size});
    }

    /// How trades are named in their hash.
    public static String hashName(boolean sided) {
        return sided ? "trades with aggressors" : "trades";
    }

    /// Takes trades in, one after the other. One thread.
    public static final class Builder {
        private final LongColumn time;
        private final DoubleColumn price;
        private final DoubleColumn size;
        private boolean sided = true;

        /// An empty builder with room for `capacity` trades.
        public Builder(int capacity) {
            time = new LongColumn(capacity);
            price = new DoubleColumn(capacity);
            size = new DoubleColumn(capacity);
        }

        /// Adds a trade. A time before the last one's, a price that is not above 0 and a size below 0 are an
        /// [IllegalArgumentException], and nothing is added.
        public void append(long nanos, double at, double units, Aggressor aggressor) {
            int n = time.size();
            check(n > 0 ? time.get(n - 1) : nanos, nanos, at, units);
            sided &= aggressor != Aggressor.UNKNOWN;
            time.append(nanos);
            price.append(at);
            size.append(aggressor == Aggressor.SELLER ? -units : Math.abs(units));
        }

        /// Adds a trade whose aggressor nobody told.
        public void append(long nanos, double at, double units) {
            append(nanos, at, units, Aggressor.UNKNOWN);
        }

        /// How many trades there are by now.
        public int size() {
            return time.size();
        }

        /// The trades so far.
        public TradeTicks build() {
            double[] sizes = size.toArray();
            boolean known = sided && sizes.length > 0;
            for (int i = 0; !known && i < sizes.length; i++) {
                sizes[i] = Math.abs(sizes[i]);
            }
            return new TradeTicks(time.toArray(), price.toArray(), sizes, known);
        }
    }
}
