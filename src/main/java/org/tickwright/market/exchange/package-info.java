/// A market of its own: simulated agents who send orders to an exchange that matches them by price and time.
///
/// Start at [SimulatedExchange]; [ExchangeSettings] says what is traded and how busily. Everything follows from a seed:
/// the same settings give the same events, bit for bit, on every machine. Time is that of the events; nothing here
/// knows a clock or a thread.
@NullMarked
package org.tickwright.market.exchange;

import org.jspecify.annotations.NullMarked;
