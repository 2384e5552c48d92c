package org.tickwright.risk;

/// What the risk gate says to an order.
public sealed interface Verdict {

    /// It may go to the venue.
    record Approved(ApprovedOrder order) implements Verdict {}

    /// It may not; the reason is in words.
    record Refused(String reason) implements Verdict {}
}
