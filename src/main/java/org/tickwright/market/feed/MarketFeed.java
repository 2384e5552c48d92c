package org.tickwright.market.feed;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Where a market is told while it happens: a venue's socket, a recording, stored bars, a simulated exchange.
///
/// A feed is opened once and closed once. From its opening to its end it tells its events in one order, from one thread
/// at a time: first [FeedEvent.StatusChange]s up to [FeedStatus#LIVE], at last one to [FeedStatus#CLOSED], and nothing
/// behind that. Trades are told in the order of the venue and never twice; what was missed is told by a
/// [FeedEvent.Gap], and a book after a gap is not told again before a snapshot. While nothing happens a
/// [FeedEvent.Heartbeat] comes at least every two seconds. Calls are safe from any thread.
public interface MarketFeed extends AutoCloseable {
    /// What people call it.
    String name();

    /// Whether an invented market is told.
    boolean simulated();

    /// What it can tell.
    Set<Channel> channels();

    /// The instruments that it can tell of, in the order in which people look for them.
    List<FeedInstrument> instruments();

    /// Begins to tell. A second call is an [IllegalStateException].
    void open(Consumer<FeedEvent> listener) throws FeedException;

    /// Tells of an instrument from now on, or from its opening on; a book begins with a snapshot. An instrument or
    /// channel that it cannot tell
    /// is a [FeedException]; to subscribe twice changes nothing.
    void subscribe(Subscription wanted) throws FeedException;

    /// Tells of these channels no more.
    void unsubscribe(Subscription unwanted) throws FeedException;

    /// How it stands.
    FeedStatus status();

    /// Ends it; its last event has been told when the call returns. Again, nothing happens.
    @Override
    void close();
}
