package org.tickwright.market.text;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tickwright.kernel.LongColumn;
import org.tickwright.market.ImportException;
import org.tickwright.market.ImportOptions;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.audit.AuditLog;

/// Reads a text file of quotes, plain or gzip: time, bid and ask, perhaps with sizes, by the names of a
/// header; and HistData's rows of time, bid, ask and a volume that is always 0.
///
/// Nothing is put in order unless the options accept it: a row that is no quote (`BAD_ROW`), has a price
/// (`NON_POSITIVE_PRICE`) or size (`NEGATIVE_VOLUME`) below 0, or that lies before the one above it
/// (`OUT_OF_ORDER`), is an [ImportException] that names its line. Where the code is accepted the row is left
/// out, or sorted into its place. A price of 0, or none, says nothing about its side; rows that
/// say nothing of either side are left out and counted. Times that state no zone are in the zone of the
/// options, else in UTC.
public final class QuoteFileReader {
    private static final int BYTES_OF_A_ROW = 40;

    private final TextFile file;
    private final QuoteLayout layout;
    private final EventRows rows;
    private final QuoteTicks.Builder quotes;
    private final List<double[]> late = new ArrayList<>();
    private final LongColumn lateTimes = new LongColumn(0);
    private final AuditLog log;
    private final EventFaults faults;
    private int crossed;
    private int silent;

    private QuoteFileReader(TextFile file, ImportOptions options, boolean audit) throws ImportException {
        this.file = file;
        layout = new QuoteLayoutFinder(file, options).find();
        rows = new EventRows(file, layout, options);
        quotes = new QuoteTicks.Builder(rows.bytes().length / BYTES_OF_A_ROW);
        log = new AuditLog(options.accept());
        faults = new EventFaults(rows, log, audit);
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
        return new QuoteFileReader(file, file.zoned(stated), false).read();
    }

    /// Reads a file to be audited: what is wrong with its rows is noted and left out.
    static QuoteFile audit(TextFile file, ImportOptions stated) throws ImportException {
        return new QuoteFileReader(file, file.zoned(stated), true).read();
    }

    private QuoteFile read() throws ImportException {
        boolean more = true;
        while (more) {
            try {
                more = rows.next();
                if (more) {
                    quote();
                }
            } catch (ImportException e) {
                faults.unreadable(e);
            }
        }
        if (quotes.size() == 0) {
            throw new ImportException(file.name() + " has no quote with a bid or an ask.");
        }
        QuoteTicks all = late.isEmpty() ? quotes.build() : sorted();
        return new QuoteFile(
                file.name(),
                rows.description(),
                rows.symbol(),
                rows.zone(),
                all,
                crossed,
                silent,
                log,
                faults.rejected());
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
        if (bid < 0 || ask < 0 || bidSize < 0 || askSize < 0) {
            faults.reject(bid < 0 || ask < 0 ? "NON_POSITIVE_PRICE" : "NEGATIVE_VOLUME", "has a price or size below 0");
            return;
        }
        boolean rises = rows.rising(time);
        if (!rises) {
            faults.fault(
                    "OUT_OF_ORDER",
                    "lies before the quote above it. Sort the file by time",
                    "the row is sorted into its place");
        }
        if (bid == 0 && ask == 0) {
            silent++;
            return;
        }
        crossed += ask > 0 && bid > ask ? 1 : 0;
        if (rises) {
            quotes.append(time, bid, bidSize, ask, askSize);
        } else {
            lateTimes.append(time);
            late.add(new double[] {bid, bidSize, ask, askSize});
        }
    }

    /// All quotes by time, late ones behind those of the same time.
    private QuoteTicks sorted() {
        QuoteTicks inOrder = quotes.build();
        int[] order = EventFaults.order(lateTimes.toArray());
        QuoteTicks.Builder all = new QuoteTicks.Builder(inOrder.size() + order.length);
        int at = 0;
        for (int i = 0; i <= inOrder.size(); i++) {
            long until = i < inOrder.size() ? inOrder.time(i) : Long.MAX_VALUE;
            for (; at < order.length && lateTimes.get(order[at]) < until; at++) {
                double[] one = late.get(order[at]);
                all.append(lateTimes.get(order[at]), one[0], one[1], one[2], one[3]);
            }
            if (i < inOrder.size()) {
                all.append(until, inOrder.bid(i), inOrder.bidSize(i), inOrder.ask(i), inOrder.askSize(i));
            }
        }
        return all.build();
    }
}
