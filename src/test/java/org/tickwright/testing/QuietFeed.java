package org.tickwright.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.FeedStatus;
import org.tickwright.market.feed.MarketFeed;
import org.tickwright.market.feed.Subscription;
import org.tickwright.market.feed.Tempo;

/// A feed of one instrument, `QUIET`, that tells a trade when a test says so, and otherwise nothing at all: no
/// heartbeat, like a connection that hangs.
public final class QuietFeed implements MarketFeed {
    /// What it tells of.
    public static final String SYMBOL = "QUIET";

    private final Tempo tempo;
    private Consumer<FeedEvent> listener = event -> {};
    private FeedStatus status = FeedStatus.CREATED;
    private long number;

    /// A feed by that clock.
    public QuietFeed(Tempo tempo) {
        this.tempo = tempo;
    }

    /// Tells a trade of one unit.
    public synchronized void trade(double price) {
        long now = tempo.nanos();
        listener.accept(new FeedEvent.Trade(SYMBOL, now, now, price, 1, Aggressor.BUYER, ++number));
    }

    private void tell(FeedStatus now) {
        status = now;
        listener.accept(new FeedEvent.StatusChange(tempo.nanos(), tempo.nanos(), now, ""));
    }

    @Override
    public String name() {
        return "Quiet feed";
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.TRADES);
    }

    @Override
    public List<FeedInstrument> instruments() {
        return List.of(new FeedInstrument(SYMBOL, "Quiet", 2, 0, "24-7"));
    }

    @Override
    public synchronized void open(Consumer<FeedEvent> to) {
        listener = to;
        tell(FeedStatus.CONNECTING);
        tell(FeedStatus.LIVE);
    }

    @Override
    public void subscribe(Subscription wanted) {
        // It tells of all it has.
    }

    @Override
    public void unsubscribe(Subscription unwanted) {
        // It tells of all it has.
    }

    @Override
    public synchronized FeedStatus status() {
        return status;
    }

    @Override
    public synchronized void close() {
        if (status != FeedStatus.CLOSED) {
            tell(FeedStatus.CLOSED);
        }
    }
}
