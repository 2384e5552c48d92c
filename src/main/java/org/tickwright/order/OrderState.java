package org.tickwright.order;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

    private static final Map<OrderState, Set<OrderState>> NEXT = new EnumMap<>(Map.of(
            CREATED, EnumSet.of(APPROVED, REJECTED),
            APPROVED, EnumSet.of(WORKING, REJECTED),
            WORKING, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, REJECTED),
            PARTIALLY_FILLED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED),
            FILLED, EnumSet.noneOf(OrderState.class),
            CANCELLED, EnumSet.noneOf(OrderState.class),
            REJECTED, EnumSet.noneOf(OrderState.class)));

    private Set<OrderState> next() {
        return Objects.requireNonNull(NEXT.get(this));
    }

    /// Whether the table has this step.
    public boolean canBecome(OrderState next) {
        return next().contains(next);
    }

    /// True where nothing more can happen.
    public boolean terminal() {
        return next().isEmpty();
    }

    /// True where a fill may still come.
    public boolean open() {
        return this == WORKING || this == PARTIALLY_FILLED;
    }
}
