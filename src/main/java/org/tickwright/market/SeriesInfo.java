package org.tickwright.market;

import java.time.ZoneId;

/// What the store knows of a series without reading its bars.
///
/// `from` and `to` are the opening times of the first and last bar, nanoseconds UTC. `simulated` series come from a
/// generator and are labelled so wherever they appear. `source` is a file name or the generator's name and seed.
/// `contentHash` is empty only in lists and from appends, for a series of millions of bars that grew since it was last
/// hashed.
public record SeriesInfo(
        SeriesKey key,
        int version,
        int bars,
        long from,
        long to,
        ZoneId zone,
        String contentHash,
        boolean simulated,
        String source) {}
