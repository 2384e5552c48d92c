package org.tickwright.market.feed;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.TradeTicks;

/// Trades that were kept as a source of events: each is told when it was done. One thread.
public final class StoredTrades implements EventSource {
    private final FeedInstrument instrument;
    private final TradeTicks trades;
    private final boolean simulated;
    private int next;

    /// Trades of an instrument.
    public StoredTrades(FeedInstrument instrument, TradeTicks trades, boolean simulated) {
        this.instrument = instrument;
        this.trades = trades;
        this.simulated = simulated;
    }

    @Override
    public String name() {
        return "Trades of " + instrument.symbol();
    }

    @Override
    public boolean simulated() {
        return simulated;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.TRADES);
    }

    @Override
    public List<FeedInstrument> instruments() {
        return List.of(instrument);
    }

    @Override
    public @Nullable FeedEvent next() {
        if (next == trades.size()) {
            return null;
        }
        int i = next++;
        return new FeedEvent.Trade(
                instrument.symbol(),
                trades.time(i),
                trades.time(i),
                trades.price(i),
                trades.volume(i),
                trades.aggressor(i),
                i + 1L);
    }

    @Override
    public void close() {
        next = trades.size();
    }
}
