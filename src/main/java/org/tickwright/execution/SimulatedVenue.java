package org.tickwright.execution;

import java.util.ArrayList;
import java.util.List;
import org.tickwright.market.Bars;
import org.tickwright.order.Fill;
import org.tickwright.order.Liquidity;
import org.tickwright.order.Order;
import org.tickwright.order.OrderState;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Scales;
import org.tickwright.risk.ApprovedOrder;
import org.tickwright.risk.CostModel;
import org.tickwright.risk.RiskGate;

/// A venue that fills orders from bars by the rules of a [FillProfile].
///
/// At the opening wait the market orders, exits before entries as they were sent; inside the bar the
/// protective orders; at the close what was sent for it. Costs and fills live here alone. One thread.
public final class SimulatedVenue implements BarVenue {
    private final Bars bars;
    private final Scales scales;
    private final FillProfile fills;
    private final CostModel costs;
    private final RiskGate gate;
    private final VenueListener listener;

    private final double[] open;
    private final double[] high;
    private final double[] low;
    private List<ApprovedOrder> atOpen = new ArrayList<>(2);
    private List<ApprovedOrder> filling = new ArrayList<>(2);
    private final List<ApprovedOrder> atClose = new ArrayList<>(1);
    private final ProtectiveOrders protective;

    /// A venue over bars. `gate` sizes what is sized at its fill; `listener` hears of every outcome.
    public SimulatedVenue(
            Bars bars, Scales scales, FillProfile fills, CostModel costs, RiskGate gate, VenueListener listener) {
        this.bars = bars;
        this.scales = scales;
        this.fills = fills;
        this.costs = costs;
        this.gate = gate;
        this.listener = listener;
        open = bars.column(Bars.Field.OPEN);
        high = bars.column(Bars.Field.HIGH);
        low = bars.column(Bars.Field.LOW);
        protective = new ProtectiveOrders(scales);
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        order.become(OrderState.WORKING);
        if (order.intent().timeInForce() == TimeInForce.AT_OPEN) {
            atOpen.add(approved);
        } else if (order.intent().timeInForce() == TimeInForce.AT_CLOSE) {
            atClose.add(approved);
        } else if (order.intent().type() == OrderType.MARKET) {
            order.become(OrderState.REJECTED);
            listener.rejected(order, "A market order on bars is for an opening or a close.");
        } else {
            protective.add(approved);
        }
    }

    @Override
    public void cancel(Order order, String reason) {
        boolean found = protective.remove(order) || atOpen.removeIf(approved -> approved.order() == order);
        if (found) {
            order.become(OrderState.CANCELLED);
            listener.cancelled(order, reason);
        }
    }

    @Override
    public void move(Order order, long level) {
        order.moveTo(level);
        protective.refresh();
    }

    @Override
    public void moveLimit(Order order, long limit) {
        order.limitTo(limit);
    }

    @Override
    public void resize(Order order, long quantity) {
        order.resize(quantity);
    }

    @Override
    public int nextActiveBar(int from, int to) {
        if (!atOpen.isEmpty() || !atClose.isEmpty()) {
            return from;
        }
        if (protective.isEmpty()) {
            return to;
        }
        boolean ofLong = protective.ofLong();
        double stop = protective.stop();
        double target = protective.target();
        int bar = from;
        while (bar < to && fills.protective(ofLong, open[bar], high[bar], low[bar], stop, target) == null) {
            bar++;
        }
        return bar;
    }

    @Override
    public void openExits(int bar) {
        while (!atOpen.isEmpty() && !atOpen.getFirst().order().action().entry()) {
            market(atOpen.removeFirst(), Fill.Trigger.OPEN, bar, open[bar]);
        }
    }

    @Override
    public void openRest(int bar) {
        if (atOpen.isEmpty()) {
            return;
        }
        // What a fill makes somebody send now is for the next opening.
        List<ApprovedOrder> waiting = atOpen;
        atOpen = filling;
        filling = waiting;
        for (int i = 0; i < waiting.size(); i++) {
            market(waiting.get(i), Fill.Trigger.OPEN, bar, open[bar]);
        }
        waiting.clear();
    }

    private void market(ApprovedOrder approved, Fill.Trigger trigger, int bar, double price) {
        market(approved, trigger, bar, scales.priceUnits(price));
    }

    private void market(ApprovedOrder approved, Fill.Trigger trigger, int bar, long raw) {
        Order order = approved.order();
        String refusal = gate.size(approved, raw, Liquidity.TAKER, bar);
        if (refusal.isEmpty()) {
            fill(approved, trigger, Liquidity.TAKER, bar, raw);
        } else {
            order.become(OrderState.REJECTED);
            listener.rejected(order, refusal);
        }
    }

    @Override
    public void range(int bar) {
        if (protective.isEmpty()) {
            return;
        }
        Fill.Trigger trigger = fills.protective(
                protective.ofLong(), open[bar], high[bar], low[bar], protective.stop(), protective.target());
        if (trigger == null) {
            return;
        }
        ApprovedOrder approved = protective.triggered(trigger);
        boolean gap = trigger == Fill.Trigger.STOP_GAP || trigger == Fill.Trigger.TARGET_GAP;
        long raw = gap ? scales.priceUnits(open[bar]) : approved.order().level();
        protective.remove(approved.order());
        fill(approved, trigger, fills.slips(trigger) ? Liquidity.TAKER : Liquidity.MAKER, bar, raw);
    }

    @Override
    public void close(int bar) {
        if (!atClose.isEmpty()) {
            end(bar, scales.priceUnits(bars.close(bar)));
        }
    }

    @Override
    public void end(int bar, long price) {
        for (int i = 0; i < atClose.size(); i++) {
            market(atClose.get(i), Fill.Trigger.CLOSE, bar, price);
        }
        atClose.clear();
    }

    private void fill(ApprovedOrder approved, Fill.Trigger trigger, Liquidity liquidity, int bar, long raw) {
        Order order = approved.order();
        long quantity = order.remaining();
        long price = costs.price(order.action().side(), liquidity, raw, quantity, bar);
        Fill fill = new Fill(
                order.id(),
                order.instrument(),
                order.action(),
                trigger,
                liquidity,
                bar,
                bars.time(bar),
                price,
                raw,
                quantity,
                costs.commission(order, liquidity, quantity, price, bar));
        costs.filled(order, fill);
        order.fill(quantity);
        listener.filled(approved, fill);
    }
}
