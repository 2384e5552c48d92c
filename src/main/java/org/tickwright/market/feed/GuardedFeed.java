package org.tickwright.market.feed;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Clock;

/// Makes a feed that keeps the contract of [MarketFeed] of one that cannot: of a connection that loses, repeats and
/// reorders messages, breaks off, or goes silent.
///
/// Trades that come again are dropped, a hole in their numbers is told as a gap. A book whose changes have a hole, that
/// crosses, or that gets a change which makes no sense is not told any more, asked for anew, and told again from its
/// next snapshot on, with a [FeedEvent.Resync] behind it. After a connection was lost everything has a gap. Nothing
/// heard for longer than the patience: [FeedStatus#STALE], which [#check()] notices; call it every second or so, from
/// any thread.
public final class GuardedFeed implements MarketFeed {
    /// How long a feed may be silent: one that beats its heart every two seconds has missed two beats.
    public static final long PATIENCE = 5_000_000_000L;

    private final MarketFeed raw;
    private final Clock clock;
    private final long patience;
    private final Map<String, FeedInstrument> offered = new HashMap<>();
    private final Map<String, Set<Channel>> wanted = new HashMap<>();
    private final Map<String, KeptBook> books = new HashMap<>();
    private final Map<String, FeedEvent.Trade> trades = new HashMap<>();
    private final Map<String, FeedEvent.Quote> quotes = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private Consumer<FeedEvent> listener = event -> {};
    private FeedStatus status = FeedStatus.CREATED;
    private boolean interrupted;
    private long heard;
    private long arrival = Long.MIN_VALUE;
    private long repeated;

    /// Over a feed, by a clock, with a patience in nanoseconds.
    public GuardedFeed(MarketFeed raw, Clock clock, long patience) {
        if (patience <= 0) {
            throw new IllegalArgumentException("Patience is above 0, was " + patience);
        }
        this.raw = raw;
        this.clock = clock;
        this.patience = patience;
        raw.instruments().forEach(instrument -> offered.put(instrument.symbol(), instrument));
    }

    @Override
    public String name() {
        return raw.name();
    }

    @Override
    public boolean simulated() {
        return raw.simulated();
    }

    @Override
    public Set<Channel> channels() {
        return raw.channels();
    }

    @Override
    public List<FeedInstrument> instruments() {
        return raw.instruments();
    }

    @Override
    public synchronized FeedStatus status() {
        return status;
    }

    /// How many events came again, or after younger ones, and were dropped.
    public synchronized long repeated() {
        return repeated;
    }

    @Override
    public void open(Consumer<FeedEvent> to) throws FeedException {
        synchronized (this) {
            if (status != FeedStatus.CREATED) {
                throw new IllegalStateException("A feed is opened once; this one is " + status);
            }
            listener = to;
            status = FeedStatus.CONNECTING;
            heard = clock.nanos();
        }
        raw.open(this::hear);
    }

    @Override
    public void subscribe(Subscription subscription) throws FeedException {
        raw.subscribe(subscription);
        synchronized (this) {
            wanted.computeIfAbsent(subscription.symbol(), s -> EnumSet.noneOf(Channel.class))
                    .addAll(subscription.channels());
        }
    }

    @Override
    public void unsubscribe(Subscription subscription) throws FeedException {
        raw.unsubscribe(subscription);
        synchronized (this) {
            Set<Channel> had = wanted.get(subscription.symbol());
            if (had != null) {
                had.removeAll(subscription.channels());
            }
            if (subscription.channels().contains(Channel.BOOK)) {
                books.remove(subscription.symbol());
                lost.remove(subscription.symbol());
            }
        }
    }

    @Override
    public void close() {
        raw.close();
        synchronized (this) {
            status = FeedStatus.CLOSED;
        }
    }

    /// Looks whether the feed has gone silent.
    public void check() {
        synchronized (this) {
            long now = clock.nanos();
            if ((status == FeedStatus.LIVE || status == FeedStatus.RESYNCING) && now - heard > patience) {
                tell(now, FeedStatus.STALE, "Nothing was heard for " + (now - heard) / 1_000_000_000L + " s.");
            }
        }
    }

