package org.tickwright.engine;

import org.tickwright.market.Bars;
import org.tickwright.order.Action;
import org.tickwright.order.OrderIntent;
import org.tickwright.order.OrderTerms;
import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;
import org.tickwright.portfolio.Scales;
import org.tickwright.strategy.OrderStyle;

/// Makes the intent of an entry for a venue that knows every type of order.
///
/// `lastClosed` is the last bar of the instrument that is known: levels are measured from its close, lives counted
/// from it.
record EntryIntents(Listing listing, int lastClosed, Scales scales) {

    /// The order decided at the close of a base bar; `parent` sends it, 0 for none.
    OrderIntent of(int bar, Action action, EntryOrder order, long parent) {
        OrderStyle style = order.style();
        OrderTerms terms = parent == 0 ? OrderTerms.NONE : OrderTerms.NONE.after(parent);
        if (style == null) {
            return intent(bar, action, OrderType.MARKET, TimeInForce.GOOD_TILL_CANCELLED, OrderIntent.NO_LEVEL, terms);
        }
        if (style.timeInForce() == TimeInForce.GOOD_TILL_DATE) {
            terms = terms.until(lastTime(style.bars()));
        }
        if (style.type() == OrderType.MARKET) {
            return intent(bar, action, style.type(), style.timeInForce(), OrderIntent.NO_LEVEL, terms);
        }
        int sign = action.side().sign();
        double price = order.price(listing.bars().close(lastClosed), sign);
        if (style.type() == OrderType.STOP_LIMIT) {
            terms = terms.limitedTo(scales.priceUnits(price * (1 + sign * style.limitOffset())));
        }
        return intent(bar, action, style.type(), style.timeInForce(), scales.priceUnits(price), terms);
    }

    private OrderIntent intent(int bar, Action action, OrderType type, TimeInForce time, long level, OrderTerms terms) {
        return new OrderIntent(
                listing.instrument(),
                action,
                type,
                time,
                level,
                bar,
                listing.base().time(bar),
                terms);
    }

    /// The opening of the last of so many bars after the last one known.
    private long lastTime(int count) {
        Bars bars = listing.bars();
        return count < bars.size() - lastClosed ? bars.time(lastClosed + count) : Long.MAX_VALUE;
    }
}
