package org.tickwright.market.messages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.TradeTicks.Aggressor;
import org.tickwright.market.book.BookSide;
import org.tickwright.market.book.OrderBook;
import org.tickwright.market.feed.BookLevels;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;

/// Makes events of what messages say. Every book is followed from its snapshot: changes before one, and those that the
/// snapshot has, are left out; a hole in the venue's numbers becomes a gap, behind which the book begins with the next
/// snapshot. Levels that fall behind the depth of which the venue tells are taken away, as it does not say it itself.
final class EventTape implements Tape {
    private static final int CHECKED = 10;
    private static final int AWAITED = 1_000;
    private static final long NONE = Long.MIN_VALUE;

    private final Map<String, int[]> decimals;
    private final Map<String, Followed> books = new HashMap<>();
    private final Map<String, Deque<Waiting>> waiting = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final List<FeedEvent> events = new ArrayList<>();
    private final Set<Channel> channels = EnumSet.noneOf(Channel.class);
    private final Map<String, Integer> findings = new TreeMap<>();
    private long arrival = Long.MIN_VALUE;
    private int early;
    private int checked;

    /// With the decimals of each instrument.
    EventTape(Map<String, int[]> decimals) {
        this.decimals = decimals;
    }

    /// A change that came before the snapshot on which it may build.
    private record Waiting(When when, Change change) {}

    /// A book and the number of the last change in it.
    private static final class Followed {
        private final OrderBook book;
        private long last = NONE;

        Followed(OrderBook book) {
            this.book = book;
        }
    }

    /// What was made, in the order in which it came.
    List<FeedEvent> events() {
        return events;
    }

    Set<Channel> channels() {
        return channels;
    }

    /// How often what was seen.
    Map<String, Integer> findings() {
        return findings;
    }

    /// How many changes of books were left out because no snapshot came before them, or it had them.
    int early() {
        return early;
    }

    /// How many checksums were held against a book.
    int checked() {
        return checked;
    }

    /// Arrivals never fall: clocks that are set back would tell events out of their order.
    private long arrival(When when) {
        arrival = Math.max(arrival, when.arrival());
        return arrival;
    }

    private void found(String code) {
        findings.merge(code, 1, Integer::sum);
    }

