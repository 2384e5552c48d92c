package org.tickwright.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;

/// A round trip from entry fill to exit fill.
///
/// Times are opening times of bars, nanoseconds UTC; the signal times are null for exits that no signal
/// ordered. Prices include spread and slippage and are in the instrument's currency, money is in the
/// account's. `grossPnl` is `(exit - entry) · signed quantity`, with the conversion rates of both fills where
/// there are such; `qty` is that of the entry, also where a split changed it since. `carry` is what dividends,
/// funding, borrow and conversion fees of the position brought (negative: took); `netPnl` is gross less both
/// commissions plus carry, `returnPct` is `100 · net / (entry · quantity)`. `slippageCost` sums both sides.
/// Reasons name the nodes that acted and their values.
///
/// `instrument` is null in a run that trades the base instrument alone. In an account of several, a trade is
/// what one fill took off a position, its entry price the average one, and indices count in the instrument's
/// own series.
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
        @JsonProperty("entryReasonText") Phrase entryWhy,
        @JsonProperty("exitReasonText") Phrase exitWhy,
        double carry,
        @Nullable String instrument) {

    /// Why it was entered, in words.
    public String entryReasonText() {
        return entryWhy.text();
    }

    /// Why it was left, in words.
    public String exitReasonText() {
        return exitWhy.text();
    }

    /// Whether it is of the base instrument of a run, whose symbol that is.
    public boolean isOfBase(String symbol) {
        return instrument == null || instrument.equals(symbol);
    }

    /// Long or short, with the instrument where the run traded several.
    public String sideInWords() {
        return (side == Side.LONG ? "long" : "short") + (instrument == null ? "" : " " + instrument);
    }

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
        END_OF_DATA,
        /// The account could no longer carry the position.
        LIQUIDATION
    }
}
