package org.tickwright.engine;

import org.jspecify.annotations.Nullable;
import org.tickwright.order.OrderType;
import org.tickwright.strategy.Decision;
import org.tickwright.strategy.OrderStyle;

/// The order that an entry sends, as decided at the signal bar; without a style a market order.
///
/// The level is a price, or lies a distance or a fraction from the close: a limit on the side that is better
/// for the entry, a stop on the one that is worse. NaN means there is none.
record EntryOrder(@Nullable OrderStyle style, double level, double distance, double fraction) {
    /// A market order.
    static final EntryOrder MARKET = new EntryOrder(null, Double.NaN, Double.NaN, Double.NaN);

    static EntryOrder of(Decision decision, int direction) {
        OrderStyle style = decision.style[direction];
        return style == null
                ? MARKET
                : new EntryOrder(
                        style,
                        decision.orderLevel[direction],
                        decision.orderDistance[direction],
                        decision.orderFraction[direction]);
    }

    /// Its level at a close; `sign` is 1 for long, -1 for short.
    double price(double close, int sign) {
        if (!Double.isNaN(level)) {
            return level;
        }
        int away = style != null && style.type() == OrderType.LIMIT ? -sign : sign;
        return Double.isNaN(distance) ? close * (1 + away * fraction) : close + away * distance;
    }
}
