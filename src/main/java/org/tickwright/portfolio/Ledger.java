package org.tickwright.portfolio;

/// To come.
final class Ledger {
    private Ledger() {}
}
