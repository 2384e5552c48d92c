package org.tickwright.market.messages;

/// Which instrument, and when: by the venue's clock and by that of whoever recorded it, nanoseconds UTC.
record When(String symbol, long time, long arrival) {}
