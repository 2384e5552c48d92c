package org.tickwright.desktop.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tickwright.desktop.tour.TourWindow.onScreen;

import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.tickwright.desktop.PlaceId;
import org.tickwright.market.book.OrderBook;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.FeedInstrument;
import org.tickwright.market.feed.KeptBook;

/// Watches the depth ladder of the simulated market, in Market and beside a live chart, and what was traded
/// at which price, by keyboard.
class LadderJourneyTest extends WindowJourney {
    private final KeptBook witness = new KeptBook(new FeedInstrument("SIM:ALPHA", "", 2, 0, ""));
    private final AtomicLong traded = new AtomicLong();

    /// Keeps a book of its own, told by the events alone.
    private void hear(FeedEvent event) {
        if (event.symbol().equals("SIM:ALPHA")) {
            switch (event) {
                case FeedEvent.BookSnapshot snapshot -> witness.take(snapshot);
                case FeedEvent.BookChange change -> witness.take(change);
                case FeedEvent.Trade trade -> traded.incrementAndGet();
                default -> {
                    // The book and the trades alone are compared.
                }
            }
        }
    }

    private String ladder() {
        return onScreen(() -> {
            Node ladder = window.workstation().scene().lookup("#ladder");
            return (String) ladder.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        });
    }

    private static String best(OrderBook book) {
        return String.format(
                "Best bid %.2f for %,d. Best ask %.2f for %,d.",
                book.price(book.bids().price(0)),
                book.bids().amount(0),
                book.price(book.asks().price(0)),
                book.asks().amount(0));
    }

    @Test
    void theLadderShowsTheBookAndTheChartWhatWasTraded() {
        onScreen(() -> window.workstation().go(PlaceId.MARKET));
        onScreen(() -> window.market().model().rate().set("2000"));
        person.robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        person.until("a trade on the ladder", () -> ladder().contains("Last "));
        window.live().listen(this::hear);
        person.until("some trades", () -> traded.get() > 50);
        person.robot().push(KeyCode.CONTROL, KeyCode.P);
        person.until("it stands still", () -> window.live().state().pace().paused());
        person.until("the ladder shows the best of the book", () -> ladder().contains(best(witness.book())));
        assertTrue(ladder().contains("simulated"), ladder());
        assertEquals("PAUSED", person.words("#ladder-badge"));
        assertEquals("SIM:ALPHA", person.words("#ladder-symbol"));

        person.robot().push(KeyCode.CONTROL, KeyCode.UP);
        person.until("rows of two ticks", () -> person.words("#ladder-group").equals("2 ticks · 0.02"));
        onScreen(() -> window.workstation().scene().lookup("#ladder").requestFocus());
        person.robot().push(KeyCode.MINUS);
        person.until("rows of one tick", () -> person.words("#ladder-group").equals("1 tick · 0.01"));
        person.robot().push(KeyCode.PAGE_UP);
        person.until("it was moved", () -> !window.market().ladder().following());
        person.robot().push(KeyCode.HOME);
        person.until("it follows again", () -> window.market().ladder().following());

        person.robot().push(KeyCode.CONTROL, KeyCode.G);
        person.untilAt(PlaceId.CHARTS);
        person.robot().push(KeyCode.B);
        person.until(
                "the ladder beside the chart",
                () -> person.shown("#ladder") && ladder().contains(best(witness.book())));
        person.robot().push(KeyCode.O);
        person.until("a footprint", () -> person.words("#chart-flow").startsWith("Footprint · sold × bought per"));
        person.robot().push(KeyCode.P);
        person.until("a profile of trades", () -> person.words("#chart-flow").contains("trades · POC"));
        person.robot().push(KeyCode.C);
        person.until("the profile alone", () -> person.words("#chart-flow-more").isEmpty());
    }
}
