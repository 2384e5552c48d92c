package org.tickwright.market.book;

/// An order book at one instant, for whoever looks at it while the book goes on: unchangeable, safe to share.
public final class BookDepth {
    /// A book in which nothing rests.
    public static final BookDepth EMPTY = new BookDepth(new OrderBook(0, 0), 0);

    private final int priceDecimals;
    private final int sizeDecimals;
    private final Levels bids;
    private final Levels asks;

    private BookDepth(OrderBook book, int most) {
        priceDecimals = book.priceDecimals();
        sizeDecimals = book.sizeDecimals();
        bids = Levels.of(book.bids(), most);
        asks = Levels.of(book.asks(), most);
    }

    /// The best levels of both sides of a book, so many of each at most. On the thread of the book.
    public static BookDepth of(OrderBook book, int most) {
        return new BookDepth(book, most);
    }

    /// Prices of a side, the best first, with what rests at each, in whole units of the book.
    public static final class Levels {
        private final long[] prices;
        private final long[] sizes;

        private Levels(int count) {
            prices = new long[count];
            sizes = new long[count];
        }

        private static Levels of(BookSide side, int most) {
            Levels levels = new Levels(Math.min(side.size(), most));
            for (int i = 0; i < levels.prices.length; i++) {
                levels.prices[i] = side.price(i);
                levels.sizes[i] = side.amount(i);
            }
            return levels;
        }

        /// How many there are.
        public int count() {
            return prices.length;
        }

        /// The price of a level, 0 the best one.
        public long price(int level) {
            return prices[level];
        }

        /// What rests at a level.
        public long size(int level) {
            return sizes[level];
        }
    }

    /// Those who buy.
    public Levels bids() {
        return bids;
    }

    /// Those who sell.
    public Levels asks() {
        return asks;
    }

    /// The decimals of prices.
    public int priceDecimals() {
        return priceDecimals;
    }

    /// The decimals of sizes.
    public int sizeDecimals() {
        return sizeDecimals;
    }

    /// Whether one of the sides is empty, so that there is no spread.
    public boolean oneSided() {
        return bids.count() == 0 || asks.count() == 0;
    }
}
