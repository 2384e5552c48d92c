package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.studio.StudioWindow.onFx;
import static org.tickwright.desktop.studio.StudioWindow.until;

import java.nio.file.Path;
import java.util.Map;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire;

/// Drags in a real window, where the platform's own drag and drop takes part.
@Tag("window")
class StudioDragTest {
    @TempDir
    Path home;

    private StudioWindow window;

    @BeforeEach
    void open() throws Exception {
        window = new StudioWindow(home);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aWireIsDrawnFromPortToPort() {
        window.show(Sketch.row().withNode(Node.of("rsi", "indicator.RSI", Map.of()), new Point(240, 240)));

        window.drag(window.port("price.value", false), window.port("rsi.real", true));

        until(() -> window.model().document().wires().contains(Wire.of("price.value", "rsi.real")));
    }

    @Test
    void aNodeIsDraggedFromThePaletteToWhereItIsDropped() {
        window.show(Sketch.row());
        window.robot.clickOn("#studio-palette-search").write("bollinger");
        Point2D entry = onFx(() -> {
            javafx.scene.Node list = window.robot.lookup("#studio-palette").query();
            return list.localToScreen(60, 14);
        });
        Point2D target = window.plane(300, 300);

        window.robot
                .drag(entry)
                .moveTo(entry.add(16, 8))
                .moveTo(entry.midpoint(target))
                .moveTo(target)
                .drop();

        until(() -> window.model().document().node("bbands").isPresent());
        Point at = window.document().layout().get("bbands");
        assertTrue(Math.abs(at.x() + 72 - 300) <= 24 && Math.abs(at.y() - 300) <= 48, at::toString);
        assertEquals(0, at.x() % GraphScene.GRID);
    }
}
