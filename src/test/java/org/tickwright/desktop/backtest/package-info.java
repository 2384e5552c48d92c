/// The Backtest place under test, over use cases in memory.
///
/// Start at [FakeWork].
package org.tickwright.desktop.backtest;
