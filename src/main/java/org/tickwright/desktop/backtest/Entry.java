package org.tickwright.desktop.backtest;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;

/// Something that a person types, with what is wrong with it in words. JavaFX thread.
interface Entry {
    /// What was typed.
    StringProperty text();

    /// What is wrong, empty if nothing is.
    ReadOnlyStringProperty problem();

    /// True if it can be used as it is; what may stay empty is valid while it does.
    default boolean valid() {
        return problem().get().isEmpty();
    }

    /// True if the person said something here.
    default boolean given() {
        return !text().get().isBlank();
    }

    /// Calls `listener` after each change of text or problem.
    default void onChange(Runnable listener) {
        text().addListener((property, before, now) -> listener.run());
        problem().addListener((property, before, now) -> listener.run());
    }
}
