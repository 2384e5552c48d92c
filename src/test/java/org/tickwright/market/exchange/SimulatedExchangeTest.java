package org.tickwright.market.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickwright.kernel.ContentHash;
import org.tickwright.market.calendar.ExchangeCalendars;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.market.feed.KeptBook;

class SimulatedExchangeTest {
    private static final long START = Instant.parse("2026-03-02T15:00:00Z").getEpochSecond() * 1_000_000_000L;
    private static final String ALPHA = "SIM:ALPHA";

    private final List<OrderReport> reports = new ArrayList<>();

    private static String hash(ExchangeSettings settings, int events) {
        ContentHash hash = new ContentHash();
        try (SimulatedExchange exchange = new SimulatedExchange(settings)) {
            for (int i = 0; i < events; i++) {
                hash.add(exchange.next().toString());
            }
        }
        return hash.hex();
    }

    @Test
    void theSameSeedTellsTheSameEventsOnEveryMachine() {
        String first = hash(ExchangeSettings.of(42, START), 20_000);
        assertEquals(first, hash(ExchangeSettings.of(42, START), 20_000));
        assertNotEquals(first, hash(ExchangeSettings.of(43, START), 20_000));
        assertEquals("4e80699bb2f2a8f67852b46e6bf96bc33e866b87d874a05b4ba1c91454c296d7", first);
    }

    @Test
    void timeNeverFallsAndTradesAreCounted() {
        long last = Long.MIN_VALUE;
        long trades = 0;
        try (SimulatedExchange exchange = new SimulatedExchange(ExchangeSettings.of(1, START))) {
            for (int i = 0; i < 50_000; i++) {
                FeedEvent event = exchange.next();
                assertTrue(event.time() >= last);
                last = event.time();
                if (event instanceof FeedEvent.Trade trade && trade.symbol().equals(ALPHA)) {
                    assertEquals(++trades, trade.number());
                    assertTrue(trade.price() > 0 && trade.size() > 0);
                }
            }
        }
        assertTrue(trades > 500, () -> "Only a few trades");
    }

    @Test
    void itTradesInTheSessionsOfItsCalendarAndOpensWithNewBooks() {
        var calendar = ExchangeCalendars.shipped().get("XNYS");
        int emptied = 0;
        try (SimulatedExchange exchange = new SimulatedExchange(
                ExchangeSettings.of(5, START).withEventsPerSecond(2).withCalendar("XNYS"))) {
            long end = START + 4 * 86_400_000_000_000L;
            for (FeedEvent event = exchange.next(); event.time() < end; event = exchange.next()) {
                boolean closing = event instanceof FeedEvent.BookSnapshot book
                                && book.bids().count() == 0
                        || event instanceof FeedEvent.Quote quote
                                && Double.isNaN(quote.bid())
                                && Double.isNaN(quote.ask());
                long instant = closing ? event.time() - 1 : event.time();
                assertTrue(calendar.sessionAt(instant).isPresent(), "Told while closed: " + event);
                emptied += event instanceof FeedEvent.BookSnapshot && closing ? 1 : 0;
            }
        }
        assertEquals(3 * 4, emptied);
    }

    private SimulatedExchange opened(long seed, int events) {
        SimulatedExchange exchange = new SimulatedExchange(ExchangeSettings.of(seed, START));
        exchange.desk().reports(reports::add);
        for (int i = 0; i < events; i++) {
            exchange.next();
        }
        return exchange;
    }

    @Test
    void anOrderFromOutsideTradesWithTheBookThatTheFeedTells() {
        try (SimulatedExchange exchange = new SimulatedExchange(ExchangeSettings.of(11, START))) {
            exchange.desk().reports(reports::add);
            KeptBook book = new KeptBook(exchange.instruments().getFirst());
            for (int i = 0; i < 2_000; i++) {
                take(book, exchange.next());
            }
            for (FeedEvent rest = exchange.next(); rest.time() == exchange.time(); rest = exchange.next()) {
                take(book, rest);
                if (rest instanceof FeedEvent.Quote) {
                    break;
                }
            }
            double best = book.book().price(book.book().asks().price(0));
            double there = book.book().asks().amount(0);
            exchange.desk().submit(ExchangeOrder.market("a", ALPHA, true, there + 10));
            assertInstanceOf(OrderReport.Accepted.class, reports.getFirst());
            OrderReport.Filled fill = assertInstanceOf(OrderReport.Filled.class, reports.get(1));
            assertEquals(best, fill.price());
            assertFalse(fill.maker());
            double filled = reports.stream()
                    .filter(OrderReport.Filled.class::isInstance)
                    .mapToDouble(report -> ((OrderReport.Filled) report).size())
                    .sum();
            assertEquals(there + 10, filled);
            double told = 0;
            FeedEvent event = exchange.next();
            for (; event instanceof FeedEvent.Trade trade; event = exchange.next()) {
                told += trade.size();
            }
            assertEquals(there + 10, told);
            take(book, event);
            assertTrue(book.book().price(book.book().asks().price(0)) > best);
        }
    }

    private static void take(KeptBook book, FeedEvent event) {
        if (event instanceof FeedEvent.BookSnapshot snapshot && event.symbol().equals(ALPHA)) {
            book.take(snapshot);
        } else if (event instanceof FeedEvent.BookChange change
                && event.symbol().equals(ALPHA)) {
            book.take(change);
        }
    }

