package org.tickwright.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.Evaluation;

/// The orders and trades of a run as records that are made when they are read.
///
/// Keeps orders, fills and what the reasons need, neither bars nor columns. Told of fills and trades while
/// the run goes, it reads what it keeps while that is near; made after the run, it goes through the log.
final class RunRecords {
    private static final int FEW = 64;

    private final List<RunLog.Entry> entries;
    private final List<RunLog.RoundTrip> trips;
    private final List<Traded> traded;
    private final List<Kept> kept;
    private final TradeSums sums = new TradeSums();
    private final boolean read;
    /// Where the reason of each order is kept, by its number less one, and the reasons that were read so far.
    private int[] places = new int[FEW];
    private @Nullable Phrase[] texts = {};

    /// An instrument of the run; without a symbol where it is the base instrument alone.
    record Traded(@Nullable String symbol, Scales scales, Evaluation strategy, Bars bars) {}

    /// What is kept of an instrument.
    private record Kept(@Nullable String symbol, Scales scales, Reasons reasons) {}

    /// Of instruments in the order of the ledger; with `read` orders and trades will be read and need reasons.
    RunRecords(RunLog log, List<Traded> traded, boolean read) {
        this.read = read;
        entries = log.orders();
        trips = log.trips();
        this.traded = new ArrayList<>(traded);
        kept = traded.stream()
                .map(each -> new Kept(each.symbol, each.scales, new Reasons(each.scales)))
                .toList();
        for (RunLog.Entry entry : entries) {
            if (entry.fill != null) {
                filled(entry);
            }
        }
        trips.forEach(this::closed);
    }

    /// An order has its first fill: reads from bars and columns what its reason needs.
    void filled(RunLog.Entry entry) {
        if (!read) {
            return;
        }
        int index = (int) entry.order.id() - 1;
        if (index >= places.length) {
            places = Arrays.copyOf(places, index + (index >> 1) + 1);
        }
        Traded of = traded.get(entry.order.instrument());
        places[index] = of(entry.order).reasons.keep(entry, of.strategy, of.bars);
    }

    /// A trade was closed.
    void closed(RunLog.RoundTrip trip) {
        Scales scales = of(trip.entry().order).scales;
        Leg in = in(trip, scales);
        Leg out = out(trip, scales);
        sums.add(
                trip.entry().order.action().ofLong(),
                exitReason(trip, out),
                out.index() - in.firstIndex(),
                net(trip, in, out),
                new TradeSums.Paid(
                        Scales.moneyOf(in.commission()), Scales.moneyOf(out.commission()), slippage(in, out)));
    }

    /// The run is over: lets go of bars and columns.
    RunRecords done() {
        traded.clear();
        places = Arrays.copyOf(places, entries.size());
        texts = new @Nullable Phrase[entries.size()];
        return this;
    }

    private Kept of(Order order) {
        return kept.get(order.instrument());
    }

    /// Every order, in the order of their numbers.
    List<OrderRecord> orders() {
        return new RecordList<>(entries.size(), i -> record(entries.get(i)));
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
        int index = (int) entry.order.id() - 1;
        Phrase text = texts[index];
        if (text == null) {
            text = of(entry.order).reasons.of(entry, places[index]);
            texts[index] = text;
        }
        return text;
    }

    /// Every trade, in the order in which they were closed.
    List<Trade> trades() {
        return new RecordList<>(trips.size(), i -> trade(i + 1, trips.get(i)));
    }

    /// The trades added up.
    TradeSums sums() {
        return sums;
    }

    private Trade trade(int number, RunLog.RoundTrip trip) {
        Scales scales = of(trip.entry().order).scales;
        Leg in = in(trip, scales);
        Leg out = out(trip, scales);
        double net = net(trip, in, out);
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
                exitReason(trip, out),
                Scales.moneyOf(trip.realised()),
                net,
                cost == 0 ? 0 : 100 * net / cost,
                out.index() - in.firstIndex(),
                slippage(in, out),
                Scales.moneyOf(trip.cash()),
                text(trip.entry()),
                text(trip.exit()),
                Scales.moneyOf(trip.carried()),
                of(trip.entry().order).symbol);
    }

    private static double net(RunLog.RoundTrip trip, Leg in, Leg out) {
        return Scales.moneyOf(trip.realised() + trip.carried() - in.commission() - out.commission());
    }

    private static double slippage(Leg in, Leg out) {
        return Scales.moneyOf(Math.addExact(in.slippage(), out.slippage()));
    }

    private static Leg out(RunLog.RoundTrip trip, Scales scales) {
        return trip.exits() == null ? leg(trip.exit(), scales) : Leg.of(trip.exits(), scales);
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

    private static Trade.ExitReason exitReason(RunLog.RoundTrip trip, Leg out) {
        return trip.exit().marginCall != null
                ? Trade.ExitReason.LIQUIDATION
                : exitReason(trip.exit().order, out.trigger());
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
