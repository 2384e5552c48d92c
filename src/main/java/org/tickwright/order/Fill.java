package org.tickwright.order;

/// A part or the whole of an order that was done.
///
/// `price` includes slippage, `rawPrice` is the price before it; prices, quantity and commission are fixed
/// point at the account's scales and the quantity is positive. `index` is the bar, `time` its opening time.
public record Fill(
        long orderId,
        Action action,
        Trigger trigger,
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
        /// The price reached a target inside the bar.
        TARGET,
        /// The bar opened beyond a target.
        TARGET_GAP,
        /// The data ended.
        CLOSE
    }

    /// Checks that something was done.
    public Fill {
        if (quantity <= 0) {
            throw new IllegalArgumentException("A fill must have a positive quantity, was " + quantity);
        }
    }
}
