package org.tickwright.market.feed;

import java.util.Arrays;
import org.tickwright.market.book.BookSide;
import org.tickwright.market.book.OrderBook;

/// Prices and what rests at each, in whole units of the instrument's decimals; a size of 0 takes a price away.
///
/// Nobody writes to the arrays once they are in here.
public record BookLevels(long[] prices, long[] sizes) {
    /// No level.
    public static final BookLevels NONE = new BookLevels(new long[0], new long[0]);

    /// Checks that each price has a size.
    public BookLevels {
        if (prices.length != sizes.length) {
            throw new IllegalArgumentException(prices.length + " prices with " + sizes.length + " sizes");
        }
    }

    /// The levels of a side of a book, the best one first.
    public static BookLevels of(BookSide side) {
        long[] prices = new long[side.size()];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = side.price(i);
            sizes[i] = side.amount(i);
        }
        return new BookLevels(prices, sizes);
    }

    /// Lets them rest in a book, on the side of who bids or of who asks.
    public void applyTo(OrderBook book, boolean bid) {
        for (int i = 0; i < prices.length; i++) {
            book.set(bid, prices[i], sizes[i]);
        }
    }

    /// How many there are.
    public int count() {
        return prices.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BookLevels levels
                && Arrays.equals(prices, levels.prices)
                && Arrays.equals(sizes, levels.sizes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(prices) + Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return Arrays.toString(prices) + " x " + Arrays.toString(sizes);
    }
}