    private void hear(FeedEvent event) {
        Set<String> again;
        synchronized (this) {
            heard = clock.nanos();
            if (event instanceof FeedEvent.StatusChange change) {
                status(change);
            } else {
                if (status == FeedStatus.STALE) {
                    tell(event.arrival(), lost.isEmpty() ? FeedStatus.LIVE : FeedStatus.RESYNCING, "");
                }
                pass(event);
            }
            again = Set.copyOf(asking);
            asking.clear();
        }
        again.forEach(this::askAgain);
    }

    /// Books to be asked for once the lock is let go of.
    private final Set<String> asking = new HashSet<>();

    private void askAgain(String symbol) {
        try {
            raw.unsubscribe(Subscription.of(symbol, Channel.BOOK));
            raw.subscribe(Subscription.of(symbol, Channel.BOOK));
        } catch (FeedException e) {
            synchronized (this) {
                say(new FeedEvent.Gap(
                        symbol, heard, heard, Channel.BOOK, -1, "The book cannot be had anew: " + e.getMessage()));
            }
        }
    }

    private void status(FeedEvent.StatusChange change) {
        if (change.status() == FeedStatus.DISCONNECTED) {
            interrupted = true;
        }
        if (change.status() == FeedStatus.LIVE && interrupted) {
            interrupted = false;
            wanted.forEach((symbol, channels) -> channels.forEach(channel -> broken(symbol, channel, change)));
        }
        boolean whole = change.status() != FeedStatus.LIVE || lost.isEmpty();
        tell(change.arrival(), whole ? change.status() : FeedStatus.RESYNCING, change.why());
    }

    private void broken(String symbol, Channel channel, FeedEvent.StatusChange change) {
        say(new FeedEvent.Gap(
                symbol, change.time(), change.arrival(), channel, -1, "The connection was lost for a while."));
        if (channel == Channel.BOOK) {
            lose(symbol);
        } else if (channel == Channel.TRADES) {
            trades.remove(symbol);
        }
    }

    private void tell(long now, FeedStatus changed, String why) {
        status = changed;
        say(new FeedEvent.StatusChange(now, now, changed, why));
    }

    private void say(FeedEvent event) {
        arrival = Math.max(arrival, event.arrival());
        listener.accept(event.arrival() == arrival ? event : event.arrived(arrival));
    }

    private void pass(FeedEvent event) {
        Channel channel = event.channel();
        if (channel != null && !wanted.getOrDefault(event.symbol(), Set.of()).contains(channel)) {
            return;
        }
        switch (event) {
            case FeedEvent.Trade trade -> trade(trade);
            case FeedEvent.Quote quote -> quote(quote);
            case FeedEvent.BookSnapshot snapshot -> snapshot(snapshot);
            case FeedEvent.BookChange change -> change(change);
            case FeedEvent.Gap gap -> gap(gap);
            default -> say(event);
        }
    }

    private void trade(FeedEvent.Trade trade) {
        FeedEvent.Trade last = trades.get(trade.symbol());
        if (!(trade.price() > 0 && trade.price() < Double.POSITIVE_INFINITY && trade.size() >= 0)) {
            // Its number, where it has one, is missed with the next trade.
            if (trade.number() < 0) {
                gap(trade, Channel.TRADES, 1, "A trade made no sense: " + trade.price() + " x " + trade.size() + ".");
            }
            return;
        }
        if (last != null && trade.number() >= 0 && trade.number() <= last.number()) {
            repeated++;
            return;
        }
        if (last != null && trade.time() < last.time()) {
            if (trade.number() < 0) {
                repeated++;
                gap(trade, Channel.TRADES, 1, "A trade came after a later one.");
            }
            return;
        }
        if (last != null && last.number() >= 0 && trade.number() > last.number() + 1) {
            gap(trade, Channel.TRADES, trade.number() - last.number() - 1, "Trades are missing.");
        }
        trades.put(trade.symbol(), trade);
        say(trade);
    }

