package org.tickwright.market.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Timeframe;

/// A market whose events can be asked for one after the other: a simulated exchange, a recording, stored bars.
///
/// Events come in order of their time, or of their arrival where that is known; the same source gives the same events
/// again. A book begins with a snapshot. [PacedFeed] makes a [MarketFeed] of it. One thread.
public interface EventSource extends AutoCloseable {
    /// What people call it.
    String name();

    /// Whether an invented market is told.
    boolean simulated();

    /// What it tells.
    Set<Channel> channels();

    /// The zone that decides what a day of it is.
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /// The lengths of the bars that it tells; none where it tells none, or does not know before it does.
    default Set<Timeframe> timeframes() {
        return Set.of();
    }

    /// The instruments that it tells of.
    List<FeedInstrument> instruments();

    /// The next event; null at the end.
    @Nullable
    FeedEvent next() throws FeedException;

    /// Lets go of files.
    @Override
    void close();
}
