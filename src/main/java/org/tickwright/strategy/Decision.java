package org.tickwright.strategy;

import org.jspecify.annotations.Nullable;
import org.tickwright.risk.SizeRule;

/// What a strategy wants at the close of a bar: levels, not pulses. One instance is reused for every bar.
///
/// The index of an array is a direction: [#LONG] or [#SHORT]. Distances are in price units, fractions of the
/// entry fill; NaN means there is none. Of stop distance and stop fraction at most one is set; so for
/// targets, and of trailing distance and fraction. The numbers of an order count where there is a style; of
/// level, distance and fraction the first that is there. Size, stop, target and order of a direction count where it
/// is entered and say nothing elsewhere; the trailing stop counts at every bar.
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
    /// Trailing stop as a fraction: of the entry fill at first, then of the best close since entry.
    public final double[] trailFraction = new double[2];
    /// Which order an entry sends; null is a market order for the next opening.
    public final @Nullable OrderStyle[] style = new @Nullable OrderStyle[2];
    /// The price of an entry's order.
    public final double[] orderLevel = new double[2];
    /// The distance of an entry's order from the close.
    public final double[] orderDistance = new double[2];
    /// The distance of an entry's order from the close, as a fraction of it.
    public final double[] orderFraction = new double[2];

    /// Which part of the account's equity the instrument shall be; NaN leaves it as it is.
    public double weight = Double.NaN;

    /// Wants nothing.
    public Decision() {
        for (int direction = LONG; direction <= SHORT; direction++) {
            clearTerms(direction);
            clearTrail(direction);
        }
    }

    /// No trailing stop for a direction.
    void clearTrail(int direction) {
        trailDistance[direction] = Double.NaN;
        trailFraction[direction] = Double.NaN;
    }

    private void clearTerms(int direction) {
        size[direction] = null;
        stopDistance[direction] = Double.NaN;
        stopFraction[direction] = Double.NaN;
        targetDistance[direction] = Double.NaN;
        targetFraction[direction] = Double.NaN;
        style[direction] = null;
    }

    /// Back to wanting nothing.
    public void clear() {
        weight = Double.NaN;
        for (int direction = LONG; direction <= SHORT; direction++) {
            if (enter[direction]) {
                clearTerms(direction);
            }
            clearTrail(direction);
            enter[direction] = false;
            exit[direction] = false;
        }
    }
}
