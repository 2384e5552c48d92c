package org.tickwright.market;

/// One of the versions of a series of ticks: what is known of it, when it was stored (nanoseconds UTC), and whether it
/// is the one that is read.
public record TickVersion(TickInfo info, long created, boolean used) {}
