package org.tickwright.engine;

import org.jspecify.annotations.Nullable;

/// A round trip from entry fill to exit fill.
///
/// Times are opening times of bars, nanoseconds UTC; the signal times are null for exits that no signal
/// ordered. Prices include slippage. `grossPnl` is `(exit - entry) · signed quantity`, `netPnl` after both
/// commissions, `returnPct` is `100 · net / (entry · quantity)`. `slippageCost` sums both sides. Reasons
/// name the nodes that acted and their values.
public record Trade(
        int trade,
        Side side,
        @Nullable Long entrySignalTime,
        long entryTime,
        int entryIndex,
        double entryPrice,
        double qty,
        double entryCommission,
        @Nullable Long exitSignalTime,
        long exitTime,
        int exitIndex,
        double exitPrice,
        double exitCommission,
        ExitReason exitReason,
        double grossPnl,
        double netPnl,
        double returnPct,
        int barsHeld,
        double slippageCost,
        double cashAfter,
        String entryReasonText,
        String exitReasonText) {

    /// Long or short.
    public enum Side {
        LONG,
        SHORT
    }

    /// Why a position was closed.
    public enum ExitReason {
        SIGNAL,
        STOP,
        STOP_GAP,
        TARGET,
        TARGET_GAP,
        END_OF_DATA
    }
}
