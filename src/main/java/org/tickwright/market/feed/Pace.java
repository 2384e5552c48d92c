package org.tickwright.market.feed;

/// When the events of a source are to be told: so many times as fast as they happened, one by one, or not now.
///
/// Changes hold from the last event told on; nothing is made up for. For any number of threads.
final class Pace {
    private double speed;
    private boolean paused;
    private long steps;
    private boolean anchored;
    private long anchorNow;
    private long anchorSource;

    /// So many times as fast as it happened.
    Pace(double speed) {
        this.speed = checked(speed);
    }

    private static double checked(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("Speed is above 0, was " + speed);
        }
        return speed;
    }

    synchronized double speed() {
        return speed;
    }

    synchronized void speed(double times) {
        speed = checked(times);
        anchored = false;
    }

    synchronized boolean paused() {
        return paused;
    }

    synchronized void pause(boolean still) {
        paused = still;
        steps = 0;
        anchored = false;
    }

    /// So many events more, then it stands still.
    synchronized void step(long events) {
        if (events < 1) {
            throw new IllegalArgumentException("A step is one event or more, was " + events);
        }
        paused = true;
        steps += events;
    }

    /// When an event is to be told by the clock, which shows `now`; `position` is the source's time of the event before
    /// it, 0 where there is none. [Long#MAX_VALUE] while it stands still.
    synchronized long due(FeedEvent event, long position, long now) {
        if (paused) {
            return steps > 0 ? now : Long.MAX_VALUE;
        }
        if (speed == PacedFeed.UNBOUNDED) {
            return now;
        }
        if (!anchored) {
            anchored = true;
            anchorNow = now;
            anchorSource = position == 0 ? event.arrival() : position;
        }
        return anchorNow + (long) ((event.arrival() - anchorSource) / speed);
    }

    /// An event was told.
    synchronized void told() {
        if (paused && steps > 0) {
            steps--;
        }
    }
}
