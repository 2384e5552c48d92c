package org.tickwright.risk;

/// To come.
final class ApprovedOrder {
    private ApprovedOrder() {}
}
