package org.tickwright.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tickwright.market.ActionStore;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.TickInfo;
import org.tickwright.workbench.StoredEvents;

/// Trades, quotes, splits and dividends as lines and as JSON.
final class EventText {
    private EventText() {}

    /// What an import kept.
    static String of(StoredEvents kept) {
        return "Stored " + kept.name() + (kept.version() == 0 ? "" : ", version " + kept.version()) + ", "
                + kept.rowsStored() + " of " + kept.rowsRead() + " rows, from " + SeriesText.time(kept.from()) + " to "
                + SeriesText.time(kept.to())
                + (kept.findings().isEmpty() ? "" : " " + new TreeMap<>(kept.findings()));
    }

    static Map<String, Object> document(StoredEvents kept) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", kept.kind());
        document.put("symbol", kept.symbol());
        document.put("version", kept.version());
        document.put("rowsRead", kept.rowsRead());
        document.put("rowsStored", kept.rowsStored());
        document.put("rowsRejected", kept.rowsRead() - kept.rowsStored());
        document.put("findingCounts", new TreeMap<>(kept.findings()));
        if (!kept.seen().isEmpty()) {
            document.put(
                    "findings", kept.seen().stream().map(FindingText::document).toList());
        }
        document.put("from", SeriesText.time(kept.from()));
        document.put("to", SeriesText.time(kept.to()));
        document.put("contentHash", kept.contentHash());
        document.put("notes", kept.notes());
        return document;
    }

    static String of(TickInfo info) {
        return String.format(
                Locale.ROOT,
                "%-16s %-6s %,10d ticks  %s to %s  %s%s",
                info.key().symbol(),
                info.key().kind(),
                info.ticks(),
                SeriesText.time(info.from()),
                SeriesText.time(info.to()),
                info.origin().simulated() ? "SIMULATED  " : "",
                info.origin().source());
    }

    static Map<String, Object> document(TickInfo info) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", info.key().symbol());
        document.put("kind", info.key().kind().toString());
        document.put("version", info.version());
        document.put("ticks", info.ticks());
        document.put("from", SeriesText.time(info.from()));
        document.put("to", SeriesText.time(info.to()));
        document.put("zone", info.origin().zone().getId());
        document.put("simulated", info.origin().simulated());
        document.put("source", info.origin().source());
        document.put("contentHash", info.contentHash());
        return document;
    }

    static String of(ActionStore.Info info) {
        return String.format(
                Locale.ROOT,
                "%-16s actions %4d splits, %d dividends  known since %s  %s",
                info.symbol(),
                info.splits(),
                info.dividends(),
                SeriesText.time(info.known()),
                info.source());
    }

    static Map<String, Object> document(ActionStore.Info info) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("symbol", info.symbol());
        document.put("version", info.version());
        document.put("splits", info.splits());
        document.put("dividends", info.dividends());
        document.put("known", SeriesText.time(info.known()));
        document.put("source", info.source());
        document.put("contentHash", info.contentHash());
        return document;
    }

    static List<Map<String, Object>> splits(CorporateActions actions) {
        return actions.splits().stream()
                .map(split -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("exDate", split.exDate().toString());
                    row.put("numerator", split.numerator());
                    row.put("denominator", split.denominator());
                    row.put("factor", split.factor());
                    return row;
                })
                .toList();
    }

    static List<Map<String, Object>> dividends(CorporateActions actions) {
        return actions.dividends().stream()
                .map(paid -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("exDate", paid.exDate().toString());
                    row.put("perUnit", paid.perUnit());
                    return row;
                })
                .toList();
    }
}
