package org.tickwright.desktop.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.studio.StudioWindow.onFx;
import static org.tickwright.desktop.studio.StudioWindow.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickwright.engine.RunResult;
import org.tickwright.strategy.Node;
import org.tickwright.strategy.StrategyCodec;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.StrategyParameter.Range;
import org.tickwright.strategy.Wire;

/// Studio as a person uses it, by mouse and by keyboard.
class StudioJourneyTest {
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
    void editsAStrategyByMouse() {
        window.show(Sketch.row().withNode(Node.of("rsi", "indicator.RSI", Map.of()), new Point(240, 240)));

        window.drag(window.port("price.value", false), window.port("rsi.real", true));
        assertTrue(window.document().wires().contains(Wire.of("price.value", "rsi.real")));

        List<Wire> before = window.document().wires();
        Point2D start = window.port("price.value", false);
        Point2D wrong = window.port("sell.when", true);
        window.robot.drag(start).moveTo(start.midpoint(wrong)).moveTo(wrong);
        until(() -> window.studio.graph().hint().isVisible());
        String why = onFx(() -> window.studio.graph().hint().getText());
        window.robot.drop();
        assertFalse(why.isBlank());
        assertEquals(before, window.document().wires());

        Point2D card = window.card("rsi");
        window.drag(card, card.add(50, 30));
        Point moved = window.document().layout().get("rsi");
        assertNotEquals(new Point(240, 240), moved);
        assertEquals(0, moved.x() % GraphScene.GRID);
        window.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(new Point(240, 240), window.document().layout().get("rsi"));
        window.robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(moved, window.document().layout().get("rsi"));

        window.robot.clickOn(window.card("rsi"));
        window.robot.push(KeyCode.DELETE);
        assertTrue(window.document().node("rsi").isEmpty());
        window.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertTrue(window.document().wires().contains(Wire.of("price.value", "rsi.real")));
    }

    @Test
    void aWireDroppedOnThePlaneOffersWhatFitsAndConnectsIt() {
        window.show(Sketch.row());
        window.drag(window.port("sma.value", false), window.plane(400, 300));
        until(() -> window.studio.graph().popups().open());

        window.robot.write("maximum");
        window.robot.push(KeyCode.ENTER);

        assertTrue(window.document().wires().contains(Wire.of("sma.value", "maximum.a")));
        assertEquals(Set.of("maximum"), onFx(window.model()::selection));
    }

    @Test
    void theMenuOfANodeOffersWhatCanBeDoneWithIt() {
        window.show(Sketch.row());

        window.robot.moveTo(window.card("sma")).clickOn(MouseButton.SECONDARY);
        window.robot.clickOn("Duplicate");

        until(() ->
                window.model().document().nodes().size() == Sketch.row().nodes().size() + 1);
    }

    @Test
    void theGraphStaysInViewAtAnotherSizeUntilAPersonZooms() {
        window.show(Sketch.row());

        int seen = onFx(() -> nodesInViewAt(1024, 640));
        int zoomed = onFx(() -> {
            window.studio.graph().zoom(4);
            return nodesInViewAt(1100, 700);
        });

        assertEquals(Sketch.row().nodes().size(), seen);
        assertTrue(zoomed < seen);
    }

    private int nodesInViewAt(double width, double height) {
        Parent root = window.studio.view().getScene().getRoot();
        root.resize(width, height);
        root.applyCss();
        root.layout();
        root.layout();
        return window.studio.graph().inView().size();
    }

    @Test
    void editsAStrategyByKeyboardAlone() {
        window.show(Sketch.row());

        window.robot.push(KeyCode.A);
        until(() -> window.studio.graph().popups().open());
        window.robot.write("rsi");
        window.robot.push(KeyCode.ENTER);
        assertTrue(window.document().node("rsi").isPresent());

        window.robot.push(KeyCode.F2);
        window.robot.write("strength");
        window.robot.push(KeyCode.ENTER);
        assertTrue(window.document().node("strength").isPresent());

        window.robot.push(KeyCode.C);
        until(() -> window.studio.graph().popups().open());
        window.robot.write("strength.real");
        window.robot.push(KeyCode.ENTER);
        until(() -> window.studio.graph().popups().open());
        window.robot.write("price");
        window.robot.push(KeyCode.ENTER);
        assertTrue(window.document().wires().contains(Wire.of("price.value", "strength.real")));

        Point at = window.document().layout().get("strength");
        window.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(
                new Point(at.x(), at.y() + GraphScene.GRID),
                window.document().layout().get("strength"));

        window.robot.push(KeyCode.ESCAPE);
        window.robot.push(KeyCode.TAB);
        assertEquals(Set.of("price"), onFx(window.model()::selection));
        window.robot.push(KeyCode.RIGHT);
        assertEquals(1, onFx(() -> window.model().selection().size()).intValue());
        assertNotEquals(Set.of("price"), onFx(window.model()::selection));

        int nodes = window.document().nodes().size();
        window.robot.push(KeyCode.CONTROL, KeyCode.D);
        assertEquals(nodes + 1, window.document().nodes().size());
        window.robot.push(KeyCode.DELETE);
        assertEquals(nodes, window.document().nodes().size());
        window.robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertEquals(List.of(window.document()), window.sentToWizard);
    }

