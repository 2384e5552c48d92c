package org.tickwright.engine;

/// To come.
final class TradingLoop {
    private TradingLoop() {}
}
