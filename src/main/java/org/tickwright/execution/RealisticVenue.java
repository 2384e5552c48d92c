package org.tickwright.execution;

import java.util.List;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.ApprovedOrder;
import org.tickwright.risk.CostModel;

/// The venue of the `realistic` profile: every type of order, from bars, no more than could have been done.
///
/// A bar fills no order twice and all orders together with no more than their share of its volume; what is
/// left waits for later bars as its time in force allows. A stop beyond the open fills at the open; a limit
/// needs the price to trade through it. Inside the bar a [BarWalk] leads the price, over the finer prices that
/// the run names or over the bar's own four prices. Closing auction and expiry come before anybody hears
/// that the bar has closed. One thread.
public final class RealisticVenue implements BarVenue {
    private final Bars bars;
    private final Scales scales;
    private final OrderBook book = new OrderBook();
    private final Lifetimes lifetimes;
    private final VolumeCap cap;
    private final Ambiguities ambiguities;
    private final Matching matching;
    private final BarWalk walk;
    private final FinerPath finer;
    private final Client client;
    private int now = -1;
    private boolean inside;
    private int told;
    private int untold;

    /// A venue over bars.
    public RealisticVenue(Bars bars, FillRules rules, CostModel costs, Client client) {
        this.bars = bars;
        this.client = client;
        scales = client.holding().scales();
        lifetimes = new Lifetimes(bars);
        cap = new VolumeCap(bars, scales, rules);
        ambiguities = new Ambiguities(bars, rules.policy());
        matching = new Matching(book, bars, cap, costs, client);
        walk = new BarWalk(book, matching, ambiguities, cap, scales);
        finer = FinerPath.of(bars, scales, rules.finer());
    }

    /// What the bars left open, in the order of time.
    public List<AmbiguousBar> ambiguous() {
        return ambiguities.found();
    }

    /// Whether the series has volumes; without any, nothing limits a fill.
    public boolean volumeKnown() {
        return cap.known();
    }

    /// How many bars that orders were met on had finer prices to tell, and how many had none.
    public FinerBars.Use finerUse() {
        return new FinerBars.Use(told, untold);
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        String fault = fault(order);
        if (!fault.isEmpty()) {
            order.become(OrderState.REJECTED);
            client.listener().rejected(order, fault);
            return;
        }
        boolean waits = order.intent().terms().parent() != 0;
        order.become(waits ? OrderState.HELD : OrderState.WORKING);
        BookedOrder booked = new BookedOrder(approved);
        int first = inside ? now : now + 1;
        booked.works(first, lifetimes.lastBar(order, first));
        book.add(booked, waits);
    }

    private String fault(Order order) {
        TimeInForce time = order.intent().timeInForce();
        OrderType type = order.intent().type();
        if (type.stops() && (time.immediate() || time == TimeInForce.AT_NEXT_CLOSE || time == TimeInForce.AT_OPEN)) {
            return "A " + type + " order waits for its level and cannot be " + time + ".";
        }
        long parent = order.intent().terms().parent();
        return parent != 0 && !book.works(parent) ? "Order " + parent + ", which is to send it, is not working." : "";
    }

    @Override
    public void cancel(Order order, String reason) {
        BookedOrder booked = book.find(order);
        if (booked != null) {
            matching.end(booked, OrderState.CANCELLED, reason);
        }
    }

    @Override
    public void move(Order order, long level) {
        if (book.find(order) != null) {
            order.moveTo(level);
        }
    }

    @Override
    public void moveLimit(Order order, long limit) {
        if (book.find(order) != null) {
            order.limitTo(limit);
        }
    }

    @Override
    public void resize(Order order, long quantity) {
        if (book.find(order) != null && quantity != order.quantity()) {
            order.resize(quantity);
        }
    }

    @Override
    public int nextActiveBar(int from, int to) {
        if (book.busy()) {
            return Math.min(from, to);
        }
        long up = book.lowestAbove();
        long down = book.highestBelow();
        int last = Math.min(to, Math.max(from, book.firstEnd()));
        int bar = from;
        while (bar < last && !reaches(bar, up, down)) {
            bar++;
        }
        return bar;
    }

    /// Whether the bar comes as far as one of two levels; a level that is not there is at the end of the
    /// range of a number.
    private boolean reaches(int bar, long up, long down) {
        return (up != Long.MAX_VALUE && units(Math.max(bars.high(bar), bars.open(bar))) >= up)
                || (down != Long.MIN_VALUE && units(Math.min(bars.low(bar), bars.open(bar))) <= down);
    }

    private long units(double price) {
        return scales.priceUnits(price);
    }

    @Override
    public void openExits(int bar) {
        now = bar;
        inside = true;
        cap.start(bar);
        if (!book.isEmpty()) {
            expire(bar - 1);
            if (!cap.idle(bar)) {
                walk.openExits(bar, units(bars.open(bar)));
            }
        }
    }

    @Override
    public void openRest(int bar) {
        if (!book.isEmpty() && !cap.idle(bar)) {
            walk.jump(bar, units(bars.open(bar)), true);
        }
        inside = false;
    }

    @Override
    public void range(int bar) {
        inside = true;
        boolean met = book.busy() || reaches(bar, book.lowestAbove(), book.highestBelow());
        if (met && !cap.idle(bar)) {
            inside(bar);
            walk.close(bar);
        }
        inside = false;
        expire(bar);
    }

    private void inside(int bar) {
        if (finer.lead(walk, bar)) {
            told++;
        } else {
            untold++;
            walk.range(bar, units(bars.high(bar)), units(bars.low(bar)), units(bars.close(bar)));
        }
    }

    private void expire(int bar) {
        for (BookedOrder booked : List.copyOf(book.working())) {
            if (booked.open() && booked.lastBar() <= bar && !booked.dataEnd()) {
                matching.end(booked, OrderState.EXPIRED, "Its time was over.");
            }
        }
    }

    @Override
    public void close(int bar) {
        if (!book.isEmpty()) {
            end(bar, units(bars.close(bar)));
        }
    }

    @Override
    public void end(int bar, long price) {
        for (BookedOrder booked : List.copyOf(book.working())) {
            if (booked.open() && booked.dataEnd()) {
                matching.execute(booked, bar, price, Fill.Trigger.CLOSE);
            }
        }
    }
}
