package org.tickwright.market.text;

import java.time.ZoneId;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.audit.AuditLog;

/// A file of quotes as it was understood: what it was taken for in words, the zone of its times, and its
/// quotes.
///
/// `symbol` is the instrument that a column names, empty where none does. `crossed` counts quotes whose
/// bid lies above their ask, `silent` the rows that told no price and were left out. `log` has what was wrong with
/// rows, of which `rejected` were left out; it is empty unless that was accepted, or the file was read to be audited.
public record QuoteFile(
        String file,
        String description,
        String symbol,
        ZoneId zone,
        QuoteTicks quotes,
        int crossed,
        int silent,
        AuditLog log,
        int rejected) {}
