package org.tickwright.market.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;

/// Reads a text file of single trades, plain or gzip: time, price and size by the names of a header or in this order,
/// and the dumps of Binance.
///
/// Nothing is left out or put in order: a row that is no trade, or that lies before the one above it, is an
/// [ImportException] that names its line. Times that state no zone are in the zone of the options, else in UTC.
public final class TickFileReader {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long SECOND = 1_000_000_000L;
    private static final int BYTES_OF_A_ROW = 36;

    private final TextFile file;
    private final TickLayout layout;
    private final byte[] bytes;
    private final RowScanner rows;
    private final TimeParser times = new TimeParser();
    private final ZoneId zone;
    private final WallClock clock;
    private final TradeTicks.Builder ticks;
    private byte[] symbol = new byte[0];
    private long last = Long.MIN_VALUE;
    private boolean offsets;

    private TickFileReader(TextFile file, ImportOptions options) throws ImportException {
        this.file = file;
        layout = new TickLayoutFinder(file, options).find();
        bytes = file.bytes();
        rows = file.rows(layout.separator());
        @Nullable ZoneId stated = options.zone();
        zone = stated == null ? UTC : stated;
        clock = new WallClock(zone);
        ticks = new TradeTicks.Builder(bytes.length / BYTES_OF_A_ROW);
    }

    /// Reads a file.
    public static TickFile read(Path file, ImportOptions options) throws ImportException {
        return read(TextFile.read(file), options);
    }

    /// Reads a stream; `name` stands for it in messages.
    public static TickFile read(String name, InputStream in, ImportOptions options) throws ImportException {
        try {
            return read(TextFile.read(name, in), options);
        } catch (IOException e) {
            throw new ImportException("Could not read " + name + ": " + e.getMessage(), e);
        }
    }

    static TickFile read(TextFile file, ImportOptions stated) throws ImportException {
        ImportOptions options = file.zoned(stated);
        return new TickFileReader(file, options).read(options);
    }

    private TickFile read(ImportOptions options) throws ImportException {
        while (rows.next()) {
            if (rows.line() >= layout.first()) {
                trade();
            }
        }
        boolean told = layout.times().epoch() || offsets || options.zone() != null;
        return new TickFile(
                file.name(),
                file.form() + layout.description() + (told ? "" : "; zone UTC assumed"),
                zone,
                ticks.build());
    }

    private void trade() throws ImportException {
        if (rows.count() <= layout.last()) {
            throw bad("has only " + rows.count() + " fields; it may be cut off");
        }
        checkSymbol();
        long time = time();
        double price = number(layout.price(), "price");
        double size = number(layout.size(), "size");
        Aggressor side = side();
        if (time < last) {
            throw bad("lies before the trade above it. Sort the file by time");
        }
        if (!(price > 0) || !(size >= 0)) {
            throw bad("has the price " + price + " and the size " + size + "; a trade has a price above 0 and a size of"
                    + " 0 or more");
        }
        ticks.append(time, price, size, side);
        last = time;
    }

    private void checkSymbol() throws ImportException {
        if (layout.symbol() < 0) {
            return;
        }
        int from = rows.start(layout.symbol());
        int to = rows.end(layout.symbol());
        if (symbol.length == 0) {
            symbol = Arrays.copyOfRange(bytes, from, to);
        } else if (!Arrays.equals(symbol, 0, symbol.length, bytes, from, to)) {
            throw ColumnFinder.severalSymbols(
                    file.name(), List.of(new String(symbol, StandardCharsets.UTF_8), rows.text(layout.symbol())));
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
        double value = NumberParser.POINT.parse(bytes, rows.start(column), rows.end(column));
        if (Double.isNaN(value)) {
            throw bad("has '" + rows.text(column) + "' as " + what + ", which is no number");
        }
        return value;
    }

    private Aggressor side() throws ImportException {
        int column = layout.side();
        if (column < 0) {
            return Aggressor.UNKNOWN;
        }
        Aggressor side = TickSide.of(bytes, rows.start(column), rows.end(column), layout.makers());
        if (side == null) {
            throw bad("has '" + rows.text(column) + "' where " + (layout.makers() ? "true or false" : "buy or sell")
                    + " is expected");
        }
        return side;
    }

    private ImportException bad(String what) {
        return new ImportException(file.name() + ", line " + rows.line() + " " + what + ". Nothing was read.");
    }
}
