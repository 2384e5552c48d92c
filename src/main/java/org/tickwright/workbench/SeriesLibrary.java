package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.AuditReport;
import org.tickwright.market.BarStore;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.ImportReport;
import org.tickwright.market.MarketSeries;
import org.tickwright.market.RawFiles;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.Timeframe;
import org.tickwright.market.audit.RunFindings;
import org.tickwright.market.audit.SeriesQuality;
import org.tickwright.market.calendar.ExchangeCalendar;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.text.MarketFile;
import org.tickwright.market.text.ParsedFile;

/// The series in the store: list, load, preview and import files, audit, delete, export, install the samples.
public final class SeriesLibrary {
    private static final String SIMULATED = "SIM-";

    private final BarStore store;
    private final SeriesFiles files;
    private final Instruments instruments;
    private final SeriesVersions versions;
    private final @Nullable EventLibrary events;

    /// A library over a store that reads files of text.
    public SeriesLibrary(BarStore store) {
        this(store, SeriesFiles.TEXT, ExchangeCalendars.shipped());
    }

    /// A library over a store and readers of files, with the calendars that come with the program.
    public SeriesLibrary(BarStore store, SeriesFiles files) {
        this(store, files, ExchangeCalendars.shipped());
    }

    /// A library over a store, readers of files and calendars.
    public SeriesLibrary(BarStore store, SeriesFiles files, ExchangeCalendars calendars) {
        this(store, files, calendars, RawFiles.NONE);
    }

    /// A library over a store that also keeps the files that are imported as they came.
    public SeriesLibrary(BarStore store, SeriesFiles files, ExchangeCalendars calendars, RawFiles raw) {
        this(store, files, new Instruments(new MemoryInstrumentStore(), calendars), raw);
    }

    /// A library over a store that also keeps files and knows what a person says of instruments.
    public SeriesLibrary(BarStore store, SeriesFiles files, Instruments instruments, RawFiles raw) {
        this(store, files, instruments, raw, null);
    }

    /// A library over a store that also keeps trades, quotes, splits and dividends.
    public SeriesLibrary(
            BarStore store, SeriesFiles files, Instruments instruments, RawFiles raw, @Nullable EventLibrary events) {
        this.store = store;
        this.files = files;
        this.instruments = instruments;
        this.events = events;
        versions = new SeriesVersions(store, raw);
    }

    /// Trades, quotes, splits and dividends; null where nothing keeps them.
    public @Nullable EventLibrary events() {
        return events;
    }

    /// The versions of series.
    public SeriesVersions versions() {
        return versions;
    }

    /// All series.
    public List<SeriesInfo> list() throws StoreException {
        return store.list();
    }

    /// Series whose symbol starts with or contains the text, best match first, for the symbol search. Of several words
    /// each must be in symbol or timeframe; without text all series come.
    public List<SeriesInfo> search(String text) throws StoreException {
        return SeriesSearch.among(store.list(), text);
    }

    /// What is known of a series.
    public Optional<SeriesInfo> find(SeriesKey key) throws StoreException {
        return store.find(key);
    }

    /// The bars of a series.
    public Optional<Bars> load(SeriesKey key) throws StoreException {
        return store.load(key);
    }

    /// Removes a series.
    public boolean delete(SeriesKey key) throws StoreException {
        return store.delete(key);
    }

    /// Data by file or by symbol: a path to a file that is there is read without being stored; anything else is a
    /// symbol in the store, perhaps with a timeframe behind a blank or colon (`AAPL`, `BTCUSD 5m`, `BTCUSD:5m`).
    /// Without a timeframe, here or in the options, daily bars are preferred. Neither is an [ImportException].
    public SeriesData open(String data, ImportOptions options) throws ImportException, StoreException {
        @Nullable Path file = existingFile(data);
        if (file != null) {
            ParsedFile parsed = files.parse(file, options);
            Frame frame = parsed.frame();
            String symbol = options.symbol().isBlank() ? SymbolProposal.from(parsed.file()) : options.symbol();
            SeriesKey key = new SeriesKey(symbol, frame.bars().timeframe());
            return new SeriesData(key, false, frame, parsed.file());
        }
        SeriesInfo info = stored(data.strip(), options.timeframe());
        Bars bars = store.load(info.key())
                .orElseThrow(() -> new ImportException("The series " + info.key() + " was deleted meanwhile."));
        return new SeriesData(info.key(), info.simulated(), Frame.of(bars), info.source());
    }