    private void quote(FeedEvent.Quote quote) {
        FeedEvent.Quote last = quotes.get(quote.symbol());
        boolean sound = !(quote.bid() >= quote.ask())
                && Double.isNaN(quote.bid()) == (quote.bidSize() == 0)
                && Double.isNaN(quote.ask()) == (quote.askSize() == 0);
        if (!sound || (last != null && quote.time() < last.time())) {
            repeated++;
            return;
        }
        quotes.put(quote.symbol(), quote);
        say(quote);
    }

    private void snapshot(FeedEvent.BookSnapshot snapshot) {
        KeptBook book = book(snapshot.symbol());
        if (!sound(snapshot.bids()) || !sound(snapshot.asks())) {
            lost(snapshot, -1, "A snapshot of the book made no sense.");
            return;
        }
        if (book.whole() && snapshot.sequence() >= 0 && snapshot.sequence() < book.sequence()) {
            repeated++;
            return;
        }
        book.take(snapshot);
        if (book.book().crossed()) {
            lost(snapshot, -1, "The book crossed.");
            return;
        }
        say(snapshot);
        if (lost.remove(snapshot.symbol())) {
            say(new FeedEvent.Resync(snapshot.symbol(), snapshot.time(), snapshot.arrival(), Channel.BOOK));
            if (lost.isEmpty() && status == FeedStatus.RESYNCING) {
                tell(snapshot.arrival(), FeedStatus.LIVE, "All books are whole again.");
            }
        }
    }

    private void change(FeedEvent.BookChange change) {
        KeptBook book = book(change.symbol());
        if (!book.whole()) {
            return;
        }
        if (!sound(change.bids()) || !sound(change.asks()) || change.first() > change.last()) {
            lost(change, -1, "A change of the book made no sense.");
            return;
        }
        long before = book.missing();
        switch (book.take(change)) {
            case APPLY -> {
                if (book.book().crossed()) {
                    lost(change, -1, "The book crossed.");
                } else {
                    say(change);
                }
            }
            case GAP -> lost(change, book.missing() - before, "Changes of the book are missing.");
            case OLD, EARLY -> repeated++;
        }
    }

    private static boolean sound(BookLevels levels) {
        for (int i = 0; i < levels.count(); i++) {
            if (levels.sizes()[i] < 0 || levels.prices()[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    private KeptBook book(String symbol) {
        return books.computeIfAbsent(symbol, s -> new KeptBook(instrument(s)));
    }

    private FeedInstrument instrument(String symbol) {
        FeedInstrument instrument = offered.get(symbol);
        if (instrument == null) {
            throw new IllegalStateException(name() + " told of " + symbol + ", which it does not offer");
        }
        return instrument;
    }

    private void lost(FeedEvent at, long missed, String why) {
        gap(at, Channel.BOOK, missed, why);
        lose(at.symbol());
        if (status == FeedStatus.LIVE) {
            tell(at.arrival(), FeedStatus.RESYNCING, "The book of " + at.symbol() + " is asked for anew.");
        }
    }

    private void lose(String symbol) {
        book(symbol).lose();
        lost.add(symbol);
        asking.add(symbol);
    }

    /// A gap that the feed itself tells.
    private void gap(FeedEvent.Gap gap) {
        FeedEvent.@Nullable Trade last = trades.get(gap.symbol());
        if (gap.channel() == Channel.BOOK) {
            lost(gap, gap.missed(), gap.why());
            return;
        }
        if (gap.channel() == Channel.TRADES && last != null) {
            long number = gap.missed() < 0 || last.number() < 0 ? -1 : last.number() + gap.missed();
            trades.put(
                    gap.symbol(),
                    new FeedEvent.Trade(
                            last.symbol(),
                            last.time(),
                            last.arrival(),
                            last.price(),
                            last.size(),
                            last.aggressor(),
                            number));
        }
        say(gap);
    }

    private void gap(FeedEvent at, Channel channel, long missed, String why) {
        say(new FeedEvent.Gap(at.symbol(), at.time(), at.arrival(), channel, missed, why));
    }
}
