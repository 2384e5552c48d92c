package org.tickwright.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickwright.market.Frame;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.StoreException;
import org.tickwright.market.TableFile;
import org.tickwright.market.TableReader;
import org.tickwright.market.text.BarFileReader;
import org.tickwright.market.text.FileSample;
import org.tickwright.market.text.MarketFile;
import org.tickwright.market.text.MarketFileReader;
import org.tickwright.market.text.ParsedFile;
import org.tickwright.market.text.TickFile;
import org.tickwright.market.text.TickFileReader;

/// Uses a file of bars or trades as it lies there, without the store. Bars may be text or, where a reader
/// of such files is given, a table of typed columns.
public final class SeriesFiles {
    private static final int SHOWN = 20;

    /// Reads text alone.
    public static final SeriesFiles TEXT = new SeriesFiles(TableReader.NONE);

    private final TableReader tables;

    /// Reads text, and the tables that the reader knows.
    public SeriesFiles(TableReader tables) {
        this.tables = tables;
    }

    /// Reads and audits a file with all its numeric columns. What it was understood to be and what the
    /// audit saw is in the result, also where it is blocked.
    public ParsedFile parse(Path file, ImportOptions options) throws ImportException {
        return tables.reads(file) ? table(file, options, true) : BarFileReader.parse(file, options);
    }

    /// Reads and audits the bars alone.
    public ParsedFile parseBars(Path file, ImportOptions options) throws ImportException {
        return tables.reads(file) ? table(file, options, false) : BarFileReader.parseBars(file, options);
    }

    /// Reads a file as whatever kind of market data it is; `name` stands for it in messages, and may hold
    /// a date that its rows lack.
    MarketFile market(Path file, String name, ImportOptions options) throws ImportException {
        return market(file, name, options, false);
    }

    /// The same; `withExtras` reads the further numeric columns of bars too.
    MarketFile market(Path file, String name, ImportOptions options, boolean withExtras) throws ImportException {
        if (tables.reads(file)) {
            return new MarketFile.OfBars(
                    name, List.of(new MarketFile.SymbolBars("", table(file, options, withExtras))));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return MarketFileReader.read(name, in, options, withExtras);
        } catch (IOException e) {
            throw new ImportException("Could not read " + name + ": " + e.getMessage() + ". Nothing was stored.", e);
        }
    }

    /// A file of trades or quotes with rows that refuse it, read without them; empty for any other file.
    Optional<MarketFile> faulty(Path file, String name, ImportOptions options) {
        if (tables.reads(file) || options.timeframe() != null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            MarketFile read = MarketFileReader.audit(name, in, options);
            boolean faults = switch (read) {
                case MarketFile.OfTrades trades ->
                    !trades.trades().log().blocking().isEmpty();
                case MarketFile.OfQuotes quotes ->
                    !quotes.quotes().log().blocking().isEmpty();
                default -> false;
            };
            return faults ? Optional.of(read) : Optional.empty();
        } catch (IOException | ImportException e) {
            return Optional.empty();
        }
    }

    /// Audits a file of bars, trades or quotes, none of which is stored; rows with faults are listed rather than
    /// refused.
    public FileAudit audit(Path file, ImportOptions options, Instruments instruments)
            throws ImportException, StoreException {
        String name = String.valueOf(file.getFileName());
        if (tables.reads(file)) {
            return FileAudit.of(market(file, name, options), options.symbol(), instruments);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return FileAudit.of(MarketFileReader.audit(name, in, options), options.symbol(), instruments);
        } catch (IOException e) {
            throw new ImportException("Could not read " + name + ": " + e.getMessage() + ".", e);
        }
    }

    /// The first rows as they are split, also of what cannot be read.
    FileSample sample(Path file, String name) {
        try {
            if (tables.reads(file)) {
                try (TableFile table = tables.open(file)) {
                    return new FileSample(
                            table.columns().stream().map(TableFile.Column::name).toList(), table.head(SHOWN));
                }
            }
            try (InputStream in = Files.newInputStream(file)) {
                return FileSample.of(name, in);
            }
        } catch (IOException | ImportException e) {
            return FileSample.NONE;
        }
    }

    /// Lines of a text file by their numbers.
    Map<Long, String> lines(Path file, Set<Long> wanted) {
        try (InputStream in = Files.newInputStream(file)) {
            return tables.reads(file) ? Map.of() : FileSample.lines(file.toString(), in, wanted);
        } catch (IOException e) {
            return Map.of();
        }
    }

    private ParsedFile table(Path file, ImportOptions options, boolean withExtras) throws ImportException {
        try (TableFile table = tables.open(file)) {
            return BarFileReader.parse(table, options, withExtras);
        }
    }

    /// Bars and further columns of a file that the audit does not block.
    public Frame read(Path file, ImportOptions options) throws ImportException {
        return parse(file, options).frame();
    }

    /// The trades of a file of text.
    public static TickFile ticks(Path file, ImportOptions options) throws ImportException {
        return TickFileReader.read(file, options);
    }
}
