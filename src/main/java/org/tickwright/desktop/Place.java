package org.tickwright.desktop;

import java.util.List;
import java.util.Map;
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

    /// Steps back inside the place when `Esc` is pressed (closes a popup, leaves a mode, clears a selection); false
    /// where there is nothing to step back from.
    default boolean back() {
        return false;
    }

    /// The help page of what is at hand.
    default HelpTopic help() {
        return HelpTopic.BACKTESTS;
    }

    /// What the place wants to find again after a restart: short strings by name. The frame keeps them in the
    /// workspace.
    default Map<String, String> state() {
        return Map.of();
    }

    /// Gives back what [#state()] said when the program last ended, before the place is first shown. Names may be
    /// missing, unknown or no longer true.
    default void restore(Map<String, String> state) {}
}
