package org.tickwright.strategy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// What a strategy wants at the close of a bar: levels, not pulses. One instance is reused for every bar.
///
/// The index of an array is a direction: [#LONG] or [#SHORT]. Distances are in price units, fractions of the
/// entry fill; NaN means there is none. Of stop distance and stop fraction at most one is set; so for
/// targets.
public final class Decision {
    /// Index of what concerns long positions.
    public static final int LONG = 0;
    /// Index of what concerns short positions.
    public static final int SHORT = 1;

    /// Entry conditions that are true.
    public final boolean[] enter = new boolean[2];
    /// Exit conditions that are true.
    public final boolean[] exit = new boolean[2];
    /// Size of an entry, null where the strategy leaves it to the run's settings.
    public final @Nullable SizeRule[] size = new @Nullable SizeRule[2];
    /// Distance of the initial stop from the entry fill.
    public final double[] stopDistance = new double[2];
    /// Stop as a fraction of the entry fill.
    public final double[] stopFraction = new double[2];
    /// Distance of the target from the entry fill.
    public final double[] targetDistance = new double[2];
    /// Target as a fraction of the entry fill.
    public final double[] targetFraction = new double[2];
    /// Distance of the trailing stop: from the entry fill at first, then from the best close since entry.
    public final double[] trailDistance = new double[2];

    /// No size, stop, target or trailing stop for a direction.
    void clearTerms(int direction) {
        size[direction] = null;
        stopDistance[direction] = Double.NaN;
        stopFraction[direction] = Double.NaN;
        targetDistance[direction] = Double.NaN;
        targetFraction[direction] = Double.NaN;
        trailDistance[direction] = Double.NaN;
    }

    /// Back to wanting nothing.
    public void clear() {
        Arrays.fill(enter, false);
        Arrays.fill(exit, false);
        Arrays.fill(size, null);
        Arrays.fill(stopDistance, Double.NaN);
        Arrays.fill(stopFraction, Double.NaN);
        Arrays.fill(targetDistance, Double.NaN);
        Arrays.fill(targetFraction, Double.NaN);
        Arrays.fill(trailDistance, Double.NaN);
    }
}
