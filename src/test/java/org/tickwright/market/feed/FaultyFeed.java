package org.tickwright.market.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A feed that breaks the contract as connections do: by a seed it loses events, tells them twice or in another order,
/// tells half messages, holds back a while and then tells all at once, says nothing, and is disconnected.
final class FaultyFeed implements MarketFeed {
    private final MarketFeed sound;
    private final SplittableRandom random;
    private final List<FeedEvent> held = new ArrayList<>();
    private int holding;
    private int silent;
    private Consumer<FeedEvent> listener = event -> {};

    FaultyFeed(MarketFeed sound, long seed) {
        this.sound = sound;
        random = new SplittableRandom(seed);
    }

    @Override
    public String name() {
        return sound.name();
    }

    @Override
    public boolean simulated() {
        return sound.simulated();
    }

    @Override
    public Set<Channel> channels() {
        return sound.channels();
    }

    @Override
    public List<FeedInstrument> instruments() {
        return sound.instruments();
    }

    @Override
    public void open(Consumer<FeedEvent> to) throws FeedException {
        listener = to;
        sound.open(this::mangle);
    }

    @Override
    public void subscribe(Subscription wanted) throws FeedException {
        sound.subscribe(wanted);
    }

    @Override
    public void unsubscribe(Subscription unwanted) throws FeedException {
        sound.unsubscribe(unwanted);
    }

    @Override
    public FeedStatus status() {
        return sound.status();
    }

    @Override
    public void close() {
        sound.close();
    }

    private void mangle(FeedEvent event) {
        if (event instanceof FeedEvent.StatusChange) {
            release();
            listener.accept(event);
        } else if (silent > 0) {
            silent--;
        } else if (holding > 0) {
            holding--;
            held.add(event);
            if (holding == 0) {
                release();
            }
        } else {
            strike(event);
        }
    }

    private void release() {
        List<FeedEvent> late = List.copyOf(held);
        held.clear();
        holding = 0;
        late.forEach(listener);
    }

    private void strike(FeedEvent event) {
        switch (random.nextInt(400)) {
            case 0 -> silent = 1 + random.nextInt(30);
            case 1, 2, 3 -> {
                listener.accept(event);
                listener.accept(event);
            }
            case 4, 5 -> {
                // Lost.
            }
            case 6, 7 -> {
                held.add(event);
                holding = 1;
            }
            case 8 -> {
                held.add(event);
                holding = 50;
            }
            case 9, 10 -> half(event);
            case 11 -> reconnect(event);
            case 12, 13 -> swap(event);
            default -> listener.accept(event);
        }
    }

    /// The next event comes before this one.
    private void swap(FeedEvent event) {
        Consumer<FeedEvent> plain = listener;
        listener = next -> {
            listener = plain;
            plain.accept(next);
            plain.accept(event.arrived(next.arrival()));
        };
    }

    private void reconnect(FeedEvent event) {
        long now = event.arrival();
        listener.accept(new FeedEvent.StatusChange(now, now, FeedStatus.DISCONNECTED, "The line broke."));
        listener.accept(new FeedEvent.StatusChange(now, now, FeedStatus.CONNECTING, "Attempt 1."));
        silent = 0;
        listener.accept(new FeedEvent.StatusChange(now, now, FeedStatus.LIVE, ""));
        silent = random.nextInt(5);
    }

    private void half(FeedEvent event) {
        switch (event) {
            case FeedEvent.Trade e ->
                listener.accept(new FeedEvent.Trade(
                        e.symbol(), e.time(), e.arrival(), Double.NaN, e.size(), e.aggressor(), e.number()));
            case FeedEvent.Quote e ->
                listener.accept(new FeedEvent.Quote(
                        e.symbol(), e.time(), e.arrival(), e.ask(), e.bidSize(), e.bid(), e.askSize()));
            case FeedEvent.BookChange e ->
                listener.accept(new FeedEvent.BookChange(
                        e.symbol(),
                        e.time(),
                        e.arrival(),
                        e.first(),
                        e.last(),
                        new BookLevels(new long[] {5}, new long[] {-1}),
                        e.asks()));
            default -> listener.accept(event);
        }
    }
}
