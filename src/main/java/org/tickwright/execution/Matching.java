package org.tickwright.execution;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.Side;
import org.tickwright.risk.CostModel;

/// Does orders of the [OrderBook] at a price: how much, at what cost, and what follows for the orders that
/// are linked to them.
final class Matching {
    private final OrderBook book;
    private final Lifetimes lifetimes;
    private final VolumeCap cap;
    private final CostModel costs;
    private final Client client;
    private final Bars bars;

    Matching(OrderBook book, Bars bars, VolumeCap cap, CostModel costs, Client client) {
        this.book = book;
        this.bars = bars;
        this.cap = cap;
        this.costs = costs;
        this.client = client;
        lifetimes = new Lifetimes(bars);
    }

    /// Where and how an order is met: on which bar, at which price without costs, from which side of the book
    /// and why.
    private record Deal(int bar, long raw, Liquidity liquidity, Fill.Trigger trigger) {}

    /// Does as much of an order as can be done at a price; what is left waits, or ends with its reason.
    void execute(BookedOrder booked, int bar, long raw, Fill.Trigger trigger) {
        if (cap.exhausted() && !booked.dataEnd()) {
            booked.spend(bar);
            return;
        }
        long most = most(booked);
        if (most == 0) {
            end(booked, OrderState.CANCELLED, none(booked));
            return;
        }
        Deal deal = new Deal(bar, raw, booked.liquidity(bar), trigger);
        if (sized(booked, deal)) {
            take(booked, quantity(booked, Math.min(most, booked.order.remaining()), deal), deal);
        }
    }

    /// The most that the position lets it do.
    private long most(BookedOrder booked) {
        long held = client.holding().quantity();
        if (booked.reduceOnly()) {
            return held > 0 == booked.buys ? 0 : Math.abs(held);
        }
        return held == 0 || held > 0 == booked.buys ? Long.MAX_VALUE : 0;
    }

    private static String none(BookedOrder booked) {
        return booked.reduceOnly() ? "There is nothing left to reduce." : "A position of the other side is open.";
    }

    private boolean sized(BookedOrder booked, Deal deal) {
        if (booked.order.quantity() != Order.UNSIZED) {
            return true;
        }
        String refusal = client.gate().size(booked.approved, deal.raw(), deal.liquidity(), deal.bar());
        if (!refusal.isEmpty()) {
            end(booked, OrderState.REJECTED, refusal);
        }
        return refusal.isEmpty();
    }

    /// How much of what is wanted volume and cash let through.
    private long quantity(BookedOrder booked, long wanted, Deal deal) {
        long available = booked.dataEnd() ? wanted : cap.available(wanted);
        boolean asks = booked.entry() && (booked.order.filled() > 0 || !booked.approved.sizedAtFill());
        long payable = asks
                ? client.gate().payable(booked.order, available, deal.raw(), deal.liquidity(), deal.bar())
                : available;
        return booked.whole() && payable < booked.order.remaining() ? 0 : payable;
    }

    private void take(BookedOrder booked, long quantity, Deal deal) {
        if (quantity > 0) {
            fill(booked, fillOf(booked, quantity, deal));
        } else if (booked.whole()) {
            end(booked, OrderState.EXPIRED, "Not all of it could be done at once.");
        } else if (booked.entry() && !cap.exhausted()) {
            end(booked, OrderState.CANCELLED, "The cash does not pay for the rest.");
        } else {
            booked.spend(deal.bar());
        }
    }

    private Fill fillOf(BookedOrder booked, long quantity, Deal deal) {
        Order order = booked.order;
        Side side = order.action().side();
        long price = booked.bounded(costs.price(side, deal.liquidity(), deal.raw(), quantity, deal.bar()));
        return new Fill(
                order.id(),
                order.instrument(),
                order.action(),
                deal.trigger(),
                deal.liquidity(),
                deal.bar(),
                bars.time(deal.bar()),
                price,
                deal.raw(),
                quantity,
                costs.commission(order, deal.liquidity(), quantity, price, deal.bar()));
    }

    private void fill(BookedOrder booked, Fill fill) {
        costs.filled(booked.order, fill);
        booked.order.fill(fill.quantity());
        booked.spend(fill.index());
        if (!booked.dataEnd()) {
            cap.take(fill.quantity());
        }
        if (!booked.open()) {
            book.remove(booked);
        }
        List<BookedOrder> ended = settleGroup(booked, fill.quantity());
        client.listener().filled(booked.approved, fill);
        for (BookedOrder other : ended) {
            told(other, "Order " + booked.order.id() + " of its group was done.");
        }
        sendChildren(booked, fill);
    }

    /// One cancels the other: the whole of one ends the others, a part takes as much from them.
    private List<BookedOrder> settleGroup(BookedOrder done, long quantity) {
        List<BookedOrder> ended = new ArrayList<>();
        for (BookedOrder other : book.groupOf(done.order)) {
            Order order = other.order;
            if (!done.open() || order.quantity() == Order.UNSIZED || order.remaining() <= quantity) {
                book.remove(other);
                order.become(OrderState.CANCELLED);
                ended.add(other);
            } else {
                order.resize(order.quantity() - quantity);
            }
        }
        return ended;
    }

    /// One triggers the other: what only reduces works from the first part on, for as much as was done;
    /// anything else once all was done.
    private void sendChildren(BookedOrder parent, Fill fill) {
        for (BookedOrder guard : book.guardsOf(parent.order)) {
            long more = Math.min(guard.asked(), guard.order.quantity() + fill.quantity());
            if (more > guard.order.quantity()) {
                guard.order.resize(more);
            }
        }
        for (BookedOrder child : book.childrenOf(parent.order)) {
            if (child.reduceOnly() || !parent.open()) {
                long asked = child.order.quantity();
                child.works(fill.index(), lifetimes.lastBar(child.order, fill.index()));
                child.order.become(OrderState.WORKING);
                if (child.reduceOnly() && asked > parent.order.filled()) {
                    child.order.resize(parent.order.filled());
                }
                book.release(child);
            }
        }
    }

    /// Ends an order that is not done, and those that waited for it.
    void end(BookedOrder booked, OrderState state, String reason) {
        book.remove(booked);
        booked.order.become(state);
        told(booked, reason);
    }

    private void told(BookedOrder booked, String reason) {
        if (booked.order.state() == OrderState.REJECTED) {
            client.listener().rejected(booked.order, reason);
        } else {
            client.listener().cancelled(booked.order, reason);
        }
        for (BookedOrder child : book.childrenOf(booked.order)) {
            end(child, OrderState.CANCELLED, "Order " + booked.order.id() + ", which was to send it, ended.");
        }
    }
}
