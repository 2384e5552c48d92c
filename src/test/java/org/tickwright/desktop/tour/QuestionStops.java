package org.tickwright.desktop.tour;

import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.tickwright.desktop.HelpTopic;
import org.tickwright.desktop.PlaceId;
import org.tickwright.desktop.sql.SqlModel;

/// The page of questions in SQL.
final class QuestionStops {
    private static final String DAYS = """
        -- The daily moves of a share
        select time, close, volume, close / lag(close) over (order by time) - 1 as move
        from BARS('AAPL', '1d')
        order by time desc\
        """;

    private final TourHand hand;
    private final TourWindow window;

    QuestionStops(TourHand hand) {
        this.hand = hand;
        window = hand.window();
    }

    private SqlModel model() {
        return window.data().questions();
    }

    /// The stops, in their order.
    List<Stop> all() {
        return List.of(
                new Stop("help-sql", () -> {
                    hand.press(KeyCode.ESCAPE);
                    hand.go(PlaceId.DATA);
                    onScreen(() -> window.workstation().openHelp(HelpTopic.SQL));
                }),
                new Stop("sql-empty", () -> {
                    hand.press(KeyCode.ESCAPE);
                    onScreen(() -> window.data().openSql());
                }),
                new Stop(
                        "sql-answer",
                        () -> onScreen(() -> {
                            model().open("select symbol, timeframe, bars, first_time, simulated from series order"
                                    + " by bars");
                            model().save("Series by size");
                            model().open(DAYS);
                            model().ask();
                        })),
                new Stop(
                        "sql-refused",
                        () -> onScreen(() -> {
                            model().open(DAYS.replace("volume", "volumes"));
                            model().ask();
                        })),
                new Stop("sql-save", () -> hand.run("sql.save")));
    }
}
