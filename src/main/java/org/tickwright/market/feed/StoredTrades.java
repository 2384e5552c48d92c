package org.tickwright.market.feed;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.TradeTicks;

/// Trades that were kept as a source of events: each is told when it was done. One thread.
public final class StoredTrades implements EventSource {
    private final FeedInstrument instrument;
    private final Pages pages;
    private final ZoneId zone;
    private final boolean simulated;
    private @Nullable TradeTicks page;
    private int next;
    private long told;
    private boolean closed;

    /// Trades page by page, for there may be more than fit into memory.
    @FunctionalInterface
    public interface Pages {
        /// The next ones in order of time, none among them perhaps; null at the end.
        @Nullable
        TradeTicks next() throws FeedException;
    }

    /// Trades of an instrument, all at once.
    public StoredTrades(FeedInstrument instrument, TradeTicks trades, boolean simulated) {
        this(instrument, () -> null, ZoneOffset.UTC, simulated);
        page = trades;
    }

    /// Trades of an instrument, of an exchange in a zone.
    public StoredTrades(FeedInstrument instrument, Pages pages, ZoneId zone, boolean simulated) {
        this.instrument = instrument;
        this.pages = pages;
        this.zone = zone;
        this.simulated = simulated;
        page = new TradeTicks.Builder(0).build();
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
    public ZoneId zone() {
        return zone;
    }

    @Override
    public List<FeedInstrument> instruments() {
        return List.of(instrument);
    }

    @Override
    public @Nullable FeedEvent next() throws FeedException {
        while (page != null && next == page.size()) {
            page = closed ? null : pages.next();
            next = 0;
        }
        TradeTicks trades = page;
        if (trades == null || closed) {
            return null;
        }
        int i = next++;
        told++;
        return new FeedEvent.Trade(
                instrument.symbol(),
                trades.time(i),
                trades.time(i),
                trades.price(i),
                trades.volume(i),
                trades.aggressor(i),
                told);
    }

    @Override
    public void close() {
        closed = true;
    }
}
