package org.tickwright.market.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tickwright.kernel.Clock;

/// The desk of a simulated exchange that takes orders from outside: submit, cancel, replace, and reports of what
/// becomes of them.
///
/// An order is dealt with at the instant that the exchange has come to; its trades are told by the feed as any others.
/// Reports come within the call, or while the exchange goes on, in the order in which things happen. The thread of the
/// exchange.
public final class ExchangeDesk {
    private static final double WHOLE = 1e-6;

    private final Clock clock;
    private final Map<String, Pit> pits = new HashMap<>();
    private final Map<Long, Own> byOwner = new HashMap<>();
    private final Map<String, Own> open = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private Consumer<OrderReport> reports = report -> {};
    private long owners;

    /// An order that is open.
    private static final class Own {
        private final String id;
        private final long owner;
        private final Pit pit;
        private final boolean buy;
        private long left;
        private int slot = -1;

        private Own(String id, long owner, Pit pit, boolean buy, long left) {
            this.id = id;
            this.owner = owner;
            this.pit = pit;
            this.buy = buy;
            this.left = left;
        }
    }

    ExchangeDesk(Clock clock, List<Pit> pits) {
        this.clock = clock;
        pits.forEach(pit -> this.pits.put(pit.instrument().symbol(), pit));
    }

    /// Who is told what becomes of orders.
    public void reports(Consumer<OrderReport> to) {
        reports = to;
    }

    /// The names of the orders that are open, the oldest first.
    public List<String> open() {
        return List.copyOf(open.keySet());
    }

    /// Sends an order: it is accepted and matched as far as it goes, or rejected.
    public void submit(ExchangeOrder order) {
        String wrong = wrong(order);
        if (!wrong.isEmpty()) {
            reject(order.id(), wrong);
            return;
        }
        names.add(order.id());
        Pit pit = pit(order.symbol());
        Own own = new Own(order.id(), ++owners, pit, order.buy(), Math.round(pit.units(order.size())));
        byOwner.put(own.owner, own);
        open.put(own.id, own);
        reports.accept(new OrderReport.Accepted(own.id, clock.nanos()));
        enter(own, order.limit(), order.rests());
    }

    private Pit pit(String symbol) {
        Pit pit = pits.get(symbol);
        if (pit == null) {
            throw new IllegalArgumentException("Nothing called " + symbol + " is traded");
        }
        return pit;
    }

    private String wrong(ExchangeOrder order) {
        Pit pit = pits.get(order.symbol());
        if (pit == null) {
            return "Nothing called " + order.symbol() + " is traded here.";
        }
        if (names.contains(order.id())) {
            return "An order was called " + order.id() + " before.";
        }
        if (Double.isNaN(order.limit()) && order.rests()) {
            return "An order that waits needs a limit.";
        }
        return wrong(pit, order.size(), order.limit());
    }

    private static String wrong(Pit pit, double size, double limit) {
        double units = pit.units(size);
        if (!(units >= 1 - WHOLE) || units > 1e15 || Math.abs(units - Math.rint(units)) > WHOLE * Math.max(1, units)) {
            return "A size is a multiple of " + pit.size(1) + ", was " + size + ".";
        }
        double ticks = pit.ticks(limit);
        if (!Double.isNaN(limit)
                && (!(ticks >= 1 - WHOLE) || ticks > 1e15 || Math.abs(ticks - Math.rint(ticks)) > 1e-4)) {
            return "A limit is a multiple of " + pit.price(1) + ", was " + limit + ".";
        }
        return "";
    }

    private void enter(Own own, double limit, boolean rests) {
        long now = clock.nanos();
        long worst =
                Double.isNaN(limit) ? (own.buy ? Long.MAX_VALUE : Long.MIN_VALUE) : Math.round(own.pit.ticks(limit));
        own.pit.take(now, own.buy, worst, own.left, (owner, price, size, left) -> {
            own.left -= size;
            report(own, price, size, false);
            filled(owner, price, size, left);
        });
        if (own.left == 0) {
            forget(own);
        } else if (rests) {
            own.slot = own.pit.book().rest(own.owner, own.buy, worst, own.left);
        } else {
            forget(own);
            reports.accept(new OrderReport.Cancelled(
                    own.id, now, own.pit.size(own.left), "Nobody was there to trade the rest with."));
        }
        own.pit.publish(now);
    }

    /// An order in the book was filled; most are of the crowd.
    void filled(long owner, long price, long size, long left) {
        Own own = owner == 0 ? null : byOwner.get(owner);
        if (own != null) {
            own.left = left;
            report(own, price, size, true);
            if (left == 0) {
                forget(own);
            }
        }
    }

    private void report(Own own, long price, long size, boolean maker) {
        Pit pit = own.pit;
        reports.accept(new OrderReport.Filled(
                own.id, clock.nanos(), pit.price(price), pit.size(size), pit.size(own.left), maker));
    }

    private void forget(Own own) {
        byOwner.remove(own.owner);
        open.remove(own.id);
    }

    /// Takes an order off the book.
    public void cancel(String id) {
        Own own = open.get(id);
        if (own == null) {
            reject(id, unknown(id));
            return;
        }
        own.pit.book().cancel(own.slot);
        own.pit.publish(clock.nanos());
        forget(own);
        reports.accept(new OrderReport.Cancelled(id, clock.nanos(), own.pit.size(own.left), "It was asked for."));
    }

    /// Gives what is open of an order another size and limit. It keeps its place in the queue where it only becomes
    /// smaller; otherwise it comes anew and may be matched at once.
    public void replace(String id, double size, double limit) {
        Own own = open.get(id);
        String wrong = own == null ? unknown(id) : wrong(own.pit, size, limit);
        if (own == null || !wrong.isEmpty() || Double.isNaN(limit)) {
            reject(id, wrong.isEmpty() ? "An order that waits needs a limit." : wrong);
            return;
        }
        MatchingBook book = own.pit.book();
        long units = Math.round(own.pit.units(size));
        boolean keeps = book.price(own.slot) == Math.round(own.pit.ticks(limit)) && units <= own.left;
        own.left = units;
        reports.accept(new OrderReport.Replaced(id, clock.nanos(), size, limit, keeps));
        if (keeps) {
            book.reduce(own.slot, units);
            own.pit.publish(clock.nanos());
        } else {
            book.cancel(own.slot);
            enter(own, limit, true);
        }
    }

    /// Ends all orders with the session.
    void expire() {
        for (Own own : new ArrayList<>(open.values())) {
            forget(own);
            reports.accept(
                    new OrderReport.Cancelled(own.id, clock.nanos(), own.pit.size(own.left), "The session has ended."));
        }
    }

    private String unknown(String id) {
        return names.contains(id) ? "The order " + id + " is not open any more." : "No order is called " + id + ".";
    }

    private void reject(String id, String why) {
        reports.accept(new OrderReport.Rejected(id, clock.nanos(), why));
    }
}
