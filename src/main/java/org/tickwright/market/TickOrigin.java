package org.tickwright.market;

import java.time.ZoneId;

/// Where ticks come from: the exchange's zone, which decides what a day is, the file, feed or generator in words, and
/// whether a generator made them.
public record TickOrigin(ZoneId zone, String source, boolean simulated) {}
