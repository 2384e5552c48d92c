package org.tickwright.market.text;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.Timeframe;
import org.tickwright.market.messages.MessageFile;

/// Reads a text file of market data as what it is: bars, trades, quotes, corporate actions, the history
/// of a ticker, or messages of a venue.
///
/// What is none of them is an [ImportException] that says what it is and what can be done. Bars that are
/// blocked by their audit come back with their findings.
public final class MarketFileReader {
    private static final int ROWS = 100;

    private final TextFile file;
    private final ImportOptions options;
    private final boolean withExtras;
    private final boolean audit;

    private MarketFileReader(TextFile file, ImportOptions options, boolean withExtras, boolean audit) {
        this.file = file;
        this.options = file.zoned(options);
        this.withExtras = withExtras;
        this.audit = audit;
    }

    /// Reads a file to be audited: rows that are no trades or quotes are noted and left out, too.
    public static MarketFile audit(String name, InputStream in, ImportOptions options) throws ImportException {
        return new MarketFileReader(TextFile.read(name, in), options, false, true).read();
    }

    /// Reads a file; `withExtras` reads the further numeric columns of bars too.
    public static MarketFile read(Path file, ImportOptions options, boolean withExtras) throws ImportException {
        return read(TextFile.raw(file), options, withExtras);
    }

    /// Reads a stream; `name` stands for it in messages and may hold a date that its rows lack.
    public static MarketFile read(String name, InputStream in, ImportOptions options, boolean withExtras)
            throws ImportException {
        return read(TextFile.raw(name, in), options, withExtras);
    }

    private static MarketFile read(TextFile file, ImportOptions options, boolean withExtras) throws ImportException {
        if (MessageFile.knows(file.bytes())) {
            return new MarketFile.OfMessages(
                    file.name(),
                    MessageFile.read(file.name(), file.bytes(), options.symbol().strip()));
        }
        return new MarketFileReader(file.understood(), options, withExtras, false).read();
    }

    private MarketFile read() throws ImportException {
        String head = new String(file.bytes(), 0, Math.min(4096, file.bytes().length), StandardCharsets.ISO_8859_1);
        String[] lines = head.lines().limit(2).toArray(String[]::new);
        if (lines[0].matches("(19|20)\\d{6},[A-Za-z][^,]*(,[A-Za-z]?)?")) {
            return new MarketFile.OfTickers(
                    file.name(),
                    CorporateActionFile.tickers(file.name(), text().lines().toList()));
        }
        if (lines[0].matches("(19|20)\\d{6},[0-9.]+,[0-9.]+,[0-9.]+")
                || (lines.length > 1 && lines[1].matches("\\d{4}-\\d\\d-\\d\\d,(split|dividend),.*"))) {
            return new MarketFile.OfActions(
                    file.name(),
                    CorporateActionFile.actions(file.name(), text().lines().toList()));
        }
        return options.columns().isEmpty() ? byColumns() : bars();
    }

    private String text() {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private MarketFile byColumns() throws ImportException {
        byte separator = new LayoutFinder(file, options).separator();
        RowScanner rows = file.rows(separator);
        List<List<String>> sample = new ArrayList<>();
        while (sample.size() < ROWS && rows.next()) {
            sample.add(rows.texts());
        }
        if (sample.isEmpty()) {
            throw new ImportException(file.name() + " holds no rows.");
        }
        List<String> plain = HeaderNames.plain(sample.getFirst());
        boolean chain = plain.contains("strike");
        boolean bars = plain.contains("close") && plain.contains("open") && plain.contains("high");
        if (!chain && (QuoteLayoutFinder.quotes(plain) || QuoteLayoutFinder.quotes(file, separator))) {
            return new MarketFile.OfQuotes(
                    audit ? QuoteFileReader.audit(file, options) : QuoteFileReader.read(file, options));
        }
        if (!chain && (TickLayoutFinder.trades(plain, sample) || (bars && flat(plain, sample)))) {
            return new MarketFile.OfTrades(
                    audit ? TickFileReader.audit(file, options) : TickFileReader.read(file, options));
        }
        return bars();
    }

    private static boolean flat(List<String> plain, List<List<String>> sample) {
        return TickLayoutFinder.flat(plain, sample.subList(1, sample.size()));
    }

    private MarketFile bars() throws ImportException {
        List<SymbolSplit.Piece> pieces = SymbolSplit.of(file, options);
        if (pieces.size() < 2) {
            String symbol = pieces.isEmpty() ? "" : pieces.getFirst().symbol();
            @Nullable
            Timeframe stated = pieces.isEmpty() ? null : pieces.getFirst().timeframe();
            return new MarketFile.OfBars(file.name(), List.of(piece(symbol, stated, file)));
        }
        List<MarketFile.SymbolBars> series = new ArrayList<>();
        for (SymbolSplit.Piece piece : pieces) {
            series.add(piece(piece.symbol(), piece.timeframe(), piece.text()));
        }
        return new MarketFile.OfBars(file.name(), List.copyOf(series));
    }

    private MarketFile.SymbolBars piece(String symbol, @Nullable Timeframe found, TextFile text)
            throws ImportException {
        ImportOptions used = options.timeframe() != null || found == null ? options : options.withTimeframe(found);
        return new MarketFile.SymbolBars(symbol, BarFileReader.text(text, used, withExtras));
    }
}
