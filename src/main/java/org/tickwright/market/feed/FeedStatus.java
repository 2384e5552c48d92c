package org.tickwright.market.feed;

/// How a feed stands.
public enum FeedStatus {
    /// Nobody opened it yet.
    CREATED,
    CONNECTING,
    /// It tells what happens.
    LIVE,
    /// It is connected and silent for longer than it should be.
    STALE,
    /// Something was missed; what it tells is not whole until it says so.
    RESYNCING,
    /// The connection is lost; it tries again by itself.
    DISCONNECTED,
    /// It has ended, by its own end or because it was closed.
    CLOSED
}
