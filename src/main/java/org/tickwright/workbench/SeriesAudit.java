package org.tickwright.workbench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.audit.AuditLog;
import org.tickwright.market.audit.GapAudit;
import org.tickwright.market.audit.OutlierAudit;

/// What the audit says of a series that is in the store: what blocks an import cannot be there any more, gaps and
/// outliers can.
public final class SeriesAudit {
    private SeriesAudit() {}

    /// Findings in order, at most the first thousand, and the counts of all by code.
    public record Verdict(List<Finding> findings, Map<String, Integer> counts) {}

    /// Audits bars.
    public static Verdict of(Bars bars) {
        AuditLog log = new AuditLog(Set.of());
        GapAudit.run(bars, new long[0], log);
        OutlierAudit.run(bars, new long[0], log);
        return new Verdict(log.findings(), log.counts());
    }
}
