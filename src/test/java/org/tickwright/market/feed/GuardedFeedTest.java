package org.tickwright.market.feed;

import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;

/// A feed with faults of every kind keeps the contract behind its guard.
class GuardedFeedTest extends MarketFeedContract {
    private static final long START = 1_772_463_600_000_000_000L;

    private final VirtualTempo tempo = new VirtualTempo(START);
    private long seed = 1;

    @Override
    protected MarketFeed create() {
        PacedFeed sound = new PacedFeed(new SimulatedExchange(ExchangeSettings.of(5, START)), threads, tempo, 1);
        return new GuardedFeed(new FaultyFeed(sound, seed++), tempo, GuardedFeed.PATIENCE);
    }

    @Override
    protected int enough() {
        return 20_000;
    }
}
