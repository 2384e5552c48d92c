package org.tickwright.report;

/// The role a mark plays, so that every renderer and theme chooses its own colour for it.
public enum Ink {
    TEXT,
    MUTED,
    GRID,
    BORDER,
    EQUITY,
    BENCHMARK,
    UP,
    DOWN,
    WARNING
}
