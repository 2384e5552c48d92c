package org.tickwright.market.text;

import java.time.ZoneId;
import org.tickwright.market.TradeTicks;

/// A file of trades as it was understood: what it was taken for in words, the zone of its times, and its trades.
public record TickFile(String file, String description, ZoneId zone, TradeTicks ticks) {}
