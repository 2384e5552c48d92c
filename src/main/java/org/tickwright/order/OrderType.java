package org.tickwright.order;

/// At which price an order may fill.
public enum OrderType {
    /// At the price there is.
    MARKET,
    /// At its level or better.
    LIMIT,
    /// At the price there is once the level is reached.
    STOP,
    /// A stop whose level follows the position's best close.
    TRAILING_STOP;

    /// True for orders with a level.
    public boolean hasLevel() {
        return this != MARKET;
    }
}
