package org.tickwright.execution;

import org.tickwright.kernel.FixedPoint;
import org.tickwright.market.Bars;
import org.tickwright.portfolio.Scales;

/// How much of a bar's volume is left for orders. Off where no bar of the series has a volume.
final class VolumeCap {
    private static final double MOST = Long.MAX_VALUE / 2.0;

    private final double[] volume;
    private final Scales scales;
    private final double participation;
    private final long lot;
    private final boolean known;
    private long left;

    VolumeCap(Bars bars, Scales scales, FillRules rules) {
        volume = bars.column(Bars.Field.VOLUME);
        this.scales = scales;
        participation = rules.participation();
        lot = rules.lot();
        known = anyVolume(bars);
    }

    private static boolean anyVolume(Bars bars) {
        double[] column = bars.column(Bars.Field.VOLUME);
        for (int bar = 0; bar < bars.size(); bar++) {
            if (column[bar] > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether the series has volumes at all.
    boolean known() {
        return known;
    }

    /// True for a bar on which nothing was traded.
    boolean idle(int bar) {
        return known && !(volume[bar] > 0);
    }

    /// A new bar: its whole share is there.
    void start(int bar) {
        if (!known) {
            left = Long.MAX_VALUE;
            return;
        }
        double units = participation * volume[bar];
        boolean countable = units * FixedPoint.pow10(scales.quantity()) < MOST;
        left = units > 0 ? countable ? FixedPoint.floorFromDouble(units, scales.quantity()) : Long.MAX_VALUE : 0;
    }

    /// Whether not even a lot is left.
    boolean exhausted() {
        return left < lot;
    }

    /// The most of `wanted` that may be done: all of it, or what is left in whole lots.
    long available(long wanted) {
        return wanted <= left ? wanted : left - left % lot;
    }

    void take(long units) {
        left -= units;
    }
}
