package org.tickwright.market.exchange;

import java.util.function.Consumer;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.feed.BookLevels;
import org.tickwright.market.feed.FeedEvent;

/// Where one instrument is traded: its book, and what is told of it.
final class Pit {
    private final ExchangeInstrument instrument;
    private final Consumer<FeedEvent> told;
    private final double priceUnit;
    private final double sizeUnit;
    private final long typicalUnits;
    private MatchingBook book = new MatchingBook();
    private long sequence;
    private long tradeNumber;
    private long bid;
    private long bidSize;
    private long ask;
    private long askSize;
    /// Whether those who trade without knowing anything buy just now.
    boolean buying;

    Pit(ExchangeInstrument instrument, Consumer<FeedEvent> told) {
        this.instrument = instrument;
        this.told = told;
        priceUnit = FixedPoint.pow10(instrument.priceDecimals());
        sizeUnit = FixedPoint.pow10(instrument.sizeDecimals());
        typicalUnits = Math.max(1, Math.round(instrument.typicalSize() * sizeUnit));
    }

    ExchangeInstrument instrument() {
        return instrument;
    }

    MatchingBook book() {
        return book;
    }

    double ticks(double price) {
        return price * priceUnit;
    }

    double price(long ticks) {
        return ticks / priceUnit;
    }

    double size(long units) {
        return units / sizeUnit;
    }

    double units(double size) {
        return size * sizeUnit;
    }

    /// An ordinary size times a factor; round where sizes are large.
    long sizeOf(double factor) {
        double units = typicalUnits * factor;
        double grain = typicalUnits >= 50 ? 10 : 1;
        return Math.max(1, Math.round(Math.rint(units / grain) * grain));
    }

    /// Matches an order and tells the trades.
    long take(long time, boolean buy, long limit, long size, MatchingBook.Fills fills) {
        Aggressor aggressor = buy ? Aggressor.BUYER : Aggressor.SELLER;
        return book.take(buy, limit, size, (owner, price, filled, left) -> {
            tradeNumber++;
            told.accept(new FeedEvent.Trade(
                    instrument.symbol(), time, time, price(price), size(filled), aggressor, tradeNumber));
            fills.filled(owner, price, filled, left);
        });
    }

    /// Tells what changed since the last time.
    void publish(long time) {
        BookLevels bids = book.changes(true);
        BookLevels asks = book.changes(false);
        if (bids.count() + asks.count() > 0) {
            sequence++;
            told.accept(new FeedEvent.BookChange(instrument.symbol(), time, time, sequence, sequence, bids, asks));
            quote(time);
        }
    }

    private void quote(long time) {
        BookLadder bids = book.side(true);
        BookLadder asks = book.side(false);
        long newBid = bids.isEmpty() ? 0 : bids.best().price;
        long newBidSize = bids.isEmpty() ? 0 : bids.best().total;
        long newAsk = asks.isEmpty() ? 0 : asks.best().price;
        long newAskSize = asks.isEmpty() ? 0 : asks.best().total;
        if (newBid == bid && newBidSize == bidSize && newAsk == ask && newAskSize == askSize) {
            return;
        }
        bid = newBid;
        bidSize = newBidSize;
        ask = newAsk;
        askSize = newAskSize;
        told.accept(new FeedEvent.Quote(
                instrument.symbol(),
                time,
                time,
                bidSize == 0 ? Double.NaN : price(bid),
                size(bidSize),
                askSize == 0 ? Double.NaN : price(ask),
                size(askSize)));
    }

    /// Tells the whole book.
    void snapshot(long time) {
        book.changes(true);
        book.changes(false);
        sequence++;
        told.accept(new FeedEvent.BookSnapshot(
                instrument.symbol(), time, time, sequence, book.levels(true), book.levels(false)));
        quote(time);
    }

    /// Forgets all orders.
    void clear() {
        book = new MatchingBook();
    }
}
