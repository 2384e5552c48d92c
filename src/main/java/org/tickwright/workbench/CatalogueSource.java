package org.tickwright.workbench;

/// Where catalogues come from: the built-in nodes, and the plug-ins in their folders. Safe for several
/// threads; calls may block for as long as it takes to read a jar.
public interface CatalogueSource {

    /// The newest catalogues: looks whether a jar came, changed or went since the last call.
    Catalogues current();

    /// The catalogues of the last look, without looking again.
    default Catalogues known() {
        return current();
    }

    /// The newest catalogues with every jar loaded anew, so that nothing a plug-in remembers is in them.
    default Catalogues fresh() {
        return current();
    }

    /// The same catalogues for ever.
    static CatalogueSource of(Catalogues catalogues) {
        return () -> catalogues;
    }
}
