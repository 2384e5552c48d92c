package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.data.MendModel;
import org.tickwright.market.Mend;
import org.tickwright.market.SeriesKey;

/// What is done about the findings of a stored series: mends, and the way back.
final class QualityStops {
    private final TourHand hand;
    private final TourWindow window;
    private final Path folder;

    QualityStops(TourHand hand, Path folder) {
        this.hand = hand;
        window = hand.window();
        this.folder = folder;
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("quality-mend-chosen", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.go(PlaceId.DATA);
                    SeriesKey holes = SampleFiles.holes(window.workbench().series(), folder);
                    onScreen(() -> window.data().openQuality(holes));
                    TourHand.until(() -> !onScreen(() -> mends().choices()).isEmpty());
                    onScreen(() -> {
                        mends().decide("PRICE_SCALE", Mend.parse("PRICE_SCALE=scale"));
                        mends().decide("CLOSED_DAY", Mend.parse("CLOSED_DAY=drop"));
                    });
                    TourHand.until(() -> onScreen(() -> mends().proposal().get()) != null);
                }),
                new Stop("quality-mended", () -> {
                    onScreen(() -> mends().apply());
                    TourHand.until(() -> onScreen(() -> mends().canUndo().get()));
                }),
                new Stop("quality-undone", () -> {
                    hand.run("data.undo");
                    TourHand.until(() -> onScreen(() -> mends().canRedo().get()));
                }),
                new Stop("quality-compare", () -> {
                    hand.run("data.compare");
                    TourHand.until(() ->
                            onScreen(() -> window.data().comparing().laid().get()) != null);
                }),
                new Stop("quality-instrument", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.run("data.instrument");
                    TourHand.until(() ->
                            onScreen(() -> window.data().instrument().known().get()) != null);
                }));
    }

    private MendModel mends() {
        return window.data().quality().mends();
    }
}
