package org.tickwright.market.feed;

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

    /// A trade of so many units.
    record Trade(String symbol, long time, long arrival, double price, double size, Aggressor aggressor)
            implements FeedEvent {}

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
