package org.tickwright.market.feed;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.market.exchange.ExchangeSettings;
import org.tickwright.market.exchange.SimulatedExchange;
import org.tickwright.market.recording.Recording;
import org.tickwright.market.recording.RecordingHeader;
import org.tickwright.market.recording.RecordingWriter;

/// A recording as a feed.
class RecordedFeedTest extends MarketFeedContract {
    private static final long START = 1_772_463_600_000_000_000L;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void record() throws IOException {
        file = folder.resolve("day.feed");
        try (SimulatedExchange exchange = new SimulatedExchange(ExchangeSettings.of(5, START));
                RecordingWriter writer = new RecordingWriter(
                        file,
                        new RecordingHeader("sim", true, START, exchange.channels(), exchange.instruments()),
                        RecordingWriter.LONGEST_WAIT)) {
            for (int i = 0; i < 10_000; i++) {
                writer.append(exchange.next());
            }
        }
    }

    @Override
    protected MarketFeed create() {
        try {
            return new PacedFeed(Recording.open(file), threads, new VirtualTempo(START), 1);
        } catch (FeedException e) {
            throw new AssertionError(e);
        }
    }
}
