package org.tickwright.market.feed;

import java.util.EnumSet;
import java.util.Set;

/// What somebody wants to be told of an instrument.
public record Subscription(String symbol, Set<Channel> channels) {
    /// Checks that something is wanted.
    public Subscription {
        if (symbol.isBlank() || channels.isEmpty()) {
            throw new IllegalArgumentException("A subscription names a symbol and at least one channel");
        }
        channels = Set.copyOf(channels);
    }

    /// To some channels of an instrument.
    public static Subscription of(String symbol, Channel first, Channel... more) {
        return new Subscription(symbol, EnumSet.of(first, more));
    }
}
