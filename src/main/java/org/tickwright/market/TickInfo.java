package org.tickwright.market;

/// What the store knows of a series of ticks without reading them.
///
/// `from` and `to` are the times of the first and last tick, nanoseconds UTC. The content hash is that of
/// [TradeTicks#contentHash()] and its like over all of them, whether they came at once or bit by bit.
public record TickInfo(
        TickKey key, int version, long ticks, long from, long to, String contentHash, TickOrigin origin) {}
