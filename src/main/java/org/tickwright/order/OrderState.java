package org.tickwright.order;

/// Where an order is in its life. [#canBecome] is the whole table; every other step is refused.
///
/// | from | to |
/// |-|-|
/// | `CREATED` | `APPROVED`, `REJECTED` (by the risk gate) |
/// | `APPROVED` | `WORKING`, `REJECTED` (by the venue) |
/// | `WORKING` | `PARTIALLY_FILLED`, `FILLED`, `CANCELLED`, `REJECTED` (when sized at its fill) |
/// | `PARTIALLY_FILLED` | `PARTIALLY_FILLED`, `FILLED`, `CANCELLED` |
/// | `FILLED`, `CANCELLED`, `REJECTED` | nothing: these are final |
public enum OrderState {
    CREATED,
    APPROVED,
    WORKING,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    REJECTED;

    private static final int[] NEXT = new int[values().length];

    static {
        allow(CREATED, APPROVED, REJECTED);
        allow(APPROVED, WORKING, REJECTED);
        allow(WORKING, PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED);
        allow(PARTIALLY_FILLED, PARTIALLY_FILLED, FILLED, CANCELLED);
    }

    private static void allow(OrderState from, OrderState... next) {
        for (OrderState state : next) {
            NEXT[from.ordinal()] |= 1 << state.ordinal();
        }
    }

    /// Whether the table has this step.
    public boolean canBecome(OrderState next) {
        return (NEXT[ordinal()] >> next.ordinal() & 1) != 0;
    }

    /// True where nothing more can happen.
    public boolean terminal() {
        return NEXT[ordinal()] == 0;
    }

    /// True where a fill may still come.
    public boolean open() {
        return this == WORKING || this == PARTIALLY_FILLED;
    }
}
