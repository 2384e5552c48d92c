package org.tickwright.workbench.live;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.feed.FeedStatus;

/// How a live market stands at one instant.
///
/// @param feed the feed's name; empty where none was started yet
/// @param simulated whether the market is invented
/// @param replay whether it is told again from a file
/// @param status how the feed stands
/// @param why the reason of the status in words
/// @param time the venue's time that it has come to, nanoseconds UTC; 0 before the first event
/// @param pace how it is told
/// @param traffic what came through
/// @param recording what is recorded; null while nothing is
/// @param instruments of what is told, in the feed's order
public record LiveState(
        String feed,
        boolean simulated,
        boolean replay,
        FeedStatus status,
        String why,
        long time,
        Pace pace,
        Traffic traffic,
        @Nullable RecordingState recording,
        List<Quoted> instruments) {
    /// Nothing was started yet.
    public static final LiveState NONE = new LiveState(
            "",
            false,
            false,
            FeedStatus.CREATED,
            "",
            0,
            new Pace(1, false),
            new Traffic(0, 0, 0, 0, 0, 0, 0),
            null,
            List.of());

    /// How many times as fast as it happened, whether it stands still, and whether a person can change that.
    public record Pace(double speed, boolean paused, boolean steered) {
        /// Of a feed that has a pace of its own.
        public static final Pace OWN = new Pace(1, false, false);

        /// Of a feed that is told at a pace.
        public Pace(double speed, boolean paused) {
            this(speed, paused, true);
        }
    }

    /// What came through since the start: events, those of the last second, quotes told once for several,
    /// events lost, gaps told, and how long the median and 99 of 100 took to this side, in nanoseconds.
    public record Traffic(
            long events, double perSecond, long conflated, long lost, long gaps, long medianNanos, long p99Nanos) {}

    /// A recording that is being written.
    public record RecordingState(Path file, long events, long safe, long bytes) {}

    /// What is known of an instrument; NaN where it is not.
    public record Quoted(
            String symbol,
            String name,
            int decimals,
            double first,
            double last,
            double bid,
            double ask,
            long trades,
            double volume) {}

    /// Whether a feed is open, be it silent.
    public boolean running() {
        return status != FeedStatus.CREATED && status != FeedStatus.CLOSED;
    }

    /// Whether what is shown may be old: silent, or not connected.
    public boolean stale() {
        return status == FeedStatus.STALE || status == FeedStatus.DISCONNECTED;
    }
}
