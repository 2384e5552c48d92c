package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.PlaceId;
import org.tickwright.kernel.Progress;
import org.tickwright.market.CorporateActions;
import org.tickwright.market.QuoteTicks;
import org.tickwright.market.SeriesKey;
import org.tickwright.market.TickOrigin;
import org.tickwright.market.Timeframe;
import org.tickwright.market.TradeTicks;
import org.tickwright.workbench.EventLibrary;

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
                new Stop("data-delete", () -> hand.run("data.delete")),
                new Stop("data-events", () -> {
                    hand.press(KeyCode.ESCAPE);
                    keepEvents();
                    onScreen(() -> {
                        window.data().series().refresh();
                        hand.table().getSelectionModel().clearSelection();
                    });
                }));
    }

    /// Trades, quotes and a split of instruments of which there may be bars or not.
    private void keepEvents() throws Exception {
        EventLibrary events = Objects.requireNonNull(window.workbench().series().events());
        TradeTicks.Builder trades = new TradeTicks.Builder(600);
        QuoteTicks.Builder quotes = new QuoteTicks.Builder(600);
        for (int i = 0; i < 600; i++) {
            long time = (1_700_000_000L + i) * 1_000_000_000L;
            trades.append(time, 100 + i % 7, 2);
            quotes.append(time, 99 + i % 7, 5, 100 + i % 7, 5);
        }
        TickOrigin origin = new TickOrigin(ZoneOffset.UTC, "recorded.csv", false);
        events.ticks().save("ACME", trades.build(), origin);
        events.ticks().save("ACME", quotes.build(), origin);
        CorporateActions split =
                new CorporateActions(List.of(new CorporateActions.Split(LocalDate.of(2014, 6, 9), 7, 1)), List.of());
        events.actions().save("AAPL", split, "splits.csv", null);
    }
}
