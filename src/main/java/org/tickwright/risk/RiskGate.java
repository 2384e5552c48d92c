package org.tickwright.risk;

/// To come.
final class RiskGate {
    private RiskGate() {}
}
