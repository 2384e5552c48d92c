package org.tickwright.market.audit;

import java.util.Set;
import org.tickwright.market.AuditReport;
import org.tickwright.market.Bars;
import org.tickwright.market.SeriesInfo;

/// The checks of a series that is in the store already: gaps and outliers. What errors forbid never got there.
public final class SeriesAudit {
    private SeriesAudit() {}

    /// Audits the bars of a series.
    public static AuditReport run(SeriesInfo series, Bars bars) {
        AuditLog log = new AuditLog(Set.of());
        GapAudit.run(bars, new long[0], log);
        OutlierAudit.run(bars, new long[0], log);
        return new AuditReport(series, log.findings(), log.counts());
    }
}
