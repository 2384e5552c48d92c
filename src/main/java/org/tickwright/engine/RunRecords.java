package org.tickwright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.portfolio.Scales;

/// Makes the records of a result from the log of a run and of what it traded.
final class RunRecords {
    private final RunLog log;
    private final List<Traded> traded;
    /// The reason of each order, by its number less one.
    private final Phrase[] texts;

    /// An instrument of the run; without a symbol where it is the base instrument alone.
    record Traded(@Nullable String symbol, Scales scales, Reasons reasons) {}

    /// Of instruments in the order of the ledger.
    RunRecords(RunLog log, List<Traded> traded) {
        this.log = log;
        this.traded = traded;
        texts = new Phrase[log.orders().size()];
        Arrays.setAll(
                texts,
                i -> of(log.orders().get(i).order).reasons.of(log.orders().get(i)));
    }

    private Traded of(Order order) {
        return traded.get(order.instrument());
    }

    List<OrderRecord> orders() {
        List<OrderRecord> records = new ArrayList<>(log.orders().size());
        for (RunLog.Entry entry : log.orders()) {
            records.add(record(entry));
        }
        return List.copyOf(records);
    }

    private OrderRecord record(RunLog.Entry entry) {
        Order order = entry.order;
        Fill fill = entry.lastFill();
        Scales scales = of(order).scales;
        Leg parts = entry.more == null ? null : Leg.of(entry.fills(), scales);
        return new OrderRecord(
                order.id(),
                order.action().name(),
                order.intent().type().name(),
                order.intent().signalTime(),
                order.intent().signalIndex(),
                status(order),
                fill == null ? null : (Long) fill.time(),
                fill == null ? null : (Integer) fill.index(),
                fill == null ? null : (Double) scales.priceOf(parts == null ? fill.price() : parts.price()),
                fill == null ? null : (Double) scales.quantityOf(parts == null ? fill.quantity() : parts.quantity()),
                order.intent().type().hasLevel() ? (Double) scales.priceOf(order.level()) : null,
                text(entry),
                of(order).symbol);
    }

    private static String status(Order order) {
        OrderState state = order.state();
        if (!state.terminal()) {
            throw new IllegalStateException(order + " was left without an end");
        }
        return state.name();
    }

    private Phrase text(RunLog.Entry entry) {
        return texts[(int) entry.order.id() - 1];
    }

    List<Trade> trades() {
        List<Trade> trades = new ArrayList<>(log.trips().size());
        for (RunLog.RoundTrip trip : log.trips()) {
            trades.add(trade(trades.size() + 1, trip));
        }
        return List.copyOf(trades);
    }

    private Trade trade(int number, RunLog.RoundTrip trip) {
        Scales scales = of(trip.entry().order).scales;
        Leg in = in(trip, scales);
        Leg out = trip.exits() == null ? leg(trip.exit(), scales) : Leg.of(trip.exits(), scales);
        double net = Scales.moneyOf(trip.realised() + trip.carried() - in.commission() - out.commission());
        double cost = Math.abs(Scales.moneyOf(in.value()));
        return new Trade(
                number,
                trip.entry().order.action().ofLong() ? Trade.Side.LONG : Trade.Side.SHORT,
                trip.entry().order.intent().signalTime(),
                in.firstTime(),
                in.firstIndex(),
                scales.priceOf(in.price()),
                scales.quantityOf(in.quantity()),
                Scales.moneyOf(in.commission()),
                signalTime(trip.exit(), out.trigger()),
                out.time(),
                out.index(),
                scales.priceOf(out.price()),
                Scales.moneyOf(out.commission()),
                trip.exit().marginCall != null
                        ? Trade.ExitReason.LIQUIDATION
                        : exitReason(trip.exit().order, out.trigger()),
                Scales.moneyOf(trip.realised()),
                net,
                cost == 0 ? 0 : 100 * net / cost,
                out.index() - in.firstIndex(),
                Scales.moneyOf(Math.addExact(in.slippage(), out.slippage())),
                Scales.moneyOf(trip.cash()),
                text(trip.entry()),
                text(trip.exit()),
                Scales.moneyOf(trip.carried()),
                of(trip.entry().order).symbol);
    }

    private static Leg in(RunLog.RoundTrip trip, Scales scales) {
        return trip.share() == null ? leg(trip.entry(), scales) : Leg.of(fill(trip.entry()), trip.share(), scales);
    }

    private static Leg leg(RunLog.Entry entry, Scales scales) {
        return entry.more == null ? Leg.of(fill(entry), scales) : Leg.of(entry.fills(), scales);
    }

    private static Fill fill(RunLog.Entry entry) {
        if (entry.fill == null) {
            throw new IllegalStateException(entry.order + " is part of a round trip without a fill");
        }
        return entry.fill;
    }

    private static @Nullable Long signalTime(RunLog.Entry exit, Fill.Trigger trigger) {
        return exitReason(exit.order, trigger) == Trade.ExitReason.SIGNAL
                ? (Long) exit.order.intent().signalTime()
                : null;
    }

    private static Trade.ExitReason exitReason(Order exit, Fill.Trigger trigger) {
        return switch (trigger) {
            case CARRIED, LINKED ->
                exit.intent().type().stops()
                        ? Trade.ExitReason.STOP
                        : exit.intent().type().hasLevel() ? Trade.ExitReason.TARGET : Trade.ExitReason.SIGNAL;
            case OPEN -> Trade.ExitReason.SIGNAL;
            case STOP -> Trade.ExitReason.STOP;
            case STOP_GAP -> Trade.ExitReason.STOP_GAP;
            case TARGET -> Trade.ExitReason.TARGET;
            case TARGET_GAP -> Trade.ExitReason.TARGET_GAP;
            case CLOSE -> Trade.ExitReason.END_OF_DATA;
        };
    }
}
