package org.tickwright.strategy;

import org.tickwright.order.OrderType;
import org.tickwright.order.TimeInForce;

/// Which order an entry sends in place of a market order for the next opening.
///
/// `bars` is for how many bars a good-till-date order works; `limitOffset` lies between the stop and the
/// limit of a stop-limit order, as a fraction of the stop.
public record OrderStyle(OrderType type, TimeInForce timeInForce, int bars, double limitOffset) {}
