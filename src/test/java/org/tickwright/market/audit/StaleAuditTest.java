package org.tickwright.market.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Timeframe;

class StaleAuditTest {
    private static final long DAY = 86_400_000_000_000L;

    @Test
    void findsAPriceThatStandsStillForFiveDays() {
        assertEquals(Map.of("STALE", 1), audit(5, 100).counts());
        assertEquals(Map.of(), audit(4, 100).counts());
        Finding finding = audit(6, 100).findings().getFirst();
        assertEquals(10 * DAY, finding.from());
        assertEquals(15 * DAY, finding.to());
    }

    @Test
    void notesBarsWithoutVolumeAndASeriesWithoutAny() {
        assertTrue(audit(0, 3).findings().getFirst().message().startsWith("27 of 30 bars have no volume"));
        assertEquals("No bar has a volume", audit(0, 0).findings().getFirst().message());
    }

    /// 30 daily bars, of which some from the tenth on stand still, and of which some have volume.
    private static AuditLog audit(int still, int withVolume) {
        Bars bars = new Bars(Timeframe.DAY, ZoneOffset.UTC, 30);
        for (int i = 0; i < 30; i++) {
            boolean stands = i >= 10 && i < 10 + still;
            double price = stands ? 50 : 40 + i;
            double reach = stands ? 0 : 1;
            bars.append(i * DAY, price, price + reach, price - reach, price, i < withVolume ? 1 : 0);
        }
        AuditLog log = new AuditLog(Set.of());
        StaleAudit.run(bars, log);
        return log;
    }
}
