package org.tickwright.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.order.Fill.Trigger;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.portfolio.AmountText;
import org.tickwright.portfolio.Scales;

/// Leads the price through a bar, from its open over its extremes to its close, and lets the orders in its
/// way act.
///
/// The four prices say that the price starts at the open, has been at high and low, and ends at the close;
/// not in which order, and not how often. At each step it may meet the nearest level above, the nearest
/// below, or go home without meeting either, as far as an extreme that it must still visit and the close let
/// it. Where one step is possible it is taken; where several are, that is an ambiguity, and the policy
/// chooses.
final class BarWalk {
    private final OrderBook book;
    private final Matching matching;
    private final Ambiguities ambiguities;
    private final VolumeCap cap;
    private final Scales scales;
    private long price;
    /// True while the price goes from trade to trade, so that a level is met as it was traded.
    private boolean trading;

    BarWalk(OrderBook book, Matching matching, Ambiguities ambiguities, VolumeCap cap, Scales scales) {
        this.book = book;
        this.matching = matching;
        this.ambiguities = ambiguities;
        this.cap = cap;
        this.scales = scales;
    }

    /// The price opens; what only reduces acts, until the turn comes to what may enter.
    void openExits(int bar, long to) {
        price = to;
        BookedOrder next = next(bar, true);
        while (next != null && next.reduceOnly()) {
            act(next, bar, true);
            next = next(bar, true);
        }
    }

    /// The price is there at once, without having been in between: an opening.
    void jump(int bar, long to, boolean opening) {
        price = to;
        settle(bar, opening);
    }

    /// Somebody trades at this price: stops that it reaches act at it, limits that stood in the book and that it is
    /// beyond at their own level.
    void trade(int bar, long to) {
        price = to;
        trading = true;
        settle(bar, false);
        trading = false;
    }

    /// The price from which on, upwards, a trade makes an order act on this bar; infinite if none does.
    double levelAbove(int bar) {
        BookedOrder up = nearest(bar, true, Long.MAX_VALUE);
        return up == null
                ? Double.POSITIVE_INFINITY
                : up.waits() ? scales.priceOf(up.level() - 1) : Math.nextUp(scales.priceOf(up.level()));
    }

    /// The price from which on, downwards, a trade makes an order act on this bar; infinite if none does.
    double levelBelow(int bar) {
        BookedOrder down = nearest(bar, false, Long.MIN_VALUE);
        return down == null
                ? Double.NEGATIVE_INFINITY
                : down.waits() ? scales.priceOf(down.level() + 1) : Math.nextDown(scales.priceOf(down.level()));
    }

    /// Everything that this price meets acts, market orders first, then as they came.
    private void settle(int bar, boolean opening) {
        for (BookedOrder next = next(bar, opening); next != null; next = next(bar, opening)) {
            act(next, bar, opening);
        }
        for (BookedOrder booked : List.copyOf(book.working())) {
            if (booked.later(bar)) {
                continue;
            }
            if (booked.open() && (booked.immediate() || (booked.atOpen() && opening))) {
                matching.end(booked, OrderState.EXPIRED, "It was for this price only, and not all could be done.");
            } else {
                booked.rest();
            }
        }
    }

    private @Nullable BookedOrder next(int bar, boolean opening) {
        BookedOrder found = null;
        for (BookedOrder booked : book.working()) {
            if (booked.onClose() || booked.spent(bar) || booked.later(bar) || (booked.atOpen() && !opening)) {
                continue;
            }
            if (booked.takesAny()) {
                return booked;
            }
            if (found == null && booked.meets(price)) {
                found = booked;
            }
        }
        return found;
    }

    private void act(BookedOrder booked, int bar, boolean opening) {
        if (booked.waits()) {
            booked.trigger(bar);
            if (booked.takesAny()) {
                matching.execute(booked, bar, price, trading ? Trigger.STOP : Trigger.STOP_GAP);
            }
        } else if (booked.limited()) {
            boolean stood = trading && booked.liquidity(bar) == Liquidity.MAKER;
            matching.execute(
                    booked, bar, stood ? booked.level() : price, trading ? Trigger.TARGET : Trigger.TARGET_GAP);
        } else {
            boolean rest = booked.order.triggered() || booked.order.filled() > 0;
            matching.execute(booked, bar, price, !opening ? Trigger.LINKED : rest ? Trigger.CARRIED : Trigger.OPEN);
        }
    }

    /// The price goes through a bar that ends at `close`.
    void range(int bar, long highest, long lowest, long close) {
        long high = Math.max(highest, Math.max(price, close));
        long low = Math.min(lowest, Math.min(price, close));
        boolean mustHigh = high > price;
        boolean mustLow = low < price;
        while (true) {
            BookedOrder up = nearest(bar, true, high);
            BookedOrder down = nearest(bar, false, low);
            if (up == null && down == null) {
                break;
            }
            boolean upSure = up != null && passes(up, Math.max(close, mustHigh ? high : price));
            boolean downSure = down != null && passes(down, Math.min(close, mustLow ? low : price));
            BookedOrder met = choose(bar, up, down, !upSure && !downSure, close);
            if (met == null) {
                break;
            }
            // A level in the way tells that what lies behind it was not visited yet.
            boolean rises = met == up;
            mustHigh &= rises ? met.level() < high : up != null && passes(up, high);
            mustLow &= rises ? down != null && passes(down, low) : met.level() > low;
            meet(met, bar);
        }
        price = close;
    }

