package org.tickwright.market.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickwright.market.Timeframe;
import org.tickwright.market.feed.BookLevels;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;

/// Events as bytes. Times are told by their difference to the event before in the same block, prices and sizes of
/// trades with all their bits. One thread.
final class EventCodec {
    private static final int TRADE = 1;
    private static final int QUOTE = 2;
    private static final int SNAPSHOT = 3;
    private static final int CHANGE = 4;
    private static final int BAR = 5;
    private static final int GAP = 6;
    private static final int RESYNC = 7;
    private static final int HEARTBEAT = 8;
    private static final int STATUS = 9;

    private final List<FeedInstrument> instruments;
    private final Map<String, Integer> numbers = new HashMap<>();
    private long time;
    private long arrival;

    EventCodec(List<FeedInstrument> instruments) {
        this.instruments = instruments;
        for (FeedInstrument instrument : instruments) {
            numbers.put(instrument.symbol(), numbers.size());
        }
    }

    /// Begins a block, which is read without those before it.
    void begin() {
        time = 0;
        arrival = 0;
    }

    void write(FeedEvent event, Bytes to) {
        switch (event) {
            case FeedEvent.Trade e -> {
                head(TRADE, e, to);
                to.number(e.price());
                to.number(e.size());
                to.put(Codes.of(Codes.AGGRESSORS, e.aggressor()));
                to.signed(e.number());
            }
            case FeedEvent.Quote e -> {
                head(QUOTE, e, to);
                to.number(e.bid());
                to.number(e.bidSize());
                to.number(e.ask());
                to.number(e.askSize());
            }
            case FeedEvent.BookSnapshot e -> {
                head(SNAPSHOT, e, to);
                to.signed(e.sequence());
                levels(e.bids(), to);
                levels(e.asks(), to);
            }
            case FeedEvent.BookChange e -> {
                head(CHANGE, e, to);
                to.signed(e.first());
                to.signed(e.last() - e.first());
                levels(e.bids(), to);
                levels(e.asks(), to);
            }
            case FeedEvent.BarDone e -> bar(e, to);
            case FeedEvent.Gap e -> {
                head(GAP, e, to);
                to.put(Codes.of(Codes.CHANNELS, e.channel()));
                to.signed(e.missed());
                to.text(e.why());
            }
            case FeedEvent.Resync e -> {
                head(RESYNC, e, to);
                to.put(Codes.of(Codes.CHANNELS, e.channel()));
            }
            case FeedEvent.Heartbeat e -> times(HEARTBEAT, e, to);
            case FeedEvent.StatusChange e -> {
                times(STATUS, e, to);
                to.put(Codes.of(Codes.STATUSES, e.status()));
                to.text(e.why());
            }
        }
    }

    private void bar(FeedEvent.BarDone e, Bytes to) {
        head(BAR, e, to);
        to.text(e.timeframe().toString());
        to.number(e.open());
        to.number(e.high());
        to.number(e.low());
        to.number(e.close());
        to.number(e.volume());
    }

    private void times(int type, FeedEvent event, Bytes to) {
        to.put(type);
        to.signed(event.time() - time);
        to.signed(event.arrival() - arrival);
        time = event.time();
        arrival = event.arrival();
    }

    private void head(int type, FeedEvent event, Bytes to) {
        times(type, event, to);
        Integer number = numbers.get(event.symbol());
        if (number == null) {
            throw new IllegalArgumentException("The recording's feed does not offer " + event.symbol());
        }
        to.unsigned(number);
    }

    private static void levels(BookLevels levels, Bytes to) {
        to.unsigned(levels.count());
        long before = 0;
        for (int i = 0; i < levels.count(); i++) {
            to.signed(levels.prices()[i] - before);
            to.unsigned(levels.sizes()[i]);
            before = levels.prices()[i];
        }
    }

    FeedEvent read(Bytes.Reader from) {
        int type = from.get();
        time += from.signed();
        arrival += from.signed();
        return switch (type) {
            case HEARTBEAT -> new FeedEvent.Heartbeat(time, arrival);
            case STATUS -> new FeedEvent.StatusChange(time, arrival, Codes.at(Codes.STATUSES, from.get()), from.text());
            default -> read(type, symbol(from), from);
        };
    }

    private String symbol(Bytes.Reader from) {
        long number = from.unsigned();
        if (number < 0 || number >= instruments.size()) {
            throw new IllegalArgumentException("No instrument has the number " + number);
        }
        return instruments.get((int) number).symbol();
    }

    private FeedEvent read(int type, String symbol, Bytes.Reader from) {
        return switch (type) {
            case TRADE ->
                new FeedEvent.Trade(
                        symbol,
                        time,
                        arrival,
                        from.number(),
                        from.number(),
                        Codes.at(Codes.AGGRESSORS, from.get()),
                        from.signed());
            case QUOTE ->
                new FeedEvent.Quote(symbol, time, arrival, from.number(), from.number(), from.number(), from.number());
            case SNAPSHOT ->
                new FeedEvent.BookSnapshot(symbol, time, arrival, from.signed(), levels(from), levels(from));
            case CHANGE -> {
                long first = from.signed();
                yield new FeedEvent.BookChange(
                        symbol, time, arrival, first, first + from.signed(), levels(from), levels(from));
            }
            case BAR ->
                new FeedEvent.BarDone(
                        symbol,
                        time,
                        arrival,
                        Timeframe.parse(from.text()),
                        from.number(),
                        from.number(),
                        from.number(),
                        from.number(),
                        from.number());
            case GAP ->
                new FeedEvent.Gap(
                        symbol, time, arrival, Codes.at(Codes.CHANNELS, from.get()), from.signed(), from.text());
            case RESYNC -> new FeedEvent.Resync(symbol, time, arrival, Codes.at(Codes.CHANNELS, from.get()));
            default -> throw new IllegalArgumentException("No event has the type " + type);
        };
    }

    private static BookLevels levels(Bytes.Reader from) {
        int count = from.count(2);
        long[] prices = new long[count];
        long[] sizes = new long[count];
        long price = 0;
        for (int i = 0; i < count; i++) {
            price += from.signed();
            prices[i] = price;
            sizes[i] = from.unsigned();
        }
        return count == 0 ? BookLevels.NONE : new BookLevels(prices, sizes);
    }
}
