package org.tickwright.order;

/// At which price an order may fill. Market and limit on close are these types with
/// [TimeInForce#AT_NEXT_CLOSE].
public enum OrderType {
    /// At the price there is.
    MARKET,
    /// At its level or better.
    LIMIT,
    /// At the price there is once the level is reached.
    STOP,
    /// At its limit or better once the level is reached.
    STOP_LIMIT,
    /// A stop whose level follows the position's best close.
    TRAILING_STOP;

    /// True for orders with a level.
    public boolean hasLevel() {
        return this != MARKET;
    }

    /// True for orders that wait until a level is reached.
    public boolean stops() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }
}
