package org.tickwright.desktop;

import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something a person can do by name: `id` is stable (`chart.zoomIn`, what the key map file uses), `title` what the
/// palette shows, `key` its default key.
public record DeskCommand(String id, String title, @Nullable KeyCombination key, Runnable action) {

    /// A command with a key in JavaFX notation, for example `Shortcut+S`.
    public static DeskCommand of(String id, String title, @Nullable String key, Runnable action) {
        return new DeskCommand(id, title, key == null ? null : KeyCombination.valueOf(key), action);
    }
}
