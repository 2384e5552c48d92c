package org.tickwright.market.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tickwright.market.ImportException;
import org.tickwright.market.book.OrderBook;
import org.tickwright.market.feed.Channel;
import org.tickwright.market.feed.FeedEvent;
import org.tickwright.testing.Shared;

/// Messages of venues as events: what is told, what is left out, and where a recording has a hole.
class MessageFileTest {
    private static RecordedMessages read(String... lines) throws ImportException {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        assertTrue(MessageFile.knows(bytes));
        return MessageFile.read("x.log", bytes, "");
    }

    private static RecordedMessages shared(String name) throws Exception {
        Path file = Shared.requirePath("data/order-book/" + name);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return MessageFile.read(name, in.readAllBytes(), "");
        }
    }

    private static String snapshot(long upTo) {
        return "1723161254152322667 {\"lastUpdateId\":" + upTo
                + ",\"bids\":[[\"10.0\",\"1\"]],\"asks\":[[\"10.2\",\"1\"]]}";
    }

    private static String depth(long first, long last, String bid) {
        return "1723161254252322667 {\"e\":\"depthUpdate\",\"E\":1723161254200,\"s\":\"ABC\",\"U\":" + first + ",\"u\":"
                + last + ",\"b\":[[\"" + bid + "\",\"2\"]],\"a\":[]}";
    }

    @Test
    void appliesChangesThatCameBeforeTheSnapshotOnWhichTheyBuild() throws Exception {
        RecordedMessages read =
                read(depth(1, 3, "9.7"), depth(4, 6, "9.8"), snapshot(5), depth(7, 8, "9.9"), depth(9, 9, "9.91"));
        List<FeedEvent> events = read.events();
        assertEquals(4, events.size());
        FeedEvent.BookChange second = (FeedEvent.BookChange) events.get(1);
        assertEquals(6, second.last());
        assertEquals(980, second.bids().prices()[0]);
        assertEquals(1, read.notes().size(), read.notes().toString());
        assertEquals(2, read.instruments().getFirst().priceDecimals());
    }

    @Test
    void tellsAHoleAndGoesOnWithTheNextSnapshot() throws Exception {
        RecordedMessages read = read(
                depth(1, 3, "9.7"),
                snapshot(5),
                depth(6, 8, "9.9"),
                depth(12, 13, "9.8"),
                depth(14, 14, "9.8"),
                snapshot(20),
                depth(21, 22, "9.6"));
        List<String> kinds = new ArrayList<>();
        read.events().forEach(event -> kinds.add(event.getClass().getSimpleName()));
        assertEquals(List.of("BookSnapshot", "BookChange", "Gap", "BookSnapshot", "Resync", "BookChange"), kinds);
        assertEquals(3, ((FeedEvent.Gap) read.events().get(2)).missed());
        assertEquals(1, read.findings().get("BOOK_GAP"));
    }

    @Test
    void leavesOutALastLineThatIsCutOffAndRefusesAnyOther() throws Exception {
        RecordedMessages read =
                read(depth(1, 3, "9.7"), snapshot(3), depth(4, 4, "9.7").substring(0, 60));
        assertTrue(read.notes().toString().contains("cut off"), read.notes().toString());
        ImportException refused = assertThrows(
                ImportException.class,
                () -> read(depth(1, 3, "9.7"), snapshot(3).substring(0, 50), depth(4, 4, "9")));
        assertTrue(refused.getMessage().startsWith("x.log, line 2: the message is cut off"), refused.getMessage());
    }

    @Test
    void refusesMessagesOfAVenueThatItDoesNotKnowAndNumbersThatAreNone() {
        ImportException unknown =
                assertThrows(ImportException.class, () -> read("1723161254.5: {\"topic\":\"x\"}", snapshot(1)));
        assertTrue(unknown.getMessage().contains("line 1: it is a message of no venue"), unknown.getMessage());
        ImportException number =
                assertThrows(ImportException.class, () -> read(depth(1, 2, "9.7"), snapshot(2), depth(3, 3, "9,8")));
        assertTrue(number.getMessage().contains("x.log, line 3"), number.getMessage());
        ImportException changes = assertThrows(ImportException.class, () -> read(depth(1, 2, "9.7")));
        assertTrue(changes.getMessage().contains("no snapshot that they build on"), changes.getMessage());
    }

    @Test
    void aSizeBelowNothingIsRefused() {
        String below = depth(3, 3, "9.8").replace("\"2\"", "\"-2\"");
        ImportException refused =
                assertThrows(ImportException.class, () -> read(depth(1, 2, "9.7"), snapshot(2), below));
        assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
    }

    @Test
    void agreesWithEveryChecksumOfKraken() throws Exception {
        RecordedMessages read = shared("cryptofeed/KRAKEN.ws.50.0.log.gz");
        assertEquals(List.of("4269 of 4269 checksums of the venue agree."), read.notes());
        assertEquals(Map.of(), read.findings());
        // Followed from the events alone, no book grows beyond the depth that the venue tells.
        Map<String, OrderBook> books = new HashMap<>();
        for (FeedEvent event : read.events()) {
            if (event instanceof FeedEvent.BookSnapshot all) {
                OrderBook book = new OrderBook(10, 8);
                all.bids().applyTo(book, true);
                all.asks().applyTo(book, false);
                books.put(all.symbol(), book);
            } else if (event instanceof FeedEvent.BookChange change) {
                OrderBook book = books.get(change.symbol());
                change.bids().applyTo(book, true);
                change.asks().applyTo(book, false);
                assertFalse(book.crossed());
                assertTrue(book.bids().size() <= 1000 && book.asks().size() <= 1000);
            }
        }
        assertEquals(10, books.size());
    }

    @Test
    void followsFuturesWhoseNumbersHaveHolesThatMeanNothing() throws Exception {
        RecordedMessages read = shared("hftbacktest/binance-usdm-btcusdt-20240808.jsonl.gz");
        assertEquals(Map.of(), read.findings());
        assertEquals(
                613,
                read.events().stream()
                        .filter(FeedEvent.BookChange.class::isInstance)
                        .count());
        long last = -1;
        for (FeedEvent event : read.events()) {
            if (event instanceof FeedEvent.BookChange change) {
                assertTrue(last < 0 || change.first() == last + 1, "changes follow each other");
                last = change.last();
            }
        }
    }

    @Test
    void sumsTheOrdersOfEachPrice() throws Exception {
        RecordedMessages read = shared("databento/glbx-mbo-2024-05-08.csv.gz");
        FeedEvent.BookSnapshot book = (FeedEvent.BookSnapshot) read.events().getFirst();
        // Best bid and ask, their sizes and the sums of both sides, added up by another program from the rows.
        assertEquals(2, read.instruments().getFirst().priceDecimals());
        assertEquals(521_400, book.bids().prices()[0]);
        assertEquals(26, book.bids().sizes()[0]);
        assertEquals(521_425, book.asks().prices()[0]);
        assertEquals(24, book.asks().sizes()[0]);
        assertEquals(26_203, Arrays.stream(book.bids().sizes()).sum());
        assertEquals(19_781, Arrays.stream(book.asks().sizes()).sum());
        assertEquals(975, book.bids().count());
        assertEquals(572, book.asks().count());
        assertTrue(read.channels().contains(Channel.TRADES));
    }
}
