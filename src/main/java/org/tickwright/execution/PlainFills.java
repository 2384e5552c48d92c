package org.tickwright.execution;

import org.jspecify.annotations.Nullable;
import org.tickwright.order.Fill;
import org.tickwright.order.Fill.Trigger;

/// The reference rules and nothing more.
///
/// A long position: an open at or below the stop fills there, else an open at or above the target fills
/// there, else a low at or below the stop fills at the stop, else a high at or above the target fills at
/// the target. So a gap counts before the bar's range, and the stop before the target where the bar touches
/// both. Shorts mirrored. Slippage on everything but targets.
final class PlainFills implements FillProfile {
    static final PlainFills INSTANCE = new PlainFills();

    private PlainFills() {}

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Fill.@Nullable Trigger protective(
            boolean isLong, double open, double high, double low, double stop, double target) {
        return isLong ? ofLong(open, high, low, stop, target) : ofLong(-open, -low, -high, -stop, -target);
    }

    // A comparison with NaN, a level that is not there, is false.
    private static @Nullable Trigger ofLong(double open, double high, double low, double stop, double target) {
        if (open <= stop) {
            return Trigger.STOP_GAP;
        }
        if (open >= target) {
            return Trigger.TARGET_GAP;
        }
        if (low <= stop) {
            return Trigger.STOP;
        }
        return high >= target ? Trigger.TARGET : null;
    }

    @Override
    public boolean slips(Trigger trigger) {
        return trigger != Trigger.TARGET && trigger != Trigger.TARGET_GAP;
    }
}
