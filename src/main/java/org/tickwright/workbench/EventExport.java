package org.tickwright.workbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickStore;
import org.tickwright.market.TradeTicks;

/// Writes trades, quotes, splits and dividends as CSV that reads back to the same, some at a time. The file is there
/// whole or not at all.
final class EventExport {
    private static final long SECOND = 1_000_000_000L;
    /// About so many ticks are in memory at a time.
    private static final long WINDOW = 1_000_000;

    private EventExport() {}

    /// All ticks of a series.
    static void write(TickStore store, TickInfo info, Path file) throws IOException, StoreException {
        boolean trades = info.key().kind() == TickKey.Kind.TRADES;
        boolean sided = trades && sided(store, info);
        AtomicFile.write(file, out -> {
            out.write(
                    trades ? sided ? "time,price,size,side\n" : "time,price,size\n" : "time,bid,bidSize,ask,askSize\n");
            long step = Math.max(1, (info.to() - info.from()) / (info.ticks() / WINDOW + 1));
            for (long from = info.from(); from <= info.to(); from += step) {
                if (trades) {
                    store.trades(info.key().symbol(), from, from + step).ifPresent(part -> rows(part, sided, out));
                } else {
                    store.quotes(info.key().symbol(), from, from + step).ifPresent(part -> rows(part, out));
                }
            }
        });
    }

    private static boolean sided(TickStore store, TickInfo info) throws StoreException {
        return store.trades(info.key().symbol(), info.from(), info.from() + 1)
                .map(TradeTicks::sided)
                .orElse(false);
    }

    private static void rows(TradeTicks trades, boolean sided, BufferedWriter out) {
        StringBuilder row = new StringBuilder(80);
        for (int i = 0; i < trades.size(); i++) {
            start(row, trades.time(i));
            SeriesExport.number(row, trades.price(i));
            SeriesExport.number(row, trades.volume(i));
            if (sided) {
                row.append(trades.aggressor(i) == TradeTicks.Aggressor.SELLER ? ",sell" : ",buy");
            }
            end(row, out);
        }
    }

    private static void rows(QuoteTicks quotes, BufferedWriter out) {
        StringBuilder row = new StringBuilder(100);
        for (int i = 0; i < quotes.size(); i++) {
            start(row, quotes.time(i));
            SeriesExport.number(row, quotes.bid(i));
            SeriesExport.number(row, quotes.bidSize(i));
            SeriesExport.number(row, quotes.ask(i));
            SeriesExport.number(row, quotes.askSize(i));
            end(row, out);
        }
    }

    private static void start(StringBuilder row, long time) {
        row.setLength(0);
        row.append(Instant.ofEpochSecond(Math.floorDiv(time, SECOND), Math.floorMod(time, SECOND)));
    }

    private static void end(StringBuilder row, BufferedWriter out) {
        try {
            out.append(row.append('\n'));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// All splits and dividends, in the form that `--actions` and `import` read.
    static void write(CorporateActions actions, Path file) throws IOException, StoreException {
        AtomicFile.write(file, out -> {
            out.write("date,kind,amount\n");
            for (CorporateActions.Split split : actions.splits()) {
                out.write(String.format(
                        Locale.ROOT, "%s,split,%d:%d\n", split.exDate(), split.numerator(), split.denominator()));
            }
            for (CorporateActions.Dividend paid : actions.dividends()) {
                out.write(paid.exDate() + ",dividend," + paid.perUnit() + "\n");
            }
        });
    }
}
