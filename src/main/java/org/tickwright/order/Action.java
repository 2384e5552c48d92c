package org.tickwright.order;

/// What an order is for. The side follows: entering long and leaving a short position are purchases.
public enum Action {
    ENTER_LONG(Side.BUY, true),
    EXIT_LONG(Side.SELL, false),
    ENTER_SHORT(Side.SELL, true),
    EXIT_SHORT(Side.BUY, false);

    private final Side side;
    private final boolean entry;

    Action(Side side, boolean entry) {
        this.side = side;
        this.entry = entry;
    }

    /// Buy or sell.
    public Side side() {
        return side;
    }

    /// True for what opens or adds to a position.
    public boolean entry() {
        return entry;
    }

    /// True for what concerns a long position.
    public boolean ofLong() {
        return this == ENTER_LONG || this == EXIT_LONG;
    }

    /// The entry into a direction.
    public static Action enter(boolean isLong) {
        return isLong ? ENTER_LONG : ENTER_SHORT;
    }

    /// The exit from a direction.
    public static Action exit(boolean isLong) {
        return isLong ? EXIT_LONG : EXIT_SHORT;
    }
}
