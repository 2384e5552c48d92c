package org.tickwright.desktop.studio;

import java.util.Map;
import java.util.Set;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.desktop.studio.Viewport.Box;
import org.tickwright.strategy.Problem.Severity;
import org.tickwright.strategy.Wire;

/// Everything a picture of the graph is made of.
record GraphFrame(
        double width,
        double height,
        Viewport viewport,
        GraphScene scene,
        Set<String> selection,
        @Nullable Wire selectedWire,
        Map<String, Severity> problems,
        Hit hover,
        @Nullable WireDrag drag,
        @Nullable Box marquee,
        boolean focused,
        Palette palette,
        Fonts fonts) {

    /// The two weights of the typeface at 100 %.
    record Fonts(Font title, Font detail) {}
}
