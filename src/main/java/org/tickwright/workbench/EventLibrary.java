package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ActionStore;
import org.tickwright.market.AdjustedBars;
import org.tickwright.market.Bars;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.RawFiles;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.TickStore;
import org.tickwright.market.messages.RecordedMessages;
import org.tickwright.market.text.ActionColumns;
import org.tickwright.market.text.QuoteFile;
import org.tickwright.market.text.TickFile;

/// Trades, quotes, splits and dividends in the store, and recordings beside it: keep what a file holds with the file as
/// it came, list, export, delete.
public final class EventLibrary {
    private static final long DAY = 86_400_000_000_000L;

    private final TickStore ticks;
    private final ActionStore actions;
    private final RawFiles raw;
    private final Path recordings;

    /// Over the stores of each kind, and the folder of recordings.
    public EventLibrary(TickStore ticks, ActionStore actions, RawFiles raw, Path recordings) {
        this.ticks = ticks;
        this.actions = actions;
        this.raw = raw;
        this.recordings = recordings;
    }

    /// The folder in which recordings lie.
    public Path recordings() {
        return recordings;
    }

    /// Where trades and quotes live.
    public TickStore ticks() {
        return ticks;
    }

    /// Where splits and dividends live.
    public ActionStore actions() {
        return actions;
    }

    /// Stores trades of a file as the next version, with what the audit saw in them, and the file as it came; `joined`
    /// adds
    /// them behind those that are there.
    StoredEvents store(String symbol, TickFile trades, FileAudit audit, Path file, boolean joined)
            throws IOException, StoreException {
        TickOrigin origin = origin(trades.file(), trades.zone(), file);
        List<String> notes = new ArrayList<>();
        TickInfo info = joined ? ticks.append(symbol, trades.ticks()) : ticks.save(symbol, trades.ticks(), origin);
        notes.add("Bars of any length are made of them when they are asked for: --data " + symbol
                + " --timeframe 1m, 1d, 100t …");
        int size = trades.ticks().size();
        return stored(info, (long) size + trades.rejected(), size, audit, notes);
    }

    /// Stores quotes like trades.
    StoredEvents store(String symbol, QuoteFile quotes, FileAudit audit, Path file, boolean joined)
            throws IOException, StoreException {
        TickOrigin origin = origin(quotes.file(), quotes.zone(), file);
        TickInfo info = joined ? ticks.append(symbol, quotes.quotes()) : ticks.save(symbol, quotes.quotes(), origin);
        List<String> notes = quotes.silent() == 0
                ? List.of()
                : List.of(quotes.silent() + " rows told neither bid nor ask and were left out.");
        int size = quotes.quotes().size();
        return stored(info, (long) size + quotes.silent() + quotes.rejected(), size, audit, notes);
    }

    private TickOrigin origin(String source, java.time.ZoneId zone, Path file) throws IOException, StoreException {
        return new TickOrigin(zone, source, false, kept(file));
    }

    private @Nullable String kept(Path file) throws IOException, StoreException {
        String hash = raw.keep(file);
        return hash.isEmpty() ? null : hash;
    }

    private static StoredEvents stored(TickInfo info, long read, long kept, FileAudit audit, List<String> notes) {
        return new StoredEvents(
                info.key().kind().toString(),
                info.key().symbol(),
                info.version(),
                read,
                kept,
                info.from(),
                info.to(),
                info.contentHash(),
                audit.findingCounts(),
                audit.findings(),
                notes);
    }

    /// Writes messages of a venue as a recording, which the Market place lists and plays.
    StoredEvents record(RecordedMessages messages, String file) throws IOException {
        return MessageRecording.write(messages, file, recordings);
    }

    /// Stores a list of splits and dividends as the next version, which from now on is what is known.
    StoredEvents store(String symbol, CorporateActions all, String source, Path file)
            throws IOException, StoreException {
        if (all.isEmpty()) {
            throw new IllegalArgumentException(source + " tells of no split and no dividend. Nothing was stored.");
        }
        return stored(actions.save(symbol, all, source, kept(file)), all, all, List.of());
    }

    /// Stores the splits and dividends that stand beside bars: they replace what is known of the days that the bars
    /// cover. Empty where the columns tell of none and none are known of these days.
    Optional<StoredEvents> store(String symbol, Bars bars, ActionColumns columns, String source, Path file)
            throws IOException, StoreException {
        CorporateActions known = actions.find(symbol).orElse(CorporateActions.NONE);
        CorporateActions all = joined(known, bars, columns.actions());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        if (columns.adjusted()) {
            notes.add("The prices are adjusted for splits already; dividends are kept as they were announced.");
        }
        if (columns.left() > 0) {
            notes.add(columns.left() + " splits or dividends make no sense beside the prices and were left out.");
        }
        return Optional.of(stored(actions.save(symbol, all, source, kept(file)), all, columns.actions(), notes));
    }

    private static CorporateActions joined(CorporateActions known, Bars bars, CorporateActions now) {
        LocalDate first = AdjustedBars.date(bars, 0);
        LocalDate last = AdjustedBars.date(bars, bars.size() - 1);
        List<CorporateActions.Split> splits = new ArrayList<>(now.splits());
        List<CorporateActions.Dividend> dividends = new ArrayList<>(now.dividends());
        known.splits().stream()
                .filter(split -> outside(split.exDate(), first, last))
                .forEach(splits::add);
        known.dividends().stream()
                .filter(paid -> outside(paid.exDate(), first, last))
                .forEach(dividends::add);
        return new CorporateActions(splits, dividends);
    }

    private static boolean outside(LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) || day.isAfter(last);
    }

    private static StoredEvents stored(
            ActionStore.Info info, CorporateActions all, CorporateActions read, List<String> notes) {
        List<LocalDate> days = new ArrayList<>();
        all.splits().forEach(split -> days.add(split.exDate()));
        all.dividends().forEach(paid -> days.add(paid.exDate()));
        days.sort(null);
        int rows = read.splits().size() + read.dividends().size();
        List<String> said = new ArrayList<>(notes);
        said.addFirst(
                info.splits() + " splits and " + info.dividends() + " dividends are known of " + info.symbol() + ".");
        return new StoredEvents(
                "corporate actions",
                info.symbol(),
                info.version(),
                rows,
                rows,
                days.getFirst().toEpochDay() * DAY,
                days.getLast().toEpochDay() * DAY,
                info.contentHash(),
                Map.of(),
                List.of(),
                said);
    }

    /// What was known of the splits and dividends of a symbol at the end of a day in UTC; null for now.
    public Optional<CorporateActions> actions(String symbol, @Nullable LocalDate knownOn) throws StoreException {
        return knownOn == null
                ? actions.find(symbol)
                : actions.find(
                        symbol, knownOn.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * 1_000_000_000L - 1);
    }

    /// Removes trades or quotes with all their versions; false if there are none.
    public boolean delete(TickKey key) throws StoreException {
        return ticks.delete(key);
    }

    /// Writes trades or quotes as CSV that reads back to the same, replacing the file in one step.
    public void export(TickInfo info, Path file) throws IOException, StoreException {
        try {
            EventExport.write(ticks, info, file);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Writes the splits and dividends of a symbol in the form that `--actions` reads.
    public void export(String symbol, Path file) throws IOException, StoreException {
        EventExport.write(
                actions.find(symbol)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There are no splits and dividends of " + symbol)),
                file);
    }

    /// Writes the file that a version came from, byte for byte, in one step; false where it was not kept.
    public boolean writeRaw(@Nullable String hash, Path out) throws IOException, StoreException {
        return hash != null && SeriesVersions.write(raw, hash, out);
    }
}
