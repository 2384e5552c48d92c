package org.tickwright.workbench.live;

import org.jspecify.annotations.Nullable;
import org.tickwright.market.Bars;
import org.tickwright.market.Instrument;
import org.tickwright.market.PricePrecision;
import org.tickwright.market.SeriesInfo;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.StoreException;
import org.tickwright.market.TickInfo;
import org.tickwright.market.TickKey;
import org.tickwright.market.TickStore;
import org.tickwright.market.TradeTicks;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.feed.EventSource;
import org.tickwright.market.feed.FeedException;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.StoredBars;
import org.tickwright.market.feed.StoredTrades;
import org.tickwright.workbench.EventLibrary;
import org.tickwright.workbench.SeriesLibrary;

/// What the store keeps as a source of events: a series of bars, or the trades of a symbol, of which so many are in
/// memory at once as fit.
public final class StoredFeeds {
    /// Before the symbol of what is told again beside the store, so that it is never taken for the series itself.
    public static final String AGAIN = "REPLAY:";

    private static final int SIZE_DECIMALS = 8;
    private static final int PRICE_DECIMALS = 8;
    private static final long PAGE = 1_000_000;

    private StoredFeeds() {}

    /// The bars of a series under a symbol. [IllegalArgumentException] where there are none, and where they end when so
    /// much was traded: it is not kept when such a bar began and ended by the clock.
    public static EventSource bars(SeriesLibrary series, SeriesKey key, String symbol) throws StoreException {
        SeriesInfo info = series.find(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no series " + key + " in the store."));
        if (!key.timeframe().timed()) {
            throw new IllegalArgumentException("Bars of " + key.timeframe()
                    + " end when so much was traded, not by the clock. Replay the trades of " + key.symbol()
                    + " instead.");
        }
        Bars bars = series.load(key)
                .orElseThrow(() -> new IllegalArgumentException("There is no series " + key + " in the store."));
        return new StoredBars(
                instrument(series, key.symbol(), symbol, PricePrecision.decimals(bars)), bars, info.simulated());
    }

    /// The trades of a symbol under another. [IllegalArgumentException] where there are none.
    public static EventSource trades(SeriesLibrary series, String of, String symbol) throws StoreException {
        EventLibrary events = series.events();
        TickInfo info =
                events == null ? null : events.ticks().find(TickKey.trades(of)).orElse(null);
        if (events == null || info == null) {
            throw new IllegalArgumentException("There are no trades of " + of + " in the store.");
        }
        return new StoredTrades(
                instrument(series, of, symbol, PRICE_DECIMALS),
                new Pages(events.ticks(), info),
                info.origin().zone(),
                info.origin().simulated());
    }

    private static FeedInstrument instrument(SeriesLibrary series, String of, String symbol, int decimals)
            throws StoreException {
        Instrument known = series.instruments().of(of).instrument();
        String calendar = known.calendar();
        return new FeedInstrument(
                symbol,
                known.name().isEmpty() ? of : known.name(),
                decimals,
                SIZE_DECIMALS,
                calendar == null ? ExchangeCalendars.ALWAYS : calendar);
    }

    /// Trades by ranges of time, each of about so many as fit.
    private static final class Pages implements StoredTrades.Pages {
        private final TickStore store;
        private final TickInfo info;
        private final long step;
        private long from;

        private Pages(TickStore store, TickInfo info) {
            this.store = store;
            this.info = info;
            long parts = Math.max(1, info.ticks() / PAGE);
            step = Math.max(1, (info.to() - info.from()) / parts + 1);
            from = info.from();
        }

        @Override
        public @Nullable TradeTicks next() throws FeedException {
            if (from > info.to()) {
                return null;
            }
            long to = Math.min(from + step, info.to() + 1);
            try {
                TradeTicks page = store.trades(info.key().symbol(), from, to)
                        .orElseThrow(() -> new FeedException("The " + info.key() + " were deleted.", false));
                from = to;
                return page;
            } catch (StoreException e) {
                throw new FeedException(String.valueOf(e.getMessage()), e.retryable(), e);
            }
        }
    }
}
