package org.tickwright.desktop.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.PlaceId;

/// The left rail: a button per place, settings at the foot.
final class Rail {
    private final VBox view = new VBox();
    private final Map<PlaceId, ToggleButton> buttons = new EnumMap<>(PlaceId.class);
    private final ToggleButton settings;

    Rail(List<PlaceId> places, UnaryOperator<String> keyOf, Consumer<PlaceId> go, Runnable openSettings) {
        view.getStyleClass().add("tw-rail");
        for (PlaceId place : places) {
            String key = keyOf.apply(Commands.goTo(place));
            ToggleButton button = button(place.title(), place.icon(), key, () -> go.accept(place));
            buttons.put(place, button);
            view.getChildren().add(button);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        settings = button("Settings", "fth-settings", keyOf.apply("frame.settings"), openSettings);
        view.getChildren().addAll(gap, settings);
    }

    VBox view() {
        return view;
    }

    /// Marks where a person is: a place, or settings where it is null.
    void mark(@Nullable PlaceId place) {
        buttons.forEach((id, button) -> button.setSelected(id == place));
        settings.setSelected(place == null);
    }

    private static ToggleButton button(String title, String icon, String key, Runnable action) {
        ToggleButton button = new ToggleButton(title, Icons.of(icon));
        button.getStyleClass().add("tw-rail-button");
        button.setTooltip(new Tooltip(key.isEmpty() ? title : title + "  (" + key + ")"));
        button.setAccessibleText(title);
        button.setOnAction(event -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }
}
