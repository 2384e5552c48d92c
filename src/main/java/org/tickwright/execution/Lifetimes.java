package org.tickwright.execution;

import java.time.Instant;
import java.time.ZonedDateTime;
import org.tickwright.market.Bars;
import org.tickwright.order.Order;

/// Until which bar an order works.
final class Lifetimes {
    private static final long NANOS = 1_000_000_000L;

    private final Bars bars;

    Lifetimes(Bars bars) {
        this.bars = bars;
    }

    /// The last bar for an order whose first one is `first`; before it where its date has passed.
    int lastBar(Order order, int first) {
        return switch (order.intent().timeInForce()) {
            case AT_OPEN, AT_CLOSE, AT_NEXT_CLOSE, IMMEDIATE_OR_CANCEL, FILL_OR_KILL -> first;
            case GOOD_TILL_CANCELLED -> Integer.MAX_VALUE;
            case GOOD_TILL_DATE -> lastUntil(order.intent().terms().goodTill());
            case DAY -> first >= bars.size() || !bars.timeframe().intraday() ? first : lastUntil(midnight(first) - 1);
        };
    }

    private int lastUntil(long time) {
        return time == Long.MAX_VALUE ? Integer.MAX_VALUE : bars.indexAtOrAfter(time + 1) - 1;
    }

    /// The midnight after a bar's opening, in the exchange's zone.
    private long midnight(int bar) {
        ZonedDateTime opening =
                Instant.ofEpochSecond(Math.floorDiv(bars.time(bar), NANOS)).atZone(bars.zone());
        return opening.toLocalDate().plusDays(1).atStartOfDay(bars.zone()).toEpochSecond() * NANOS;
    }
}
