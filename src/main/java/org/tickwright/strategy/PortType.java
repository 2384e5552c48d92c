package org.tickwright.strategy;

/// What flows through a wire.
public enum PortType {
    /// A number at each bar; may be undefined.
    NUMBER,
    /// True, false or undefined at each bar.
    CONDITION,
    /// How large an entry is.
    SIZE,
    /// A stop, target or trailing stop for an entry.
    PROTECTION,
    /// Which order an entry sends.
    ORDER
}
