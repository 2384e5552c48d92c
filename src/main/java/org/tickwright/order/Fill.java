package org.tickwright.order;

/// To come.
final class Fill {
    private Fill() {}
}
