package org.tickwright.execution;

import org.jspecify.annotations.Nullable;
import org.tickwright.order.Fill;

/// A named set of rules for when and at which price a simulated order fills. A profile is part of a run.
public interface FillProfile {

    /// The name settings use.
    String name();

    /// Which protective order of a position fills on a bar, null if none. Levels that are not there are
    /// NaN; `stop` is the nearest of all stops.
    Fill.@Nullable Trigger protective(boolean isLong, double open, double high, double low, double stop, double target);

    /// Whether slippage applies to a fill of that kind.
    boolean slips(Fill.Trigger trigger);

    /// The profile of that name; an unknown name is an [IllegalArgumentException].
    static FillProfile named(String name) {
        if (name.equals(PlainFills.INSTANCE.name())) {
            return PlainFills.INSTANCE;
        }
        throw new IllegalArgumentException("Fill profile must be plain, was '" + name + "'");
    }
}
