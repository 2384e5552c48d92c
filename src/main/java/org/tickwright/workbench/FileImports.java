package org.tickwright.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportReport;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.text.ActionColumns;
import org.tickwright.market.text.MarketFile;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.market.text.TickFile;

/// Imports a file of any kind, a folder or a zip archive: each series is stored whole or not at all, and
/// what is refused keeps nothing else from being stored.
///
/// The symbol of a series is what a column says, else what the options state, else what the name of its
/// file proposes. Files of one series are joined, see [JoinedSeries]. Trades become bars of the timeframe that
/// the options state, else they are kept as they are, like quotes, splits and dividends.
public final class FileImports {
    private final SeriesLibrary library;
    private final SeriesFiles files;
    private final @Nullable EventLibrary events;

    FileImports(SeriesLibrary library, SeriesFiles files, @Nullable EventLibrary events) {
        this.library = library;
        this.files = files;
        this.events = events;
    }

    /// Whether a path is a folder or an archive, whose files name their symbols themselves.
    public static boolean several(Path source) {
        return ImportSources.several(source);
    }

    /// How each file would be read; stores nothing. Cancelling throws a [CancellationException].
    public List<FilePreview> preview(List<Path> sources, ImportOptions options, Progress progress)
            throws ImportException, StoreException {
        boolean alone = sources.size() == 1 && !several(sources.getFirst());
        ImportPreviews previews = new ImportPreviews(
                library, new ImportPreviews.Request(files, options, alone, events != null), progress);
        ImportSources.each(sources, previews);
        return previews.all();
    }

    /// The preview of a file that was asked for alone and holds one series under another symbol, judged by what is
    /// known of that and compared with what is stored under it.
    public FilePreview under(FilePreview preview, String symbol) throws ImportException, StoreException {
        EventsPreview kept = preview.events();
        List<SeriesPreview> series = new ArrayList<>();
        for (SeriesPreview one : preview.series()) {
            ParsedFile read = one.parsed();
            series.add(read == null ? one : ImportPreviews.preview(library, symbol, read, true));
        }
        return preview.with(List.copyOf(series), kept == null ? null : kept.under(symbol));
    }

    /// Imports all there is, in the order of the names. Cancelling keeps the series that were stored
    /// until then and throws a [CancellationException].
    public List<ImportOutcome> all(Path source, ImportOptions options, Progress progress)
            throws ImportException, StoreException {
        return all(List.of(source), options, progress);
    }

    /// The same for several files, folders and archives.
    public List<ImportOutcome> all(List<Path> sources, ImportOptions options, Progress progress)
            throws ImportException, StoreException {
        List<ImportOutcome> outcomes = new ArrayList<>();
        JoinedSeries taken = new JoinedSeries();
        ImportSources.each(sources, new ImportSources.Taker() {
            private int expected;

            @Override
            public void expect(int more) {
                expected += more;
            }

            @Override
            public void file(Path path, String name) throws StoreException {
                if (progress.cancelled()) {
                    throw new CancellationException(
                            "The import was cancelled behind " + outcomes.size() + " files, which stay");
                }
                Progress part = expected < 2 ? progress : new FileProgress(outcomes.size(), expected, progress);
                part.report(0, "Reading " + name);
                outcomes.add(one(new Named(path, name), options, taken, part));
            }

            @Override
            public void refused(String name, String why) {
                outcomes.add(ImportOutcome.refused(name, "", why));
            }
        });
        return List.copyOf(outcomes);
    }

    private record Named(Path path, String name) {
        String shortName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    private ImportOutcome one(Named file, ImportOptions options, JoinedSeries taken, Progress progress)
            throws StoreException {
        List<ImportReport> reports = new ArrayList<>();
        List<StoredEvents> kept = new ArrayList<>();
        String kind = "";
        String refusal = "";
        try {
            MarketFile read = files.market(file.path(), file.shortName(), options);
            kind = read.kind();
            List<MarketFile.SymbolBars> series = bars(read, options);
            for (MarketFile.SymbolBars part : series) {
                String symbol = symbol(part.symbol(), options, file.shortName());
                boolean joined =
                        !part.bars().blocked() && continues(symbol, part.bars().bars(), file.name(), taken);
                reports.add(library.store(file.path(), part.bars(), options.withSymbol(symbol), joined, progress));
            }
            if (series.isEmpty()) {
                kept.add(events(read, file, options, taken, progress));
            } else if (ActionColumns.in(series.getFirst().bars().header())) {
                kept.addAll(besides(file, options, reports));
            }
        } catch (ImportException | IllegalArgumentException e) {
            refusal = String.valueOf(e.getMessage());
        } catch (IOException e) {
            refusal = file.name() + " cannot be read again to be kept as it came: " + e.getMessage()
                    + ". Nothing was stored.";
        }
        return new ImportOutcome(file.name(), kind, List.copyOf(reports), List.copyOf(kept), refusal);
    }

    /// Keeps what is no series of bars.
    private StoredEvents events(
            MarketFile read, Named file, ImportOptions options, JoinedSeries taken, Progress progress)
            throws ImportException, IOException, StoreException {
        EventLibrary store = events;
        if (store == null) {
            throw new ImportException(read.file() + " holds " + read.kind()
                    + ", and there is no store for them here. Nothing was stored.");
        }
        if (read instanceof MarketFile.OfMessages messages) {
            progress.report(0.6, "Recording " + file.shortName());
            return store.record(messages.messages(), file.shortName());
        }
        String named =
                read instanceof MarketFile.OfQuotes quotes ? quotes.quotes().symbol() : "";
        String symbol = symbol(named, options, file.shortName());
        boolean joined = continues(symbol, read, file.name(), taken);
        if (progress.cancelled()) {
            throw new CancellationException("The import was cancelled; nothing of " + file.name() + " was stored");
        }
        progress.report(0.6, "Storing " + symbol + " " + read.kind());
        FileAudit audit = library.audited(read, symbol);
        StoredEvents stored = switch (read) {
            case MarketFile.OfTrades trades -> store.store(symbol, trades.trades(), audit, file.path(), joined);
            case MarketFile.OfQuotes quotes -> store.store(symbol, quotes.quotes(), audit, file.path(), joined);
            case MarketFile.OfActions actions -> store.store(symbol, actions.actions(), actions.file(), file.path());
            default -> throw new IllegalStateException(read.kind() + " are no events");
        };
        progress.report(1, "Stored " + stored.name());
        return stored;
    }

