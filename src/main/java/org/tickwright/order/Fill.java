package org.tickwright.order;

/// A part or the whole of an order that was done.
///
/// `price` includes slippage, `rawPrice` is the price before it; prices, quantity and commission are fixed
/// point at the instrument's scales and the quantity is positive. `index` is the bar, `time` its opening
/// time; `instrument` is 0 for the base instrument of a run.
public record Fill(
        long orderId,
        int instrument,
        Action action,
        Trigger trigger,
        Liquidity liquidity,
        int index,
        long time,
        long price,
        long rawPrice,
        long quantity,
        long commission) {

    /// Why it was done then and there.
    public enum Trigger {
        /// A market order met its opening.
        OPEN,
        /// The price reached a stop inside the bar.
        STOP,
        /// The bar opened beyond a stop.
        STOP_GAP,
        /// The price reached a target, or another limit, inside the bar.
        TARGET,
        /// The bar opened beyond a target or another limit.
        TARGET_GAP,
        /// The order was for this close, or the data ended.
        CLOSE,
        /// The rest of what an earlier bar could not fill met an opening.
        CARRIED,
        /// The fill of another order sent it, and it took the price that there was.
        LINKED
    }

    /// Checks that something was done.
    public Fill {
        if (quantity <= 0) {
            throw new IllegalArgumentException("A fill must have a positive quantity, was " + quantity);
        }
    }

    /// A fill of the base instrument that took liquidity.
    public Fill(
            long orderId,
            Action action,
            Trigger trigger,
            int index,
            long time,
            long price,
            long rawPrice,
            long quantity,
            long commission) {
        this(orderId, 0, action, trigger, Liquidity.TAKER, index, time, price, rawPrice, quantity, commission);
    }
}
