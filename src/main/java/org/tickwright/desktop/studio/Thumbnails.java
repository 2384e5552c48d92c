package org.tickwright.desktop.studio;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.canvas.Canvas;
import javafx.scene.text.Font;
import org.tickwright.desktop.Palette;
import org.tickwright.desktop.studio.GraphFrame.Fonts;
import org.tickwright.desktop.studio.GraphScene.Hit;
import org.tickwright.strategy.NodeCatalogue;
import org.tickwright.strategy.StrategyDocument;

/// Small pictures of graphs, for the gallery.
final class Thumbnails {
    private static final double WIDTH = 208;
    private static final double HEIGHT = 112;
    private static final double LEAST_ZOOM = 0.02;

    private final NodeCatalogue catalogue;
    private final Supplier<Palette> palette;

    Thumbnails(NodeCatalogue catalogue, Supplier<Palette> palette) {
        this.catalogue = catalogue;
        this.palette = palette;
    }

    /// A picture of a strategy's graph.
    Canvas of(StrategyDocument document) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        List<NodeCard> cards = new CardFactory(catalogue).cards(document);
        GraphScene scene = new GraphScene(document, cards);
        Fonts fonts = new Fonts(Font.getDefault(), Font.getDefault());
        new GraphPainter()
                .paint(
                        canvas.getGraphicsContext2D(),
                        new GraphFrame(
                                WIDTH,
                                HEIGHT,
                                Viewport.fitting(scene.bounds(), WIDTH, HEIGHT, LEAST_ZOOM),
                                scene,
                                Set.of(),
                                null,
                                Map.of(),
                                new Hit.Plane(),
                                null,
                                null,
                                false,
                                palette.get(),
                                fonts));
        return canvas;
    }
}
