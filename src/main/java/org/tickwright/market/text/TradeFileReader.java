package org.tickwright.market.text;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import org.tickwright.market.BarBuilder;
import org.tickwright.market.Bars;
import org.tickwright.market.ImportException;
import org.tickwright.market.Timeframe;

/// Makes bars of a comma-separated file of trades in order of time: a header, then seconds since 1970 UTC, price and
/// size in the first three columns.
public final class TradeFileReader {
    private static final long SECOND = 1_000_000_000L;

    private TradeFileReader() {}

    /// The bars of the trades; a row that is no trade or out of order is an [ImportException].
    public static Bars bars(String name, InputStream in, Timeframe timeframe, ZoneId zone)
            throws ImportException, IOException {
        TextFile file = TextFile.read(name, in);
        RowScanner rows = new RowScanner(file.bytes(), (byte) ',');
        TimeParser times = new TimeParser();
        BarBuilder builder = new BarBuilder(timeframe, zone);
        List<String> header = rows.next() ? rows.texts() : List.of();
        if (header.size() < 3) {
            throw new ImportException(name + " has no header of time, price and size.");
        }
        long last = Long.MIN_VALUE;
        while (rows.next()) {
            boolean read = rows.count() >= 3 && times.epoch(file.bytes(), rows.start(0), rows.end(0), SECOND);
            double price = read ? number(file, rows, 1) : Double.NaN;
            double size = read ? number(file, rows, 2) : Double.NaN;
            if (!(price > 0) || !(size >= 0) || times.wall() < last) {
                throw new ImportException(name + ", line " + rows.line() + " is no trade in order of time: "
                        + String.join(",", rows.texts()));
            }
            last = times.wall();
            builder.trade(last, price, size);
        }
        return builder.finish();
    }

    private static double number(TextFile file, RowScanner rows, int column) {
        return NumberParser.POINT.parse(file.bytes(), rows.start(column), rows.end(column));
    }
}
