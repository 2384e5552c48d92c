package org.tickwright.market.messages;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;

/// A file of messages or of an order book as it was understood.
///
/// @param venue who told it, in words: `Kraken`, `an order book, order by order`
/// @param instruments of what, with their decimals
/// @param channels what is told of them
/// @param events in the order in which they came
/// @param rows lines or rows of the file
/// @param used how many of them became events, or parts of one
/// @param findings how often what was seen: crossed books, gaps, checksums that do not agree
/// @param notes what else is to be said, in sentences
public record RecordedMessages(
        String venue,
        List<FeedInstrument> instruments,
        Set<Channel> channels,
        List<FeedEvent> events,
        long rows,
        long used,
        Map<String, Integer> findings,
        List<String> notes) {
    /// Copies what is small.
    public RecordedMessages {
        instruments = List.copyOf(instruments);
        channels = Set.copyOf(channels);
        findings = Map.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// The earliest time of the venue's clock, nanoseconds UTC.
    public long from() {
        return events.stream().mapToLong(FeedEvent::time).min().orElse(0);
    }

    /// The latest one.
    public long to() {
        return events.stream().mapToLong(FeedEvent::time).max().orElse(0);
    }
}
