package org.tickwright.spi;

/// Which version of this face the program has.
///
/// What a version offers never changes: later versions only add. A jar says in its manifest which version it
/// needs (`Tickwright-Spi: 1`); one that says nothing needs version 1, and one that needs a later version
/// than [#CURRENT] is refused.
public final class SpiVersion {
    /// The version of this program.
    public static final int CURRENT = 1;

    /// The manifest's attribute.
    public static final String ATTRIBUTE = "Tickwright-Spi";

    private SpiVersion() {}
}
