package org.tickwright.market;

import java.util.Arrays;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;

/// Best bids and asks of one instrument, quote by quote, in the order in which they were made: an
/// immutable series of 40 bytes each.
///
/// Times are nanoseconds UTC and never fall; several quotes may have the same. A price is above 0, or
/// exactly 0 where the quote says nothing about that side; sizes are at least 0, and 0 where the source
/// tells none. Safe to share between threads.
public final class QuoteTicks {
    /// How quotes are named in their hash.
    public static final String HASH_NAME = "quotes";

    private final long[] time;
    private final double[] bid;
    private final double[] bidSize;
    private final double[] ask;
    private final double[] askSize;

    private QuoteTicks(long[] time, double[] bid, double[] bidSize, double[] ask, double[] askSize) {
        this.time = time;
        this.bid = bid;
        this.bidSize = bidSize;
        this.ask = ask;
        this.askSize = askSize;
    }

    /// The number of quotes.
    public int size() {
        return time.length;
    }

    /// When quote `i` was made, nanoseconds UTC.
    public long time(int i) {
        return time[i];
    }

    /// The best bid of quote `i`, 0 where it tells none.
    public double bid(int i) {
        return bid[i];
    }

    /// How many units were bid for in quote `i`.
    public double bidSize(int i) {
        return bidSize[i];
    }

    /// The best ask of quote `i`, 0 where it tells none.
    public double ask(int i) {
        return ask[i];
    }

    /// How many units were offered in quote `i`.
    public double askSize(int i) {
        return askSize[i];
    }

    /// Whether quote `i` has both sides, and its bid lies above its ask.
    public boolean crossed(int i) {
        return ask[i] > 0 && bid[i] > ask[i];
    }

    /// The first quote at or after a time; [#size()] if none.
    public int indexAtOrAfter(long nanos) {
        int low = 0;
        int high = time.length;
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

    /// The quotes from `from` (inclusive) to `to` (exclusive).
    public QuoteTicks slice(int from, int to) {
        return from == 0 && to == time.length
                ? this
                : new QuoteTicks(
                        Arrays.copyOfRange(time, from, to),
                        Arrays.copyOfRange(bid, from, to),
                        Arrays.copyOfRange(bidSize, from, to),
                        Arrays.copyOfRange(ask, from, to),
                        Arrays.copyOfRange(askSize, from, to));
    }

    /// The backing array of the times, not to be written to.
    public long[] times() {
        return time;
    }

    /// The backing arrays of bids, their sizes, asks and theirs, not to be written to.
    public double[][] columns() {
        return new double[][] {bid, bidSize, ask, askSize};
    }

    /// Quotes of columns as [#times()] and [#columns()] give them, which are kept and checked as
    /// [Builder#append] checks them.
    public static QuoteTicks of(long[] time, double[][] columns) {
        for (int i = 0; i < time.length; i++) {
            check(i == 0 ? time[0] : time[i - 1], time[i]);
            check(columns[0][i], columns[1][i], columns[2][i], columns[3][i]);
        }
        return new QuoteTicks(time, columns[0], columns[1], columns[2], columns[3]);
    }

    private static void check(long before, long nanos) {
        if (nanos < before) {
            throw new IllegalArgumentException("Quotes must not fall in time: " + nanos + " after " + before);
        }
    }

    private static void check(double bidPrice, double bidUnits, double askPrice, double askUnits) {
        if (!sound(bidPrice) || !sound(askPrice) || !sound(bidUnits) || !sound(askUnits)) {
            throw new IllegalArgumentException("Prices and sizes of a quote are 0 or more, were " + bidPrice + " × "
                    + bidUnits + " and " + askPrice + " × " + askUnits);
        }
        if (bidPrice == 0 && askPrice == 0) {
            throw new IllegalArgumentException("A quote has a bid or an ask, or both; this one has neither");
        }
    }

    private static boolean sound(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    /// [TickHash] over the columns.
    public String contentHash() {
        return TickHash.of(HASH_NAME, time, columns());
    }

    /// Takes quotes in, one after the other. One thread.
    public static final class Builder {
        private final LongColumn time;
        private final DoubleColumn bid;
        private final DoubleColumn bidSize;
        private final DoubleColumn ask;
        private final DoubleColumn askSize;

        /// An empty builder with room for `capacity` quotes.
        public Builder(int capacity) {
            time = new LongColumn(capacity);
            bid = new DoubleColumn(capacity);
            bidSize = new DoubleColumn(capacity);
            ask = new DoubleColumn(capacity);
            askSize = new DoubleColumn(capacity);
        }

        /// Adds a quote; a price of 0 stands for a side that it tells nothing about. A time before the
        /// last one's, a price or size below 0 or without end, and a quote of no side are an
        /// [IllegalArgumentException], and nothing is added.
        public void append(long nanos, double bidPrice, double bidUnits, double askPrice, double askUnits) {
            int n = time.size();
            check(n > 0 ? time.get(n - 1) : nanos, nanos);
            check(bidPrice, bidUnits, askPrice, askUnits);
            time.append(nanos);
            bid.append(bidPrice);
            bidSize.append(bidUnits);
            ask.append(askPrice);
            askSize.append(askUnits);
        }

        /// How many quotes there are by now.
        public int size() {
            return time.size();
        }

        /// The quotes so far.
        public QuoteTicks build() {
            return new QuoteTicks(time.toArray(), bid.toArray(), bidSize.toArray(), ask.toArray(), askSize.toArray());
        }
    }
}
