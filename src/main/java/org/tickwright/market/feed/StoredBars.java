package org.tickwright.market.feed;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.Timeframe;

/// Bars of the store as a source of events: each is told when it was complete. One thread.
public final class StoredBars implements EventSource {
    private final FeedInstrument instrument;
    private final Bars bars;
    private final boolean simulated;
    private int next;

    /// Bars of an instrument.
    public StoredBars(FeedInstrument instrument, Bars bars, boolean simulated) {
        this.instrument = instrument;
        this.bars = bars;
        this.simulated = simulated;
    }

    @Override
    public String name() {
        return "Bars of " + instrument.symbol() + " " + bars.timeframe();
    }

    @Override
    public boolean simulated() {
        return simulated;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.BARS);
    }

    @Override
    public ZoneId zone() {
        return bars.zone();
    }

    @Override
    public Set<Timeframe> timeframes() {
        return Set.of(bars.timeframe());
    }

    @Override
    public List<FeedInstrument> instruments() {
        return List.of(instrument);
    }

    @Override
    public @Nullable FeedEvent next() {
        if (next == bars.size()) {
            return null;
        }
        int i = next++;
        return new FeedEvent.BarDone(
                instrument.symbol(),
                bars.time(i),
                bars.knownAt(i),
                bars.timeframe(),
                bars.open(i),
                bars.high(i),
                bars.low(i),
                bars.close(i),
                bars.volume(i));
    }

    @Override
    public void close() {
        next = bars.size();
    }
}
