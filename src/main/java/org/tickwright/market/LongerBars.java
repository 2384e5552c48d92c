package org.tickwright.market;

import java.time.LocalDate;
import java.time.ZoneId;

/// Longer bars made of shorter ones, or of trades that need not fit into memory, as a series of its own.
///
/// The same source gives the same bits: bars are made of the source itself, never of other bars that were made of it
/// (but weeks, months and several days of trades, which are made of its days), and volumes are summed in its order. The
/// last bar is as long as the source reaches.
public final class LongerBars {
    /// So many trades are looked at at once.
    private static final long WINDOW = 2_000_000;

    private LongerBars() {}

    /// Bars of a timeframe that the shorter ones fill evenly, else [IllegalArgumentException].
    public static Bars of(Bars shorter, Timeframe timeframe) {
        BarClock clock = BarClock.of(shorter, null).longer(timeframe);
        int size = clock.rowsKnownAt(Long.MAX_VALUE);
        return clock.bars().slice(0, size);
    }

    /// Bars of the trades of a store, read some days at a time; of what was traded, all at once.
    public static Bars of(TickStore store, TickInfo info, Timeframe timeframe) throws StoreException {
        String symbol = info.key().symbol();
        ZoneId zone = info.origin().zone();
        if (!timeframe.timed()) {
            TradeTicks all = store.trades(symbol)
                    .orElseThrow(() -> new StoreException("The trades of " + symbol + " are gone.", true));
            return TickBars.of(all, timeframe, zone);
        }
        boolean withinDays = timeframe.intraday() || timeframe.equals(Timeframe.DAY);
        Bars bars = days(store, info, withinDays ? timeframe : Timeframe.DAY);
        return withinDays ? bars : of(bars, timeframe);
    }

    private static Bars days(TickStore store, TickInfo info, Timeframe timeframe) throws StoreException {
        ZoneWindow window = new ZoneWindow(info.origin().zone());
        long first = window.localDay(info.from());
        long last = window.localDay(info.to());
        long step = Math.max(1, WINDOW * (last - first + 1) / Math.max(info.ticks(), 1));
        Bars bars = new Bars(timeframe, info.origin().zone(), 1024);
        for (long day = first; day <= last; day += step) {
            long from = window.startOfDay(day);
            long to = window.startOfDay(Math.min(day + step, LocalDate.MAX.toEpochDay()));
            TradeTicks part = store.trades(info.key().symbol(), from, to)
                    .orElseThrow(() -> new StoreException("The trades of " + info.key() + " are gone.", true));
            Bars more = TickBars.of(part, timeframe, info.origin().zone());
            bars.append(more.times(), more.columns(), more.size());
        }
        return bars;
    }
}
