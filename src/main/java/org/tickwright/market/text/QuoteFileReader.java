package org.tickwright.market.text;

import java.io.InputStream;
import java.nio.file.Path;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.QuoteTicks;

/// Reads a text file of quotes, plain or gzip: time, bid and ask, perhaps with sizes, by the names of a
/// header; and HistData's rows of time, bid, ask and a volume that is always 0.
///
/// Nothing is put in order: a row that is no quote, or that lies before the one above it, is an
/// [ImportException] that names its line. A price of 0, or none, says nothing about its side; rows that
/// say nothing of either side are left out and counted. Times that state no zone are in the zone of the
/// options, else in UTC.
public final class QuoteFileReader {
    private static final int BYTES_OF_A_ROW = 40;

    private final TextFile file;
    private final QuoteLayout layout;
    private final EventRows rows;
    private final QuoteTicks.Builder quotes;
    private int crossed;
    private int silent;

    private QuoteFileReader(TextFile file, ImportOptions options) throws ImportException {
        this.file = file;
        layout = new QuoteLayoutFinder(file, options).find();
        rows = new EventRows(file, layout, options);
        quotes = new QuoteTicks.Builder(rows.bytes().length / BYTES_OF_A_ROW);
    }

    /// Reads a file.
    public static QuoteFile read(Path file, ImportOptions options) throws ImportException {
        return read(TextFile.read(file), options);
    }

    /// Reads a stream; `name` stands for it in messages.
    public static QuoteFile read(String name, InputStream in, ImportOptions options) throws ImportException {
        return read(TextFile.read(name, in), options);
    }

    static QuoteFile read(TextFile file, ImportOptions stated) throws ImportException {
        return new QuoteFileReader(file, file.zoned(stated)).read();
    }

    private QuoteFile read() throws ImportException {
        while (rows.next()) {
            quote();
        }
        if (quotes.size() == 0) {
            throw new ImportException(file.name() + " has no quote with a bid or an ask.");
        }
        return new QuoteFile(
                file.name(), rows.description(), rows.symbol(), rows.zone(), quotes.build(), crossed, silent);
    }

    private void quote() throws ImportException {
        if (rows.count() > layout.width()) {
            throw rows.bad("has " + rows.count() + " fields where " + layout.width() + " are expected");
        }
        long time = rows.time();
        double bid = rows.numberOrZero(layout.bid(), "bid");
        double ask = rows.numberOrZero(layout.ask(), "ask");
        double bidSize = rows.numberOrZero(layout.bidSize(), "size of the bid");
        double askSize = rows.numberOrZero(layout.askSize(), "size of the ask");
        rows.rising(time, "quote");
        if (bid < 0 || ask < 0 || bidSize < 0 || askSize < 0) {
            throw rows.bad("has a price or size below 0");
        }
        if (bid == 0 && ask == 0) {
            silent++;
            return;
        }
        crossed += ask > 0 && bid > ask ? 1 : 0;
        quotes.append(time, bid, bidSize, ask, askSize);
    }
}
