package org.tickwright.workbench.live;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.LiveBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.MarketFeed;
import org.tickwright.market.feed.PacedFeed;
import org.tickwright.market.feed.Subscription;

/// Tells a feed to its end and keeps count, with bars of its trades.
public final class FeedReplay {
    private final Map<Channel, Long> counts = new EnumMap<>(Channel.class);
    private final Map<String, LiveBars> bars = new LinkedHashMap<>();
    private final Map<String, Bars> told = new LinkedHashMap<>();
    private final Consumer<FeedEvent.BarDone> done;
    private long gaps;
    private long missed;
    private long events;
    private long from;
    private long to;
    private boolean stopped;
    private String end = "";

    private FeedReplay(Consumer<FeedEvent.BarDone> done) {
        this.done = done;
    }

    /// What came: events of each channel, gaps and how many events they hide as far as that is known, the
    /// venue's times of the first and last event, and bars by symbol, the last one as far as it came. `whole`
    /// is false where somebody stopped it.
    public record Report(
            long events,
            Map<Channel, Long> counts,
            long gaps,
            long missed,
            long from,
            long to,
            Map<String, Bars> bars,
            boolean whole) {}

    /// Opens a feed that tells on this thread and follows it to its end, or until it shall `stop`. Bars of
    /// that timeframe are made of its trades, null for none; `done` is told whenever one is complete, as the
    /// last of those it is given, which is a copy of all.
    public static Report run(
            MarketFeed feed,
            @Nullable Timeframe timeframe,
            ZoneId zone,
            Consumer<FeedEvent.BarDone> done,
            BooleanSupplier stop)
            throws FeedException {
        FeedReplay replay = new FeedReplay(done);
        for (FeedInstrument instrument : feed.instruments()) {
            feed.subscribe(new Subscription(instrument.symbol(), feed.channels()));
            if (timeframe != null && feed.channels().contains(Channel.TRADES)) {
                LiveBars live = new LiveBars(timeframe, zone);
                replay.bars.put(instrument.symbol(), live);
                replay.told.put(instrument.symbol(), live.empty());
            }
        }
        feed.open(event -> replay.take(event, feed, stop));
        if (!replay.stopped && !replay.end.equals(PacedFeed.END)) {
            throw new FeedException(replay.end, false);
        }
        Map<String, Bars> all = new LinkedHashMap<>();
        replay.bars.forEach((symbol, live) -> all.put(symbol, live.copy()));
        return new Report(
                replay.events, replay.counts, replay.gaps, replay.missed, replay.from, replay.to, all, !replay.stopped);
    }

    private void take(FeedEvent event, MarketFeed feed, BooleanSupplier stop) {
        Channel channel = event.channel();
        if ((channel == null || events % 4096 == 4095) && !stopped && stop.getAsBoolean()) {
            stopped = true;
            feed.close();
            return;
        }
        if (event instanceof FeedEvent.StatusChange change) {
            end = change.why();
        }
        if (channel == null) {
            return;
        }
        events++;
        from = events == 1 ? event.time() : from;
        to = Math.max(to, event.time());
        if (event instanceof FeedEvent.Gap gap) {
            gaps++;
            missed += Math.max(0, gap.missed());
        } else {
            counts.merge(channel, 1L, Long::sum);
        }
        LiveBars live = bars.get(event.symbol());
        if (live != null && event instanceof FeedEvent.Trade trade) {
            trade(trade, live);
        }
    }

    private void trade(FeedEvent.Trade trade, LiveBars live) {
        Bars known = told.get(trade.symbol());
        if (live.trade(trade.time(), trade.price(), trade.size()) && known != null) {
            live.update(known);
            int i = known.size() - 2;
            if (i >= 0) {
                done.accept(new FeedEvent.BarDone(
                        trade.symbol(),
                        known.time(i),
                        trade.arrival(),
                        known.timeframe(),
                        known.open(i),
                        known.high(i),
                        known.low(i),
                        known.close(i),
                        known.volume(i)));
            }
        }
    }
}
