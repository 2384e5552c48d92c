package org.tickwright.desktop;

import java.util.List;
import javafx.scene.Parent;

/// A place of the workstation: one entry of the rail and what it shows.
public interface Place {

    /// Which place it is.
    PlaceId id();

    /// Its view, always the same node.
    Parent view();

    /// Commands that the palette offers, the `?` page lists and keys run while the place is shown.
    List<DeskCommand> commands();

    /// The place comes to the front: refresh, attach listeners, focus what a person wants first.
    void shown();

    /// The place goes away: let go of listeners and timers.
    void hidden();
}
