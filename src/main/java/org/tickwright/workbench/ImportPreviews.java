package org.tickwright.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.tickwright.kernel.Progress;
import org.tickwright.market.BarDifference;
import org.tickwright.market.Bars;
import org.tickwright.market.Finding;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.ImportPreview;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.messages.RecordedMessages;
import org.tickwright.market.text.ActionColumns;
import org.tickwright.market.text.FileSample;
import org.tickwright.market.text.MarketFile;
import org.tickwright.market.text.ParsedFile;

/// Reads the files of an import as [FileImports] would, and stores nothing. One thread.
final class ImportPreviews implements ImportSources.Taker {
    private final SeriesLibrary library;
    private final SeriesFiles files;
    private final ImportOptions options;
    private final Progress progress;
    private final boolean alone;
    private final boolean keepsEvents;
    private final JoinedSeries taken = new JoinedSeries();
    private final List<FilePreview> previews = new ArrayList<>();
    private int expected;

    /// What is read, and how: `alone` keeps what was read and the lines of findings.
    record Request(SeriesFiles files, ImportOptions options, boolean alone, boolean keepsEvents) {}

    ImportPreviews(SeriesLibrary library, Request request, Progress progress) {
        this.library = library;
        this.progress = progress;
        files = request.files();
        options = request.options();
        alone = request.alone();
        keepsEvents = request.keepsEvents();
    }

    List<FilePreview> all() {
        return List.copyOf(previews);
    }

    @Override
    public void expect(int more) {
        expected += more;
    }

    @Override
    public void refused(String name, String why) {
        previews.add(FilePreview.refused(name, "", why, "", FileSample.NONE));
    }

    @Override
    public void file(Path path, String name) throws StoreException {
        if (progress.cancelled()) {
            throw new CancellationException("The files were not read to the end; nothing was stored");
        }
        progress.report(previews.size() / (double) Math.max(1, expected), "Reading " + name);
        previews.add(one(path, name));
    }

    private FilePreview one(Path path, String name) throws StoreException {
        String shortName = name.substring(name.lastIndexOf('/') + 1);
        String kind = "";
        String option = "";
        String why;
        try {
            MarketFile read = read(path, shortName);
            kind = read.kind();
            List<MarketFile.SymbolBars> parts = FileImports.bars(read, options);
            return parts.isEmpty() ? events(read, path, name) : series(parts, kind, path, name);
        } catch (ImportException e) {
            why = String.valueOf(e.getMessage());
            option = e.option();
        } catch (IllegalArgumentException e) {
            why = String.valueOf(e.getMessage());
        }
        return FilePreview.refused(name, kind, why, option, files.sample(path, shortName));
    }

    private FilePreview series(List<MarketFile.SymbolBars> parts, String kind, Path path, String name)
            throws ImportException, StoreException {
        String shortName = name.substring(name.lastIndexOf('/') + 1);
        List<SeriesPreview> series = new ArrayList<>();
        for (MarketFile.SymbolBars part : parts) {
            String symbol = symbol(part.symbol(), shortName);
            boolean joined = !part.bars().blocked()
                    && FileImports.continues(symbol, part.bars().bars(), name, taken);
            SeriesPreview one = preview(library, symbol, part.bars(), alone);
            series.add(joined ? one.continuing() : one);
        }
        boolean daily = parts.stream()
                .anyMatch(part -> part.bars().bars().timeframe().equals(org.tickwright.market.Timeframe.DAY));
        boolean actions =
                keepsEvents && daily && ActionColumns.in(parts.getFirst().bars().header());
        boolean trades = !kind.equals("bars");
        List<Finding> found = series.stream()
                .flatMap(one -> one.reading().findings().stream())
                .toList();
        FileSample sample = trades ? files.sample(path, shortName) : FileSample.NONE;
        return new FilePreview(name, kind, series, null, actions, "", "", sample, lines(path, found));
    }

    /// Trades and quotes with rows that refuse them are read to be audited, so that all of these are shown.
    private MarketFile read(Path path, String name) throws ImportException {
        try {
            return files.market(path, name, options);
        } catch (ImportException refused) {
            return files.faulty(path, name, options).orElseThrow(() -> refused);
        }
    }

