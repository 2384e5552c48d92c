package org.tickwright.workbench.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.LiveBars;
import org.tickwright.market.LiveTrades;
import org.tickwright.market.book.BookDepth;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.KeptBook;

/// What is known of an instrument by now. One thread writes; bars, trades and the picture of the book are read by any.
final class Ticker {
    /// As many trades are kept: half a minute at the fastest, a day of an ordinary share.
    private static final int TRADES_KEPT = 1 << 19;

    /// As many levels of a side are shown at most.
    private static final int LEVELS_SHOWN = 1000;

    private final FeedInstrument instrument;
    private final KeptBook book;
    private final LiveTrades kept = new LiveTrades(TRADES_KEPT);
    private final List<LiveBars> growing = new ArrayList<>();
    private double first = Double.NaN;
    private double price = Double.NaN;
    private FeedEvent.@Nullable Trade last;
    private FeedEvent.@Nullable Quote quote;
    private long trades;
    private double volume;
    private volatile boolean depthWanted;
    private volatile @Nullable LiveDepth depth;

    Ticker(FeedInstrument instrument) {
        this.instrument = instrument;
        book = new KeptBook(instrument);
    }

    String symbol() {
        return instrument.symbol();
    }

    KeptBook book() {
        return book;
    }

    LiveTrades trades() {
        return kept;
    }

    /// The bars that grow with its trades, or with bars that are told; to be added to.
    List<LiveBars> growing() {
        return growing;
    }

    void trade(FeedEvent.Trade trade) {
        moved(trade.price(), trade.price(), trade.size());
        last = trade;
        trades++;
        kept.trade(trade.time(), trade.price(), trade.size(), trade.aggressor());
        for (LiveBars live : growing) {
            live.trade(trade.time(), trade.price(), trade.size());
        }
    }

    void bar(FeedEvent.BarDone bar) {
        moved(bar.open(), bar.close(), bar.volume());
        for (LiveBars live : growing) {
            if (live.timeframe().equals(bar.timeframe())) {
                live.done(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
            } else {
                live.bar(bar.time(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
            }
        }
    }

    private void moved(double opened, double closed, double size) {
        first = Double.isNaN(first) ? opened : first;
        price = closed;
        volume += size;
    }

    void quote(FeedEvent.Quote now) {
        quote = now;
    }

    /// Asks for a newer picture of the book, and gives the newest there is.
    @Nullable
    LiveDepth depth() {
        depthWanted = true;
        return depth;
    }

    /// Makes the picture of the book if somebody asked for it, or anyway.
    void show(long time, boolean anyway) {
        if (!anyway && !depthWanted) {
            return;
        }
        depthWanted = false;
        LiveDepth before = depth;
        if (before == null || !before.like(book.whole(), book.sequence(), trades)) {
            BookDepth levels = BookDepth.of(book.book(), LEVELS_SHOWN);
            depth = new LiveDepth(symbol(), levels, book.whole(), book.sequence(), time, trades, last);
        }
    }

    LiveState.Quoted quoted() {
        FeedEvent.Quote now = quote;
        return new LiveState.Quoted(
                instrument.symbol(),
                instrument.name(),
                instrument.priceDecimals(),
                first,
                price,
                now == null ? Double.NaN : now.bid(),
                now == null ? Double.NaN : now.ask(),
                trades,
                volume);
    }
}
