package org.tickwright.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.tickwright.kernel.Phrase;

/// An order of a run as the result keeps it: what was asked, what became of it, and why.
///
/// `status` is `FILLED`, `CANCELLED`, `EXPIRED` or `REJECTED`; fill time, price and quantity are null where
/// nothing was done. Of several fills they are the time of the last, the average price, the sum.
/// Times are opening times of bars, nanoseconds UTC. `instrument` is null in a run that
/// trades the base instrument alone.
public record OrderRecord(
        long id,
        String action,
        String type,
        long createdTime,
        int createdIndex,
        String status,
        @Nullable Long fillTime,
        @Nullable Integer fillIndex,
        @Nullable Double fillPrice,
        @Nullable Double quantity,
        @Nullable Double level,
        @JsonProperty("reason") Phrase why,
        @Nullable String instrument) {

    /// Why it came to this, in words.
    public String reason() {
        return why.text();
    }
}