    /// Keeps the splits and dividends that stand in columns beside bars that were stored.
    private List<StoredEvents> besides(Named file, ImportOptions options, List<ImportReport> reports)
            throws ImportException, IOException, StoreException {
        EventLibrary library = events;
        if (library == null || reports.stream().allMatch(ImportReport::blocked)) {
            return List.of();
        }
        List<StoredEvents> kept = new ArrayList<>();
        MarketFile again = files.market(file.path(), file.shortName(), options, true);
        for (MarketFile.SymbolBars part : bars(again, options)) {
            if (!part.bars().blocked() && part.bars().bars().timeframe().equals(Timeframe.DAY)) {
                Bars bars = part.bars().bars();
                Optional<ActionColumns> columns =
                        ActionColumns.of(new Frame(bars, part.bars().columns()));
                if (columns.isPresent()) {
                    String symbol = symbol(part.symbol(), options, file.shortName());
                    library.store(symbol, bars, columns.get(), file.name(), file.path())
                            .ifPresent(kept::add);
                }
            }
        }
        return kept;
    }

    static String symbol(String named, ImportOptions options, String name) throws ImportException {
        String symbol = !named.isBlank()
                ? named.strip().toUpperCase(Locale.ROOT)
                : !options.symbol().isBlank() ? options.symbol() : SymbolProposal.from(name);
        SeriesLibrary.checkSymbol(symbol, name);
        return symbol;
    }

    /// Whether bars continue those of an earlier file.
    static boolean continues(String symbol, Bars bars, String name, JoinedSeries taken) throws ImportException {
        return bars.size() > 0
                && taken.continues(
                        symbol + " " + bars.timeframe(), name, bars.time(0), bars.time(bars.size() - 1), true);
    }

    /// Whether trades or quotes continue those of an earlier file; splits and dividends do not.
    static boolean continues(String symbol, MarketFile read, String name, JoinedSeries taken) throws ImportException {
        String series = symbol + " " + read.kind();
        return switch (read) {
            case MarketFile.OfTrades of -> {
                TradeTicks ticks = of.trades().ticks();
                yield ticks.size() > 0
                        && taken.continues(series, name, ticks.time(0), ticks.time(ticks.size() - 1), false);
            }
            case MarketFile.OfQuotes of -> {
                QuoteTicks ticks = of.quotes().quotes();
                yield ticks.size() > 0
                        && taken.continues(series, name, ticks.time(0), ticks.time(ticks.size() - 1), false);
            }
            default -> taken.continues(series, name, 0, 0, true);
        };
    }

    /// The series of bars of a file; none where it holds something else.
    static List<MarketFile.SymbolBars> bars(MarketFile read, ImportOptions options) throws ImportException {
        return switch (read) {
            case MarketFile.OfBars bars -> chosen(bars, options);
            case MarketFile.OfTrades trades -> made(trades.trades(), options);
            case MarketFile.OfQuotes quotes -> List.of();
            case MarketFile.OfActions actions -> List.of();
            case MarketFile.OfMessages messages -> List.of();
            case MarketFile.OfTickers tickers ->
                throw new ImportException(tickers.file() + " holds the tickers under which an instrument traded, which"
                        + " are no series. Nothing of it was stored.");
        };
    }

    /// All series of a file, or the one whose symbol is stated.
    private static List<MarketFile.SymbolBars> chosen(MarketFile.OfBars bars, ImportOptions options)
            throws ImportException {
        if (bars.series().size() == 1 && !options.symbol().isBlank()) {
            return List.of(
                    new MarketFile.SymbolBars("", bars.series().getFirst().bars()));
        }
        if (options.symbol().isBlank()) {
            return bars.series();
        }
        List<MarketFile.SymbolBars> chosen = bars.series().stream()
                .filter(part -> part.symbol().equalsIgnoreCase(options.symbol().strip()))
                .toList();
        if (chosen.isEmpty()) {
            throw new ImportException(bars.file() + " holds " + bars.series().size() + " series ("
                    + String.join(
                            ", ",
                            bars.series().stream()
                                    .map(MarketFile.SymbolBars::symbol)
                                    .limit(4)
                                    .toList())
                    + " …), but none of " + options.symbol() + ". State one of them, or no symbol to import all.");
        }
        return chosen;
    }

    /// Bars of a timeframe that is stated; none where the trades themselves are to be kept, of which bars that end
    /// with a trade are made when they are asked for.
    private static List<MarketFile.SymbolBars> made(TickFile trades, ImportOptions options) {
        Timeframe timeframe = options.timeframe();
        if (timeframe == null || !timeframe.timed()) {
            return List.of();
        }
        Bars bars = TickBars.of(trades.ticks(), timeframe, trades.zone());
        String description = trades.description() + "; made to bars of " + timeframe;
        return List.of(new MarketFile.SymbolBars(
                "",
                new ParsedFile(
                        trades.file(),
                        description,
                        bars,
                        Map.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        false,
                        trades.ticks().size(),
                        0,
                        List.of(),
                        Map.of(),
                        java.util.Set.of())));
    }
}