    private BookLevels levels(String symbol, List<Level> levels) {
        int[] most = decimals.getOrDefault(symbol, new int[2]);
        long[] prices = new long[levels.size()];
        long[] sizes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = FixedPoint.parse(levels.get(i).price(), most[0]);
            sizes[i] = FixedPoint.parse(levels.get(i).size(), most[1]);
        }
        return new BookLevels(prices, sizes);
    }

    @Override
    public void snapshot(When when, long sequence, List<Level> bids, List<Level> asks) {
        String symbol = when.symbol();
        int[] most = decimals.getOrDefault(symbol, new int[2]);
        Followed followed = new Followed(new OrderBook(most[0], most[1]));
        BookLevels bid = levels(symbol, bids);
        BookLevels ask = levels(symbol, asks);
        bid.applyTo(followed.book, true);
        ask.applyTo(followed.book, false);
        followed.last = sequence;
        books.put(symbol, followed);
        look(followed.book);
        long came = arrival(when);
        add(new FeedEvent.BookSnapshot(
                symbol,
                when.time(),
                came,
                sequence,
                BookLevels.of(followed.book.bids()),
                BookLevels.of(followed.book.asks())));
        if (broken.remove(symbol)) {
            events.add(new FeedEvent.Resync(symbol, when.time(), came, Channel.BOOK));
        }
        Deque<Waiting> before = waiting.remove(symbol);
        if (before != null && sequence >= 0) {
            for (Waiting one : before) {
                if (one.change().last() > sequence) {
                    early--;
                    change(one.when(), one.change());
                }
            }
        }
    }

    private void add(FeedEvent event) {
        Channel channel = event.channel();
        if (channel != null) {
            channels.add(channel);
        }
        events.add(event);
    }

    private void look(OrderBook book) {
        if (book.crossed()) {
            found("CROSSED_BOOK");
        }
    }

    @Override
    public void change(When when, Change change) {
        Followed followed = books.get(when.symbol());
        boolean counted = change.last() >= 0;
        if (followed == null || (counted && followed.last >= 0 && change.last() <= followed.last)) {
            early++;
            if (followed == null && counted) {
                await(when, change);
            }
            return;
        }
        if (counted && followed.last >= 0 && hole(followed.last, change)) {
            gap(when, followed, change);
            return;
        }
        BookLevels bids = levels(when.symbol(), change.bids());
        BookLevels asks = levels(when.symbol(), change.asks());
        bids.applyTo(followed.book, true);
        asks.applyTo(followed.book, false);
        if (change.depth() > 0) {
            bids = behind(followed.book.bids(), change.depth(), bids);
            asks = behind(followed.book.asks(), change.depth(), asks);
            followed.book.keep(change.depth());
        }
        look(followed.book);
        check(followed.book, change.checksum());
        long first = counted && followed.last >= 0 ? followed.last + 1 : change.first();
        followed.last = counted ? change.last() : followed.last;
        add(new FeedEvent.BookChange(when.symbol(), when.time(), arrival(when), first, change.last(), bids, asks));
    }

    /// A snapshot that is asked for comes behind changes that it does not have.
    private void await(When when, Change change) {
        Deque<Waiting> before = waiting.computeIfAbsent(when.symbol(), symbol -> new ArrayDeque<>());
        before.add(new Waiting(when, change));
        if (before.size() > AWAITED) {
            before.remove();
        }
    }

    /// Whether something is missing between the book and a change. Venues that name the change before count their
    /// numbers over many instruments, with holes that mean nothing.
    private static boolean hole(long last, Change change) {
        boolean covers = change.first() <= last + 1;
        return change.previous() >= 0 ? change.previous() != last && !covers : !covers;
    }

    private void gap(When when, Followed followed, Change change) {
        found("BOOK_GAP");
        long missed = change.previous() >= 0 ? -1 : change.first() - followed.last - 1;
        books.remove(when.symbol());
        broken.add(when.symbol());
        add(new FeedEvent.Gap(
                when.symbol(),
                when.time(),
                arrival(when),
                Channel.BOOK,
                missed,
                "The recording jumps from change " + followed.last + " to " + change.first() + "."));
    }

    private static BookLevels behind(BookSide side, int depth, BookLevels changed) {
        int more = side.size() - depth;
        if (more <= 0) {
            return changed;
        }
        long[] prices = java.util.Arrays.copyOf(changed.prices(), changed.count() + more);
        long[] sizes = java.util.Arrays.copyOf(changed.sizes(), prices.length);
        for (int i = 0; i < more; i++) {
            prices[changed.count() + i] = side.price(depth + i);
        }
        return new BookLevels(prices, sizes);
    }

    /// Kraken's: over the ten best asks and bids, price and size without point and leading zeros.
    private void check(OrderBook book, String said) {
        if (said.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (BookSide side : new BookSide[] {book.asks(), book.bids()}) {
            for (int level = 0; level < Math.min(CHECKED, side.size()); level++) {
                text.append(side.price(level)).append(side.amount(level));
            }
        }
        CRC32 crc = new CRC32();
        crc.update(text.toString().getBytes(StandardCharsets.US_ASCII));
        checked++;
        if (!said.equals(Long.toString(crc.getValue()))) {
            found("CHECKSUM_MISMATCH");
        }
    }

    @Override
    public void trade(When when, Level trade, Aggressor aggressor, long number) {
        double price = Double.parseDouble(trade.price());
        double size = Double.parseDouble(trade.size());
        if (!(price > 0) || !(size >= 0)) {
            throw new IllegalArgumentException("a trade of " + trade.size() + " at " + trade.price());
        }
        add(new FeedEvent.Trade(when.symbol(), when.time(), arrival(when), price, size, aggressor, number));
    }

    @Override
    public void quote(When when, Level bid, Level ask) {
        double bids = number(bid.price(), Double.NaN);
        double asks = number(ask.price(), Double.NaN);
        if (bids > asks) {
            found("CROSSED");
        }
        add(new FeedEvent.Quote(
                when.symbol(), when.time(), arrival(when), bids, number(bid.size(), 0), asks, number(ask.size(), 0)));
    }

    private static double number(String text, double none) {
        double value = text.isEmpty() ? none : Double.parseDouble(text);
        if (value < 0 || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a quote of " + text);
        }
        return value;
    }
}
