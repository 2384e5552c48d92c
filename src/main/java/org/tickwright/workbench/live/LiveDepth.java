package org.tickwright.workbench.live;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.book.BookDepth;
import org.tickwright.market.feed.FeedEvent;

/// The order book of an instrument and its last trade at one instant, for whoever looks at them.
///
/// @param symbol the instrument
/// @param book the best levels of both sides
/// @param whole whether the book can be trusted: there was a snapshot, and nothing was missing since
/// @param sequence the number of the last change in it, -1 where the venue does not count
/// @param time the venue's time that the market has come to, nanoseconds UTC
/// @param trades how many trades there were
/// @param last the last of them; null before the first
public record LiveDepth(
        String symbol,
        BookDepth book,
        boolean whole,
        long sequence,
        long time,
        long trades,
        FeedEvent.@Nullable Trade last) {

    /// Whether it shows the same book and the same last trade.
    boolean like(boolean nowWhole, long nowSequence, long nowTrades) {
        return (sequence >= 0 || !whole) && whole == nowWhole && sequence == nowSequence && trades == nowTrades;
    }
}
