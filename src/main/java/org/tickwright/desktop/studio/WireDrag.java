package org.tickwright.desktop.studio;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.studio.Connections.Connection;
import org.tickwright.desktop.studio.Connections.End;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

/// A wire on its way from a port to the pointer.
///
/// `fits` are the ports that are lit because it may end there, `target` the one under the pointer and `meaning` what
/// dropping it there does, `detached` the wire whose end is being moved.
record WireDrag(
        End from,
        Point pointer,
        Set<End> fits,
        @Nullable End target,
        @Nullable Connection meaning,
        @Nullable Wire detached) {

    /// True if dropping it now connects.
    boolean targetFits() {
        return meaning != null && meaning.allowed();
    }

    /// The same wire with the pointer elsewhere.
    WireDrag at(Point place) {
        return new WireDrag(from, place, fits, target, meaning, detached);
    }

    /// The same wire above a port, or above none.
    WireDrag above(@Nullable End port, @Nullable Connection does) {
        return new WireDrag(from, pointer, fits, port, does, detached);
    }
}
