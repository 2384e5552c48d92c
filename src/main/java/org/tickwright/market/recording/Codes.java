package org.tickwright.market.recording;

import java.util.List;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedStatus;

/// The numbers by which a recording names the choices of events: places in these lists, to which more may be added at
/// the end alone.
final class Codes {
    static final List<Aggressor> AGGRESSORS = List.of(Aggressor.BUYER, Aggressor.SELLER, Aggressor.UNKNOWN);
    static final List<Channel> CHANNELS = List.of(Channel.TRADES, Channel.QUOTES, Channel.BOOK, Channel.BARS);
    static final List<FeedStatus> STATUSES = List.of(
            FeedStatus.CREATED,
            FeedStatus.CONNECTING,
            FeedStatus.LIVE,
            FeedStatus.STALE,
            FeedStatus.RESYNCING,
            FeedStatus.DISCONNECTED,
            FeedStatus.CLOSED);

    private Codes() {}

    /// The number of a choice.
    static <T> int of(List<T> choices, T choice) {
        int code = choices.indexOf(choice);
        if (code < 0) {
            throw new IllegalArgumentException(choice + " has no number in recordings");
        }
        return code;
    }

    /// The choice of a number; one that is none is an [IllegalArgumentException].
    static <T> T at(List<T> choices, int code) {
        if (code < 0 || code >= choices.size()) {
            throw new IllegalArgumentException("the number " + code + " stands for nothing");
        }
        return choices.get(code);
    }
}
