package org.tickwright.workbench.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.tickwright.kernel.Clock;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.MarketFeed;
import org.tickwright.market.feed.Subscription;
import org.tickwright.market.recording.RecordingHeader;
import org.tickwright.market.recording.RecordingWriter;

/// Records a feed into a file until an instant of the venue's time.
public final class FeedRecorder {
    private final MarketFeed feed;
    private final RecordingWriter writer;
    private final long until;
    private final BooleanSupplier stop;
    private long from;
    private long to;
    private long trades;

    private FeedRecorder(MarketFeed feed, RecordingWriter writer, long until, BooleanSupplier stop) {
        this.feed = feed;
        this.writer = writer;
        this.until = until;
        this.stop = stop;
    }

    /// What was recorded: events with heartbeats and statuses, and the venue's times of the first and the
    /// last one.
    public record Report(
            Path file, String feed, boolean simulated, long events, long trades, long bytes, long from, long to) {}

    /// Opens a feed that tells on this thread, records all it tells of before `until`, or until it shall
    /// `stop`, and closes it. A file that is there already is an [IOException].
    public static Report record(MarketFeed feed, Clock clock, Path file, long until, BooleanSupplier stop)
            throws IOException, FeedException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        for (FeedInstrument instrument : feed.instruments()) {
            feed.subscribe(new Subscription(instrument.symbol(), feed.channels()));
        }
        RecordingWriter writer =
                new RecordingWriter(file, RecordingHeader.of(feed, clock.nanos()), RecordingWriter.LONGEST_WAIT);
        FeedRecorder recorder = new FeedRecorder(feed, writer, until, stop);
        try (writer) {
            feed.open(recorder::take);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            feed.close();
        }
        return recorder.report(file);
    }

    private Report report(Path file) {
        return new Report(file, feed.name(), feed.simulated(), writer.events(), trades, writer.bytes(), from, to);
    }

    private void take(FeedEvent event) {
        boolean market = event.channel() != null;
        if (market ? event.time() >= until : stop.getAsBoolean()) {
            feed.close();
            return;
        }
        if (market) {
            from = from == 0 ? event.time() : from;
            to = event.time();
            trades += event instanceof FeedEvent.Trade ? 1 : 0;
        }
        try {
            writer.append(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
