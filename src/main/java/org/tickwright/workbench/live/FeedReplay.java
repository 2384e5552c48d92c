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
    private final @Nullable Timeframe timeframe;
    private final ZoneId zone;
    private final boolean traded;
    private long gaps;
    private long missed;
    private long events;
    private long from;
    private long to;
    private boolean stopped;
    private String end = "";

    private FeedReplay(@Nullable Timeframe timeframe, ZoneId zone, boolean traded, Consumer<FeedEvent.BarDone> done) {
        this.timeframe = timeframe;
        this.zone = zone;
        this.traded = traded;
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
    /// that timeframe are made of its trades, or of the bars that it tells where it tells no trades, null for
    /// none; `done` is told whenever one is complete.
    public static Report run(
            MarketFeed feed,
            @Nullable Timeframe timeframe,
            ZoneId zone,
            Consumer<FeedEvent.BarDone> done,
            BooleanSupplier stop)
            throws FeedException {
        boolean traded = feed.channels().contains(Channel.TRADES);
        FeedReplay replay = new FeedReplay(timeframe, zone, traded, done);
        for (FeedInstrument instrument : feed.instruments()) {
            feed.subscribe(new Subscription(instrument.symbol(), feed.channels()));
            if (timeframe != null && traded) {
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
        } else if (event instanceof FeedEvent.BarDone bar && timeframe != null && !traded) {
            bar(bar, timeframe);
        }
    }

    private void trade(FeedEvent.Trade trade, LiveBars live) {
        if (live.trade(trade.time(), trade.price(), trade.size())) {
            begun(trade, live);
        }
    }

    /// A bar that is told: kept as it is, or put into a longer one.
    private void bar(FeedEvent.BarDone bar, Timeframe wanted) {
        boolean same = bar.timeframe().equals(wanted);
        if (!same && !wanted.madeOf(bar.timeframe())) {
            throw new IllegalArgumentException("Bars of " + wanted + " cannot be made of bars of " + bar.timeframe()
                    + ", which " + bar.symbol() + " is told in.");
        }
        LiveBars live = bars.computeIfAbsent(
                bar.symbol(), symbol -> same ? LiveBars.told(wanted, zone) : new LiveBars(wanted, zone));
        if (same) {
            live.done(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
            done.accept(bar);
            return;
        }
        told.computeIfAbsent(bar.symbol(), symbol -> live.empty());
        if (live.bar(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())) {
            begun(bar, live);
        }
    }

    /// A bar has begun with an event, so the one before it is complete.
    private void begun(FeedEvent event, LiveBars live) {
        Bars known = told.get(event.symbol());
        if (known == null) {
            return;
        }
        live.update(known);
        int i = known.size() - 2;
        if (i >= 0) {
            done.accept(new FeedEvent.BarDone(
                    event.symbol(),
                    known.time(i),
                    event.arrival(),
                    known.timeframe(),
                    known.open(i),
                    known.high(i),
                    known.low(i),
                    known.close(i),
                    known.volume(i)));
        }
    }
}
