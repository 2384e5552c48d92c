package org.tickwright.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.order.Action;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Scales;

/// The orders and trades of an account that holds several instruments, in the order in which they were made.
final class AccountLog {

    /// An order, its instrument, and what became of it.
    private static final class Entry {
        final Order order;
        final String symbol;
        final Scales scales;

        @Nullable
        Fill fill;

        String reason = "";

        Entry(Order order, String symbol, Scales scales) {
            this.order = order;
            this.symbol = symbol;
            this.scales = scales;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();
    private long commission;
    private long slippage;
    private long turnover;

    long commission() {
        return commission;
    }

    long slippage() {
        return slippage;
    }

    /// The value of all fills at the prices before slippage.
    long turnover() {
        return turnover;
    }

    /// A new order, approved and working.
    Order working(
            AccountDesk desk, Action action, OrderType type, TimeInForce time, long level, int bar, long barTime) {
        Order order = order(desk, action, type, time, level, bar, barTime);
        order.become(OrderState.APPROVED);
        order.become(OrderState.WORKING);
        return order;
    }

    /// An order that is refused at once.
    void refused(AccountDesk desk, Action action, int bar, long barTime, String reason) {
        Order order = order(desk, action, OrderType.MARKET, TimeInForce.AT_OPEN, OrderIntent.NO_LEVEL, bar, barTime);
        rejected(order, reason);
    }

    private Order order(
            AccountDesk desk, Action action, OrderType type, TimeInForce time, long level, int bar, long barTime) {
        OrderIntent intent = new OrderIntent(desk.index(), action, type, time, level, bar, barTime);
        Order order = new Order(entries.size() + 1L, intent);
        entries.add(new Entry(order, desk.symbol(), desk.scales()));
        return order;
    }

    void filled(Order order, Fill fill, String reason) {
        Entry entry = entry(order);
        commission = Math.addExact(commission, fill.commission());
        long off = Math.subtractExact(fill.price(), fill.rawPrice());
        slippage = Math.addExact(slippage, Math.abs(entry.scales.value(fill.quantity(), off)));
        turnover = Math.addExact(turnover, entry.scales.value(fill.quantity(), fill.rawPrice()));
        entry.fill = fill;
        entry.reason = reason;
    }

    void rejected(Order order, String reason) {
        order.become(OrderState.REJECTED);
        entry(order).reason = reason;
    }

    void cancelled(Order order, String reason) {
        order.become(OrderState.CANCELLED);
        entry(order).reason = reason;
    }

    String reason(Order order) {
        return entry(order).reason;
    }

    private Entry entry(Order order) {
        return entries.get((int) order.id() - 1);
    }

    void closed(Trade trade) {
        trades.add(trade);
    }

    int nextTrade() {
        return trades.size() + 1;
    }

    List<Trade> trades() {
        return List.copyOf(trades);
    }

    List<OrderRecord> orders() {
        return entries.stream().map(AccountLog::record).toList();
    }

    private static OrderRecord record(Entry entry) {
        Order order = entry.order;
        Fill fill = entry.fill;
        OrderIntent intent = order.intent();
        return new OrderRecord(
                        order.id(),
                        order.action().name(),
                        intent.type().name(),
                        intent.signalTime(),
                        intent.signalIndex(),
                        order.state().name(),
                        fill == null ? null : (Long) fill.time(),
                        fill == null ? null : (Integer) fill.index(),
                        fill == null ? null : (Double) entry.scales.priceOf(fill.price()),
                        fill == null ? null : (Double) entry.scales.quantityOf(fill.quantity()),
                        intent.type().hasLevel() ? (Double) entry.scales.priceOf(order.level()) : null,
                        entry.reason)
                .of(entry.symbol);
    }
}
