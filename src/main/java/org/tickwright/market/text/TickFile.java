package org.tickwright.market.text;

import java.time.ZoneId;
import java.util.Set;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.audit.AuditLog;

/// A file of trades as it was understood: what it was taken for in words, the zone of its times, and its trades.
///
/// `log` has what was wrong with rows, of which `rejected` were left out; it is empty unless that was accepted, or the
/// file was read to be audited.
public record TickFile(String file, String description, ZoneId zone, TradeTicks ticks, AuditLog log, int rejected) {
    /// Trades with which nothing was wrong.
    public TickFile(String file, String description, ZoneId zone, TradeTicks ticks) {
        this(file, description, zone, ticks, new AuditLog(Set.of()), 0);
    }
}
