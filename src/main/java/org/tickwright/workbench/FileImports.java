package org.tickwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.tickwright.kernel.Progress;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportReport;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickBars;
import org.tickwright.market.Timeframe;
import org.tickwright.market.text.MarketFile;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.market.text.TickFile;

/// Imports a file of any kind, a folder or a zip archive: each series is stored whole or not at all, and
/// what is refused keeps nothing else from being stored.
///
/// The symbol of a series is what a column says, else what the options state, else what the name of its
/// file proposes. Of two files whose names propose one series the second is refused. Trades become bars
/// of the timeframe that the options state.
public final class FileImports {
    private final SeriesLibrary library;
    private final SeriesFiles files;

    FileImports(SeriesLibrary library, SeriesFiles files) {
        this.library = library;
        this.files = files;
    }

    /// Whether a path is a folder or an archive, whose files name their symbols themselves.
    public static boolean several(Path source) {
        return ImportSources.several(source);
    }

    /// Imports all there is, in the order of the names. Cancelling keeps the series that were stored
    /// until then and throws a [CancellationException].
    public List<ImportOutcome> all(Path source, ImportOptions options, Progress progress)
            throws ImportException, StoreException {
        List<ImportOutcome> outcomes = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        new ImportSources(source).each(new ImportSources.Taker() {
            @Override
            public void file(Path path, String name) throws StoreException {
                if (progress.cancelled()) {
                    throw new CancellationException(
                            "The import was cancelled behind " + outcomes.size() + " files, which stay");
                }
                progress.report(0, "Reading " + name);
                outcomes.add(one(new Named(path, name), options, taken, progress));
            }

            @Override
            public void refused(String name, String why) {
                outcomes.add(ImportOutcome.refused(name, "", why));
            }
        });
        return List.copyOf(outcomes);
    }

    private record Named(Path path, String name) {}

    private ImportOutcome one(Named file, ImportOptions options, Map<String, String> taken, Progress progress)
            throws StoreException {
        Path path = file.path();
        String name = file.name();
        String shortName = name.substring(name.lastIndexOf('/') + 1);
        List<ImportReport> reports = new ArrayList<>();
        String kind = "";
        try {
            MarketFile read = files.market(path, shortName, options);
            kind = read.kind();
            for (MarketFile.SymbolBars part : bars(read, options)) {
                String symbol = symbol(part, options, shortName);
                if (!part.bars().blocked()) {
                    claim(symbol + " " + part.bars().bars().timeframe(), name, taken);
                }
                reports.add(library.store(path, part.bars(), options.withSymbol(symbol), progress));
            }
            return new ImportOutcome(name, kind, List.copyOf(reports), "");
        } catch (ImportException | IllegalArgumentException e) {
            return new ImportOutcome(name, kind, List.copyOf(reports), String.valueOf(e.getMessage()));
        }
    }

    private static String symbol(MarketFile.SymbolBars part, ImportOptions options, String name)
            throws ImportException {
        String symbol = !part.symbol().isBlank()
                ? part.symbol().strip().toUpperCase(Locale.ROOT)
                : !options.symbol().isBlank() ? options.symbol() : SymbolProposal.from(name);
        SeriesLibrary.checkSymbol(symbol, name);
        return symbol;
    }

    private static void claim(String series, String name, Map<String, String> taken) throws ImportException {
        String before = taken.putIfAbsent(series, name);
        if (before != null && !before.equals(name)) {
            throw new ImportException(name + " holds " + series + ", which " + before
                    + " held already in this import. Rename one of them, or import it by itself with a symbol.");
        }
    }

    private static List<MarketFile.SymbolBars> bars(MarketFile read, ImportOptions options) throws ImportException {
        return switch (read) {
            case MarketFile.OfBars bars -> chosen(bars, options);
            case MarketFile.OfTrades trades -> List.of(made(trades.trades(), options));
            case MarketFile.OfQuotes quotes ->
                throw new ImportException(
                        quotes.file() + " holds " + quotes.quotes().quotes().size()
                                + " quotes (bids and asks), which are no bars. There is no store of quotes yet;"
                                + " nothing of it was stored.");
            case MarketFile.OfActions actions ->
                throw new ImportException(actions.file() + " holds "
                        + actions.actions().splits().size() + " splits and "
                        + actions.actions().dividends().size()
                        + " dividends, which are no series. Give it to a run with --actions.");
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

    private static MarketFile.SymbolBars made(TickFile trades, ImportOptions options) throws ImportException {
        Timeframe timeframe = options.timeframe();
        if (timeframe == null || timeframe.equals(Timeframe.TRADE)) {
            throw new ImportException(trades.file() + " holds " + trades.ticks().size()
                    + " single trades. State a timeframe (such as 1m, 1h or 100t) to make bars of them.");
        }
        Bars bars = TickBars.of(trades.ticks(), timeframe, trades.zone());
        String description = trades.description() + "; made to bars of " + timeframe;
        return new MarketFile.SymbolBars(
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
                        java.util.Set.of()));
    }
}
