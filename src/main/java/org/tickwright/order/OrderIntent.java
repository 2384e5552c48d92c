package org.tickwright.order;

/// To come.
final class OrderIntent {
    private OrderIntent() {}
}
