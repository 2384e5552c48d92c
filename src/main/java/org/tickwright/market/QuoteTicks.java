package org.tickwright.market;

import org.tickwright.kernel.ContentHash;
import org.tickwright.kernel.DoubleColumn;
import org.tickwright.kernel.LongColumn;

/// Best bids and asks of one instrument, quote by quote, in the order in which they were made: an
/// immutable series of 40 bytes each.
///
/// Times are nanoseconds UTC and never fall; several quotes may have the same. A price is above 0, or
/// exactly 0 where the quote says nothing about that side; sizes are at least 0, and 0 where the source
/// tells none. Safe to share between threads.
public final class QuoteTicks {
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

    /// SHA-256 over the columns.
    public String contentHash() {
        return new ContentHash()
                .add("quotes")
                .add(size())
                .add(time, size())
                .add(bid, size())
                .add(bidSize, size())
                .add(ask, size())
                .add(askSize, size())
                .hex();
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
            if (n > 0 && nanos < time.get(n - 1)) {
                throw new IllegalArgumentException(
                        "Quotes must not fall in time: " + nanos + " after " + time.get(n - 1));
            }
            if (!sound(bidPrice) || !sound(askPrice) || !sound(bidUnits) || !sound(askUnits)) {
                throw new IllegalArgumentException("Prices and sizes of a quote are 0 or more, were " + bidPrice + " × "
                        + bidUnits + " and " + askPrice + " × " + askUnits);
            }
            if (bidPrice == 0 && askPrice == 0) {
                throw new IllegalArgumentException("A quote has a bid or an ask, or both; this one has neither");
            }
            time.append(nanos);
            bid.append(bidPrice);
            bidSize.append(bidUnits);
            ask.append(askPrice);
            askSize.append(askUnits);
        }

        private static boolean sound(double value) {
            return value >= 0 && value < Double.POSITIVE_INFINITY;
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
