package org.tickwright.market.feed;

import org.tickwright.market.book.BookSequence;
import org.tickwright.market.book.OrderBook;

/// The order book of an instrument as a feed's events make it, and whether it can be trusted. One thread.
public final class KeptBook {
    private final OrderBook book;
    private final BookSequence sequence = new BookSequence();
    private boolean whole;

    /// An empty book that waits for a snapshot.
    public KeptBook(FeedInstrument instrument) {
        book = new OrderBook(instrument.priceDecimals(), instrument.sizeDecimals());
    }

    /// The book, which means nothing unless it is [#whole()].
    public OrderBook book() {
        return book;
    }

    /// Whether there was a snapshot and nothing was missing since.
    public boolean whole() {
        return whole;
    }

    /// The number of the last change in it.
    public long sequence() {
        return sequence.last();
    }

    /// How many changes were missing in all.
    public long missing() {
        return sequence.missing();
    }

    /// What is known of it is not to be trusted before the next snapshot.
    public void lose() {
        whole = false;
    }

    /// Takes the whole book.
    public void take(FeedEvent.BookSnapshot snapshot) {
        book.clear();
        snapshot.bids().applyTo(book, true);
        snapshot.asks().applyTo(book, false);
        sequence.snapshot(snapshot.sequence());
        whole = true;
    }

    /// Takes a change in, where it follows on what is known. A venue that does not count is believed.
    public BookSequence.Verdict take(FeedEvent.BookChange change) {
        if (!whole) {
            return BookSequence.Verdict.EARLY;
        }
        BookSequence.Verdict verdict =
                change.last() < 0 ? BookSequence.Verdict.APPLY : sequence.next(change.first(), change.last());
        if (verdict == BookSequence.Verdict.APPLY) {
            change.bids().applyTo(book, true);
            change.asks().applyTo(book, false);
        }
        whole = verdict != BookSequence.Verdict.GAP;
        return verdict;
    }

    /// The book as a snapshot of that time.
    public FeedEvent.BookSnapshot snapshot(String symbol, long time, long arrival) {
        return new FeedEvent.BookSnapshot(
                symbol, time, arrival, sequence(), BookLevels.of(book.bids()), BookLevels.of(book.asks()));
    }
}
