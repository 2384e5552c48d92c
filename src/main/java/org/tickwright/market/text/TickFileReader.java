package org.tickwright.market.text;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.audit.AuditLog;

/// Reads a text file of single trades, plain or gzip: time, price and size by the names of a header or in this order,
/// and the dumps of Binance.
///
/// Nothing is left out or put in order unless the options accept it: a row that is no trade (`BAD_ROW`), has a price
/// that is not above 0 (`NON_POSITIVE_PRICE`) or a size below 0 (`NEGATIVE_VOLUME`), or that lies before the one above
/// it (`OUT_OF_ORDER`), is an [ImportException] that names its line. Where the code is accepted the row is left out, or
/// sorted into its place. Times that state no zone are in the zone of the options, else in UTC.
public final class TickFileReader {
    private static final int BYTES_OF_A_ROW = 36;

    private final TextFile file;
    private final TickLayout layout;
    private final EventRows rows;
    private final TradeTicks.Builder ticks;
    private final List<Late> late = new ArrayList<>();
    private final AuditLog log;
    private final EventFaults faults;

    /// A trade that lies before the one above it.
    private record Late(long time, double price, double size, Aggressor side) {}

    private TickFileReader(TextFile file, ImportOptions options, boolean audit) throws ImportException {
        this.file = file;
        layout = new TickLayoutFinder(file, options).find();
        rows = new EventRows(file, layout, options);
        ticks = new TradeTicks.Builder(rows.bytes().length / BYTES_OF_A_ROW);
        log = new AuditLog(options.accept());
        faults = new EventFaults(rows, log, audit);
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
        return new TickFileReader(file, file.zoned(stated), false).read();
    }

    /// Reads a file to be audited: what is wrong with its rows is noted and left out.
    static TickFile audit(TextFile file, ImportOptions stated) throws ImportException {
        return new TickFileReader(file, file.zoned(stated), true).read();
    }

    private TickFile read() throws ImportException {
        boolean more = true;
        while (more) {
            try {
                more = rows.next();
                if (more) {
                    trade();
                }
            } catch (ImportException e) {
                faults.unreadable(e);
            }
        }
        TradeTicks all = late.isEmpty() ? ticks.build() : sorted();
        return new TickFile(file.name(), rows.description(), rows.zone(), all, log, faults.rejected());
    }

    private void trade() throws ImportException {
        long time = rows.time();
        double price = rows.number(layout.price(), "price");
        double size = rows.number(layout.size(), "size");
        Aggressor side = side();
        if (!(price > 0) || !(size >= 0)) {
            faults.reject(
                    price > 0 ? "NEGATIVE_VOLUME" : "NON_POSITIVE_PRICE",
                    "has the price " + price + " and the size " + size
                            + "; a trade has a price above 0 and a size of 0 or more");
        } else if (rows.rising(time)) {
            ticks.append(time, price, size, side);
        } else {
            faults.fault(
                    "OUT_OF_ORDER",
                    "lies before the trade above it. Sort the file by time",
                    "the row is sorted into its place");
            late.add(new Late(time, price, size, side));
        }
    }

    /// All trades by time, late ones behind those of the same time.
    private TradeTicks sorted() {
        TradeTicks inOrder = ticks.build();
        late.sort(Comparator.comparingLong(Late::time));
        TradeTicks.Builder all = new TradeTicks.Builder(inOrder.size() + late.size());
        int at = 0;
        for (int i = 0; i <= inOrder.size(); i++) {
            long until = i < inOrder.size() ? inOrder.time(i) : Long.MAX_VALUE;
            for (; at < late.size() && late.get(at).time() < until; at++) {
                Late one = late.get(at);
                all.append(one.time(), one.price(), one.size(), one.side());
            }
            if (i < inOrder.size()) {
                all.append(until, inOrder.price(i), inOrder.volume(i), inOrder.aggressor(i));
            }
        }
        return all.build();
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
