package org.tickwright.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickwright.market.SeriesInfo;

/// Series as lines and as JSON.
final class SeriesText {
    private static final long NANOS = 1_000_000_000L;

    private SeriesText() {}

    static String time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
                .toString();
    }

    static String of(SeriesInfo info) {
        return String.format(
                java.util.Locale.ROOT,
                "%-16s %-5s %,10d bars  %s to %s  %s%s",
                info.key().symbol(),
                info.key().timeframe(),
                info.bars(),
                time(info.from()),
                time(info.to()),
                info.simulated() ? "SIMULATED  " : "",
                info.source());
    }

    static Map<String, Object> document(SeriesInfo info) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", info.key().symbol());
        document.put("timeframe", info.key().timeframe().toString());
        document.put("version", info.version());
        document.put("bars", info.bars());
        document.put("from", time(info.from()));
        document.put("to", time(info.to()));
        document.put("zone", info.zone().getId());
        document.put("simulated", info.simulated());
        document.put("source", info.source());
        document.put("contentHash", info.contentHash());
        return document;
    }
}