    private static @Nullable Path existingFile(String data) {
        try {
            Path path = Path.of(data);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private SeriesInfo stored(String data, @Nullable Timeframe stated) throws ImportException, StoreException {
        String symbol = data;
        @Nullable Timeframe timeframe = stated;
        int split = Math.max(data.lastIndexOf(' '), data.lastIndexOf(':'));
        if (split > 0) {
            try {
                timeframe = Timeframe.parse(data.substring(split + 1));
                symbol = data.substring(0, split).strip();
            } catch (IllegalArgumentException e) {
                symbol = data;
            }
        }
        String wanted = symbol;
        List<SeriesInfo> found = store.list().stream()
                .filter(info -> info.key().symbol().equalsIgnoreCase(wanted))
                .toList();
        if (found.isEmpty()) {
            throw new ImportException("There is no file and no series '" + data + "'. "
                    + (store.list().isEmpty()
                            ? "The store is empty; import a file first."
                            : "Known series: "
                                    + String.join(
                                            ", ",
                                            store.list().stream()
                                                    .map(info -> info.key().toString())
                                                    .limit(12)
                                                    .toList())));
        }
        Timeframe preferred = timeframe == null ? Timeframe.DAY : timeframe;
        Optional<SeriesInfo> exact = found.stream()
                .filter(info -> info.key().timeframe().equals(preferred))
                .findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        if (timeframe == null && found.size() == 1) {
            return found.getFirst();
        }
        Optional<SeriesInfo> made = timeframe == null
                ? Optional.empty()
                : store.find(new SeriesKey(found.getFirst().key().symbol(), timeframe));
        if (made.isPresent()) {
            return made.get();
        }
        String others = String.join(
                ", ",
                found.stream().map(info -> info.key().timeframe().toString()).toList());
        throw new ImportException(
                timeframe == null
                        ? wanted + " is there in several timeframes (" + others + "). Say which, as in '" + wanted + " "
                                + found.getFirst().key().timeframe() + "'."
                        : wanted + " is not there in " + timeframe + " but in " + others + ".");
    }

    /// How a file would be read; stores nothing.
    public ImportPreview preview(Path file, ImportOptions options) throws ImportException {
        ParsedFile parsed = judged(files.parseBars(file, options), options.symbol());
        return ImportPreviews.reading(
                options.symbol().isBlank() ? SymbolProposal.from(parsed.file()) : options.symbol(), parsed);
    }

    /// Reads a file into the store: all of it or nothing. Cancelling stores nothing and throws a
    /// [CancellationException].
    public ImportReport importFile(Path file, ImportOptions options, Progress progress)
            throws ImportException, StoreException {
        checkSymbol(options.symbol(), file.getFileName().toString());
        step(progress, 0, "Reading " + file.getFileName());
        ParsedFile parsed = files.parseBars(file, options);
        return store(file, parsed, options, false, progress);
    }

    /// Refuses a symbol that no series of a file can have.
    static void checkSymbol(String symbol, String file) throws ImportException {
        if (symbol.strip().toUpperCase(Locale.ROOT).startsWith(SIMULATED)) {
            throw new ImportException(
                    "Symbols starting with SIM- are simulated series; choose another symbol for " + file + ".");
        }
        SeriesKey.checkSymbol(symbol.strip());
    }

    /// Stores bars that were read, unless something blocks them, and the file as it came; `joined` adds them behind
    /// those
    /// that are there.
    ImportReport store(Path file, ParsedFile read, ImportOptions options, boolean joined, Progress progress)
            throws ImportException, StoreException {
        ParsedFile parsed = judged(read, options.symbol());
        SeriesVersions.@Nullable Stored series = null;
        if (!parsed.blocked()) {
            step(progress, 0.6, "Storing " + parsed.bars().size() + " bars");
            SeriesKey key =
                    new SeriesKey(options.symbol().strip(), parsed.bars().timeframe());
            try {
                series = joined
                        ? versions.join(key, parsed.bars(), file)
                        : versions.store(key, parsed.bars(), file, parsed.file(), options.mends());
            } catch (IOException e) {
                throw new ImportException(
                        parsed.file() + " cannot be read again to be kept as it came: " + e.getMessage()
                                + ". Nothing was stored.",
                        e);
            }
        }
        progress.report(
                1,
                series == null
                        ? "Nothing was stored"
                        : "Stored " + series.info().key());
        int stored = series == null ? 0 : parsed.rowsRead() - parsed.rowsRejected();
        return new ImportReport(
                parsed.file(),
                parsed.description(),
                parsed.rowsRead(),
                stored,
                parsed.rowsRead() - stored,
                parsed.findings(),
                sorted(parsed.findingCounts()),
                series == null ? null : series.info(),
                series == null ? null : series.difference());
    }

    /// Bars as the audit judges them by what is known of their instrument.
    ParsedFile judged(ParsedFile parsed, String symbol) throws ImportException {
        try {
            String of = symbol.isBlank() ? SymbolProposal.from(parsed.file()) : symbol;
            return FileAudit.judged(parsed, of, instruments);
        } catch (StoreException e) {
            throw new ImportException(
                    "What is known of the instrument could not be read: " + e.getMessage() + ". Nothing was stored.",
                    e);
        }
    }

    /// What the audit sees in trades or quotes by what is known of their instrument.
    FileAudit audited(MarketFile events, String symbol) throws StoreException {
        return FileAudit.events(events, symbol.isBlank() ? SymbolProposal.from(events.file()) : symbol, instruments);
    }

    /// Imports of files of every kind, of folders and of archives.
    public FileImports imports() {
        return new FileImports(this, files, events);
    }

    private static Map<String, Integer> sorted(Map<String, Integer> counts) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private static void step(Progress progress, double done, String activity) {
        if (progress.cancelled()) {
            throw new CancellationException("The import was cancelled; nothing was stored");
        }
        progress.report(done, activity);
    }

    /// What the audit sees in a stored series; empty if there is no such series.
    public Optional<AuditReport> audit(SeriesKey key) throws StoreException {
        return quality(key).map(SeriesQuality::report);
    }

    /// What the audit sees in a stored series and how much of it is there; empty if there is no such series.
    public Optional<SeriesQuality> quality(SeriesKey key) throws StoreException {
        Optional<SeriesInfo> info = store.find(key);
        Optional<Bars> bars = store.load(key);
        if (info.isEmpty() || bars.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(quality(info.get(), bars.get()));
    }

    /// What the audit sees in bars as those of a series.
    SeriesQuality quality(SeriesInfo info, Bars bars) throws StoreException {
        return instruments.audit(info, bars);
    }

    /// The calendar by which a series is judged; empty where it is judged by its own habit.
    Optional<ExchangeCalendar> calendar(SeriesInfo info, Bars bars) throws StoreException {
        return instruments.calendarOf(info, bars).map(Instruments.Judge::calendar);
    }

    /// Mends of stored series.
    public SeriesMends mends() {
        return new SeriesMends(this, store);
    }

    /// What the audit sees in the part of bars that a run tests. Codes of errors may be accepted; bars need
    /// not be in the store; bounds that are null are open. They are judged as the quality page judges them: by the
    /// calendar that is known of the instrument, else by the one that they fit, else by their own habit.
    public RunFindings findings(MarketSeries series, @Nullable Long from, @Nullable Long to, Set<String> accepted)
            throws StoreException {
        return within(instruments.audit(described(series), series.bars()), from, to, accepted);
    }

    /// Bars that need not be stored, as the audit wants them described.
    private static SeriesInfo described(MarketSeries series) {
        Bars bars = series.bars();
        boolean any = bars.size() > 0;
        return new SeriesInfo(
                series.key(),
                0,
                bars.size(),
                any ? bars.time(0) : 0,
                any ? bars.time(bars.size() - 1) : 0,
                bars.zone(),
                series.hash(),
                series.simulated(),
                "");
    }

    /// Of the findings of a stored series those that touch a range.
    public RunFindings findings(SeriesKey key, @Nullable Long from, @Nullable Long to, boolean acceptErrors)
            throws StoreException {
        SeriesQuality found = quality(key).orElse(null);
        if (found == null) {
            return RunFindings.NONE;
        }
        Set<String> errors = found.findings().stream()
                .filter(finding -> acceptErrors && finding.severity() == Finding.Severity.ERROR)
                .map(Finding::code)
                .collect(Collectors.toSet());
        return within(found, from, to, errors);
    }

    private static RunFindings within(
            SeriesQuality found, @Nullable Long from, @Nullable Long to, Set<String> accepted) {
        long first = from == null ? Long.MIN_VALUE + 1 : from;
        return RunFindings.of(found.findings(), first, to == null ? Long.MAX_VALUE : to - 1, accepted)
                .judgedBy(found.calendarInWords());
    }

    /// The calendars of exchanges.
    public ExchangeCalendars calendars() {
        return instruments.calendars();
    }

    /// What is known of the instruments behind the symbols.
    public Instruments instruments() {
        return instruments;
    }

    /// Two series of one instrument beside each other; one that is not there is an [IllegalArgumentException].
    public SeriesComparison compare(SeriesKey one, SeriesKey other, double tolerance) throws StoreException {
        return SeriesComparison.of(one, present(one), other, present(other), tolerance);
    }

    /// Two series, or versions of one, with the bars that were compared.
    public record Laid(SeriesComparison found, Bars first, Bars second) {}

    /// Two series, or versions of one, beside each other, with at most so many differences listed; one that is not
    /// there is an [IllegalArgumentException].
    public Laid compare(SeriesSide one, SeriesSide other, double tolerance, int most) throws StoreException {
        Bars first = present(one);
        Bars second = present(other);
        return new Laid(
                SeriesComparison.of(
                        one.key(), first, other.key(), second, new SeriesComparison.Limits(tolerance, most)),
                first,
                second);
    }

    private Bars present(SeriesSide side) throws StoreException {
        return side.version() == 0
                ? present(side.key())
                : store.load(side.key(), side.version())
                        .orElseThrow(() -> new IllegalArgumentException("There is no " + side));
    }

    private Bars present(SeriesKey key) throws StoreException {
        return store.load(key).orElseThrow(() -> new IllegalArgumentException("There is no series " + key));
    }

    /// Writes a series as CSV (`time,open,high,low,close,volume`, ISO-8601 UTC, numbers that read back to the same
    /// double), replacing the file in one step. A series that is not there is an [IllegalArgumentException].
    public void export(SeriesKey key, Path file) throws StoreException, IOException {
        Bars bars = store.load(key).orElseThrow(() -> new IllegalArgumentException("There is no series " + key));
        SeriesExport.write(bars, file);
    }

    /// Like [#export(SeriesKey, Path)] for bars that need not be in the store.
    public static void export(Bars bars, Path file) throws IOException {
        SeriesExport.write(bars, file);
    }

    /// Puts the sample data into the store where it is not there yet; returns what was added.
    public List<SeriesInfo> installSamples(Progress progress) throws StoreException {
        return Samples.install(store, progress);
    }
}
