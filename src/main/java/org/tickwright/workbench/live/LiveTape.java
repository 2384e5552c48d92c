package org.tickwright.workbench.live;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickwright.market.LiveBars;
import org.tickwright.market.LiveTrades;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.MarketFeed;

/// What a feed told by now, instrument by instrument: books, trades, bars.
///
/// Bars are made of its trades, of all lengths at once. A feed without trades tells bars: these are kept as they are,
/// with longer ones made of them. One thread tells it events; bars, trades and pictures of books are for any.
final class LiveTape {
    private final String feed;
    private final ZoneId zone;
    private final boolean traded;
    private final boolean booked;
    private final Map<String, Ticker> tickers = new LinkedHashMap<>();
    private volatile Map<SeriesKey, LiveBars> bars = Map.of();
    private volatile boolean depthWanted;

    LiveTape(MarketFeed feed, ZoneId zone) {
        this.feed = feed.name();
        this.zone = zone;
        traded = feed.channels().contains(Channel.TRADES);
        booked = feed.channels().contains(Channel.BOOK);
        for (FeedInstrument instrument : feed.instruments()) {
            Ticker ticker = new Ticker(instrument);
            tickers.put(instrument.symbol(), ticker);
            if (traded) {
                LiveMarket.TIMEFRAMES.forEach(timeframe -> grow(ticker, new LiveBars(timeframe, zone)));
            }
        }
    }

    private void grow(Ticker ticker, LiveBars live) {
        Map<SeriesKey, LiveBars> more = new LinkedHashMap<>(bars);
        more.put(new SeriesKey(ticker.symbol(), live.timeframe()), live);
        ticker.growing().add(live);
        bars = more;
    }

    /// Whether the feed tells order books.
    boolean booked() {
        return booked;
    }

    /// The zone that decides what a day is.
    ZoneId zone() {
        return zone;
    }

    void take(FeedEvent event) {
        switch (event) {
            case FeedEvent.Trade trade -> ticker(trade.symbol()).trade(trade);
            case FeedEvent.Quote quote -> ticker(quote.symbol()).quote(quote);
            case FeedEvent.BookSnapshot snapshot ->
                ticker(snapshot.symbol()).book().take(snapshot);
            case FeedEvent.BookChange change -> ticker(change.symbol()).book().take(change);
            case FeedEvent.BarDone bar -> bar(bar);
            case FeedEvent.Gap gap
            when gap.channel() == Channel.BOOK -> ticker(gap.symbol()).book().lose();
            default -> {
                // It says how the feed stands.
            }
        }
    }

    private void bar(FeedEvent.BarDone bar) {
        if (traded) {
            return;
        }
        Ticker ticker = ticker(bar.symbol());
        offer(ticker, bar.timeframe());
        ticker.bar(bar);
    }

    /// Lets bars of a length that are told grow, and longer ones of them, where none do.
    void offer(Timeframe timeframe) {
        tickers.values().forEach(ticker -> offer(ticker, timeframe));
    }

    private void offer(Ticker ticker, Timeframe timeframe) {
        if (bars.containsKey(new SeriesKey(ticker.symbol(), timeframe))) {
            return;
        }
        grow(ticker, LiveBars.told(timeframe, zone));
        for (Timeframe longer : LiveMarket.TIMEFRAMES) {
            if (longer.madeOf(timeframe)) {
                grow(ticker, new LiveBars(longer, zone));
            }
        }
    }

    private Ticker ticker(String symbol) {
        Ticker ticker = tickers.get(symbol);
        if (ticker == null) {
            throw new IllegalStateException(feed + " told of " + symbol + ", which it does not offer");
        }
        return ticker;
    }

    List<SeriesKey> series() {
        return List.copyOf(bars.keySet());
    }

    Optional<LiveBars> bars(SeriesKey key) {
        return Optional.ofNullable(bars.get(key));
    }

    Optional<LiveTrades> trades(String symbol) {
        return Optional.ofNullable(tickers.get(symbol)).map(Ticker::trades);
    }

    Optional<LiveDepth> depth(String symbol) {
        depthWanted = true;
        return Optional.ofNullable(tickers.get(symbol)).map(Ticker::depth);
    }

    /// Whether somebody asked for a picture of a book.
    boolean depthWanted() {
        return depthWanted;
    }

    /// Makes the pictures of books that somebody asked for, or of all.
    void showDepths(long time, boolean all) {
        depthWanted = false;
        tickers.values().forEach(ticker -> ticker.show(time, all));
    }

    /// The books that can be trusted, each as a snapshot.
    List<FeedEvent> books(long time, long now) {
        return tickers.values().stream()
                .filter(ticker -> ticker.book().whole())
                .<FeedEvent>map(ticker -> ticker.book().snapshot(ticker.symbol(), time, now))
                .toList();
    }

    List<LiveState.Quoted> quoted() {
        return tickers.values().stream().map(Ticker::quoted).toList();
    }
}
