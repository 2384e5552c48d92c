package org.tickwright.market.recording;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.MarketFeed;

/// What a recording says of the feed that it was made of.
///
/// @param feed the feed's name
/// @param simulated whether an invented market was recorded
/// @param started when the recording began, nanoseconds UTC
/// @param channels what was recorded
/// @param instruments of what
public record RecordingHeader(
        String feed, boolean simulated, long started, Set<Channel> channels, List<FeedInstrument> instruments) {
    /// The version of the format, written first.
    static final int VERSION = 1;

    /// Copies what it is given.
    public RecordingHeader {
        channels = Set.copyOf(channels);
        instruments = List.copyOf(instruments);
    }

    /// Of everything that a feed tells.
    public static RecordingHeader of(MarketFeed feed, long started) {
        return new RecordingHeader(feed.name(), feed.simulated(), started, feed.channels(), feed.instruments());
    }

    void write(Bytes to) {
        to.unsigned(VERSION);
        to.text(feed);
        to.put(simulated ? 1 : 0);
        to.signed(started);
        int set = 0;
        for (Channel channel : channels) {
            set |= 1 << Codes.of(Codes.CHANNELS, channel);
        }
        to.unsigned(set);
        to.unsigned(instruments.size());
        for (FeedInstrument instrument : instruments) {
            to.text(instrument.symbol());
            to.text(instrument.name());
            to.unsigned(instrument.priceDecimals());
            to.unsigned(instrument.sizeDecimals());
            to.text(instrument.calendar());
        }
    }

    static RecordingHeader read(Bytes.Reader from) {
        long version = from.unsigned();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "its format is version " + version + "; this program reads version " + VERSION);
        }
        String feed = from.text();
        boolean simulated = from.get() != 0;
        long started = from.signed();
        long set = from.unsigned();
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        for (Channel channel : Codes.CHANNELS) {
            if (((set >> Codes.of(Codes.CHANNELS, channel)) & 1) != 0) {
                channels.add(channel);
            }
        }
        int count = from.count(5);
        List<FeedInstrument> instruments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            instruments.add(new FeedInstrument(
                    from.text(), from.text(), (int) from.unsigned(), (int) from.unsigned(), from.text()));
        }
        return new RecordingHeader(feed, simulated, started, channels, instruments);
    }
}
