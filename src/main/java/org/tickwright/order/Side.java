package org.tickwright.order;

/// Whether an order adds to a position or takes from it.
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /// 1 for a buy, -1 for a sale: the sign of what it does to the position.
    public int sign() {
        return sign;
    }

    /// The side that undoes this one.
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
