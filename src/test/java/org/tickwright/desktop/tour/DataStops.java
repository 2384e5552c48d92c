package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.PlaceId;
import org.tickwright.kernel.Progress;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.Timeframe;

/// The series, and the page of their quality.
final class DataStops {
    private static final SeriesKey APPLE = new SeriesKey("AAPL", Timeframe.DAY);

    private final TourHand hand;
    private final TourWindow window;
    private final Path folder;

    DataStops(TourHand hand, Path folder) {
        this.hand = hand;
        window = hand.window();
        this.folder = folder;
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("data-series", () -> {
                    window.workbench().series().installSamples(Progress.NONE);
                    hand.go(PlaceId.DATA);
                    hand.press(KeyCode.ESCAPE);
                }),
                new Stop(
                        "data-quality",
                        () -> onScreen(() -> hand.table().getSelectionModel().select(1))),
                new Stop("data-quality-page", () -> onScreen(() -> window.data().openQuality(APPLE))),
                new Stop("data-quality-minutes", () -> {
                    SeriesKey holes = SampleFiles.holes(window.workbench().series(), folder);
                    onScreen(() -> window.data().openQuality(holes));
                }),
                new Stop("data-series-again", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> hand.table().getSelectionModel().select(1));
                }),
                new Stop("data-delete", () -> hand.run("data.delete")));
    }
}
