package org.tickwright.market.messages;

import java.util.List;
import org.tickwright.market.TradeTicks.Aggressor;

/// Takes what messages say, in their order.
interface Tape {
    /// The whole book; `sequence` is the number of the last change in it, -1 where the venue does not count.
    void snapshot(When when, long sequence, List<Level> bids, List<Level> asks);

    /// A change of the book.
    void change(When when, Change change);

    /// A trade; `number` is the venue's, -1 where it does not count.
    void trade(When when, Level trade, Aggressor aggressor, long number);

    /// The best bid and ask; an empty price where nobody bids or asks, an empty size where it is not told.
    void quote(When when, Level bid, Level ask);
}
