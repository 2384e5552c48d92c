package org.tickwright.engine;

import java.util.List;
import org.tickwright.kernel.FixedPoint;
import org.tickwright.order.Fill;
import org.tickwright.portfolio.Scales;

/// The fills of one side of a trade, or of an order, as one: their price is the average by quantity, their
/// time and place those of the last. Fixed point; at least one fill.
record Leg(
        long firstTime,
        int firstIndex,
        long time,
        int index,
        long price,
        long quantity,
        long value,
        long commission,
        long slippage,
        Fill.Trigger trigger) {

    /// One fill alone.
    static Leg of(Fill fill, Scales scales) {
        return new Leg(
                fill.time(),
                fill.index(),
                fill.time(),
                fill.index(),
                fill.price(),
                fill.quantity(),
                scales.value(fill.quantity(), fill.price()),
                fill.commission(),
                slippage(fill, scales),
                fill.trigger());
    }

    /// The part of the entries of a position that a trade closes; `opening` is the first of their fills.
    static Leg of(Fill opening, OpenTrade.Share share, Scales scales) {
        return new Leg(
                opening.time(),
                opening.index(),
                opening.time(),
                opening.index(),
                share.price(),
                share.quantity(),
                scales.value(share.quantity(), share.price()),
                share.commission(),
                share.slippage(),
                opening.trigger());
    }

    static Leg of(List<Fill> fills, Scales scales) {
        Fill first = fills.getFirst();
        Fill last = fills.getLast();
        long quantity = 0;
        long value = 0;
        long commission = 0;
        long slippage = 0;
        for (Fill fill : fills) {
            quantity = Math.addExact(quantity, fill.quantity());
            value = Math.addExact(value, scales.value(fill.quantity(), fill.price()));
            commission = Math.addExact(commission, fill.commission());
            slippage = Math.addExact(slippage, slippage(fill, scales));
        }
        long price =
                fills.size() == 1 ? first.price() : FixedPoint.multiplyDivide(value, FixedPoint.pow10(10), quantity);
        return new Leg(
                first.time(),
                first.index(),
                last.time(),
                last.index(),
                price,
                quantity,
                value,
                commission,
                slippage,
                last.trigger());
    }

    static long slippage(Fill fill, Scales scales) {
        return Math.abs(scales.value(fill.quantity(), Math.subtractExact(fill.price(), fill.rawPrice())));
    }
}
