package org.tickwright.order;

/// Which side of a fill waited in the book; fees and spread may differ.
public enum Liquidity {
    /// The order stood in the book and somebody came to it.
    MAKER,
    /// The order took what stood in the book.
    TAKER
}