    private FilePreview events(MarketFile read, Path path, String name) throws ImportException, StoreException {
        if (!keepsEvents) {
            throw new ImportException(read.file() + " holds " + read.kind()
                    + ", and there is no store for them here. Nothing was stored.");
        }
        String shortName = name.substring(name.lastIndexOf('/') + 1);
        if (read instanceof MarketFile.OfMessages messages) {
            return new FilePreview(
                    name, read.kind(), List.of(), recording(messages), false, "", "", FileSample.NONE, Map.of());
        }
        String named =
                read instanceof MarketFile.OfQuotes quotes ? quotes.quotes().symbol() : "";
        String symbol = symbol(named, shortName);
        if (read instanceof MarketFile.OfActions of && of.actions().isEmpty()) {
            throw new ImportException(read.file() + " tells of no split and no dividend. Nothing was stored.");
        }
        FileImports.continues(symbol, read, name, taken);
        FileAudit audit = library.audited(read, symbol);
        EventsPreview events = switch (read) {
            case MarketFile.OfTrades of -> {
                var ticks = of.trades().ticks();
                int last = ticks.size() - 1;
                yield new EventsPreview(
                        read.kind(),
                        symbol,
                        ticks.size(),
                        last < 0 ? 0 : ticks.time(0),
                        last < 0 ? 0 : ticks.time(last),
                        of.trades().zone().getId(),
                        audit.findings(),
                        audit.findingCounts());
            }
            case MarketFile.OfQuotes of -> {
                var ticks = of.quotes().quotes();
                int last = ticks.size() - 1;
                yield new EventsPreview(
                        read.kind(),
                        symbol,
                        ticks.size(),
                        last < 0 ? 0 : ticks.time(0),
                        last < 0 ? 0 : ticks.time(last),
                        of.quotes().zone().getId(),
                        audit.findings(),
                        audit.findingCounts());
            }
            case MarketFile.OfActions of ->
                new EventsPreview(
                        read.kind(),
                        symbol,
                        of.actions().splits().size()
                                + (long) of.actions().dividends().size(),
                        0,
                        0,
                        "UTC",
                        List.of(),
                        Map.of());
            default -> throw new IllegalStateException(read.kind() + " are no events");
        };
        FileSample sample = files.sample(path, shortName);
        return new FilePreview(
                name, read.kind(), List.of(), events, false, "", "", sample, lines(path, events.findings()));
    }

    private static EventsPreview recording(MarketFile.OfMessages read) {
        RecordedMessages messages = read.messages();
        return new EventsPreview(
                read.kind(),
                MessageRecording.symbols(messages.instruments()),
                messages.events().size(),
                messages.from(),
                messages.to(),
                "UTC",
                List.of(),
                new TreeMap<>(messages.findings()));
    }

    /// The symbol; empty where one file alone proposes one that will not do, so that a person states another.
    private String symbol(String named, String name) throws ImportException {
        try {
            return FileImports.symbol(named, options, name);
        } catch (ImportException | IllegalArgumentException e) {
            if (alone && named.isBlank() && options.symbol().isBlank()) {
                return "";
            }
            throw e;
        }
    }

    /// What bars that were read would be under a symbol; `keep` keeps what was read.
    static SeriesPreview preview(SeriesLibrary library, String symbol, ParsedFile read, boolean keep)
            throws ImportException, StoreException {
        ParsedFile parsed = library.judged(read, symbol);
        Bars bars = parsed.bars();
        int last = bars.size() - 1;
        boolean compared = last >= 0
                && !parsed.blocked()
                && !symbol.isEmpty()
                && bars.timeframe().timed();
        BarDifference difference =
                compared ? library.versions().against(new SeriesKey(symbol, bars.timeframe()), bars) : null;
        return new SeriesPreview(
                symbol,
                reading(symbol, parsed),
                parsed.rowsRead(),
                parsed.rowsRejected(),
                last < 0 ? 0 : bars.time(0),
                last < 0 ? 0 : bars.time(last),
                difference,
                keep ? read : null,
                false);
    }

    static ImportPreview reading(String symbol, ParsedFile parsed) {
        return new ImportPreview(
                parsed.description(),
                symbol,
                parsed.header(),
                parsed.firstRows(),
                parsed.mapping(),
                parsed.bars().size() == 0 ? null : parsed.bars().timeframe(),
                parsed.bars().zone().getId(),
                parsed.bars().size(),
                parsed.findings(),
                parsed.findingCounts(),
                parsed.blocked());
    }

    private Map<Long, String> lines(Path path, List<Finding> found) {
        Set<Long> wanted =
                found.stream().map(Finding::line).filter(line -> line > 0).collect(Collectors.toSet());
        return alone && !wanted.isEmpty() ? files.lines(path, wanted) : Map.of();
    }
}
