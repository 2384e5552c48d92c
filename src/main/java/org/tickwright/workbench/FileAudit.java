package org.tickwright.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.StoreException;
import org.tickwright.market.audit.AuditLog;
import org.tickwright.market.audit.Coverage;
import org.tickwright.market.audit.EventAudit;
import org.tickwright.market.audit.SeriesAudit;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.text.MarketFile;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.market.text.QuoteFile;
import org.tickwright.market.text.TickFile;

/// What the audit sees in a file, of whatever kind: what it was taken for, the findings, at most a thousand of each
/// code, and how many there are by code.
public record FileAudit(String description, List<Finding> findings, Map<String, Integer> findingCounts) {
    /// Nothing was seen.
    static final FileAudit NONE = new FileAudit("", List.of(), Map.of());

    /// Audits what was read of a file. Kinds of which there is no audit are an [ImportException].
    static FileAudit of(MarketFile file, String symbol, Instruments instruments)
            throws ImportException, StoreException {
        return switch (file) {
            case MarketFile.OfBars bars -> of(bars, symbol, instruments);
            case MarketFile.OfTrades trades -> of(trades.trades(), calendar(symbol, instruments));
            case MarketFile.OfQuotes quotes -> of(quotes.quotes(), calendar(symbol, instruments));
            case MarketFile.OfActions actions -> throw unknown(actions, "splits and dividends");
            case MarketFile.OfMessages messages -> throw unknown(messages, "messages of a venue");
            case MarketFile.OfTickers tickers -> throw unknown(tickers, "the tickers of an instrument");
        };
    }

    private static ImportException unknown(MarketFile file, String what) {
        return new ImportException(
                file.file() + " holds " + what + ". There is an audit of bars, trades and quotes alone.");
    }

    /// What the audit sees in trades or quotes of a symbol; nothing in any other kind.
    static FileAudit events(MarketFile file, String symbol, Instruments instruments) throws StoreException {
        return switch (file) {
            case MarketFile.OfTrades trades -> of(trades.trades(), calendar(symbol, instruments));
            case MarketFile.OfQuotes quotes -> of(quotes.quotes(), calendar(symbol, instruments));
            default -> NONE;
        };
    }

    /// The calendar that is known of an instrument, whatever its events say.
    private static @Nullable ExchangeCalendar calendar(String symbol, Instruments instruments) throws StoreException {
        String id = instruments.of(symbol).instrument().calendar();
        return id == null ? null : instruments.calendars().find(id).orElse(null);
    }

    private static FileAudit of(MarketFile.OfBars file, String symbol, Instruments instruments) throws StoreException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> descriptions = new ArrayList<>();
        for (MarketFile.SymbolBars part : file.series()) {
            ParsedFile judged = judged(part.bars(), part.symbol().isBlank() ? symbol : part.symbol(), instruments);
            findings.addAll(judged.findings());
            judged.findingCounts().forEach((code, count) -> counts.merge(code, count, Integer::sum));
            descriptions.add((part.symbol().isBlank() ? "" : part.symbol() + ": ") + judged.description());
        }
        return new FileAudit(String.join("\n", descriptions), List.copyOf(findings), counts);
    }

    /// Bars of a file, their gaps told by the calendar that is known of the instrument; by their own habit where none
    /// is. The description says which.
    static ParsedFile judged(ParsedFile parsed, String symbol, Instruments instruments) throws StoreException {
        Optional<Instruments.Judge> judge = !Coverage.measures(parsed.bars()) || symbol.isBlank()
                ? Optional.empty()
                : instruments.knownCalendar(symbol.strip(), false, parsed.bars());
        return judge.isEmpty() ? parsed : judged(parsed, judge.get());
    }

    private static ParsedFile judged(ParsedFile parsed, Instruments.Judge judge) {
        AuditLog log = new AuditLog(Set.of());
        SeriesAudit.times(parsed.bars(), Coverage.of(parsed.bars(), judge.calendar()), log);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        findings.removeIf(finding -> finding.code().equals("GAP"));
        findings.addAll(log.findings());
        findings.sort(Comparator.comparingLong(Finding::line).thenComparingLong(Finding::from));
        Map<String, Integer> counts = new TreeMap<>(parsed.findingCounts());
        counts.remove("GAP");
        log.counts().forEach((code, count) -> counts.merge(code, count, Integer::sum));
        return new ParsedFile(
                parsed.file(),
                parsed.description() + "; times judged by " + judge.calendar() + ", "
                        + judge.source().inWords(),
                parsed.bars(),
                parsed.columns(),
                parsed.header(),
                parsed.firstRows(),
                parsed.mapping(),
                parsed.zoneAssumed(),
                parsed.rowsRead(),
                parsed.rowsRejected(),
                List.copyOf(findings.subList(0, Math.min(AuditLog.SHOWN, findings.size()))),
                counts,
                parsed.blocking());
    }

    /// What is wrong with trades and with the rows that they were read from.
    public static FileAudit of(TickFile file, @Nullable ExchangeCalendar calendar) {
        EventAudit.run(file.ticks(), calendar, file.log());
        return of(file.description(), file.log(), calendar);
    }

    /// What is wrong with quotes and with the rows that they were read from.
    public static FileAudit of(QuoteFile file, @Nullable ExchangeCalendar calendar) {
        EventAudit.run(file.quotes(), calendar, file.log());
        return of(file.description(), file.log(), calendar);
    }

    private static FileAudit of(String description, AuditLog log, @Nullable ExchangeCalendar calendar) {
        String by = calendar == null ? "" : "; silence told by " + calendar;
        return new FileAudit(description + by, log.findings(), new TreeMap<>(log.counts()));
    }
}
