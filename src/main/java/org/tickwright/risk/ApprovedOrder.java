package org.tickwright.risk;

import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;
import org.tickwright.order.Order;

/// Proof that every pre-trade check passed. Only [RiskGate] can make one, so code that takes an
/// `ApprovedOrder` cannot be reached by an unchecked intent.
public final class ApprovedOrder {
    private final Order order;
    private final @Nullable EntrySize size;
    private final boolean adds;
    private boolean cutByCash;

    ApprovedOrder(Order order, @Nullable EntrySize size, boolean adds) {
        this.order = order;
        this.size = size;
        this.adds = adds;
    }

    /// The order that was approved.
    public Order order() {
        return order;
    }

    /// True if it was to be larger than the cash could pay.
    public boolean cutByCash() {
        return cutByCash;
    }

    /// What its size came to when it was decided, in words; null where there is nothing to say.
    public @Nullable Phrase sizeInWords() {
        return size != null && size.rule().known() ? size.words() : null;
    }

    /// True if its quantity comes from a rule at its first fill.
    public boolean sizedAtFill() {
        return size != null;
    }

    /// True if it may add to a position that is there.
    boolean adds() {
        return adds;
    }

    void sized(long quantity, boolean cut) {
        order.size(quantity);
        cutByCash = cut;
    }

    /// How it is sized at its fill; null where the quantity is known already.
    @Nullable
    EntrySize size() {
        return size;
    }

    /// What it risks per unit, as frozen when it was decided; restated where the instrument was split since.
    StopDistance stopDistance() {
        StopDistance stopDistance = size == null ? StopDistance.NONE : size.stop();
        double factor = order.unitFactor();
        return factor == 1 ? stopDistance : new StopDistance(stopDistance.price() * factor, stopDistance.fraction());
    }
}
