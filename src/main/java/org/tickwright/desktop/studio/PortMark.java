package org.tickwright.desktop.studio;

import java.util.Locale;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tickwright.strategy.PortType;

/// The mark of a port type beside text: the shape and colour that the graph uses, from the style sheet.
final class PortMark extends Region {
    PortMark() {
        getStyleClass().add("studio-mark");
        setMinSize(12, 12);
        setPrefSize(12, 12);
        setMaxSize(12, 12);
    }

    PortMark(@Nullable PortType type) {
        this();
        show(type);
    }

    /// Shows a type; null is the mark of what acts and has no output.
    void show(@Nullable PortType type) {
        getStyleClass()
                .setAll("studio-mark", type == null ? "action" : type.name().toLowerCase(Locale.ROOT));
    }
}
