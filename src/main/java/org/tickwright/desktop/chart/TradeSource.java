package org.tickwright.desktop.chart;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.LiveTrades;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickStore;
import org.tickwright.market.TradeTicks;
import org.tickwright.workbench.live.LiveMarket;

/// The trades behind the bars of a chart: those that a live market keeps, or those of the store.
///
/// What was read last from the store is kept, with some on both sides, so that a chart that is moved about
/// reads little. Any thread; one reads at a time.
final class TradeSource {
    /// More trades than these are not read for a picture: 72 MB.
    static final long MOST = 3_000_000;

    private final @Nullable TickStore ticks;
    private final @Nullable LiveMarket market;
    private @Nullable Kept kept;

    TradeSource(@Nullable TickStore ticks, @Nullable LiveMarket market) {
        this.ticks = ticks;
        this.market = market;
    }

    /// Trades, or why there are none.
    record Found(@Nullable TradeTicks trades, String why) {
        static Found without(String why) {
            return new Found(null, why);
        }
    }

    /// The time that bars in view take, nanoseconds UTC: from the start of the first to the end of the last
    /// one.
    record Span(long from, long firstEnd, long lastStart, long to) {
        /// Of the bars `from` (inclusive) to `to` (exclusive), of which there is one at least.
        static Span of(Bars bars, int from, int to) {
            long end = Math.max(bars.knownAt(to - 1), bars.time(to - 1) + 1);
            return new Span(bars.time(from), bars.knownAt(from), bars.time(to - 1), end);
        }
    }

    private record Kept(TickInfo info, long from, long to, TradeTicks trades) {}

    /// The trades of a span, if none of them is missing.
    synchronized Found find(SeriesKey key, boolean live, Span span) throws StoreException {
        return live ? live(key.symbol(), span) : stored(key.symbol(), span);
    }

    private Found live(String symbol, Span span) {
        Optional<LiveTrades> trades = market == null ? Optional.empty() : market.trades(symbol);
        if (trades.isEmpty()) {
            return Found.without("the market tells no trades of " + symbol);
        }
        TradeTicks copy = trades.get().copy(span.from(), span.to());
        return trades.get().wholeSince() > span.from()
                ? Found.without("older trades are not kept")
                : new Found(copy, "");
    }

    private Found stored(String symbol, Span span) throws StoreException {
        TickInfo info =
                ticks == null ? null : ticks.find(TickKey.trades(symbol)).orElse(null);
        if (ticks == null || info == null) {
            return Found.without("no trades of " + symbol + " are stored");
        }
        if (info.from() >= span.firstEnd() || info.to() < span.lastStart()) {
            return Found.without("the stored trades do not reach over all of them");
        }
        if (expected(info, span.from(), span.to()) > MOST) {
            return Found.without("too many trades are in view");
        }
        Kept now = kept;
        if (now == null || !now.info().equals(info) || now.from() > span.from() || now.to() < span.to()) {
            long spare = (span.to() - span.from()) / 2;
            boolean room = expected(info, span.from() - spare, span.to() + spare) <= MOST;
            long from = span.from() - (room ? spare : 0);
            long to = span.to() + (room ? spare : 0);
            TradeTicks read = ticks.trades(symbol, from, to).orElse(null);
            if (read == null) {
                return Found.without("no trades of " + symbol + " are stored");
            }
            now = new Kept(info, from, to, read);
            kept = now;
        }
        TradeTicks all = now.trades();
        return new Found(all.slice(all.indexAtOrAfter(span.from()), all.indexAtOrAfter(span.to())), "");
    }

    /// About how many trades lie in a span, if they are spread evenly.
    private static double expected(TickInfo info, long from, long to) {
        double length = (double) info.to() - info.from() + 1;
        double inside = (double) Math.min(to, info.to() + 1) - Math.max(from, info.from());
        return info.ticks() * Math.clamp(inside / length, 0, 1);
    }
}
