package org.tickwright.desktop.studio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.shell.Routes;
import org.tickwright.desktop.shell.StartOptions;
import org.tickwright.desktop.shell.Workstation;
import org.tickwright.desktop.studio.PreviewModel.Condition;
import org.tickwright.desktop.tour.FakePlace;
import org.tickwright.strategy.StrategyDocument;
import org.tickwright.strategy.StrategyDocument.Point;
import org.tickwright.strategy.Wire.PortRef;
import org.tickwright.testing.MemoryBarStore;

/// Studio in the real frame, for a robot to drive.
final class StudioWindow implements AutoCloseable {
    final FxRobot robot = new FxRobot();
    final StudioPlace studio;
    final List<StrategyDocument> sentToWizard = new ArrayList<>();
    private final ExecutorService background =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());

    StudioWindow(Path home) throws TimeoutException {
        this(home, store -> {});
    }

    /// With what is put into the store beside the usual series.
    StudioWindow(Path home, Consumer<MemoryBarStore> more) throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        studio = onFx(() -> {
            Workstation desk = new Workstation(
                    StudioBench.in(home, more),
                    new StartOptions(background, () -> 0L, () -> 0L, StartOptions.Welcome.NEVER));
            StudioPlace place = new StudioPlace(desk);
            desk.open(
                    List.of(place, new FakePlace(PlaceId.BACKTEST)),
                    new Routes(
                            series -> {},
                            (run, trade) -> {},
                            place::open,
                            (document, series) -> sentToWizard.add(document),
                            run -> {}));
            desk.show(stage);
            desk.go(PlaceId.STUDIO);
            return place;
        });
        until(() -> !studio.model().document().nodes().isEmpty());
        until(() -> studio.graph().isFocused());
    }

    /// Shows a strategy as if it had just been opened, all of it in view.
    void show(StrategyDocument document) {
        onFx(() -> {
            studio.model().open(document, null);
            studio.graph().fit();
            studio.graph().requestFocus();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> studio.graph().inView().size() == document.nodes().size());
    }

    StudioModel model() {
        return studio.model();
    }

    StrategyDocument document() {
        return onFx(() -> studio.model().document());
    }

    /// Where a port lies on the screen.
    Point2D port(String name, boolean input) {
        return onFx(() ->
                screen(studio.model().scene().centre(PortRef.parse(name), input).orElseThrow()));
    }

    /// Where a card can be taken hold of.
    Point2D card(String id) {
        return onFx(() -> {
            NodeCard card = studio.model().scene().card(id).orElseThrow();
            return screen(new Point(card.at().x() + card.width() / 2, card.at().y() + NodeCard.HEADER / 2));
        });
    }

    /// A point of the screen for one of the plane.
    Point2D plane(double x, double y) {
        return onFx(() -> screen(new Point(x, y)));
    }

    private Point2D screen(Point plane) {
        Point at = studio.graph().viewport().toView(plane.x(), plane.y());
        return studio.graph().localToScreen(at.x(), at.y());
    }

    void drag(Point2D from, Point2D to) {
        robot.drag(from).moveTo(from.midpoint(to)).moveTo(to).drop();
        WaitForAsyncUtils.waitForFxEvents();
    }

    void focusGraph() {
        onFx(() -> {
            studio.graph().requestFocus();
            return true;
        });
    }

    /// Waits until the preview shows the strategy as it is.
    void settled() {
        until(() -> studio.preview().state().condition() == Condition.CURRENT);
    }

    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited 30 s in vain", e);
        }
    }

    static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    @Override
    public void close() throws TimeoutException {
        robot.release(new MouseButton[0]);
        FxToolkit.setupStage(Stage::hide);
        background.shutdownNow();
    }
}
