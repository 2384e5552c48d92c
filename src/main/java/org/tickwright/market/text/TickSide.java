package org.tickwright.market.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tickwright.market.TradeTicks.Aggressor;

/// Reads who was the aggressor of a trade.
final class TickSide {
    private TickSide() {}

    /// The aggressor that a field tells; null where it is none. With `makers` the field says whether the buyer was
    /// there
    /// first, so that the seller came.
    static @Nullable Aggressor of(String text, boolean makers) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> makers ? Aggressor.SELLER : null;
            case "false", "0" -> makers ? Aggressor.BUYER : null;
            case "buy", "b", "bid", "buyer", "long" -> makers ? null : Aggressor.BUYER;
            case "sell", "s", "ask", "seller", "short" -> makers ? null : Aggressor.SELLER;
            case "", "unknown", "none" -> Aggressor.UNKNOWN;
            default -> null;
        };
    }

    /// The same of bytes, without making text of the usual ones.
    static @Nullable Aggressor of(byte[] bytes, int from, int to, boolean makers) {
        if (from < to && makers && (to - from == 4 || to - from == 5)) {
            int first = bytes[from] | 0x20;
            if (first == 't' || first == 'f') {
                return first == 't' ? Aggressor.SELLER : Aggressor.BUYER;
            }
        }
        return of(new String(bytes, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1), makers);
    }
}
