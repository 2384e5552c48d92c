package org.tickwright.market;

/// One of the versions of a series: what is known of it, when it was stored (nanoseconds UTC), whether charts and runs
/// read it, and how it came about.
public record SeriesVersion(SeriesInfo info, long created, boolean used, Provenance provenance) {}
