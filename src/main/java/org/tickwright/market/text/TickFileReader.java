package org.tickwright.market.text;

import java.io.InputStream;
import java.nio.file.Path;
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
    private static final int BYTES_OF_A_ROW = 36;

    private final TextFile file;
    private final TickLayout layout;
    private final EventRows rows;
    private final TradeTicks.Builder ticks;

    private TickFileReader(TextFile file, ImportOptions options) throws ImportException {
        this.file = file;
        layout = new TickLayoutFinder(file, options).find();
        rows = new EventRows(file, layout, options);
        ticks = new TradeTicks.Builder(rows.bytes().length / BYTES_OF_A_ROW);
    }

    /// Reads a file.
    public static TickFile read(Path file, ImportOptions options) throws ImportException {
        return read(TextFile.read(file), options);
    }

    /// Reads a stream; `name` stands for it in messages.
    public static TickFile read(String name, InputStream in, ImportOptions options) throws ImportException {
        return read(TextFile.read(name, in), options);
    }

    static TickFile read(TextFile file, ImportOptions stated) throws ImportException {
        return new TickFileReader(file, file.zoned(stated)).read();
    }

    private TickFile read() throws ImportException {
        while (rows.next()) {
            trade();
        }
        return new TickFile(file.name(), rows.description(), rows.zone(), ticks.build());
    }

    private void trade() throws ImportException {
        long time = rows.time();
        double price = rows.number(layout.price(), "price");
        double size = rows.number(layout.size(), "size");
        Aggressor side = side();
        rows.rising(time, "trade");
        if (!(price > 0) || !(size >= 0)) {
            throw rows.bad("has the price " + price + " and the size " + size
                    + "; a trade has a price above 0 and a size of 0 or more");
        }
        ticks.append(time, price, size, side);
    }

    private Aggressor side() throws ImportException {
        int column = layout.side();
        if (column < 0) {
            return Aggressor.UNKNOWN;
        }
        Aggressor side = TickSide.of(rows.bytes(), rows.start(column), rows.end(column), layout.makers());
        if (side == null) {
            throw rows.bad("has '" + rows.text(column) + "' where "
                    + (layout.makers() ? "true or false" : "buy or sell") + " is expected");
        }
        return side;
    }
}
