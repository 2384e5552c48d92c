package org.tickwright.desktop.backtest;

/// To come.
public final class BacktestPlace {
    private BacktestPlace() {}
}