    @Test
    void addsFromThePaletteAndSeesAChangedParameterInThePreview() {
        window.show(Sketch.smaCross());
        window.settled();
        RunResult before = onFx(() -> window.studio.preview().state().result());
        String figure = onFx(() -> label("#studio-figure-4"));

        window.robot.clickOn("#parameter-fast");
        window.robot.push(KeyCode.CONTROL, KeyCode.A);
        window.robot.write("25");
        until(() -> window.document().parameter("fast").orElseThrow().value() == 25);
        window.settled();
        RunResult after = onFx(() -> window.studio.preview().state().result());
        assertNotNull(before);
        assertNotNull(after);
        assertNotEquals(before.summary(), after.summary());
        assertNotEquals(figure, onFx(() -> label("#studio-figure-4")));
        assertEquals(
                after.trades().size(),
                onFx(() -> window.studio.previewPane().chart().trades().size()));

        window.robot.push(KeyCode.CONTROL, KeyCode.A);
        window.robot.write("x");
        assertEquals(25, window.document().parameter("fast").orElseThrow().value());
        window.robot.push(KeyCode.ENTER);
        assertEquals(
                "25",
                onFx(() -> ((TextField) window.robot.lookup("#parameter-fast").query()).getText()));

        window.robot.clickOn("#studio-palette-search");
        window.robot.write("bollinger");
        window.robot.push(KeyCode.ENTER);
        assertTrue(window.document().node("bbands").isPresent());
    }

    @Test
    void aSliderDrawsAParameterThroughItsRangeInOneEdit() {
        window.show(Sketch.smaCross());
        window.settled();
        StrategyDocument before = window.document();
        Range range =
                Objects.requireNonNull(before.parameter("fast").orElseThrow().range());
        Set<RunResult> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        onFx(() -> {
            window.studio.preview().stateProperty().addListener((o, was, now) -> {
                if (now.result() != null) {
                    shown.add(now.result());
                }
            });
            return true;
        });

        javafx.scene.Node slider = window.robot.lookup("#slider-fast").query();
        Bounds at = onFx(() -> slider.localToScreen(slider.getLayoutBounds()));
        double middle = at.getCenterY();
        javafx.scene.Node thumb = slider.lookup(".thumb");
        window.robot.drag(onFx(() -> thumb.localToScreen(thumb.getLayoutBounds().getWidth() / 2, 8)));
        for (double part = 0; part <= 1; part += 0.25) {
            int seen = onFx(shown::size);
            double value = window.document().parameter("fast").orElseThrow().value();
            window.robot.moveTo(at.getMinX() + part * at.getWidth(), middle);
            until(() -> window.document().parameter("fast").orElseThrow().value() == value || shown.size() > seen);
        }
        window.robot.drop();

        assertEquals(
                range.to(), window.document().parameter("fast").orElseThrow().value());
        window.settled();
        assertTrue(onFx(shown::size) > 2, "the preview followed the thumb");
        assertEquals(
                "" + (long) range.to(),
                onFx(() -> ((TextField) window.robot.lookup("#parameter-fast").query()).getText()));

        window.robot.push(KeyCode.LEFT);
        assertEquals(
                range.to() - range.step(),
                window.document().parameter("fast").orElseThrow().value());
        window.focusGraph();
        window.robot.push(KeyCode.CONTROL, KeyCode.Z);
        window.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, window.document());
    }

    private String label(String id) {
        return ((Label) window.robot.lookup(id).query()).getText();
    }

    @Test
    void savesAsksBeforeChangesWouldGoAndBringsADraftBack() throws Exception {
        window.show(Sketch.smaCross());
        window.robot.clickOn(window.card("fast"));
        window.robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertTrue(onFx(window.model()::dirty));

        window.robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> window.robot.lookup("#studio-save-name").tryQuery().isPresent());
        window.robot.write("mine");
        window.robot.push(KeyCode.ENTER);
        until(() -> !window.model().dirty());
        Path file = home.resolve("strategies").resolve("mine.strategy.json");
        StrategyDocument written = StrategyCodec.read(Files.readString(file));
        assertEquals(window.document(), written);

        window.focusGraph();
        window.robot.push(KeyCode.DELETE);
        window.robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> window.robot.lookup("#studio-unsaved-save").tryQuery().isPresent());
        assertFalse(window.document().nodes().isEmpty());
        window.robot.push(KeyCode.ESCAPE);
        assertTrue(onFx(window.model()::dirty));
        assertFalse(window.document().nodes().isEmpty());

        StrategyDocument unsaved = window.document();
        window.close();
        window = new StudioWindow(home);
        until(() -> window.model().dirty());
        assertEquals(unsaved, window.document());
        window.robot.push(KeyCode.CONTROL, KeyCode.N);
        until(() -> window.robot.lookup("#studio-unsaved-save").tryQuery().isPresent());
        window.robot.clickOn("#studio-unsaved-save");
        until(() -> window.document().nodes().isEmpty());
        assertEquals(unsaved, StrategyCodec.read(Files.readString(file)));
    }
}