    @Test
    void anOrderThatWaitsIsFilledAsTheMakerOrCancelledAndNoTwice() {
        try (SimulatedExchange exchange = opened(12, 1_000)) {
            double price = lastPrice(exchange);
            exchange.desk().submit(ExchangeOrder.limit("near", ALPHA, true, 50, price - 0.02));
            exchange.desk().submit(ExchangeOrder.limit("far", ALPHA, true, 50, price - 20));
            for (int i = 0; i < 200_000 && exchange.desk().open().contains("near"); i++) {
                exchange.next();
            }
            assertEquals(List.of("far"), exchange.desk().open());
            assertTrue(reports.stream()
                    .filter(r -> r.id().equals("near"))
                    .allMatch(r -> r instanceof OrderReport.Accepted || r instanceof OrderReport.Filled));
            reports.clear();
            exchange.desk().cancel("far");
            exchange.desk().cancel("far");
            exchange.desk().cancel("never");
            assertEquals(
                    50,
                    assertInstanceOf(OrderReport.Cancelled.class, reports.getFirst())
                            .left());
            assertEquals(
                    "The order far is not open any more.",
                    assertInstanceOf(OrderReport.Rejected.class, reports.get(1)).why());
            assertEquals(
                    "No order is called never.",
                    assertInstanceOf(OrderReport.Rejected.class, reports.get(2)).why());
            assertEquals(List.of(), exchange.desk().open());
        }
    }

    private static double lastPrice(SimulatedExchange exchange) {
        while (true) {
            if (exchange.next() instanceof FeedEvent.Trade trade
                    && trade.symbol().equals(ALPHA)) {
                return trade.price();
            }
        }
    }

    @Test
    void aSmallerOrderKeepsItsPlaceAndAnotherLimitComesAnew() {
        try (SimulatedExchange exchange = opened(13, 1_000)) {
            double price = lastPrice(exchange);
            exchange.desk().submit(ExchangeOrder.limit("a", ALPHA, true, 50, price - 20));
            exchange.desk().replace("a", 40, price - 20);
            exchange.desk().replace("a", 60, price - 20);
            exchange.desk().replace("a", 60, price + 20);
            assertTrue(
                    assertInstanceOf(OrderReport.Replaced.class, reports.get(1)).keptPlace());
            assertFalse(
                    assertInstanceOf(OrderReport.Replaced.class, reports.get(2)).keptPlace());
            assertFalse(
                    assertInstanceOf(OrderReport.Replaced.class, reports.get(3)).keptPlace());
            assertInstanceOf(OrderReport.Filled.class, reports.get(4));
            assertEquals(List.of(), exchange.desk().open());
        }
    }

    @Test
    void whatCannotBeTradedIsRejectedWithTheReason() {
        try (SimulatedExchange exchange = opened(14, 10)) {
            exchange.desk().submit(ExchangeOrder.market("a", "SIM:NONE", true, 1));
            exchange.desk().submit(ExchangeOrder.market("b", ALPHA, true, 0.5));
            exchange.desk().submit(ExchangeOrder.limit("c", ALPHA, true, 1, 80.005));
            exchange.desk().submit(new ExchangeOrder("d", ALPHA, true, 1, Double.NaN, true));
            exchange.desk().submit(ExchangeOrder.market("e", ALPHA, true, -1));
            assertEquals(
                    List.of(
                            "Nothing called SIM:NONE is traded here.",
                            "A size is a multiple of 1.0, was 0.5.",
                            "A limit is a multiple of 0.01, was 80.005.",
                            "An order that waits needs a limit.",
                            "A size is a multiple of 1.0, was -1.0."),
                    reports.stream()
                            .map(report -> ((OrderReport.Rejected) report).why())
                            .toList());
        }
    }

    @Test
    void ordersEndWithTheSession() {
        try (SimulatedExchange exchange = new SimulatedExchange(
                ExchangeSettings.of(15, START).withEventsPerSecond(1).withCalendar("XNYS"))) {
            exchange.desk().reports(reports::add);
            double price = lastPrice(exchange);
            exchange.desk().submit(ExchangeOrder.limit("a", ALPHA, true, 50, price - 40));
            while (!exchange.desk().open().isEmpty()) {
                exchange.next();
            }
            assertEquals(
                    "The session has ended.",
                    assertInstanceOf(OrderReport.Cancelled.class, reports.getLast())
                            .why());
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        ExchangeSettings some = ExchangeSettings.of(1, START);
        assertThrows(IllegalArgumentException.class, () -> some.withEventsPerSecond(0.5));
        assertThrows(IllegalArgumentException.class, () -> some.withEventsPerSecond(200_000));
        assertThrows(IllegalArgumentException.class, () -> some.withCalendar("nowhere"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExchangeSettings(1, START, 1, 1, "XNYS", ExchangeSettings.INSTRUMENTS));
        assertThrows(IllegalArgumentException.class, () -> new ExchangeSettings(1, START, 1, 0, "XNYS", List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new ExchangeInstrument("ALPHA", "Alpha", 84, 2, 0, 100, 0.02));
        assertThrows(
                IllegalArgumentException.class, () -> new ExchangeInstrument("SIM:A", "Alpha", 0.5, 2, 0, 100, 0.02));
    }
}
