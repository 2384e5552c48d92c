package org.tickwright.market.feed;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks.Aggressor;

/// One thing that a feed tells. Values: safe to keep and to share.
public sealed interface FeedEvent {
    /// The instrument; empty where it is of the feed as a whole.
    String symbol();

    /// When it happened, by the venue's clock, nanoseconds UTC.
    long time();

    /// When it came in here, by this machine's clock, nanoseconds UTC.
    long arrival();

    /// What it is about; null where it is about the feed as a whole.
    default @Nullable Channel channel() {
        return switch (this) {
            case Trade trade -> Channel.TRADES;
            case Quote quote -> Channel.QUOTES;
            case BookSnapshot book -> Channel.BOOK;
            case BookChange book -> Channel.BOOK;
            case BarDone bar -> Channel.BARS;
            case Gap gap -> gap.channel();
            case Resync resync -> resync.channel();
            case Heartbeat heartbeat -> null;
            case StatusChange status -> null;
        };
    }

    /// The same event, come in at another time.
    default FeedEvent arrived(long now) {
        return switch (this) {
            case Trade e -> new Trade(e.symbol, e.time, now, e.price, e.size, e.aggressor, e.number);
            case Quote e -> new Quote(e.symbol, e.time, now, e.bid, e.bidSize, e.ask, e.askSize);
            case BookSnapshot e -> new BookSnapshot(e.symbol, e.time, now, e.sequence, e.bids, e.asks);
            case BookChange e -> new BookChange(e.symbol, e.time, now, e.first, e.last, e.bids, e.asks);
            case BarDone e -> new BarDone(e.symbol, e.time, now, e.timeframe, e.open, e.high, e.low, e.close, e.volume);
            case Gap e -> new Gap(e.symbol, e.time, now, e.channel, e.missed, e.why);
            case Resync e -> new Resync(e.symbol, e.time, now, e.channel);
            case Heartbeat e -> new Heartbeat(e.time, now);
            case StatusChange e -> new StatusChange(e.time, now, e.status, e.why);
        };
    }

    /// A trade of so many units. `number` is the venue's, rising by one from trade to trade of an instrument; -1 where
    /// the venue does not count.
    record Trade(String symbol, long time, long arrival, double price, double size, Aggressor aggressor, long number)
            implements FeedEvent {
        /// A trade of a venue that does not count.
        public Trade(String symbol, long time, long arrival, double price, double size, Aggressor aggressor) {
            this(symbol, time, arrival, price, size, aggressor, -1);
        }
    }

    /// The best bid and ask from now on; NaN with size 0 where nobody bids or asks.
    record Quote(String symbol, long time, long arrival, double bid, double bidSize, double ask, double askSize)
            implements FeedEvent {}

    /// The whole order book, in place of what was known. `sequence` is the number of the last change in it, -1 where
    /// the venue does not count.
    record BookSnapshot(String symbol, long time, long arrival, long sequence, BookLevels bids, BookLevels asks)
            implements FeedEvent {}

    /// Levels of the order book that changed, and the numbers of the changes from the first to the last; -1 where the
    /// venue does not count.
    record BookChange(String symbol, long time, long arrival, long first, long last, BookLevels bids, BookLevels asks)
            implements FeedEvent {}

    /// A bar that is complete; `time` is when it opened.
    record BarDone(
            String symbol,
            long time,
            long arrival,
            Timeframe timeframe,
            double open,
            double high,
            double low,
            double close,
            double volume)
            implements FeedEvent {}

    /// So many events of a channel were missed before this one and will not come: the venue's numbers have a hole, or
    /// nobody took them in time. -1 where their number is not known.
    record Gap(String symbol, long time, long arrival, Channel channel, long missed, String why) implements FeedEvent {}

    /// What a channel tells is whole again from here on.
    record Resync(String symbol, long time, long arrival, Channel channel) implements FeedEvent {}

    /// The feed is there, though nothing happens.
    record Heartbeat(long time, long arrival) implements FeedEvent {
        @Override
        public String symbol() {
            return "";
        }
    }

    /// The feed stands otherwise from now on, and why.
    record StatusChange(long time, long arrival, FeedStatus status, String why) implements FeedEvent {
        @Override
        public String symbol() {
            return "";
        }
    }
}
