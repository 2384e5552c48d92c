package org.tickwright.market.book;

import org.tickwright.kernel.FixedPoint;

/// What is bid and asked for an instrument at each price, kept up to date change by change.
///
/// Prices and sizes are whole numbers of a smallest unit, a power of ten each, so that equal numbers are equal and a
/// book can be checked against a venue's checksum. A change in a book that is kept allocates nothing. One thread.
public final class OrderBook {
    private final int priceDecimals;
    private final int sizeDecimals;
    private final double priceUnit;
    private final BookSide bids = new BookSide(true);
    private final BookSide asks = new BookSide(false);

    /// An empty book whose prices and sizes have so many decimals at most.
    public OrderBook(int priceDecimals, int sizeDecimals) {
        this.priceDecimals = priceDecimals;
        this.sizeDecimals = sizeDecimals;
        priceUnit = FixedPoint.pow10(priceDecimals);
    }

    /// The decimals of prices.
    public int priceDecimals() {
        return priceDecimals;
    }

    /// The decimals of sizes.
    public int sizeDecimals() {
        return sizeDecimals;
    }

    /// Those who buy, the highest price first.
    public BookSide bids() {
        return bids;
    }

    /// Those who sell, the lowest price first.
    public BookSide asks() {
        return asks;
    }

    /// One of the two.
    public BookSide side(boolean bid) {
        return bid ? bids : asks;
    }

    /// Lets an amount rest at a price in place of what rests there; 0 takes the price away. Negative amounts are an
    /// [IllegalArgumentException].
    public void set(boolean bid, long price, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("Less than nothing cannot rest at " + price + ": " + size);
        }
        side(bid).set(price, size);
    }

    /// Adds to what rests at a price, or takes from it. To take more than rests there is an
    /// [IllegalArgumentException].
    public void add(boolean bid, long price, long change) {
        BookSide side = side(bid);
        set(bid, price, Math.addExact(side.amountAt(price), change));
    }

    /// Forgets what lies behind so many levels of a side, as a venue that tells no more of them does.
    public void keep(int levels) {
        bids.keep(levels);
        asks.keep(levels);
    }

    /// Forgets everything.
    public void clear() {
        bids.clear();
        asks.clear();
    }

    /// Whether somebody bids as much as somebody asks, or more: what no book of a continuous market does.
    public boolean crossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.price(0) >= asks.price(0);
    }

    /// A price of the book as a number.
    public double price(long units) {
        return units / priceUnit;
    }

    /// Best ask less best bid; NaN where a side is empty.
    public double spread() {
        return oneSided() ? Double.NaN : (asks.price(0) - bids.price(0)) / priceUnit;
    }

    /// Halfway between best bid and best ask; NaN where a side is empty.
    public double mid() {
        return oneSided() ? Double.NaN : (asks.price(0) + bids.price(0)) / (2 * priceUnit);
    }

    /// Best bid and best ask, each weighed by what rests on the other side: nearer to the side that is thin. NaN where
    /// a side is empty.
    public double microprice() {
        if (oneSided()) {
            return Double.NaN;
        }
        double bid = bids.amount(0);
        double ask = asks.amount(0);
        return (asks.price(0) * bid + bids.price(0) * ask) / ((bid + ask) * priceUnit);
    }

    /// What is bid less what is asked within the best levels, over both: from -1, all ask, to 1. NaN where nothing
    /// rests.
    public double imbalance(int levels) {
        double bid = bids.amountWithin(levels);
        double ask = asks.amountWithin(levels);
        return (bid - ask) / (bid + ask);
    }

    private boolean oneSided() {
        return bids.isEmpty() || asks.isEmpty();
    }
}
