package org.tickwright.market.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long SECOND = 1_000_000_000L;
    private static final int BYTES_OF_A_ROW = 40;

    private final TextFile file;
    private final QuoteLayout layout;
    private final byte[] bytes;
    private final RowScanner rows;
    private final TimeParser times = new TimeParser();
    private final ZoneId zone;
    private final WallClock clock;
    private final QuoteTicks.Builder quotes;
    private @Nullable String symbol;
    private long last = Long.MIN_VALUE;
    private boolean offsets;
    private int crossed;
    private int silent;

    private QuoteFileReader(TextFile file, ImportOptions options) throws ImportException {
        this.file = file;
        layout = new QuoteLayoutFinder(file, options).find();
        bytes = file.bytes();
        rows = file.rows(layout.separator());
        @Nullable ZoneId stated = options.zone();
        zone = stated == null ? UTC : stated;
        clock = new WallClock(zone);
        quotes = new QuoteTicks.Builder(bytes.length / BYTES_OF_A_ROW);
    }

    /// Reads a file.
    public static QuoteFile read(Path file, ImportOptions options) throws ImportException {
        return read(TextFile.read(file), options);
    }

    /// Reads a stream; `name` stands for it in messages.
    public static QuoteFile read(String name, InputStream in, ImportOptions options) throws ImportException {
        try {
            return read(TextFile.read(name, in), options);
        } catch (IOException e) {
            throw new ImportException("Could not read " + name + ": " + e.getMessage(), e);
        }
    }

    static QuoteFile read(TextFile file, ImportOptions stated) throws ImportException {
        ImportOptions options = file.zoned(stated);
        return new QuoteFileReader(file, options).read(options);
    }

    private QuoteFile read(ImportOptions options) throws ImportException {
        while (rows.next()) {
            if (rows.line() >= layout.first()) {
                quote();
            }
        }
        if (quotes.size() == 0) {
            throw new ImportException(file.name() + " has no quote with a bid or an ask.");
        }
        boolean told = layout.times().epoch() || offsets || options.zone() != null;
        return new QuoteFile(
                file.name(),
                file.form() + layout.description() + (told ? "" : "; zone UTC assumed"),
                symbol == null ? "" : symbol,
                zone,
                quotes.build(),
                crossed,
                silent);
    }

    private void quote() throws ImportException {
        if (rows.count() <= layout.last()) {
            throw bad("has only " + rows.count() + " fields; it may be cut off");
        }
        if (rows.count() > layout.width()) {
            throw bad("has " + rows.count() + " fields where " + layout.width() + " are expected");
        }
        checkSymbol();
        long time = time();
        double bid = number(layout.bid(), "bid");
        double ask = number(layout.ask(), "ask");
        double bidSize = number(layout.bidSize(), "size of the bid");
        double askSize = number(layout.askSize(), "size of the ask");
        if (time < last) {
            throw bad("lies before the quote above it. Sort the file by time");
        }
        if (bid < 0 || ask < 0 || bidSize < 0 || askSize < 0) {
            throw bad("has a price or size below 0");
        }
        last = time;
        if (bid == 0 && ask == 0) {
            silent++;
            return;
        }
        crossed += ask > 0 && bid > ask ? 1 : 0;
        quotes.append(time, bid, bidSize, ask, askSize);
    }

    private void checkSymbol() throws ImportException {
        if (layout.symbol() >= 0) {
            String named = rows.text(layout.symbol());
            if (symbol != null && !symbol.equals(named)) {
                throw ColumnFinder.severalSymbols(file.name(), List.of(symbol, named));
            }
            symbol = named;
        }
    }

    private long time() throws ImportException {
        int from = rows.start(layout.time());
        int to = rows.end(layout.time());
        TimeStyle style = layout.times();
        boolean read = style.epoch()
                ? times.epoch(bytes, from, to, style.unitNanos())
                : times.calendar(bytes, from, to, style.order());
        if (!read) {
            throw bad("has '" + rows.text(layout.time()) + "' as time, which is no time as in the rows above");
        }
        if (style.epoch()) {
            return times.wall();
        }
        if (times.offset() != TimeParser.NO_OFFSET) {
            offsets = true;
            return times.wall() - times.offset() * SECOND;
        }
        long instant = clock.instant(times.wall(), last);
        if (instant == WallClock.NONE) {
            throw bad("has the time " + WallClock.local(times.wall()) + ", which does not exist in " + zone.getId()
                    + ". State the zone the times are written in");
        }
        return instant;
    }

    private double number(int column, String what) throws ImportException {
        if (column < 0) {
            return 0;
        }
        int from = rows.start(column);
        int to = rows.end(column);
        double value = NumberParser.POINT.parse(bytes, from, to);
        if (Double.isNaN(value) && !NumberParser.missing(bytes, from, to)) {
            throw bad("has '" + new String(bytes, from, Math.min(40, to - from), StandardCharsets.UTF_8) + "' as "
                    + what + ", which is no number");
        }
        return Double.isNaN(value) ? 0 : value;
    }

    private ImportException bad(String what) {
        return new ImportException(file.name() + ", line " + rows.line() + " " + what + ". Nothing was read.");
    }
}
