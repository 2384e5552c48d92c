package org.tickwright.store;

import java.util.Arrays;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.TickKey;
import org.tickwright.market.TradeTicks;

/// Rows of ticks as columns: times, then as many doubles as the kind has. `signed` says that the last column's signs,
/// that of 0 among them, mean something.
record TickColumns(long[] time, double[][] columns, boolean signed) {

    /// Room for rows.
    static TickColumns room(int rows, int width, boolean signed) {
        return new TickColumns(new long[rows], new double[width][rows], signed);
    }

    /// How many doubles a row of a kind has.
    static int width(TickKey.Kind kind) {
        return kind == TickKey.Kind.TRADES ? 2 : 4;
    }

    /// How a kind is named in its hash; `signed` is whether trades tell the aggressor.
    static String hashName(TickKey.Kind kind, boolean signed) {
        return kind == TickKey.Kind.TRADES ? TradeTicks.hashName(signed) : QuoteTicks.HASH_NAME;
    }

    /// Trades, without their aggressors unless `sided`.
    static TickColumns of(TradeTicks trades, boolean sided) {
        double[] sizes = trades.sizes();
        if (!sided && trades.sided()) {
            sizes = sizes.clone();
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(sizes[i]);
            }
        }
        return new TickColumns(trades.times(), new double[][] {trades.prices(), sizes}, sided);
    }

    /// Quotes.
    static TickColumns of(QuoteTicks quotes) {
        return new TickColumns(quotes.times(), quotes.columns(), false);
    }

    /// These rows as trades; an [IllegalArgumentException] where they are none.
    TradeTicks trades() {
        return TradeTicks.of(time, columns[0], columns[1], signed);
    }

    /// These rows as quotes; an [IllegalArgumentException] where they are none.
    QuoteTicks quotes() {
        return QuoteTicks.of(time, columns);
    }

    int rows() {
        return time.length;
    }

    /// A copy of the rows `from` (inclusive) to `to` (exclusive); itself where these are all.
    TickColumns slice(int from, int to) {
        if (from == 0 && to == time.length) {
            return this;
        }
        double[][] copy = new double[columns.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Arrays.copyOfRange(columns[i], from, to);
        }
        return new TickColumns(Arrays.copyOfRange(time, from, to), copy, signed);
    }

    /// These rows and others behind them.
    TickColumns with(TickColumns more) {
        if (rows() == 0) {
            return more;
        }
        TickColumns all = room(rows() + more.rows(), columns.length, signed);
        put(all, this, 0);
        put(all, more, rows());
        return all;
    }

    private static void put(TickColumns into, TickColumns rows, int at) {
        System.arraycopy(rows.time, 0, into.time, at, rows.rows());
        for (int i = 0; i < into.columns.length; i++) {
            System.arraycopy(rows.columns[i], 0, into.columns[i], at, rows.rows());
        }
    }

    /// The first row at or after a time.
    int indexAtOrAfter(long nanos) {
        int low = 0;
        int high = time.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
