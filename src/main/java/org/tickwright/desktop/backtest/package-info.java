/// The backtest wizard and the result page.
///
/// Start at [BacktestPlace].
@NullMarked
package org.tickwright.desktop.backtest;

import org.jspecify.annotations.NullMarked;