    private void meet(BookedOrder booked, int bar) {
        price = booked.level();
        if (booked.waits()) {
            booked.trigger(bar);
            if (booked.takesAny()) {
                matching.execute(booked, bar, price, Trigger.STOP);
            }
        } else {
            matching.execute(booked, bar, price, Trigger.TARGET);
        }
        settle(bar, false);
    }

    /// Whether a price that gets as far as `extreme` makes the order act for sure: a stop by a touch, a limit
    /// by trading through.
    private static boolean passes(BookedOrder booked, long extreme) {
        long beyond = booked.above() ? extreme - booked.level() : booked.level() - extreme;
        return booked.waits() ? beyond >= 0 : beyond > 0;
    }

    /// The first order that a rising or falling price meets no further than `extreme`; at one level stops
    /// before limits, then as they came.
    private @Nullable BookedOrder nearest(int bar, boolean above, long extreme) {
        BookedOrder nearest = null;
        for (BookedOrder booked : book.working()) {
            if (booked.above() != above || !booked.stands(bar)) {
                continue;
            }
            boolean able = booked.waits() || !(booked.spent(bar) || cap.exhausted());
            long level = booked.level();
            if (able && (above ? level <= extreme : level >= extreme) && (nearest == null || nearer(booked, nearest))) {
                nearest = booked;
            }
        }
        return nearest;
    }

    private static boolean nearer(BookedOrder one, BookedOrder other) {
        if (one.level() == other.level()) {
            return one.waits() && !other.waits();
        }
        return one.above() == (one.level() < other.level());
    }

    /// Which of them acts next; null for none.
    private @Nullable BookedOrder choose(
            int bar, @Nullable BookedOrder up, @Nullable BookedOrder down, boolean mayEnd, long close) {
        int count = (up == null ? 0 : 1) + (down == null ? 0 : 1) + (mayEnd ? 1 : 0);
        if (count == 1) {
            return up == null ? down : up;
        }
        BookedOrder[] options = new BookedOrder[count];
        int next = 0;
        for (BookedOrder stop : new BookedOrder[] {down, up}) {
            if (stop != null && stop.waits()) {
                options[next++] = stop;
            }
        }
        next += mayEnd ? 1 : 0;
        for (BookedOrder limit : new BookedOrder[] {down, up}) {
            if (limit != null && !limit.waits()) {
                options[next++] = limit;
            }
        }
        return ask(bar, options, close);
    }

    private @Nullable BookedOrder ask(int bar, @Nullable BookedOrder[] options, long close) {
        double[] gains = new double[options.length];
        String[] answers = new String[options.length];
        for (int i = 0; i < options.length; i++) {
            BookedOrder option = options[i];
            gains[i] = option == null ? 0 : gain(option, close);
            answers[i] = option == null ? "None of them." : "The " + place(option) + " next.";
        }
        return options[ambiguities.ask(bar, question(options), answers, gains)];
    }

    /// What acting at its level brings until the close.
    private double gain(BookedOrder booked, long close) {
        Order order = booked.order;
        double quantity = order.quantity() == Order.UNSIZED ? 1 : scales.quantityOf(order.remaining());
        return order.action().side().sign() * (scales.priceOf(close) - scales.priceOf(booked.level())) * quantity;
    }

    private String question(@Nullable BookedOrder[] options) {
        StringBuilder text = new StringBuilder();
        boolean mayEnd = false;
        for (BookedOrder option : options) {
            mayEnd |= option == null;
            text.append(option == null ? "" : (text.isEmpty() ? "The " : " or the ") + place(option));
        }
        return text.append(
                        mayEnd
                                ? ": the bar does not tell whether it acted."
                                : ": the bar does not tell which came first.")
                .toString();
    }

    private String place(BookedOrder booked) {
        return booked.name() + " at " + AmountText.price(scales.priceOf(booked.level()));
    }

    /// The closing auction, for what was sent for it.
    void close(int bar) {
        for (BookedOrder booked : List.copyOf(book.working())) {
            if (booked.open()
                    && booked.onClose()
                    && !booked.dataEnd()
                    && booked.firstBar() <= bar
                    && closes(booked, bar)) {
                matching.execute(booked, bar, price, Trigger.CLOSE);
            }
        }
    }

    private boolean closes(BookedOrder booked, int bar) {
        if (booked.takesAny() || booked.meets(price)) {
            return true;
        }
        return booked.level() == price && ask(bar, new BookedOrder[] {null, booked}, price) != null;
    }
}
