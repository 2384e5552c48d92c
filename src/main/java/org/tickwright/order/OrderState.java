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
/// | `APPROVED` | `HELD`, `WORKING`, `REJECTED` (by the venue) |
/// | `HELD` | `WORKING` (its parent filled), `CANCELLED` |
/// | `WORKING` | `TRIGGERED`, `PARTIALLY_FILLED`, `FILLED`, `CANCELLED`, `EXPIRED`, `REJECTED` (when sized) |
/// | `TRIGGERED` | `PARTIALLY_FILLED`, `FILLED`, `CANCELLED`, `EXPIRED`, `REJECTED` (when sized) |
/// | `PARTIALLY_FILLED` | `PARTIALLY_FILLED`, `FILLED`, `CANCELLED`, `EXPIRED` |
/// | `FILLED`, `CANCELLED`, `EXPIRED`, `REJECTED` | nothing: these are final |
public enum OrderState {
    /// Made, not checked yet.
    CREATED,
    /// The risk gate let it pass.
    APPROVED,
    /// The venue keeps it until its parent fills.
    HELD,
    /// The venue works it.
    WORKING,
    /// The level of a stop was reached: it is a market or a limit order now.
    TRIGGERED,
    /// A part was done, the rest is worked.
    PARTIALLY_FILLED,
    /// All was done.
    FILLED,
    /// Somebody took back what was left.
    CANCELLED,
    /// Its time in force ended.
    EXPIRED,
    /// The risk gate or the venue refused it.
    REJECTED;

    private static final Map<OrderState, Set<OrderState>> NEXT = new EnumMap<>(Map.of(
            CREATED, EnumSet.of(APPROVED, REJECTED),
            APPROVED, EnumSet.of(HELD, WORKING, REJECTED),
            HELD, EnumSet.of(WORKING, CANCELLED),
            WORKING, EnumSet.of(TRIGGERED, PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED),
            TRIGGERED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED, REJECTED),
            PARTIALLY_FILLED, EnumSet.of(PARTIALLY_FILLED, FILLED, CANCELLED, EXPIRED),
            FILLED, EnumSet.noneOf(OrderState.class),
            CANCELLED, EnumSet.noneOf(OrderState.class),
            EXPIRED, EnumSet.noneOf(OrderState.class),
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

    /// True where a fill may still come without anything else happening first.
    public boolean open() {
        return this == WORKING || this == TRIGGERED || this == PARTIALLY_FILLED;
    }
}
