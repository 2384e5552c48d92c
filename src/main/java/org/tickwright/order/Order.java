package org.tickwright.order;

/// To come.
final class Order {
    private Order() {}
}
